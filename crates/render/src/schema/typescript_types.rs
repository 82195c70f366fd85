//! Types of the rows in TypeScript.

use super::code::{literal, typescript_doc};
use super::model::{Choice, Item, Model, Property, Record};
use super::words::{joined, named, sentence, word};

/// Longest line of a union; longer ones have a line a value.
const LINE_MAX: usize = 100;

/// The source.
pub(super) fn write(model: &Model<'_>) -> String {
    let language = model.language();
    let mut source = Source::default();
    source.doc("", &sentence(language, "types_about", &[("name", &model.blueprint.name)]));
    source.data(model);
    for record in &model.records {
        let values = [("table", record.table.name.as_str())];
        source.line("");
        source.doc("", &sentence(language, "row_id_of", &values));
        source.line(&format!("export type {}Id = string;", record.stem));
        let about = joined(&[&sentence(language, "types_row", &values), &record.table.description]);
        source.row(model, record, &about);
        source.create(model, record, &sentence(language, "types_create", &values));
        source.line("");
        source.doc("", &sentence(language, "types_update", &values));
        source.line(&format!("export type {0}Update = Partial<{0}Create>;", record.stem));
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
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn doc(&mut self, indent: &str, text: &str) {
        self.line(&format!("{indent}/** {} */", typescript_doc(text)));
    }

    fn data(&mut self, model: &Model<'_>) {
        self.line("");
        self.doc("", word(model.language(), "types_data"));
        self.line("export interface Data {");
        for record in &model.records {
            self.doc("  ", &named([&record.table.name, &record.table.description]));
            self.line(&format!("  {}?: {}Row[];", record.key, record.stem));
        }
        self.line("}");
    }

    fn row(&mut self, model: &Model<'_>, record: &Record<'_>, about: &str) {
        self.line("");
        self.doc("", about);
        self.line(&format!("export interface {}Row {{", record.stem));
        self.doc("  ", word(model.language(), "row_id"));
        self.line(&format!("  readonly id: {}Id;", record.stem));
        for property in &record.properties {
            self.property(model, property, false);
        }
        self.line("}");
    }

    fn create(&mut self, model: &Model<'_>, record: &Record<'_>, about: &str) {
        self.line("");
        self.doc("", about);
        self.line(&format!("export interface {}Create {{", record.stem));
        for property in record.properties.iter().filter(|property| !property.is_read_only) {
            self.property(model, property, !property.is_required);
        }
        self.line("}");
    }

    fn property(&mut self, model: &Model<'_>, property: &Property<'_>, is_optional: bool) {
        self.doc("  ", &named([&property.field.name, &model.description(property)]));
        let readonly = if property.is_read_only { "readonly " } else { "" };
        let optional = if is_optional { "?" } else { "" };
        self.line(&format!("  {readonly}{}{optional}: {};", property.key, type_of(model, property)));
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
        let names: Vec<_> = choices.iter().map(|choice| literal(&choice.name)).collect();
        let line = format!("export type {name} = {};", names.join(" | "));
        if line.chars().count() <= LINE_MAX {
            self.line(&line);
        } else {
            self.line(&format!("export type {name} =\n  | {};", names.join("\n  | ")));
        }
    }
}

fn type_of(model: &Model<'_>, property: &Property<'_>) -> String {
    let item = match &property.item {
        Item::Number | Item::Rating(_) => "number".to_owned(),
        Item::Bool => "boolean".to_owned(),
        Item::Text | Item::Url | Item::Email | Item::Date | Item::Datetime => "string".to_owned(),
        Item::Choice(name, _) => name.clone(),
        Item::Link(place) => match model.record(*place) {
            Some(record) => format!("{}Id", record.stem),
            None => "string".to_owned(),
        },
    };
    match property {
        property if property.is_list => format!("{item}[]"),
        property if property.is_nullable() => format!("{item} | null"),
        _ => item,
    }
}
