//! What triggers and actions begin with, on a table with such fields.

use shared::blueprint::{
    Action, CellValue, Cells, ExportFormat, FieldId, KindName, Period, TableId, Trigger,
};

use super::super::clauses::Fact;

/// The names of all triggers, in order.
pub(super) const TRIGGERS: [&str; 4] = ["row_created", "field_changed", "date_reached", "schedule"];
/// The names of all actions, in order.
pub(super) const ACTIONS: [&str; 5] = ["set_field", "set_today", "notify", "create_row", "export"];

/// The name of a trigger.
pub(super) fn trigger_name(trigger: &Trigger) -> &'static str {
    match trigger {
        Trigger::RowCreated => "row_created",
        Trigger::FieldChanged { .. } => "field_changed",
        Trigger::DateReached { .. } => "date_reached",
        Trigger::Schedule { .. } => "schedule",
    }
}

/// The name of an action.
pub(super) fn action_name(action: &Action) -> &'static str {
    match action {
        Action::SetField { .. } => "set_field",
        Action::SetToday { .. } => "set_today",
        Action::Notify { .. } => "notify",
        Action::CreateRow { .. } => "create_row",
        Action::Export { .. } => "export",
    }
}

/// A trigger as it is chosen; nothing where no field fits.
pub(super) fn trigger(name: &str, fields: &[Fact]) -> Option<Trigger> {
    let first = |fits: &dyn Fn(&Fact) -> bool| fields.iter().find(|fact| fits(fact)).map(|it| it.id.clone());
    Some(match name {
        "row_created" => Trigger::RowCreated,
        "field_changed" => {
            let field = first(&|fact| fact.kind == KindName::Select).or_else(|| first(&|_| true))?;
            Trigger::FieldChanged { field }
        }
        "date_reached" => {
            let field = first(&|fact| fact.kind == KindName::Date).or_else(|| first(&Fact::is_day))?;
            Trigger::DateReached { field, days_after: 0 }
        }
        "schedule" => Trigger::Schedule { every: Period::Week },
        _ => return None,
    })
}

/// Whether a field can be set to the day on which an automation runs.
pub(super) fn takes_today(fact: &Fact) -> bool {
    matches!(fact.kind, KindName::Date | KindName::Datetime)
}

/// Whether a field names people to tell.
pub(super) fn names_people(fact: &Fact) -> bool {
    fact.kind == KindName::Person
}

/// An action as it is chosen, with `words` for what it says; nothing where no field fits.
pub(super) fn action(name: &str, table: &TableId, fields: &[Fact], words: &str) -> Option<Action> {
    Some(match name {
        "set_field" => {
            let tells = |fact: &&Fact| matches!(fact.kind, KindName::Select | KindName::Checkbox);
            let told = fields.iter().filter(tells).find_map(set);
            let (field, value) = told.or_else(|| fields.iter().find_map(set))?;
            Action::SetField { field, value }
        }
        "set_today" => Action::SetToday { field: fields.iter().find(|fact| takes_today(fact))?.id.clone() },
        "notify" => Action::Notify {
            person: fields.iter().find(|fact| names_people(fact)).map(|fact| fact.id.clone()),
            message: words.to_owned(),
        },
        "create_row" => Action::CreateRow { table: table.clone(), cells: cells(fields, words) },
        "export" => Action::Export { format: ExportFormat::Csv, by: None },
        _ => return None,
    })
}

/// A field with a value to set it to; nothing for one that cannot be set.
pub(super) fn set(fact: &Fact) -> Option<(FieldId, CellValue)> {
    let value = fact.form.as_ref()?.first()?;
    Some((fact.id.clone(), value))
}

/// What a row begins with that is made: a title, without which nobody would find it.
pub(super) fn cells(fields: &[Fact], words: &str) -> Cells {
    let title = fields.iter().find(|fact| fact.kind == KindName::Title);
    title.map(|fact| (fact.id.clone(), CellValue::from(words))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use shared::validate::Class;

    use super::super::super::value::{Form, Offer};
    use super::*;

    fn fact(id: &str, kind: KindName, class: Class) -> Fact {
        Fact { form: form(kind), ..Fact::sample(id, kind, class) }
    }

    fn form(kind: KindName) -> Option<Form> {
        match kind {
            KindName::CreatedAt => None,
            KindName::Select => Some(Form::One(vec![Offer::plain("opt_a", "A")])),
            _ => Some(Form::Line(Vec::new())),
        }
    }

    fn fields() -> [Fact; 5] {
        [
            fact("title", KindName::Title, Class::Text),
            fact("made", KindName::CreatedAt, Class::Datetime),
            fact("status", KindName::Select, Class::Option),
            fact("due", KindName::Date, Class::Date),
            fact("owner", KindName::Person, Class::People),
        ]
    }

    #[test]
    fn every_trigger_and_action_begins_whole() {
        let fields = fields();
        for name in TRIGGERS {
            assert_eq!(trigger_name(&trigger(name, &fields).unwrap()), name);
        }
        for name in ACTIONS {
            assert_eq!(action_name(&action(name, &"tbl_a".into(), &fields, "Look").unwrap()), name);
        }
        let set = Action::SetField { field: "status".into(), value: "opt_a".into() };
        assert_eq!(action("set_field", &"tbl_a".into(), &fields, "Look"), Some(set));
        let reached = Trigger::DateReached { field: "due".into(), days_after: 0 };
        assert_eq!(trigger("date_reached", &fields), Some(reached));
    }

    #[test]
    fn what_no_field_fits_is_not_offered() {
        let fields = [fact("made", KindName::CreatedAt, Class::Datetime)];
        assert_eq!(action("set_field", &"tbl_a".into(), &fields, ""), None);
        assert_eq!(action("set_today", &"tbl_a".into(), &fields, ""), None);
        assert_eq!(trigger("date_reached", &[]), None);
    }

    #[test]
    fn a_made_row_has_a_title() {
        let made = cells(&fields(), "New");
        assert_eq!(made, Cells::from([("title".into(), "New".into())]));
    }
}
