//! Views: what people look at, of the fields that are there.

use super::cause::*;
use super::form::Form;
use super::options;
use super::reasons;
use crate::blueprint::{
    Cause, CellValue, Condition, Conjunction, Direction, FieldId, Filter, Operator, Sort, Table, View,
    ViewKind,
};

/// Columns that simple lists show, where they are there.
const BRIEF: &[&str] =
    &["title", "platform", "status", "primary_topic", "project", "follow_up_date", "created"];

/// Adds every view that the answers ask for and the fields allow.
pub(super) fn add(form: &Form<'_>, tables: &mut [Table]) {
    for table in tables {
        let key = key_of(table).to_owned();
        let mut views = Views { form, key: &key, table };
        match key.as_str() {
            "sessions" => sessions(&mut views),
            "projects" => projects(&mut views),
            "topics" => {
                views.add(View { group: views.id("parent"), ..views.grid("all") }, &[], &[ORGANIZATION])
            }
            "action_items" => action_items(&mut views),
            "people" => views.add(views.grid("all"), &[], &[LARGE_TEAM]),
            "templates" => templates(&mut views),
            _ => views.add(View { group: views.id("category"), ..views.grid("all") }, &[], &[TAGS]),
        }
    }
}

/// `sessions` of `tbl_sessions`.
pub(super) fn key_of(table: &Table) -> &str {
    table.id.as_str().trim_start_matches("tbl_")
}

fn sessions(views: &mut Views<'_>) {
    let newest = views.sorted("created", Direction::Descending);
    let all = View { sorts: newest.clone(), visible_fields: views.lean_columns(), ..views.grid("all") };
    views.add(all, &[], &[ALWAYS, SIMPLICITY]);
    if !views.form.is_lean() {
        views.add(views.board("by_status", "status"), &["status"], &[ALWAYS]);
    }
    quick_filters(views);
    organisation(views, &newest);
    numbers(views);
    people(views, &newest);
    times(views);
}

fn quick_filters(views: &mut Views<'_>) {
    let today = views.filtered("today", vec![views.within("created", "today")]);
    views.add(today, &["created"], &[ALWAYS]);
    let due = vec![
        views.within("follow_up_date", "until_today"),
        views.option_is_not("status", "completed"),
        views.option_is_not("status", "archived"),
    ];
    let sorts = views.sorted("follow_up_date", Direction::Ascending);
    let due = View { sorts, ..views.filtered("needs_follow_up", due) };
    views.add(due, &["follow_up_date"], &[ALWAYS, REMINDERS]);
    let impact = vec![views.option_is("priority", "high"), views.at_least("value_rating", 4.0)];
    views.add(views.filtered("high_impact", impact), &["priority", "value_rating"], &[TAGS, ANALYTICS]);
    let sorting = if views.has("tags") { "tags" } else { "primary_topic" };
    let untagged = vec![views.condition(sorting, Operator::IsEmpty, None)];
    views.add(views.filtered("untagged", untagged), &[sorting], &[TAGS, ORGANIZATION]);
}

fn organisation(views: &mut Views<'_>, newest: &[Sort]) {
    let sorts = newest.to_vec();
    let by_topic = View { group: views.id("primary_topic"), sorts: sorts.clone(), ..views.grid("by_topic") };
    views.add(by_topic, &["primary_topic"], &[ORGANIZATION]);
    let by_category = View { group: views.id("category"), sorts: sorts.clone(), ..views.grid("by_category") };
    views.add(by_category, &["category"], &[ORGANIZATION]);
    let by_project = View { group: views.id("project"), sorts: sorts.clone(), ..views.grid("by_project") };
    views.add(by_project, &["project"], &[PROJECTS]);
    let columns = views.columns(&["title", "keywords", "summary", "key_insights", "platform", "created"]);
    let search = View { kind: ViewKind::List, visible_fields: columns, sorts, ..views.grid("search") };
    views.add(search, &["keywords"], &[SEARCH]);
}

fn numbers(views: &mut Views<'_>) {
    let best = views.sorted("value_rating", Direction::Descending);
    let valuable = vec![views.at_least("value_rating", 4.0)];
    let valuable = View { sorts: best, ..views.filtered("high_value", valuable) };
    views.add(valuable, &["value_rating"], &[ANALYTICS]);
    let columns =
        &["title", "platform", "duration", "message_count", "satisfaction", "value_rating", "created"];
    let visible_fields = views.columns(columns);
    let sorts = views.sorted("duration", Direction::Descending);
    views.add(View { visible_fields, sorts, ..views.grid("performance") }, &["message_count"], &[ANALYTICS]);
}

fn people(views: &mut Views<'_>, newest: &[Sort]) {
    let causes = &[COLLABORATION, TEAM];
    let mine = vec![views.condition("owner", Operator::IsMe, None)];
    let mine = View { sorts: newest.to_vec(), ..views.filtered("my_sessions", mine) };
    views.add(mine, &["owner"], causes);
    // Somebody who works alone with guests shares by naming participants.
    let with = if views.has("shared_with") { "shared_with" } else { "participants" };
    let shared = vec![views.condition(with, Operator::IsMe, None)];
    let shared = View { sorts: newest.to_vec(), ..views.filtered("shared_with_me", shared) };
    views.add(shared, &[with], causes);
    let grouped = View { group: views.id("department"), ..views.grid("by_department") };
    views.add(grouped, &["department"], &[COMPANY]);
    for department in options::DEPARTMENT.keys() {
        let only = vec![views.option_is("department", department)];
        let view =
            View { sorts: newest.to_vec(), ..views.filtered(&format!("department_{department}"), only) };
        let name = options::DEPARTMENT.name(views.form, department);
        let fill =
            |part| views.form.fill(&format!("viw_sessions_department.{part}"), &[("department", &name)]);
        let view = View { name: fill("name"), description: fill("description"), ..view };
        views.add(view, &["department"], &[COMPANY]);
    }
}

fn times(views: &mut Views<'_>) {
    views.add(views.timeline("timeline", "created", "updated"), &["created"], &[TIMELINE]);
    let week = views.within("created", "this_week");
    let week = View { filter: all(vec![week]), ..views.calendar("this_week", "created") };
    views.add(week, &["created"], &[TIMELINE]);
    let archived = vec![views.option_is("status", "archived")];
    let sorts = views.sorted("archived_at", Direction::Descending);
    let archive = View { sorts, ..views.filtered("archive", archived) };
    views.add(archive, &["archived_at"], &[ARCHIVE]);
}

fn projects(views: &mut Views<'_>) {
    views.add(views.grid("all"), &[], &[PROJECTS]);
    views.add(views.board("by_status", "status"), &[], &[PROJECTS]);
    views.add(views.timeline("timeline", "start", "end"), &[], &[TIMELINE]);
}

fn action_items(views: &mut Views<'_>) {
    let sorts = views.sorted("due_date", Direction::Ascending);
    views.add(View { sorts: sorts.clone(), ..views.grid("all") }, &[], &[REMINDERS]);
    let open = vec![views.option_is_not("status", "done")];
    views.add(View { sorts, ..views.filtered("open", open) }, &[], &[REMINDERS]);
    views.add(views.board("by_status", "status"), &[], &[REMINDERS]);
    views.add(views.calendar("by_due_date", "due_date"), &[], &[TIMELINE]);
}

fn templates(views: &mut Views<'_>) {
    views.add(views.grid("all"), &[], &[TEMPLATES]);
    views.add(View { kind: ViewKind::Gallery, ..views.grid("gallery") }, &[], &[TEMPLATES]);
}

/// A filter by all of `conditions`.
pub(super) fn all(conditions: Vec<Condition>) -> Option<Filter> {
    Some(Filter { conjunction: Conjunction::All, conditions })
}

/// The views of one table.
struct Views<'a> {
    form: &'a Form<'a>,
    key: &'a str,
    table: &'a mut Table,
}

impl Views<'_> {
    /// Adds `view` if an answer gives one of `causes` and every field of `needs` is there.
    fn add(&mut self, view: View, needs: &[&str], causes: &[Cause]) {
        let reason = reasons::of(self.form, causes);
        if reason.is_some() && needs.iter().all(|name| self.has(name)) {
            self.table.views.push(View { reason, ..view });
        }
    }

    fn field_id(&self, name: &str) -> FieldId {
        FieldId::new(format!("fld_{}_{name}", self.key))
    }

    fn has(&self, name: &str) -> bool {
        self.table.field(&self.field_id(name)).is_some()
    }

    /// The id of a field, if it is there.
    fn id(&self, name: &str) -> Option<FieldId> {
        Some(self.field_id(name)).filter(|id| self.table.field(id).is_some())
    }

    fn grid(&self, name: &str) -> View {
        let id = format!("viw_{}_{name}", self.key);
        let word = |part: &str| self.form.word(&format!("{id}.{part}"));
        View::grid(id.as_str().into(), word("name"), word("description"))
    }

    fn filtered(&self, name: &str, conditions: Vec<Condition>) -> View {
        View { filter: all(conditions), visible_fields: self.lean_columns(), ..self.grid(name) }
    }

    fn board(&self, name: &str, by: &str) -> View {
        View { kind: ViewKind::Board { by: self.field_id(by) }, ..self.grid(name) }
    }

    fn calendar(&self, name: &str, date: &str) -> View {
        View { kind: ViewKind::Calendar { date: self.field_id(date) }, ..self.grid(name) }
    }

    fn timeline(&self, name: &str, start: &str, end: &str) -> View {
        View {
            kind: ViewKind::Timeline { start: self.field_id(start), end: self.id(end) },
            ..self.grid(name)
        }
    }

    fn sorted(&self, name: &str, direction: Direction) -> Vec<Sort> {
        self.id(name).map(|field| Sort { field, direction }).into_iter().collect()
    }

    fn columns(&self, names: &[&str]) -> Vec<FieldId> {
        names.iter().filter_map(|name| self.id(name)).collect()
    }

    /// The columns of Sessions that simplicity shows; all others are a click away.
    fn lean_columns(&self) -> Vec<FieldId> {
        if self.form.asks(SIMPLICITY) && self.key == "sessions" { self.columns(BRIEF) } else { Vec::new() }
    }

    fn condition(&self, name: &str, operator: Operator, value: Option<CellValue>) -> Condition {
        Condition { field: self.field_id(name), operator, value }
    }

    fn option_is(&self, name: &str, option: &str) -> Condition {
        let value = CellValue::Text(format!("opt_{}_{name}_{option}", self.key));
        self.condition(name, Operator::Is, Some(value))
    }

    fn option_is_not(&self, name: &str, option: &str) -> Condition {
        Condition { operator: Operator::IsNot, ..self.option_is(name, option) }
    }

    fn at_least(&self, name: &str, number: f64) -> Condition {
        self.condition(name, Operator::AtLeast, Some(CellValue::Number(number)))
    }

    fn within(&self, name: &str, range: &str) -> Condition {
        self.condition(name, Operator::Within, Some(range.into()))
    }
}
