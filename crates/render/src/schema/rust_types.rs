//! Types of the rows in Rust, for `serde` and `chrono`.

use super::code::{literal, rust_doc};
use super::model::{Choice, Item, Model, Property, Record};
use super::words::{joined, named, sentence, word};

/// Words that cannot name a field.
///
/// Source: The Rust Reference, "Keywords": strict and reserved ones, edition 2024.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield", "union",
];

const DERIVE_ROW: &str = "#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]";
const DERIVE_ID: &str =
    "#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]";
const DERIVE_CHOICE: &str =
    "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]";

/// The source.
pub(super) fn write(model: &Model<'_>) -> String {
    let language = model.language();
    let mut source = Source::default();
    let about = sentence(language, "types_about", &[("name", &model.blueprint.name)]);
    source.line(&format!("//! {}", rust_doc(&about)));
    source.line("//!");
    source.line("//! `serde = { version = \"1\", features = [\"derive\"] }`");
    source.line("//! `chrono = { version = \"0.4\", features = [\"serde\"] }`");
    source.line("");
    source.line("use serde::{Deserialize, Serialize};");
    source.data(model);
    for record in &model.records {
        source.id(model, record);
        source.row(model, record);
        for (property, name, choices) in record.choices() {
            source.choice(model, (record, property), name, choices);
        }
    }
    source.0
}

#[derive(Default)]
struct Source(String);

impl Source {
    fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    fn doc(&mut self, indent: &str, text: &str) {
        self.line(&format!("{indent}/// {}", rust_doc(text)));
    }

    fn data(&mut self, model: &Model<'_>) {
        self.line("");
        self.doc("", word(model.language(), "types_data"));
        self.line("#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]");
        self.line("#[serde(default, deny_unknown_fields)]");
        self.line("pub struct Data {");
        for record in &model.records {
            let about = [record.table.name.as_str(), &record.table.description];
            self.doc("    ", &named(about));
            self.field(&record.key, &format!("Vec<{}Row>", record.stem), "");
        }
        self.line("}");
    }

    fn id(&mut self, model: &Model<'_>, record: &Record<'_>) {
        self.line("");
        self.doc("", &sentence(model.language(), "row_id_of", &[("table", &record.table.name)]));
        self.line(DERIVE_ID);
        self.line("#[serde(transparent)]");
        self.line(&format!("pub struct {}Id(pub String);", record.stem));
    }

    fn row(&mut self, model: &Model<'_>, record: &Record<'_>) {
        self.line("");
        let about = sentence(model.language(), "types_row", &[("table", &record.table.name)]);
        self.doc("", &joined(&[&about, &record.table.description]));
        self.line(DERIVE_ROW);
        self.line("#[serde(deny_unknown_fields)]");
        self.line(&format!("pub struct {}Row {{", record.stem));
        self.doc("    ", word(model.language(), "row_id"));
        self.field("id", &format!("{}Id", record.stem), "");
        for property in &record.properties {
            self.doc("    ", &named([&property.field.name, &model.description(property)]));
            let may_be_missing = !property.is_required && (property.is_list || property.item == Item::Bool);
            self.field(&property.key, &type_of(model, property), if may_be_missing { "default" } else { "" });
        }
        self.line("}");
    }

    /// A field; one that Rust does not let be called so gets a `_`, and its name in data beside it.
    fn field(&mut self, key: &str, of_type: &str, attribute: &str) {
        let is_keyword = KEYWORDS.contains(&key);
        let rename = if is_keyword { format!("rename = \"{key}\"") } else { String::new() };
        let attributes: Vec<_> = [attribute, &rename].into_iter().filter(|text| !text.is_empty()).collect();
        if !attributes.is_empty() {
            self.line(&format!("    #[serde({})]", attributes.join(", ")));
        }
        self.line(&format!("    pub {key}{}: {of_type},", if is_keyword { "_" } else { "" }));
    }

    fn choice(
        &mut self,
        model: &Model<'_>,
        (record, property): (&Record<'_>, &Property<'_>),
        name: &str,
        choices: &[Choice],
    ) {
        let values = [("table", record.table.name.as_str()), ("field", &property.field.name)];
        self.line("");
        self.doc("", &sentence(model.language(), "types_choice", &values));
        self.line(DERIVE_CHOICE);
        self.line(&format!("pub enum {name} {{"));
        for choice in choices {
            self.doc("    ", &choice.name);
            if choice.name != choice.variant {
                self.line(&format!("    #[serde(rename = {})]", literal(&choice.name)));
            }
            self.line(&format!("    {},", choice.variant));
        }
        self.line("}");
    }
}

fn type_of(model: &Model<'_>, property: &Property<'_>) -> String {
    let item = match &property.item {
        Item::Text | Item::Url | Item::Email => "String".to_owned(),
        Item::Number => "f64".to_owned(),
        Item::Rating(_) => "u8".to_owned(),
        Item::Bool => "bool".to_owned(),
        Item::Date => "chrono::NaiveDate".to_owned(),
        Item::Datetime => "chrono::DateTime<chrono::Utc>".to_owned(),
        Item::Choice(name, _) => name.clone(),
        Item::Link(place) => match model.record(*place) {
            Some(record) => format!("{}Id", record.stem),
            None => "String".to_owned(),
        },
    };
    match property {
        property if property.is_list => format!("Vec<{item}>"),
        property if property.is_nullable() => format!("Option<{item}>"),
        _ => item,
    }
}
