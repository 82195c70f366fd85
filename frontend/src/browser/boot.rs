//! The page's own script, `frontend/js/boot.js`, which runs before the client and outlives it.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{window, window_event_listener_untyped};
use shared::api::client_errors::ClientErrorKind;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CustomEvent;

use super::storage;

/// Where the wish for longer texts is kept.
const LENGTHENED: &str = "csmb.pseudo";

/// The words of the interface in `language` as JSON text, which crash pages speak from now on; nothing when they
/// cannot be had.
pub(crate) async fn use_words(language: &str) -> Option<String> {
    promised(call("use", &[language])).await.ok()
}

/// A bundle of words in `language` as JSON text, asked for at once: several are on their way together.
///
/// # Errors
/// What the browser says, where they cannot be had.
pub(crate) fn words(language: &str, bundle: &str) -> impl Future<Output = Result<String, JsValue>> + use<> {
    promised(call("load", &[language, bundle]))
}

/// The address of the file at `path`, which holds a hash of the file where the client was built for people.
pub(crate) fn address(path: &str) -> String {
    call("address", &[path]).ok().and_then(|address| address.as_string()).unwrap_or_else(|| path.to_owned())
}

/// The text of the file at `path`; nothing where it cannot be had.
pub(crate) async fn text(path: &str) -> Option<String> {
    promised(call("read", &[path])).await.ok()
}

/// Says that the client runs: what fails from now on is no failure to load.
pub(crate) fn started() {
    // Without the script there is nobody to tell.
    drop(call("started", &[]));
}

/// Says that the client listens: what was asked of it before, it does now.
pub(crate) fn ready() {
    drop(call("ready", &[]));
}

/// Whether keys alone press anything.
pub(crate) fn are_single_keys_on() -> bool {
    call("singleKeys", &[]).is_ok_and(|are_on| are_on.is_truthy())
}

/// Whether keys alone press anything from now on. Those who speak to their device may be misheard.
pub(crate) fn turn_single_keys(are_on: bool) {
    drop(call("singleKeys", &[if are_on { "on" } else { "off" }]));
}

/// Writes down, on this device, that something went wrong which a person was shown.
pub(crate) fn note(kind: ClientErrorKind, what: &str) {
    // Without the script nothing is kept.
    drop(call("note", &[kind.as_str(), what]));
}

/// Shows the landing page of the markup.
pub(crate) fn show_landing() {
    // Without the script the landing page is never hidden.
    drop(call("turnTo", &["landing"]));
}

/// Shows the app in the place of the landing page.
pub(crate) fn show_app() {
    drop(call("turnTo", &["app"]));
}

/// Scrolls the landing page to where it was left.
pub(crate) fn return_to_place() {
    drop(call("returnTo", &[]));
}

/// Has `handle` do what the script would do for the event `name` on its own; it gets the event's detail.
pub(crate) fn take_over(name: &str, handle: impl Fn(String) + 'static) {
    drop(window_event_listener_untyped(name, move |event| {
        event.prevent_default();
        let detail = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        handle(detail.unwrap_or_default());
    }));
}

/// Loads the page anew, in the newest version of the client that is on this device.
pub(super) fn reload() {
    if call("reload", &[]).is_err() {
        // Refused only to pages that are being left already.
        drop(window().location().reload());
    }
}

/// Whether the browser would install the client if it were asked to.
pub(crate) fn is_installable() -> bool {
    call("installable", &[]).is_ok_and(|it| it.is_truthy())
}

/// Has the browser ask whether to install the client.
pub(crate) fn install() {
    // What the person answers is between them and their browser.
    drop(call("install", &[]));
}

/// `text`, accented and longer where the person asked for longer texts.
pub(crate) fn lengthened(text: &str) -> String {
    let longer = call("lengthen", &[text]).ok().and_then(|longer| longer.as_string());
    longer.unwrap_or_else(|| text.to_owned())
}

/// Whether texts are longer than usual, to see what holds them.
pub(crate) fn is_lengthened() -> bool {
    storage::read(LENGTHENED).is_some()
}

/// Makes texts longer, or as they are, from now on: the page begins anew.
pub(crate) fn lengthen(is_on: bool) {
    if is_on {
        storage::write(LENGTHENED, "1");
    } else {
        storage::remove(LENGTHENED);
    }
    reload();
}

async fn promised(value: Result<JsValue, JsValue>) -> Result<String, JsValue> {
    let text = JsFuture::from(value?.dyn_into::<Promise>()?).await?;
    text.as_string().ok_or(text)
}

fn call(name: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
    let boot = Reflect::get(&window(), &"csmb".into())?;
    let function: Function = Reflect::get(&boot, &name.into())?.dyn_into()?;
    function.apply(&boot, &arguments.iter().copied().map(JsValue::from).collect())
}
