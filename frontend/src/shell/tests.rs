//! The markup of `index.html` says what the words say, and its picture and examples show real designs.

use std::collections::BTreeMap;

use shared::answers::from_link;
use shared::blueprint::{Blueprint, CellValue, Table};
use shared::design::design;

const MARKUP: &str = include_str!("../../index.html");

/// A tag that opens in the markup, and the text right behind it.
struct Tag {
    tag: &'static str,
    text: &'static str,
}

impl Tag {
    fn attribute(&self, name: &str) -> Option<String> {
        let value = self.tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.map(|(value, _)| plain(value))
    }

    fn has(&self, name: &str) -> bool {
        self.tag.split_whitespace().any(|part| part == name)
    }
}

fn tags(markup: &'static str) -> impl Iterator<Item = Tag> {
    let parts = markup.split('<').filter_map(|part| part.split_once('>'));
    parts.map(|(tag, text)| Tag { tag: tag.trim_end_matches('/'), text: text.trim() })
}

fn plain(text: &str) -> String {
    text.replace("&amp;", "&")
}

fn words(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap()
}

/// Everything from `start` up to the next of its kind.
fn sections(start: &str) -> impl Iterator<Item = &'static str> {
    MARKUP.split(start).skip(1)
}

fn example(name: &str) -> Blueprint {
    let link = tags(MARKUP)
        .filter(|tag| tag.has("data-example"))
        .filter(|tag| tag.attribute("data-t").is_some_and(|key| key.contains(name)))
        .find_map(|tag| tag.attribute("href"))
        .unwrap();
    design(&from_link(link.split_once('#').unwrap().1).unwrap())
}

fn counts(blueprint: &Blueprint) -> [usize; 3] {
    let sum = |count: fn(&Table) -> usize| blueprint.tables.iter().map(count).sum();
    [blueprint.tables.len(), sum(|table| table.fields.len()), sum(|table| table.views.len())]
}

fn said_counts(markup: &'static str) -> [usize; 3] {
    let counts: Vec<_> = tags(markup)
        .filter_map(|tag| tag.attribute("data-count"))
        .take(3)
        .map(|count| count.parse().unwrap())
        .collect();
    counts.try_into().unwrap()
}

/// The option that row `row` of the sessions has in `field`, by its key in the words.
fn option(sessions: &Table, row: &str, field: &str) -> Option<String> {
    let id = format!("row_sessions_{row}");
    let row = sessions.sample_rows.iter().find(|row| row.id.as_str() == id)?;
    let (_, cell) = row.cells.iter().find(|(id, _)| id.as_str() == format!("fld_sessions_{field}"))?;
    match cell {
        CellValue::Text(option) => Some(option.replace("opt_sessions_", "opt_")),
        CellValue::List(rows) => rows.first().map(|row| format!("{row}.name")),
        _ => None,
    }
}

#[test]
fn every_text_is_the_one_of_its_key() {
    let words = words(include_str!("../../locales/en.json"));
    for tag in tags(MARKUP) {
        if let Some(key) = tag.attribute("data-t") {
            let (key, count) = match tag.attribute("data-count") {
                Some(count) => (format!("{key}.{}", if count == "1" { "one" } else { "other" }), count),
                None => (key, String::new()),
            };
            let text = words.get(&key).unwrap_or_else(|| panic!("no `{key}`"));
            assert_eq!(plain(tag.text), text.replace("{count}", &count), "{key}");
        }
        if let Some(key) = tag.attribute("data-t-label") {
            assert_eq!(tag.attribute("aria-label").as_ref(), words.get(&key), "{key}");
        }
    }
}

#[test]
fn every_word_of_the_picture_is_one_of_designs() {
    let words = words(include_str!("../../../shared/locales/en/design.json"));
    for tag in tags(MARKUP) {
        if let Some(key) = tag.attribute("data-d") {
            assert_eq!(Some(&plain(tag.text)), words.get(&key), "{key}");
        }
    }
}

#[test]
fn no_text_is_left_without_a_key() {
    let body = MARKUP.split_once("<body>").unwrap().1;
    let names = ["select", "option value", "noscript"];
    for tag in tags(body) {
        let is_told = tag.attribute("data-t").is_some() || tag.attribute("data-d").is_some();
        let is_name =
            tag.tag.contains("tile ") || tag.attribute("lang").is_some() || names.contains(&tag.tag);
        let is_number = tag.text.chars().all(|letter| letter.is_ascii_digit());
        let is_platform = tag.tag == "span";
        assert!(
            is_told || is_name || is_number || is_platform || tag.tag == "p class=\"lead\"",
            "`{}` in <{}> has no key",
            tag.text,
            tag.tag
        );
    }
}

#[test]
fn examples_count_what_their_designs_have() {
    for (name, markup) in ["learning", "team", "vault"].into_iter().zip(sections("<li class=\"example\">")) {
        assert_eq!(said_counts(markup), counts(&example(name)), "{name}");
    }
    assert_eq!(said_counts(sections("class=\"pic-head\"").next().unwrap()), counts(&example("team")));
}

#[test]
fn the_picture_shows_the_rows_of_the_team_example() {
    let team = example("team");
    let sessions = team.tables.iter().find(|table| table.id.as_str() == "tbl_sessions").unwrap();
    let mut rows = 0;
    for section in sections("data-row=\"") {
        let (row, rest) = section.split_once('"').unwrap();
        let end = ["</div>", "</li>"].into_iter().filter_map(|end| rest.find(end)).min().unwrap();
        let keys: Vec<_> = tags(rest.get(..end).unwrap()).filter_map(|tag| tag.attribute("data-d")).collect();
        let shown = ["platform", "status", "primary_topic", "priority"];
        let real: Vec<_> = shown.iter().filter_map(|field| option(sessions, row, field)).collect();
        assert_eq!(keys.first(), Some(&format!("row_sessions_{row}.title")));
        assert!(keys.iter().skip(1).all(|key| real.contains(key)), "{keys:?} {real:?}");
        rows += 1;
    }
    assert!(rows > 0);
}

#[test]
fn the_board_counts_the_rows_of_each_status() {
    let team = example("team");
    let sessions = team.tables.iter().find(|table| table.id.as_str() == "tbl_sessions").unwrap();
    for column in tags(MARKUP).filter(|tag| tag.attribute("data-column").is_some()) {
        let status = format!("opt_status_{}", column.attribute("data-column").unwrap());
        let has = |row: &&shared::blueprint::SampleRow| {
            option(sessions, row.id.as_str().trim_start_matches("row_sessions_"), "status").as_ref()
                == Some(&status)
        };
        let count = sessions.sample_rows.iter().filter(has).count();
        assert_eq!(column.attribute("data-rows"), Some(count.to_string()), "{status}");
    }
}
