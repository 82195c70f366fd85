//! Records as the database holds them.

use js_sys::{Object, Reflect};
use shared::configuration::{Configuration, Stored, Summary};
use wasm_bindgen::JsValue;

/// A whole configuration.
pub(super) struct Kept {
    pub(super) version: u64,
    pub(super) stored: Stored,
}

/// What a list shows of a configuration, with its version.
pub(super) struct Listed {
    pub(super) version: u64,
    pub(super) summary: Summary,
}

impl Kept {
    pub(super) fn of(configuration: &Configuration) -> Self {
        Self { version: configuration.version(), stored: configuration.store() }
    }

    pub(super) fn write(self) -> JsValue {
        let Self { version, stored: Stored { head, blueprint, history } } = self;
        record(&[
            ("version", (version as f64).into()),
            ("head", head.into()),
            ("blueprint", blueprint.into()),
            ("history", history.into()),
        ])
    }

    pub(super) fn read(value: &JsValue) -> Option<Self> {
        let text = |key| get(value, key).as_string();
        let stored = Stored { head: text("head")?, blueprint: text("blueprint")?, history: text("history")? };
        Some(Self { version: Self::version(value)?, stored })
    }

    pub(super) fn version(value: &JsValue) -> Option<u64> {
        whole(value, "version")
    }
}

impl Listed {
    pub(super) fn write(&self) -> JsValue {
        // Texts, numbers and times: there is nothing that JSON could refuse.
        let summary = serde_json::to_string(&self.summary).unwrap_or_default();
        record(&[("version", (self.version as f64).into()), ("summary", summary.into())])
    }

    pub(super) fn read(value: &JsValue) -> Option<Self> {
        let summary = serde_json::from_str(&get(value, "summary").as_string()?).ok()?;
        Some(Self { version: whole(value, "version")?, summary })
    }
}

fn whole(value: &JsValue, key: &str) -> Option<u64> {
    get(value, key).as_f64().filter(|number| *number >= 0.0).map(|number| number as u64)
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn record(values: &[(&str, JsValue)]) -> JsValue {
    let record = Object::new();
    for (key, value) in values {
        // A fresh object takes any property.
        let _ = Reflect::set(&record, &(*key).into(), value);
    }
    record.into()
}
