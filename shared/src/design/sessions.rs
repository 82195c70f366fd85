//! Sessions: the table that every system has, a row a chat.

use super::cause::*;
use super::form::{Form, Part};
use super::options::{self, Options};
use super::reasons;
use super::table_builder::{INTEGER, PEOPLE, PERSON, TableBuilder};
use crate::answers::{EXTRA_FIELD_NAME_MAX, ExtraField, ExtraFieldKind};
use crate::blueprint::{Field, FieldId, FieldKind, RollupFunction, Table};

/// The table, fields only.
pub(super) fn table(form: &Form<'_>) -> Table {
    let mut table = TableBuilder::new(form, "sessions", "messages-square", &[ALWAYS]);
    identity(form, &mut table);
    organisation(form, &mut table);
    team(form, &mut table);
    content(form, &mut table);
    numbers(form, &mut table);
    exchange(&mut table);
    if form.is_advanced() {
        computed(form, &mut table);
    }
    for (at, extra) in form.answers.customization.extra_fields.iter().enumerate() {
        let field = extra_field(form, table.fields(), at + 1, extra);
        table.push(field);
    }
    table.finish()
}

fn identity(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    let convention = form.naming_convention();
    let asked = match form.answers.customization.naming_convention.trim() {
        "" => SEARCH,
        _ => CUSTOMIZATION,
    };
    table
        .field("title", FieldKind::Title, &[ALWAYS, asked])
        .select("platform", &options::PLATFORM, &[ALWAYS])
        .select("status", &options::STATUS, &[ALWAYS]);
    if !convention.is_empty() {
        table.describe("title", &form.fill("title.convention", &[("convention", convention)]));
    }
}

fn organisation(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    // Title rules sort by secondary topic; where simplicity leaves those out, by primary topic.
    let rules = form.is_lean().then_some(AUTOMATION);
    let primary: Vec<_> = [ORGANIZATION, ANALYTICS, DASHBOARD].into_iter().chain(rules).collect();
    if form.has(Part::Topics) {
        table.one_of("primary_topic", "topics", "topics_sessions", &primary);
    } else {
        table.select("primary_topic", &options::PRIMARY_TOPIC, &primary);
        table.instead_of(Part::Topics, "primary_topic");
    }
    if !form.is_lean() {
        secondary(form, table);
    }
    if form.has(Part::Projects) {
        table.one_of("project", "projects", "projects_sessions", &[PROJECTS]);
    }
    if !form.is_lean() {
        table.select("project_phase", &options::PROJECT_PHASE, &[PROJECTS]);
    }
    if form.has(Part::Tags) {
        table.many_of("tags", "tags", "tags_sessions", &[TAGS]);
    } else {
        table.multi_select("tags", &options::TAGS, &[TAGS]);
    }
    table.select("priority", &options::PRIORITY, &[TAGS]);
}

fn secondary(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    let causes = &[ORGANIZATION, AUTOMATION];
    if form.has(Part::Topics) {
        table.many_of("secondary_topics", "topics", "topics_secondary_sessions", causes);
    } else {
        table.multi_select("secondary_topics", &options::SECONDARY_TOPICS, causes);
        table.instead_of(Part::Topics, "secondary_topics");
    }
    table.select("category", &options::CATEGORY, &[ORGANIZATION]);
}

fn team(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    let causes = &[COLLABORATION, TEAM];
    table.field("owner", PERSON, causes);
    if form.has(Part::People) {
        table.many_of("participants", "people", "people_sessions", causes);
    } else {
        table.field("participants", PEOPLE, causes).instead_of(Part::People, "participants");
    }
    table.field("shared_with", PEOPLE, &[TEAM]).select("visibility", &options::VISIBILITY, causes).select(
        "department",
        &options::DEPARTMENT,
        &[COMPANY],
    );
}

fn content(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    table
        .field("created", FieldKind::CreatedAt, &[ALWAYS])
        .field("updated", FieldKind::UpdatedAt, &[ALWAYS])
        .field("follow_up_date", FieldKind::Date, &[ALWAYS, REMINDERS])
        .field("summary", FieldKind::LongText, &[ALWAYS])
        .field("key_insights", FieldKind::LongText, &[ALWAYS]);
    if form.has(Part::ActionItems) {
        table.many_of("action_items", "action_items", "action_items_session", &[ALWAYS, REMINDERS]);
    } else {
        table
            .field("action_items", FieldKind::LongText, &[ALWAYS, REMINDERS])
            .instead_of(Part::ActionItems, "action_items");
    }
    table.field("notes", FieldKind::LongText, &[ALWAYS]).field("keywords", FieldKind::Text, &[SEARCH]);
    if form.has(Part::Templates) {
        table.one_of("template", "templates", "templates_sessions", &[TEMPLATES]);
    } else {
        table.select("template", &options::TEMPLATE, &[TEMPLATES]);
        table.instead_of(Part::Templates, "template");
        table.describe("template", &prompts(form, &options::TEMPLATE));
    }
}

/// What to type for each template, for systems that have no table of them.
fn prompts(form: &Form<'_>, templates: &Options) -> String {
    let prompt = |key| {
        let short = form.word(&format!("row_templates_{key}.short_prompt"));
        format!("{}: {short}", templates.name(form, key))
    };
    templates.keys().map(prompt).collect::<Vec<_>>().join(" · ")
}

fn numbers(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    table.field("duration", INTEGER, &[ANALYTICS, DASHBOARD]).field("message_count", INTEGER, &[ANALYTICS]);
    if !form.is_lean() {
        table.select("satisfaction", &options::SATISFACTION, &[ANALYTICS]);
    }
    table.field("value_rating", FieldKind::Rating { max: 5 }, &[ANALYTICS]);
}

fn exchange(table: &mut TableBuilder<'_>) {
    table
        .field("external_id", FieldKind::Text, &[PORTABILITY])
        .field("source_url", FieldKind::Url, &[PORTABILITY])
        .select("export_format", &options::EXPORT_FORMAT, &[PORTABILITY])
        .field("webhook_url", FieldKind::Url, &[INTEGRATION])
        .field("source_metadata", FieldKind::LongText, &[INTEGRATION])
        .field("issue_link", FieldKind::Url, &[INTEGRATION])
        .field("task_link", FieldKind::Url, &[INTEGRATION])
        .field("archived_at", FieldKind::Date, &[ARCHIVE]);
}

/// What advanced systems compute of a session.
fn computed(form: &Form<'_>, table: &mut TableBuilder<'_>) {
    let is = |option| format!("{{fld_sessions_status}} = {}", options::STATUS.quoted(form, option));
    let resolved = format!("if(or({}, {}), 1, 0)", is("completed"), is("archived"));
    table
        .formula("resolved", &resolved)
        .formula("days_open", "days({fld_sessions_created}, {fld_sessions_updated})");
    if form.asks(ANALYTICS) {
        table.formula(
            "minutes_per_message",
            "round({fld_sessions_duration} / {fld_sessions_message_count}, 1)",
        );
    }
    if form.has(Part::ActionItems) {
        table.rollup("open_items", "action_items", "action_items_open", RollupFunction::Sum);
    }
}

/// The field that the person asked for by name, as the `number`th.
fn extra_field(form: &Form<'_>, fields: &[Field], number: usize, extra: &ExtraField) -> Field {
    let kind = match extra.kind {
        ExtraFieldKind::Text => FieldKind::Text,
        ExtraFieldKind::Number => FieldKind::Number { format: crate::blueprint::NumberFormat::Decimal },
        ExtraFieldKind::Date => FieldKind::Date,
        ExtraFieldKind::Checkbox => FieldKind::Checkbox,
        ExtraFieldKind::Url => FieldKind::Url,
    };
    Field {
        id: FieldId::new(format!("fld_sessions_extra_{number}")),
        name: free_name(fields, extra.name.trim()),
        description: form.word("extra_field.description"),
        required: false,
        kind,
        reason: reasons::of(form, &[CUSTOMIZATION]),
    }
}

/// `name`, or the first of `name (2)`, `name (3)`, … that no field has, whatever the case.
fn free_name(fields: &[Field], name: &str) -> String {
    let taken = |name: &str| fields.iter().any(|field| field.name.to_lowercase() == name.to_lowercase());
    let mut free = name.to_owned();
    let mut number = 2;
    while taken(&free) {
        let suffix = format!(" ({number})");
        let room = (EXTRA_FIELD_NAME_MAX as usize).saturating_sub(suffix.chars().count());
        let start: String = name.chars().take(room).collect();
        free = format!("{}{suffix}", start.trim_end());
        number += 1;
    }
    free
}
