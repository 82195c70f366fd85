//! A record of the Gemini activity as it stands in Takeout, as far as it is read.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use crate::lenient::{self, Loose};

type Text<'a> = Option<Cow<'a, str>>;

#[derive(Deserialize)]
pub(super) struct Record<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub header: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    pub title: Text<'a>,
    #[serde(borrow, default, rename = "titleUrl", deserialize_with = "lenient::text")]
    pub title_url: Text<'a>,
    #[serde(default, deserialize_with = "lenient::time")]
    pub time: Option<DateTime<Utc>>,
    #[serde(borrow, default)]
    products: Names<'a>,
    #[serde(borrow, default, rename = "safeHtmlItem", deserialize_with = "lenient::objects")]
    safe_html_item: Vec<Html<'a>>,
    #[serde(borrow, default, rename = "imageFile")]
    image_file: Names<'a>,
    #[serde(borrow, default, rename = "attachedFiles")]
    attached_files: Names<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::objects")]
    details: Vec<Detail<'a>>,
    #[serde(borrow, default, rename = "userInteractions", deserialize_with = "lenient::objects")]
    user_interactions: Vec<Interactions<'a>>,
}

#[derive(Deserialize)]
struct Html<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    html: Text<'a>,
}

#[derive(Deserialize)]
struct Detail<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    name: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    value: Text<'a>,
}

#[derive(Deserialize)]
struct Interactions<'a> {
    #[serde(borrow, default, rename = "userInteraction", deserialize_with = "lenient::object")]
    user_interaction: Option<Interaction<'a>>,
}

/// JSON inside of texts.
#[derive(Deserialize)]
struct Interaction<'a> {
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    request: Text<'a>,
    #[serde(borrow, default, deserialize_with = "lenient::text")]
    response: Text<'a>,
}

/// A name, or a list of them.
#[derive(Default)]
struct Names<'a>(Vec<Cow<'a, str>>);

impl<'de: 'a, 'a> Deserialize<'de> for Names<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Loose::<'de, serde::de::IgnoredAny>::deserialize(deserializer)? {
            Loose::Text(text) => vec![text],
            Loose::List(texts) => texts,
            Loose::Object(_) | Loose::Absent => Vec::new(),
        }))
    }
}

impl Record<'_> {
    /// Whether the record is about Gemini, under either of its names; headers are translated, names are not.
    pub(super) fn is_of_gemini(&self) -> bool {
        let is_named = |text: &str| {
            let text = text.to_lowercase();
            text.contains("gemini") || text.contains("bard")
        };
        self.header.as_deref().is_some_and(is_named)
            || self.products.0.iter().any(|product| is_named(product))
    }

    /// What was asked, in records that say so by themselves.
    pub(super) fn asked(&self) -> Option<String> {
        let detail = self.detail("Request").map(str::to_owned);
        detail.or_else(|| self.interactions().find_map(|interaction| inner(interaction.request.as_deref()?)))
    }

    /// The answers as HTML, the one that was shown first.
    pub(super) fn answers(&self) -> Vec<String> {
        let items = self.safe_html_item.iter().filter_map(|item| item.html.as_deref());
        let html: Vec<_> = items.filter(|html| !html.trim().is_empty()).map(str::to_owned).collect();
        if !html.is_empty() {
            return html;
        }
        let detail = self.detail("Response").map(str::to_owned);
        let plain = detail
            .or_else(|| self.interactions().find_map(|interaction| inner(interaction.response.as_deref()?)));
        plain.map(|text| super::html::from_text(&text)).into_iter().collect()
    }

    /// The files that came with the question, by name.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        let images = self.image_file.0.iter().filter(|name| !self.attached_files.0.contains(name));
        self.attached_files.0.iter().chain(images).map(|name| name.as_ref())
    }

    /// The id of the chat, in records of some years: `https://gemini.google.com/app/c/<id>`.
    pub(super) fn chat(&self) -> Option<String> {
        let url = self.title_url.as_deref()?;
        let (_, path) = url.split_once("gemini.google.com/app/")?;
        let id = path.strip_prefix("c/").unwrap_or(path);
        let id = id.split(['/', '?', '#']).next().unwrap_or_default();
        (!id.is_empty()).then(|| id.to_owned())
    }

    fn detail(&self, name: &str) -> Option<&str> {
        let found = self.details.iter().find(|detail| detail.name.as_deref() == Some(name));
        found.and_then(|detail| detail.value.as_deref())
    }

    fn interactions(&self) -> impl Iterator<Item = &Interaction<'_>> {
        self.user_interactions.iter().filter_map(|interactions| interactions.user_interaction.as_ref())
    }
}

/// The texts in a piece of JSON; the piece itself where it is none.
fn inner(json: &str) -> Option<String> {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return Some(json.to_owned()) };
    let mut texts = Vec::new();
    gather(&value, &mut texts);
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn gather<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| match value {
            Value::String(text) if key == "text" => texts.push(text),
            _ => gather(value, texts),
        }),
        _ => {}
    }
}
