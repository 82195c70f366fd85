//! SQL scripts. That databases run them, and what they answer, is checked by `e2e/files/databases.py`.

use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::{Blueprint, CellValue, FieldKind};
use shared::platform::Platform;
use shared::words::{DATABASE, Language};

use crate::harness::{
    constructs, frozen_middling, frozen_small, hostile, largest, largest_in_german, smallest,
};

const FORMATS: [ArtifactFormat; 2] = [ArtifactFormat::SqlPostgres, ArtifactFormat::SqlSqlite];

fn script(blueprint: &Blueprint, format: ArtifactFormat) -> String {
    String::from_utf8(render(blueprint, Platform::Custom, format).unwrap().bytes).unwrap()
}

/// The commands of a script: texts, names, bodies and comments in it end none.
fn commands(script: &str) -> Vec<String> {
    let (mut commands, mut command, mut rest) = (Vec::new(), String::new(), script);
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '\'' | '"' => 1 + rest[1..].find(first).unwrap() + 1,
            '-' if rest.starts_with("--") => rest.find('\n').unwrap(),
            '$' if rest.starts_with("$body$") => 6 + rest[6..].find("$body$").unwrap() + 6,
            _ => first.len_utf8(),
        };
        if !rest.starts_with("--") {
            command.push_str(&rest[..taken]);
        }
        rest = &rest[taken..];
        let is_open = command.trim_start().starts_with("CREATE TRIGGER")
            && command.contains("BEGIN")
            && !command.trim_end().ends_with("END;");
        if first == ';' && !is_open {
            commands.push(command.trim().to_owned());
            command.clear();
        }
    }
    assert_eq!(command.trim(), "");
    commands
}

#[test]
fn scripts_hold_only_the_commands_they_are_made_of() {
    const STARTS: [&str; 15] = [
        "PRAGMA ",
        "BEGIN;",
        "SET LOCAL ",
        "CREATE TABLE \"",
        "CREATE SEQUENCE \"",
        "ALTER SEQUENCE \"",
        "ALTER TABLE \"",
        "COMMENT ON ",
        "INSERT INTO \"",
        "CREATE INDEX \"",
        "CREATE FUNCTION ",
        "CREATE TRIGGER \"",
        "CREATE VIEW \"",
        "COMMIT;",
        "WITH ",
    ];
    for blueprint in [largest(), largest_in_german(), smallest(), hostile(), constructs()] {
        for format in FORMATS {
            let commands = commands(&script(&blueprint, format));

            for command in &commands {
                assert!(STARTS.iter().any(|start| command.starts_with(start)), "{format:?}: {command}");
            }
            assert_eq!(commands.last().map(String::as_str), Some("COMMIT;"));
        }
    }
}

#[test]
fn every_name_and_text_is_whole() {
    for blueprint in [largest(), hostile()] {
        for format in FORMATS {
            let script = script(&blueprint, format);
            let has = |text: &str| script.contains(&format!("'{}'", text.replace('\'', "''")));

            for table in &blueprint.tables {
                assert!(has(&table.name) && has(&table.description), "{format:?}: {}", table.name);
                for field in &table.fields {
                    assert!(has(&field.name) && has(&field.description), "{format:?}: {}", field.name);
                    let is_kept = !matches!(field.kind, FieldKind::Title | FieldKind::LongText);
                    for row in table.sample_rows.iter().filter(|_| !is_kept) {
                        let text = row.cells.get(&field.id).and_then(CellValue::text).unwrap_or_default();
                        assert!(text.is_empty() || has(text), "{format:?}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn everything_that_is_computed_has_a_column() {
    for blueprint in [largest(), hostile(), frozen_middling(), constructs()] {
        for format in FORMATS {
            let script = script(&blueprint, format);

            for language in Language::ALL {
                let words = DATABASE.get(language, "sql.not_computed");
                let end = words.rsplit('}').next().unwrap();
                assert!(!script.contains(end), "{format:?}");
            }
        }
    }
}

#[test]
fn every_word_is_there() {
    for blueprint in [largest(), largest_in_german()] {
        for format in FORMATS {
            assert!(!script(&blueprint, format).contains("sql."));
        }
    }
    assert!(script(&largest_in_german(), ArtifactFormat::SqlSqlite).contains("-- ==== Beispielzeilen ===="));
}

#[test]
fn a_small_system_in_postgres_reads_like_this() {
    insta::assert_snapshot!(script(&frozen_small(), ArtifactFormat::SqlPostgres));
}

#[test]
fn a_small_system_in_sqlite_reads_like_this() {
    insta::assert_snapshot!(script(&frozen_small(), ArtifactFormat::SqlSqlite));
}

/// Of a middling one, what the small one has not: links, rollups, computed views.
#[test]
fn views_of_a_middling_system_in_sqlite_read_like_this() {
    let script = script(&frozen_middling(), ArtifactFormat::SqlSqlite);
    let commands = commands(&script);
    let views: Vec<_> = commands.iter().filter(|command| command.starts_with("CREATE VIEW")).collect();
    insta::assert_snapshot!(views.iter().map(|view| view.as_str()).collect::<Vec<_>>().join("\n\n"));
}
