//! `logseq/config.edn`.
//!
//! Source: the app's documentation and source of November 2025. Keys that are missing have their defaults.

use super::pages::Graph;
use super::place::Kind;

/// The configuration as an EDN map.
pub(super) fn write(graph: &Graph<'_>) -> String {
    let home = string(graph.fixed("page_home"));
    let tables = graph.blueprint.tables.iter().map(|table| string(graph.table(&table.id)));
    let favorites: Vec<_> = [home.clone()].into_iter().chain(tables).collect();
    let addresses = graph.properties.all.iter().filter(|property| property.kind == Kind::Address);
    let addresses: Vec<_> = addresses.map(|property| format!(":{}", property.name)).collect();
    [
        "{:meta/version 1".to_owned(),
        " :preferred-format \"Markdown\"".to_owned(),
        " :preferred-workflow :todo".to_owned(),
        " :file/name-format :triple-lowbar".to_owned(),
        " :journal/page-title-format \"yyyy-MM-dd\"".to_owned(),
        " :journal/file-name-format \"yyyy_MM_dd\"".to_owned(),
        " :feature/enable-journals? true".to_owned(),
        " :feature/enable-whiteboards? false".to_owned(),
        format!(" :default-home {{:page {home} :sidebar [\"contents\"]}}"),
        format!(" :default-templates {{:journals {}}}", string(graph.word("template_journal"))),
        " :start-of-week 0".to_owned(),
        " :property-pages/enabled? true".to_owned(),
        format!(" :ignored-page-references-keywords #{{{}}}", addresses.join(" ")),
        format!(" :favorites [{}]}}\n", favorites.join(" ")),
    ]
    .join("\n")
}

fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
