//! Answers → blueprint.
//!
//! Read it in this order: `form` says what the answers come to (which tables the complexity allows, what
//! simplicity leaves out), a file a table builds its fields, `views`, `automations` and `dashboards` look
//! at what was built, `sample_rows` fills it. Words and reasons come from `shared/locales/<language>/design.json`,
//! keyed by the element's id, so ids never depend on the language.

mod action_items;
mod automations;
mod cause;
mod dashboards;
mod form;
mod options;
mod people;
mod projects;
mod reasons;
mod sample_rows;
mod sessions;
mod table_builder;
mod tags;
mod templates;
mod topics;
mod views;

use chrono::NaiveDate;

use crate::answers::Answers;
use crate::blueprint::{Blueprint, BlueprintId, Positions, SCHEMA_VERSION, Settings, TableId};
use crate::words::{Topic, topic};

use form::Form;

/// The day that sample rows are dated around when the answers name none.
pub const SAMPLE_TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 3, 18) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How titles of sessions are written when finding them again matters and the answers say nothing else.
pub const NAMING_CONVENTION: &str = "[Platform] Topic - Focus (YYYY-MM-DD)";

pub(crate) static WORDS: Topic = topic!("design");

/// The complete system that `answers` ask for.
///
/// Deterministic: the same answers, whatever the order of their lists, give the same blueprint. Nothing in it
/// depends on the platform, which is the plan's to think of.
pub fn design(answers: &Answers) -> Blueprint {
    let form = Form::new(answers);
    let mut blueprint = Blueprint {
        schema_version: SCHEMA_VERSION,
        id: BlueprintId::new(form.blueprint_id()),
        name: form.word("blueprint.name"),
        description: form.word("blueprint.description"),
        settings: settings(&form),
        tables: tables(&form),
        automations: Vec::new(),
        dashboards: Vec::new(),
        reason: Some(reasons::of_blueprint(&form)),
        positions: Positions::new(),
    };
    views::add(&form, &mut blueprint.tables);
    blueprint.automations = automations::of(&form, &blueprint.tables);
    blueprint.dashboards = dashboards::of(&form, &blueprint.tables);
    sample_rows::add(&form, &mut blueprint.tables);
    blueprint
}

/// The tables beside Sessions that `answers` ask for, whether their complexity has room for them or not. Tags, which
/// are options of a field short of an advanced system, do not count.
pub fn asked_tables(answers: &Answers) -> Vec<TableId> {
    Form::new(answers).asked().map(form::Part::table_id).collect()
}

/// Those of [`asked_tables`] that the complexity has no room for: fields of Sessions stand in for them.
pub fn tables_without_room(answers: &Answers) -> Vec<TableId> {
    Form::new(answers).denied().map(form::Part::table_id).collect()
}

fn settings(form: &Form<'_>) -> Settings {
    let customization = &form.answers.customization;
    Settings {
        language: customization.language,
        timezone: customization.timezone.clone(),
        date_format: customization.date_format,
        naming_convention: form.naming_convention().to_owned(),
        sample_today: Some(form.today()),
    }
}

fn tables(form: &Form<'_>) -> Vec<crate::blueprint::Table> {
    let sessions = sessions::table(form);
    let others = form.parts().map(|part| match part {
        form::Part::Projects => projects::table(form),
        form::Part::Topics => topics::table(form),
        form::Part::ActionItems => action_items::table(form),
        form::Part::People => people::table(form),
        form::Part::Templates => templates::table(form),
        form::Part::Tags => tags::table(form),
    });
    std::iter::once(sessions).chain(others).collect()
}

#[cfg(test)]
mod tests;
