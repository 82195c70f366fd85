//! Every schema, in full, each to be opened on its own.

use serde_json::Value;

use super::{escape, members, paragraphs, text};

pub(super) fn list(openapi: &Value) -> String {
    let sections: String =
        members(openapi, "/components/schemas").map(|(name, schema)| section(name, schema)).collect();
    format!("<h2 id=\"schemas\">Schemas</h2>\n{sections}")
}

/// A link to the schema that `schema` refers to; its type when it stands for itself.
pub(super) fn name(schema: &Value) -> String {
    match schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next()) {
        Some(name) => format!("<a href=\"#schema-{0}\">{0}</a>", escape(name)),
        None => escape(text(schema, "type")),
    }
}

fn section(name: &str, schema: &Value) -> String {
    let name = escape(name);
    let rows: String =
        members(schema, "/properties").map(|(property, schema)| row(property, schema)).collect();
    let table = match rows.as_str() {
        "" => String::new(),
        rows => format!(
            "<table>\n<caption>Members of {name}</caption>\n<tr><th scope=\"col\">Member</th>\
             <th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr>\n{rows}</table>\n"
        ),
    };
    format!(
        "<section id=\"schema-{name}\">\n<h3>{name}</h3>\n{}{table}<details>\n<summary>JSON Schema of {name}</summary>\n\
         <pre><code>{}</code></pre>\n</details>\n</section>\n",
        paragraphs(text(schema, "description")),
        escape(&format!("{schema:#}")),
    )
}

fn row(property: &str, schema: &Value) -> String {
    let items = schema.get("items").map(|items| format!("list of {}", name(items)));
    format!(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>\n",
        escape(property),
        items.unwrap_or_else(|| name(schema)),
        super::prose(text(schema, "description")),
    )
}
