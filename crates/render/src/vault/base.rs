//! Bases: their text, whole files and blocks in notes alike.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::filter::Statements;
use super::term::literal;
use super::yaml::{expression, quoted};
use crate::names::{Taken, ascii_words, identifier};

/// How a view lays notes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Table,
    Cards,
    List,
}

impl Layout {
    fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Cards => "cards",
            Self::List => "list",
        }
    }
}

/// A view of a base.
#[derive(Clone, Debug)]
pub(super) struct BaseView {
    pub(super) layout: Layout,
    pub(super) name: String,
    pub(super) filter: Option<Statements>,
    /// The property whose values part the notes.
    pub(super) group: Option<String>,
    /// Columns.
    pub(super) order: Vec<String>,
    /// Properties to sort by, most important first; `true` where the least comes first.
    pub(super) sort: Vec<(String, bool)>,
    /// Summaries below columns: property and function.
    pub(super) summaries: Vec<(String, &'static str)>,
    /// The property with the picture of a card.
    pub(super) image: Option<String>,
}

impl BaseView {
    pub(super) fn table(name: &str, order: Vec<String>) -> Self {
        Self {
            layout: Layout::Table,
            name: name.to_owned(),
            filter: None,
            group: None,
            order,
            sort: Vec::new(),
            summaries: Vec::new(),
            image: None,
        }
    }
}

/// A base.
#[derive(Debug)]
pub(super) struct Base {
    /// The folder whose notes it shows.
    folder: String,
    /// Further statements that hold for every view.
    pub(super) filters: Vec<String>,
    formulas: Vec<(String, String)>,
    /// Properties with what people read of them.
    shown: Vec<(String, String)>,
    pub(super) views: Vec<BaseView>,
    taken: Taken,
}

impl Base {
    pub(super) fn new(folder: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            filters: Vec::new(),
            formulas: Vec::new(),
            shown: Vec::new(),
            views: Vec::new(),
            taken: Taken::default(),
        }
    }

    /// Adds a formula under a name that only it has.
    pub(super) fn formula(&mut self, name: &str, text: String) {
        let name = self.taken.claim_identifier(name.to_owned());
        self.formulas.push((name, text));
    }

    /// The property of a formula with this text, new under a free name where there is none; `shown` is what people
    /// read of it, and its words end the name.
    pub(super) fn helper(&mut self, name: &str, text: String, shown: &str) -> String {
        let words = ascii_words(shown);
        let word = words.last().map_or("", String::as_str);
        let name =
            identifier(&format!("{} {word}", name.split_once('.').map_or(name, |(_, name)| name)), "formula");
        if let Some((name, _)) = self.formulas.iter().find(|(_, known)| *known == text) {
            return format!("formula.{name}");
        }
        let name = self.taken.claim_identifier(name);
        self.formulas.push((name.clone(), text));
        let property = format!("formula.{name}");
        self.show(&property, shown);
        property
    }

    /// Says what people read of a property.
    pub(super) fn show(&mut self, property: &str, shown: &str) {
        self.shown.push((property.to_owned(), shown.to_owned()));
    }

    /// Leaves out formulas and names that no view uses: a block in a note stays short.
    pub(super) fn pruned(mut self) -> Self {
        let mut used = BTreeSet::new();
        let mut texts: Vec<String> = self.views.iter().map(|view| format!("{view:?}")).collect();
        texts.extend(self.filters.iter().cloned());
        while let Some(text) = texts.pop() {
            for name in text.split("formula.").skip(1) {
                let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
                let name = name.get(..end).unwrap_or_default();
                if used.insert(name.to_owned()) {
                    let formula = self.formulas.iter().find(|(known, _)| known == name);
                    texts.extend(formula.map(|(_, text)| text.clone()));
                }
            }
        }
        self.formulas.retain(|(name, _)| used.contains(name));
        let columns: BTreeSet<String> = self
            .views
            .iter()
            .flat_map(|view| view.order.iter().chain(&view.group).chain(view.sort.iter().map(|(by, _)| by)))
            .cloned()
            .collect();
        self.shown.retain(|(property, _)| columns.contains(property));
        self
    }

    /// As a block of a note.
    pub(super) fn block(self) -> String {
        format!("```base\n{}```", self.pruned().text())
    }

    /// The base as YAML.
    pub(super) fn text(&self) -> String {
        let mut lines = vec!["filters:".to_owned(), "  and:".to_owned()];
        let folder = format!("file.inFolder({})", literal(&self.folder));
        let filters =
            [folder, "file.ext == \"md\"".to_owned()].into_iter().chain(self.filters.iter().cloned());
        lines.extend(filters.map(|filter| format!("    - {}", expression(&filter))));
        if !self.formulas.is_empty() {
            lines.push("formulas:".to_owned());
            lines.extend(self.formulas.iter().map(|(name, text)| format!("  {name}: {}", expression(text))));
        }
        if !self.shown.is_empty() {
            lines.push("properties:".to_owned());
        }
        for (property, shown) in &self.shown {
            lines.push(format!("  {property}:"));
            lines.push(format!("    displayName: {}", quoted(shown)));
        }
        lines.push("views:".to_owned());
        self.views.iter().for_each(|view| write_view(view, &mut lines));
        let mut text = String::new();
        for line in lines {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

fn write_view(view: &BaseView, lines: &mut Vec<String>) {
    lines.push(format!("  - type: {}", view.layout.as_str()));
    lines.push(format!("    name: {}", quoted(&view.name)));
    if let Some(filter) = view.filter.as_ref().filter(|filter| !filter.statements.is_empty()) {
        lines.push("    filters:".to_owned());
        lines.push(format!("      {}:", filter.joined_by));
        lines
            .extend(filter.statements.iter().map(|statement| format!("        - {}", expression(statement))));
    }
    if let Some(group) = &view.group {
        lines.push("    groupBy:".to_owned());
        lines.push(format!("      property: {group}"));
        lines.push("      direction: ASC".to_owned());
    }
    lines.push("    order:".to_owned());
    lines.extend(view.order.iter().map(|property| format!("      - {property}")));
    if !view.sort.is_empty() {
        lines.push("    sort:".to_owned());
    }
    for (property, is_ascending) in &view.sort {
        lines.push(format!("      - property: {property}"));
        lines.push(format!("        direction: {}", if *is_ascending { "ASC" } else { "DESC" }));
    }
    if !view.summaries.is_empty() {
        lines.push("    summaries:".to_owned());
        lines.extend(
            view.summaries.iter().map(|(property, function)| format!("      {property}: {function}")),
        );
    }
    lines.extend(view.image.iter().map(|property| format!("    image: {property}")));
}
