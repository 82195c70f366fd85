//! The documentation for people, made once from the OpenAPI document: pages without scripts or inline styles, so that
//! they work offline and under a policy that allows nothing.

mod operations;
mod problems;
mod schemas;

use serde_json::Value;

/// What the pages may load: their style sheet.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The style sheet.
pub(crate) const STYLE: &str = include_str!("style.css");

/// The pages.
pub(crate) struct Docs {
    /// Every operation and schema.
    pub(crate) operations: String,
    /// Every problem code.
    pub(crate) problems: String,
}

impl Docs {
    /// Pages about `openapi`.
    pub(crate) fn new(openapi: &Value) -> Self {
        let body = operations::list(openapi) + &schemas::list(openapi);
        Self { operations: page("API of Chat Session Management Builder", &body), problems: problems::page() }
    }
}

fn page(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/api/docs/style.css\">\n</head>\n<body>\n<header><nav aria-label=\"Pages\">\
         <a href=\"/api/docs\">Operations</a> <a href=\"/api/docs/problems\">Problems</a> \
         <a href=\"/api/v1/openapi.json\">OpenAPI document</a> <a href=\"/\">App</a></nav></header>\n\
         <main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// `text` as the text of an element or an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A sentence in which words in backticks are code.
fn prose(text: &str) -> String {
    let parts = escape(text);
    parts
        .split('`')
        .enumerate()
        .map(|(index, part)| if index % 2 == 0 { part.to_owned() } else { format!("<code>{part}</code>") })
        .collect()
}

/// Paragraphs, parted by empty lines.
fn paragraphs(text: &str) -> String {
    text.split("\n\n")
        .filter(|part| !part.is_empty())
        .map(|part| format!("<p>{}</p>\n", prose(part)))
        .collect()
}

/// The text at `key`, or nothing.
fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The members of the object at `pointer`, or none.
fn members<'a>(value: &'a Value, pointer: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.pointer(pointer).and_then(Value::as_object).into_iter().flatten()
}
