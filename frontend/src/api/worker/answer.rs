//! What the worker answers.

use js_sys::{JSON, Reflect, Uint8Array};
use shared::artifact::Preview;
use shared::sheet::{SheetError, Sheets};
use wasm_bindgen::JsValue;

/// A rendered file.
#[derive(Clone)]
pub(crate) struct Artifact {
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    pub bytes: Uint8Array,
}

/// A file, what it looks like and what one does with it.
#[derive(Clone)]
pub(crate) struct Previewed {
    /// The file.
    pub artifact: Artifact,
    /// What it looks like.
    pub preview: Preview,
    /// What one does with it; `*stressed*` words name what is on the screen.
    pub steps: Vec<String>,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The person did not want it any more.
    CalledOff,
    /// In a sentence, empty where the browser does not say.
    Because(String),
}

impl Failure {
    /// What a request that is called off fails with.
    pub(super) const CALLED_OFF: JsValue = JsValue::NULL;
}

impl From<JsValue> for Failure {
    fn from(thrown: JsValue) -> Self {
        if thrown.is_null() {
            return Self::CalledOff;
        }
        let message = thrown.as_string().or_else(|| get(&thrown, "message").ok()?.as_string());
        Self::Because(message.unwrap_or_default())
    }
}

/// The file of an answer.
pub(super) fn artifact(answer: &JsValue) -> Result<Artifact, JsValue> {
    let file = get(answer, "ok")?;
    let text = |key| get(&file, key).map(|value| value.as_string().unwrap_or_default());
    Ok(Artifact {
        file_name: text("file_name")?,
        media_type: text("media_type")?,
        // A copy if they came as a list of numbers, the very same memory else.
        bytes: Uint8Array::new(&get(&file, "bytes")?),
    })
}

/// The file of an answer with what is known about it.
pub(super) fn previewed(answer: &JsValue) -> Result<Previewed, JsValue> {
    let ok = get(answer, "ok")?;
    Ok(Previewed {
        artifact: artifact(answer)?,
        preview: told(&get(&ok, "preview")?)?,
        steps: told(&get(&ok, "steps")?)?,
    })
}

/// The sheets of an answer, or why there are none.
pub(super) fn sheets(answer: &JsValue) -> Result<Result<Sheets, SheetError>, JsValue> {
    let unread = get(answer, "unread")?;
    if unread.is_object() { Ok(Err(told(&unread)?)) } else { Ok(Ok(told(&get(answer, "ok")?)?)) }
}

/// What a value without bytes says.
fn told<T: serde::de::DeserializeOwned>(value: &JsValue) -> Result<T, JsValue> {
    let json = JSON::stringify(value).map(String::from)?;
    serde_json::from_str(&json).map_err(|error| JsValue::from(error.to_string()))
}

/// What `value` has under `key`; nothing is `undefined`.
pub(super) fn get(value: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(value, &key.into())
}
