//! Files handed to the person, and files that they bring.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, Url};

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

/// The text of `file`; what is not UTF-8 in it is replaced by signs that say so.
///
/// # Errors
/// What the browser says when it cannot read it: it may be a folder, or gone by now.
pub(crate) async fn read(file: &File) -> Result<String, JsValue> {
    let text = JsFuture::from(file.text()).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// The bytes of `file`.
///
/// # Errors
/// As [`read`].
pub(crate) async fn bytes(file: &File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}

/// Whether what is dragged is files, and not a text or a link of the page.
pub(crate) fn are_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The files of a list, which the browser may empty later.
pub(crate) fn all(list: Option<&FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|at| list.item(at)).collect()).unwrap_or_default()
}
