//! Automations: rules that do the routine, over the fields that are there.

use super::cause::*;
use super::form::Form;
use super::options;
use super::reasons;
use super::views::all;
use crate::blueprint::{
    Action, Automation, AutomationId, Cause, CellValue, Condition, ExportFormat, FieldId, FieldKind, Filter,
    Operator, Period, Table, Trigger,
};
use crate::words::fill;

/// The title rules: word key, secondary topic, and the primary topic where there are no secondary ones.
const TITLE_RULES: [(&str, &str, &str); 3] = [
    ("title_development", "development", "technical"),
    ("title_design", "design", "creative"),
    ("title_meetings", "meetings", "work"),
];

/// Every automation that the answers ask for and the fields allow.
pub(super) fn of(form: &Form<'_>, tables: &[Table]) -> Vec<Automation> {
    let mut rules = Rules { form, tables, automations: Vec::new() };
    new_sessions(&mut rules);
    reminders(&mut rules);
    closure(&mut rules);
    archive(&mut rules);
    exports(&mut rules);
    rules.automations
}

fn new_sessions(rules: &mut Rules<'_>) {
    let defaults = [("status", "active"), ("priority", "medium"), ("visibility", "team")];
    let defaults =
        defaults.iter().filter_map(|(name, option)| rules.set(&format!("sessions_{name}"), option));
    rules.add(
        "new_session_defaults",
        "sessions",
        Trigger::RowCreated,
        None,
        defaults.collect(),
        &[AUTOMATION],
    );
    for (name, secondary, primary) in TITLE_RULES {
        let by_secondary = rules.set("sessions_secondary_topics", secondary);
        let topic = match by_secondary {
            Some(_) => options::SECONDARY_TOPICS.name(rules.form, secondary),
            None => options::PRIMARY_TOPIC.name(rules.form, primary),
        };
        // Where nothing sorts by topic there is no rule either.
        let sort = by_secondary.or_else(|| rules.set("sessions_primary_topic", primary));
        let filter = sort.as_ref().and_then(|sort| rules.unsorted_with_words(name, sort));
        let actions = sort.into_iter().collect();
        rules.add(name, "sessions", Trigger::RowCreated, filter, actions, &[AUTOMATION]);
        rules.fill_description(name, &[("topic", &topic)]);
    }
}

fn reminders(rules: &mut Rules<'_>) {
    let active = all(vec![rules.option("sessions_status", Operator::Is, "active")]);
    let every = Trigger::Schedule { every: Period::Week };
    let tell = rules.notify("weekly_review", None);
    rules.add("weekly_review", "sessions", every, active, tell, &[AUTOMATION, LARGE_TEAM]);
    let trigger = Trigger::DateReached { field: FieldId::from("fld_sessions_follow_up_date"), days_after: 0 };
    let tell = rules.notify("follow_up_alert", Some("sessions_owner"));
    rules.add("follow_up_alert", "sessions", trigger, rules.unresolved(), tell, &[REMINDERS]);
    let trigger = Trigger::DateReached { field: FieldId::from("fld_action_items_due_date"), days_after: -1 };
    let open = all(vec![rules.option("action_items_status", Operator::IsNot, "done")]);
    let tell = rules.notify("action_item_due", Some("action_items_assignee"));
    rules.add("action_item_due", "action_items", trigger, open, tell, &[REMINDERS]);
}

fn closure(rules: &mut Rules<'_>) {
    let changed = |field: &str| Trigger::FieldChanged { field: FieldId::from(field) };
    let closed = all(vec![rules.option("projects_status", Operator::Is, "completed")]);
    let mut actions: Vec<_> = rules.set_today("projects_end").into_iter().collect();
    actions.extend(rules.notify("project_closed", Some("projects_members")));
    rules.add("project_closed", "projects", changed("fld_projects_status"), closed, actions, &[AUTOMATION]);
    if rules.has("sessions_project_phase") {
        let complete = all(vec![rules.option("sessions_project_phase", Operator::Is, "complete")]);
        let trigger = changed("fld_sessions_project_phase");
        let actions = rules.archiving();
        rules.add("archive_on_closure", "sessions", trigger, complete, actions, &[AUTOMATION]);
    }
}

fn archive(rules: &mut Rules<'_>) {
    let after =
        |days_after| Trigger::DateReached { field: FieldId::from("fld_sessions_updated"), days_after };
    let completed = all(vec![rules.option("sessions_status", Operator::Is, "completed")]);
    let actions = rules.archiving();
    rules.add("archive_completed", "sessions", after(30), completed, actions, &[ARCHIVE, AUTOMATION]);
    let kept = all(vec![rules.option("sessions_status", Operator::IsNot, "archived")]);
    let mut actions = rules.archiving();
    actions.extend(rules.notify("retention", Some("sessions_owner")));
    rules.add("retention", "sessions", after(365), kept, actions, &[COMPANY]);
}

fn exports(rules: &mut Rules<'_>) {
    let export = |format, by: Option<&str>| Action::Export { format, by: by.map(FieldId::from) };
    let every = |every| Trigger::Schedule { every };
    let csv = vec![export(ExportFormat::Csv, None)];
    rules.add("export_weekly", "sessions", every(Period::Week), None, csv.clone(), &[EXPORTS]);
    let mut backup = vec![export(ExportFormat::Json, None)];
    if rules.form.asks(PORTABILITY) {
        backup.extend(csv);
    }
    let causes = &[EXPORTS, PORTABILITY];
    rules.add("export_monthly", "sessions", every(Period::Month), None, backup, causes);
    // Without projects, the AI a session came from is what parts it best.
    let (name, by) = match rules.has("sessions_project") {
        true => ("export_per_project", "fld_sessions_project"),
        false => ("export_per_platform", "fld_sessions_platform"),
    };
    let parts = vec![export(ExportFormat::Csv, Some(by))];
    rules.add(name, "sessions", every(Period::Month), None, parts, &[EXPORTS]);
}

/// The automations of a system in the making.
struct Rules<'a> {
    form: &'a Form<'a>,
    tables: &'a [Table],
    automations: Vec<Automation>,
}

impl Rules<'_> {
    /// Adds `aut_<name>` if an answer gives one of `causes`, its table is there and it has something to do.
    fn add(
        &mut self,
        name: &str,
        table: &str,
        trigger: Trigger,
        filter: Option<Filter>,
        actions: Vec<Action>,
        causes: &[Cause],
    ) {
        let id = format!("aut_{name}");
        let table = format!("tbl_{table}").as_str().into();
        let there = self.tables.iter().any(|known| known.id == table);
        let reason = reasons::of(self.form, causes);
        if reason.is_some() && there && !actions.is_empty() {
            self.automations.push(Automation {
                name: self.form.word(&format!("{id}.name")),
                description: self.form.word(&format!("{id}.description")),
                id: AutomationId::new(id),
                table,
                trigger,
                filter,
                actions,
                reason,
            });
        }
    }

    /// Fills the placeholders in the description of `aut_<name>`, if it is there.
    fn fill_description(&mut self, name: &str, values: &[(&str, &str)]) {
        let id = AutomationId::new(format!("aut_{name}"));
        if let Some(automation) = self.automations.iter_mut().find(|automation| automation.id == id) {
            automation.description = fill(&automation.description, values);
        }
    }

    /// The kind of the field `fld_<path>`, if it is there.
    fn kind(&self, path: &str) -> Option<&FieldKind> {
        let id = FieldId::new(format!("fld_{path}"));
        self.tables.iter().find_map(|table| table.field(&id)).map(|field| &field.kind)
    }

    fn has(&self, path: &str) -> bool {
        self.kind(path).is_some()
    }

    /// Sets a select, or a relation to a sample row, by the key of its option or row; nothing without the field.
    fn set(&self, path: &str, key: &str) -> Option<Action> {
        let value = super::sample_rows::choice(path, self.kind(path)?, key);
        Some(Action::SetField { field: FieldId::new(format!("fld_{path}")), value })
    }

    fn set_today(&self, path: &str) -> Option<Action> {
        self.has(path).then(|| Action::SetToday { field: FieldId::new(format!("fld_{path}")) })
    }

    fn archiving(&self) -> Vec<Action> {
        self.set("sessions_status", "archived")
            .into_iter()
            .chain(self.set_today("sessions_archived_at"))
            .collect()
    }

    /// Tells the person in a field, or everybody where that field is missing or holds no plain people.
    fn notify(&self, name: &str, person: Option<&str>) -> Vec<Action> {
        let person = person.filter(|path| matches!(self.kind(path), Some(FieldKind::Person { .. })));
        let person = person.map(|path| FieldId::new(format!("fld_{path}")));
        vec![Action::Notify { person, message: self.form.word(&format!("aut_{name}.message")) }]
    }

    fn option(&self, path: &str, operator: Operator, option: &str) -> Condition {
        let value = Some(CellValue::Text(format!("opt_{path}_{option}")));
        Condition { field: FieldId::new(format!("fld_{path}")), operator, value }
    }

    /// Sessions whose title has one of the rule's words and whose topic nobody chose: the first rule that fits wins.
    fn unsorted_with_words(&self, rule: &str, sort: &Action) -> Option<Filter> {
        let Action::SetField { field, .. } = sort else { return None };
        let words = self.form.word(&format!("aut_{rule}.words"));
        let words = words.split(',').map(|word| word.trim().to_owned()).collect();
        let title = Condition {
            field: FieldId::from("fld_sessions_title"),
            operator: Operator::IsAnyOf,
            value: Some(CellValue::List(words)),
        };
        all(vec![title, Condition { field: field.clone(), operator: Operator::IsEmpty, value: None }])
    }

    /// Sessions that are neither completed nor archived.
    fn unresolved(&self) -> Option<Filter> {
        all(["completed", "archived"]
            .map(|key| self.option("sessions_status", Operator::IsNot, key))
            .to_vec())
    }
}
