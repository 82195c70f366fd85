//! Times as people read them.

use chrono::{DateTime, Utc};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// The day and the minute of `time`, ISO 8601, in the time zone of this device, as `language` writes them.
pub(crate) fn local(time: &str, language: &str) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A fresh object takes any property.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    Date::new(&JsValue::from(time)).to_locale_string(language, &options).into()
}

/// The time of this device, to the millisecond.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// The day of `time`, in the time zone of this device, as `language` writes it.
pub(crate) fn local_day(time: &str, language: &str) -> String {
    let options = Object::new();
    // A fresh object takes any property.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"medium".into());
    Date::new(&JsValue::from(time)).to_locale_date_string(language, &options).into()
}

/// The day of this device, such as `2026-03-20`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
