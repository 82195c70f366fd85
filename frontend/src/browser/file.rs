//! Files handed to the person.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, Url};

/// The event of the window after a file was saved.
pub(crate) const SAVED: &str = "csmb:saved";

/// Saves `bytes` as a download named `name`.
///
/// # Errors
/// What the browser says when it cannot make the file.
pub(crate) fn save(bytes: &Uint8Array, name: &str, media_type: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Whoever counts on files being of use hears of it; nobody has to.
    let _ = window().dispatch_event(&Event::new(SAVED)?);
    Url::revoke_object_url(&address)
}
