//! The page's own script, `frontend/js/boot.js`, which runs before the client and outlives it.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The words of `language` as JSON text, which crash pages speak from now on; nothing when they cannot be had.
pub(crate) async fn words(language: &str) -> Option<String> {
    promised(call("use", &language.into())?).await
}

/// Makes sure that the words of `language` are at hand when the server is gone.
pub(crate) async fn prefetch_words(language: &str) -> Option<String> {
    promised(call("load", &language.into())?).await
}

/// Says that the client runs: what fails from now on is no failure to load.
pub(crate) fn started() {
    call("started", &JsValue::UNDEFINED);
}

async fn promised(value: JsValue) -> Option<String> {
    JsFuture::from(value.dyn_into::<Promise>().ok()?).await.ok()?.as_string()
}

fn call(name: &str, argument: &JsValue) -> Option<JsValue> {
    let boot = Reflect::get(&window(), &"csmb".into()).ok()?;
    let function: Function = Reflect::get(&boot, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(&boot, argument).ok()
}
