//! The clipboard.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Puts `text` on the clipboard; says whether the browser let us.
pub(crate) async fn copy(text: String) -> bool {
    match clipboard("writeText") {
        Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
        None => false,
    }
}

/// The text on the clipboard; nothing where the browser does not let us read it.
pub(crate) async fn read() -> Option<String> {
    let text = JsFuture::from(clipboard("readText")?.read_text()).await;
    text.ok()?.as_string()
}

/// The clipboard, where there is one that can do this: pages that come without encryption have none.
fn clipboard(method: &str) -> Option<Clipboard> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let can = clipboard.is_object() && Reflect::has(&clipboard, &method.into()).unwrap_or_default();
    can.then(|| clipboard.unchecked_into())
}
