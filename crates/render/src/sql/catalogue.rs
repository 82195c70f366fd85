//! The table `names`: what people call everything, and where it is kept. SQLite has no other place for it.

use shared::blueprint::View;

use super::model::{Column, Entity, Model, Place};
use super::script::{Line, Script};
use super::text::literal;

/// What is in the database, by its names.
pub(super) struct Catalogue {
    rows: Vec<String>,
}

impl Catalogue {
    /// The tables and fields of `model`.
    pub(super) fn new(model: &Model<'_>) -> Self {
        let mut catalogue = Self { rows: Vec::new() };
        for entity in &model.tables {
            let table = entity.table;
            catalogue.add(
                table.id.as_str(),
                [&entity.name, "", &entity.name],
                &table.name,
                &table.description,
            );
            for column in &entity.columns {
                let field = column.field;
                let stored = stored(model, entity, column);
                let shown = if column.kind.is_some() { column.name.as_str() } else { "" };
                catalogue.add(
                    field.id.as_str(),
                    [&entity.rows, shown, &stored],
                    &field.name,
                    &field.description,
                );
            }
        }
        catalogue
    }

    /// A view of the blueprint.
    pub(super) fn view(&mut self, view: &View, name: &str) {
        self.add(view.id.as_str(), [name, "", ""], &view.name, &view.description);
    }

    fn add(&mut self, element: &str, places: [&str; 3], name: &str, description: &str) {
        let optional = |text: &str| if text.is_empty() { "NULL".to_owned() } else { literal(text) };
        let [shown_in, column, stored_in] = places.map(optional);
        self.rows.push(format!(
            "({}, {shown_in}, {column}, {stored_in}, {}, {})",
            literal(element),
            literal(name),
            literal(description)
        ));
    }

    /// Writes the table.
    pub(super) fn write(&self, script: &mut Script) {
        let words = script.word("sql.table_names");
        script.gap();
        script.remark(words);
        let columns = [
            Line::plain("\"element\" text NOT NULL PRIMARY KEY"),
            Line { sql: "\"shown_in\" text".to_owned(), remark: script.word("sql.shown_in").to_owned() },
            Line {
                sql: "\"column_name\" text".to_owned(),
                remark: script.word("sql.column_name").to_owned(),
            },
            Line { sql: "\"stored_in\" text".to_owned(), remark: script.word("sql.stored_in").to_owned() },
            Line::plain("\"name\" text NOT NULL"),
            Line::plain("\"description\" text NOT NULL"),
        ];
        script.run_list("CREATE TABLE \"names\" (", &columns, ")");
        script.describe("TABLE", &["names"], words);
        let columns = ["element", "shown_in", "column_name", "stored_in", "name", "description"];
        super::rows::insert(script, "names", &columns, &self.rows);
    }
}

/// The table that holds a field, or `table.column` where a column does; empty for what is computed.
fn stored(model: &Model<'_>, entity: &Entity<'_>, column: &Column<'_>) -> String {
    let column_of = |entity: &Entity<'_>, name: &str| format!("{}.{name}", entity.name);
    match &column.place {
        Place::Own | Place::Option { .. } => column_of(entity, &column.name),
        Place::One { id } => column_of(entity, id),
        Place::AutoId { number, .. } => column_of(entity, number),
        Place::Options { link, .. } | Place::People { link } | Place::Many { link, .. } => link.clone(),
        Place::Inverse { of, .. } | Place::InverseMany { of } => {
            model.column(of).map(|(holder, of)| stored(model, holder, of)).unwrap_or_default()
        }
        Place::Computed => String::new(),
    }
}
