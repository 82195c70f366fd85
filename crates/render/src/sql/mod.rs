//! A script that makes a blueprint into a database: tables, sample rows, and views for whatever is computed.
//!
//! One model for both dialects: [`model`] says what is kept where, [`dialect`] how it is said. Everything happens in one
//! transaction, so that a script that fails leaves nothing behind.

mod catalogue;
mod cells;
mod column;
mod computed;
mod dialect;
mod filter;
mod formula;
mod functions;
mod group;
mod links;
mod model;
mod rows;
mod script;
mod tables;
mod text;
mod upkeep;
mod view;

use shared::blueprint::Blueprint;

use crate::progress::Progress;
use catalogue::Catalogue;
pub(crate) use dialect::Dialect;
use model::{Model, Names};
use script::{Script, described};

/// The script of `blueprint`.
pub(crate) fn write(blueprint: &Blueprint, dialect: Dialect, progress: Progress<'_>) -> String {
    let (model, mut names) = Model::new(blueprint);
    let mut script = Script::new(dialect, blueprint.settings.language);
    // Every table is written twice: itself, then its views.
    let total = 2 * model.tables.len() + 1;
    begin(&mut script, blueprint);
    tables(&mut script, &model, &mut names, |done| progress.report(done, total));
    script.section(script.word("sql.section_rows"));
    functions::views(&mut script);
    computed::rows(&mut script, &model, &mut names);
    let mut catalogue = Catalogue::new(&model);
    script.section(script.word("sql.section_views"));
    for (done, entity) in model.tables.iter().enumerate() {
        for view in &entity.table.views {
            let name = view::view(&mut script, &model, entity, view, &mut names);
            catalogue.view(view, &name);
        }
        progress.report(model.tables.len() + done + 1, total);
    }
    script.section(script.word("sql.section_names"));
    catalogue.write(&mut script);
    script.gap();
    script.run("COMMIT");
    script.finish()
}

/// What the script is and how it is run.
fn begin(script: &mut Script, blueprint: &Blueprint) {
    let keys = match script.dialect {
        Dialect::Postgres => ["sql.title_postgres", "sql.run_postgres", "sql.me_postgres"],
        Dialect::Sqlite => ["sql.title_sqlite", "sql.run_sqlite", "sql.me_sqlite"],
    };
    script.remark(&described(&blueprint.name, &blueprint.description));
    let [title, run, me] = keys.map(|key| script.word(key));
    for words in [title, run, script.word("sql.once"), script.word("sql.today"), me, script.word("sql.names")]
    {
        script.remark(words);
    }
    script.gap();
    if script.dialect == Dialect::Sqlite {
        script.remark(script.word("sql.foreign_keys"));
        script.run("PRAGMA foreign_keys = ON");
    }
    script.run("BEGIN");
    match script.dialect {
        Dialect::Sqlite => {
            script.run("PRAGMA defer_foreign_keys = ON");
        }
        Dialect::Postgres => {
            script.run("SET LOCAL client_encoding = 'UTF8'");
            script.run("SET LOCAL standard_conforming_strings = on");
            script.run("SET LOCAL client_min_messages = warning");
        }
    }
}

/// Tables with their rows, links and whatever keeps them in order.
fn tables(script: &mut Script, model: &Model<'_>, names: &mut Names, done: impl Fn(usize)) {
    script.section(script.word("sql.section_tables"));
    for entity in &model.tables {
        tables::options(script, entity);
    }
    for entity in &model.tables {
        tables::table(script, model, entity);
    }
    for entity in &model.tables {
        tables::links(script, model, entity);
    }
    script.section(script.word("sql.section_samples"));
    for (position, entity) in model.tables.iter().enumerate() {
        script.gap();
        rows::samples(script, model, entity);
        done(position + 1);
    }
    for entity in &model.tables {
        rows::links(script, model, entity);
    }
    script.section(script.word("sql.section_upkeep"));
    for entity in &model.tables {
        tables::references(script, model, entity);
    }
    for entity in &model.tables {
        upkeep::indexes(script, names, entity);
    }
    for entity in &model.tables {
        upkeep::triggers(script, entity);
    }
}
