//! Operations in words, for the history panel.

use std::collections::BTreeMap;

use super::{Element, ElementId, ElementKind, FieldProperty, Operation, WORDS};
use crate::api::platforms::KINDS;
use crate::blueprint::{Blueprint, FieldId, FieldKind};
use crate::words::Language;

impl Operation {
    /// What it does, as an entry of the history panel; names are looked up in `before`, which it is applied to.
    pub fn describe(&self, before: &Blueprint, language: Language) -> String {
        Describe { before, language }.operation(self)
    }
}

/// What several operations do together: the first of them, and how many more there are.
pub(super) fn steps(operations: &[&Operation], before: &Blueprint, language: Language) -> String {
    let first = operations.first().map(|first| first.describe(before, language));
    let first = first.unwrap_or_else(|| WORDS.get(language, "nothing").to_owned());
    match operations.len() {
        0 | 1 => first,
        count => {
            let more = count - 1;
            let key = format!("more.{}", language.plural_form(more));
            WORDS.fill(language, &key, &[("first", &first), ("count", &more.to_string())])
        }
    }
}

/// What such elements are called.
pub(super) fn kind(kind: ElementKind, language: Language) -> String {
    WORDS.fill(language, &format!("kind.{}", kind.as_str()), &[])
}

impl ElementId {
    /// What the element is called, a row by its title; nothing for what is not there.
    pub fn name(&self, blueprint: &Blueprint) -> Option<String> {
        match self {
            Self::Blueprint => Some(blueprint.name.clone()),
            id => Element::find(blueprint, id).map(|element| element_name(blueprint, &element)),
        }
    }
}

/// What people call an element; its id where it is not there, or has no name.
pub(super) fn name(blueprint: &Blueprint, id: &ElementId) -> String {
    if *id == ElementId::Blueprint {
        return blueprint.name.clone();
    }
    id.name(blueprint).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.as_str().to_owned())
}

fn element_name(blueprint: &Blueprint, element: &Element) -> String {
    match element {
        Element::Table(table) => table.name.clone(),
        Element::Field { field, .. } => field.name.clone(),
        Element::Option { option, .. } => option.name.clone(),
        Element::View { view, .. } => view.name.clone(),
        Element::Row { table, row } => {
            blueprint.table(table).map(|table| table.label(row).to_owned()).unwrap_or_default()
        }
        Element::Automation(automation) => automation.name.clone(),
        Element::Dashboard(dashboard) => dashboard.name.clone(),
        Element::Chart { chart, .. } => chart.name.clone(),
    }
}

struct Describe<'a> {
    before: &'a Blueprint,
    language: Language,
}

impl Describe<'_> {
    fn operation(&self, operation: &Operation) -> String {
        match operation {
            Operation::Add { element, .. } => {
                let name = element_name(self.before, element);
                let name = if name.trim().is_empty() { element.id().as_str().to_owned() } else { name };
                self.placed("add", &element.id(), &name, &element.parent())
            }
            Operation::Remove { element } => self.found("remove", element),
            Operation::Move { element, .. } => self.found("move", element),
            Operation::ChangeKinds { fields, .. } => self.kinds(fields),
            Operation::SetCell { row, field, value } => {
                let key = if value.is_some() { "cell.set" } else { "cell.clear" };
                let field = self.name(&ElementId::Field(field.clone()));
                let row = self.name(&ElementId::Row(row.clone()));
                self.say(key, &[("field", &field), ("row", &row)])
            }
            Operation::Group { operations } => {
                steps(&operations.iter().collect::<Vec<_>>(), self.before, self.language)
            }
            edit => self.edit(edit),
        }
    }

    /// An element that is there.
    fn found(&self, verb: &str, id: &ElementId) -> String {
        let parent = Element::find(self.before, id).map_or(ElementId::Blueprint, |element| element.parent());
        self.placed(verb, id, &self.name(id), &parent)
    }

    fn placed(&self, verb: &str, id: &ElementId, name: &str, parent: &ElementId) -> String {
        let parent = self.name(parent);
        self.say(&format!("{verb}.{}", id.kind().as_str()), &[("name", name), ("parent", &parent)])
    }

    fn edit(&self, edit: &Operation) -> String {
        let Some((element, property)) = edit.property() else { return String::new() };
        let kind = element.kind().as_str();
        let name = self.name(&element);
        match (property, edit) {
            ("reason", _) => self.say("edit.reason", &[("name", &name)]),
            ("name", _) => {
                let new = edit.new_name().unwrap_or_default();
                self.say(&format!("edit.{kind}.name"), &[("old", &name), ("new", new)])
            }
            (_, Operation::EditField { set: FieldProperty::Required(is_required), .. }) => {
                let key = if *is_required { "edit.field.required.on" } else { "edit.field.required.off" };
                self.say(key, &[("name", &name)])
            }
            _ => self.say(&format!("edit.{kind}.{property}"), &[("name", &name)]),
        }
    }

    fn kinds(&self, fields: &BTreeMap<FieldId, FieldKind>) -> String {
        let mut several = fields.iter();
        match (several.next(), several.next(), several.next()) {
            (Some((id, kind)), None, _) => self.one_kind(id, kind),
            (Some(first), Some(second), None) => {
                let title = |(id, kind): (&FieldId, &FieldKind)| {
                    matches!(kind, FieldKind::Title).then(|| self.titled(id))
                };
                let titled = title(first).or_else(|| title(second));
                titled.or_else(|| self.paired(first, second)).unwrap_or_else(|| self.several(fields))
            }
            _ => self.several(fields),
        }
    }

    fn several(&self, fields: &BTreeMap<FieldId, FieldKind>) -> String {
        let names: Vec<_> = fields.keys().map(|id| self.name(&ElementId::Field(id.clone()))).collect();
        self.say("kinds.several", &[("names", &self.language.list(&names))])
    }

    fn one_kind(&self, id: &FieldId, kind: &FieldKind) -> String {
        let Some((table, field)) = self.before.field(id) else {
            return self.say("kinds.several", &[("names", id.as_str())]);
        };
        let (old, new) = (self.kind_name(&field.kind), self.kind_name(kind));
        let values = [("name", field.name.as_str()), ("parent", &table.name), ("old", &old), ("new", &new)];
        let key = if field.kind.name() == kind.name() { "kinds.settings" } else { "kinds.one" };
        self.say(key, &values)
    }

    fn titled(&self, id: &FieldId) -> String {
        let parent = self.before.field(id).map(|(table, _)| table.name.as_str()).unwrap_or_default();
        self.say("kinds.title", &[("name", &self.name(&ElementId::Field(id.clone()))), ("parent", parent)])
    }

    /// Two fields that become the two sides of a relation.
    fn paired(&self, first: (&FieldId, &FieldKind), second: (&FieldId, &FieldKind)) -> Option<String> {
        let FieldKind::Relation { inverse: Some(inverse), .. } = first.1 else { return None };
        let name = |id: &FieldId| self.name(&ElementId::Field(id.clone()));
        let values = [("first", name(first.0)), ("second", name(second.0))];
        let values = values.each_ref().map(|(key, name)| (*key, name.as_str()));
        (inverse == second.0).then(|| self.say("kinds.paired", &values))
    }

    fn kind_name(&self, kind: &FieldKind) -> String {
        KINDS.fill(self.language, &format!("field.{}", kind.name().as_str()), &[])
    }

    fn name(&self, id: &ElementId) -> String {
        name(self.before, id)
    }

    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        WORDS.fill(self.language, key, values)
    }
}

impl Operation {
    /// The name that an edit sets.
    fn new_name(&self) -> Option<&str> {
        use super::{
            AutomationProperty, BlueprintProperty, ChartProperty, DashboardProperty, OptionProperty,
            TableProperty, ViewProperty,
        };
        match self {
            Self::EditBlueprint { set: BlueprintProperty::Name(name) }
            | Self::EditTable { set: TableProperty::Name(name), .. }
            | Self::EditField { set: FieldProperty::Name(name), .. }
            | Self::EditOption { set: OptionProperty::Name(name), .. }
            | Self::EditView { set: ViewProperty::Name(name), .. }
            | Self::EditAutomation { set: AutomationProperty::Name(name), .. }
            | Self::EditDashboard { set: DashboardProperty::Name(name), .. }
            | Self::EditChart { set: ChartProperty::Name(name), .. } => Some(name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::operation::{TableProperty, ViewProperty};

    #[track_caller]
    fn check(operation: Operation, expected: [&str; 6]) {
        let told = Language::ALL.map(|language| operation.describe(&small(), language));
        assert_eq!(told.each_ref().map(String::as_str), expected);
    }

    #[test]
    fn words_are_complete_and_have_every_form() {
        crate::words::assert_complete(&WORDS);
        for language in Language::ALL {
            for count in (0..=120).chain([1_000, 1_000_000]) {
                let key = format!("more.{}", language.plural_form(count));
                assert!(WORDS.find(language, &key).is_some(), "{key} in {language:?}");
            }
        }
    }

    #[test]
    fn a_rename_names_both() {
        let set = TableProperty::Name("Chats".to_owned());
        check(
            Operation::EditTable { table: "tbl_sessions".into(), set },
            [
                "Renamed table Sessions to Chats",
                "Tabelle „Sessions“ in „Chats“ umbenannt",
                "Cambio de nombre de la tabla «Sessions» a «Chats»",
                "La table « Sessions » devient « Chats »",
                "テーブル「Sessions」を「Chats」に変更",
                "إعادة تسمية الجدول «Sessions» إلى «Chats»",
            ],
        );
    }

    #[test]
    fn english_entries_read_as_a_person_would_say_them() {
        let told = |operation: Operation| operation.describe(&small(), Language::En);
        let remove = |element| told(Operation::remove(element));
        assert_eq!(remove(ElementId::Row("row_a".into())), "Removed row Debug the parser from Sessions");
        assert_eq!(remove(ElementId::Chart("cht_heat".into())), "Removed chart When from Overview");
        assert_eq!(remove(ElementId::View("viw_x".into())), "Removed view viw_x from Small system");
        let change = |field: &str, kind| told(Operation::change_kind(field.into(), kind));
        assert_eq!(
            change("fld_url", FieldKind::Text),
            "Changed field Source URL in Sessions from Link to Text"
        );
        assert_eq!(
            change("fld_rating", FieldKind::Rating { max: 3 }),
            "Changed the settings of field Value Rating in Sessions"
        );
        let hide =
            Operation::EditView { view: "viw_all".into(), set: ViewProperty::VisibleFields(Vec::new()) };
        assert_eq!(told(hide.clone()), "Changed the visible fields of view All");
        let clear = Operation::SetCell { row: "row_b".into(), field: "fld_due".into(), value: None };
        assert_eq!(told(clear.clone()), "Cleared Follow-up Date of row Plan the workshop");
        let both = Operation::Group { operations: vec![hide, clear] };
        assert_eq!(told(both), "Changed the visible fields of view All and 1 more change");
        assert_eq!(told(Operation::Group { operations: Vec::new() }), "Changed nothing");
    }

    /// Every key is said somewhere, and every kind of element and property has its words.
    #[test]
    fn every_property_has_its_words() {
        let blueprint = crate::operation::tests::everything();
        for language in Language::ALL {
            for operation in crate::operation::tests::every_edit(&blueprint) {
                let told = operation.describe(&blueprint, language);
                assert!(!told.contains("edit.") && !told.contains(['{', '}']), "{told}");
            }
        }
    }
}
