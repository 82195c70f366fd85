//! The service worker, `frontend/js/sw.js`, which keeps a version of the client on the device.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// The script that the build writes.
const SCRIPT: &str = "/sw.js";

/// The service worker of this site.
#[derive(Clone)]
pub(crate) struct Registration(ServiceWorkerRegistration);

/// Has the browser fetch the service worker, or look whether it changed; nothing where there can be none.
pub(crate) async fn register() -> Option<Registration> {
    let registered = JsFuture::from(container()?.register(SCRIPT)).await.ok()?;
    registered.dyn_into().ok().map(Registration)
}

impl Registration {
    /// Calls `hear` whenever another version is on the device and waits to take over, now if one does already.
    pub(crate) fn on_next(&self, hear: impl Fn() + Clone + 'static) {
        if self.0.waiting().is_some() && is_served() {
            hear();
        }
        if let Some(worker) = self.0.installing() {
            watch(&worker, hear.clone());
        }
        let registration = self.0.clone();
        let on_found = Closure::<dyn Fn()>::new(move || {
            if let Some(worker) = registration.installing() {
                watch(&worker, hear.clone());
            }
        });
        self.0.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // It listens for as long as the page lives.
        on_found.forget();
    }

    /// Looks for another version. Where the server cannot be reached, there is none.
    pub(crate) fn look(&self) {
        if let Ok(looked) = self.0.update() {
            spawn_local(async move { drop(JsFuture::from(looked).await) });
        }
    }

    /// Has all files of this version fetched, the words of `language` first, once the worker is at work.
    pub(crate) async fn complete(&self, language: &str) {
        let ready = container().and_then(|container| container.ready().ok());
        let Some(ready) = ready else { return };
        if JsFuture::from(ready).await.is_err() {
            return;
        }
        let message = Object::new();
        if let (Ok(true), Some(worker)) =
            (Reflect::set(&message, &"complete".into(), &language.into()), self.0.active())
        {
            // What is not fetched now is fetched when it is needed.
            drop(worker.post_message(&message));
        }
    }
}

/// Whether this page came from the service worker, or is in its care by now.
pub(crate) fn is_served() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Calls `hear` whenever a service worker takes this page over.
pub(crate) fn on_taken_over(hear: impl Fn() + 'static) {
    if let Some(container) = container() {
        let on_change = Closure::<dyn Fn()>::new(hear);
        container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
        // It listens for as long as the page lives.
        on_change.forget();
    }
}

/// Calls `hear` once `worker` is installed and another one is at work.
fn watch(worker: &ServiceWorker, hear: impl Fn() + 'static) {
    let watched = worker.clone();
    let on_change = Closure::<dyn Fn()>::new(move || {
        if watched.state() == ServiceWorkerState::Installed && is_served() {
            hear();
        }
    });
    worker.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

/// Absent over plain HTTP from another machine, and where the browser or the person turned it off.
fn container() -> Option<ServiceWorkerContainer> {
    Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}
