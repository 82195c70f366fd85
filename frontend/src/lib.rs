//! The client: answers in, a complete system out, computed in the browser by the code that the server runs.
//!
//! [`app`] has the routes; a folder of `pages` is a page; `components` are what pages are made of; `state` is
//! what outlives a page; `chunk` has what is loaded on first use; [`shell`] makes the markup around it live; `api` speaks
//! to the worker; `browser` wraps what the browser offers; `i18n` has the words.

#![expect(
    unreachable_pub,
    reason = "leptos makes the props of every component public, whatever the component is"
)]

mod api;
mod app;
mod browser;
#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
mod chunk;
mod components;
mod i18n;
mod pages;
mod shell;
mod state;

use leptos::prelude::*;

use crate::i18n::I18n;

/// Loads the words of the person's language, then shows the app.
pub fn start() {
    browser::crash::install();
    // The executor that leptos spawns on starts with the app below.
    wasm_bindgen_futures::spawn_local(async {
        let i18n = I18n::load().await;
        if let Some(place) = browser::page::place() {
            mount_to(place, move || view! { <app::App i18n/> }).forget();
        }
    });
}
