//! The Logseq graph: an archive of Markdown pages with properties, queries as views, templates and journals.
//!
//! One graph for both products: the file version opens the folder, the database version imports it. Source of what
//! they read: their documentation of April and May 2026 and their source of November 2025 and August 2026.

mod condition;
mod config;
mod dashboard;
mod home;
mod journal;
mod outline;
mod pages;
mod place;
mod property;
mod query;
mod readme;
mod routine;
mod row;
mod table;
mod templates;
mod text;
mod title;
mod value_page;
mod view;

use shared::blueprint::Blueprint;

use crate::archive::Archive;
use crate::{Progress, RenderError};
use outline::Page;
use pages::Graph;

/// The graph of `blueprint` in a folder named `folder`, as the bytes of a ZIP archive.
///
/// # Errors
/// [`RenderError::Archive`] when the archive could not be written.
pub(crate) fn write(
    blueprint: &Blueprint,
    folder: &str,
    progress: Progress<'_>,
) -> Result<Vec<u8>, RenderError> {
    let graph = Graph::new(blueprint);
    let mut files = Files { archive: Archive::new(), folder };
    files.add("logseq/config.edn", config::write(&graph))?;
    files.page(graph.fixed("page_home"), &home::home(&graph))?;
    files.page("contents", &home::contents(&graph))?;
    files.page(graph.fixed("page_readme"), &readme::page(&graph))?;
    files.page(graph.fixed("page_data_model"), &home::data_model(&graph))?;
    files.page(graph.fixed("page_templates"), &templates::page(&graph))?;
    files.page(graph.fixed("page_routines"), &routine::page(&graph))?;
    for dashboard in &blueprint.dashboards {
        files.page(graph.dashboard(dashboard), &dashboard::page(&graph, dashboard))?;
    }
    let total = blueprint.tables.len() + 1;
    for (done, table) in blueprint.tables.iter().enumerate() {
        progress.report(done, total);
        files.page(graph.table(&table.id), &table::page(&graph, table))?;
        for row in &table.sample_rows {
            files.page(graph.row(&row.id), &row::page(&graph, table, row))?;
        }
    }
    values(&graph, &mut files)?;
    for (day, page) in journal::pages(&graph) {
        files.add(&format!("journals/{}.md", day.format("%Y_%m_%d")), page.to_markdown())?;
    }
    files.archive.finish()
}

/// The pages of properties, options and people.
fn values(graph: &Graph<'_>, files: &mut Files<'_>) -> Result<(), RenderError> {
    files.page(graph.word("property_type"), &value_page::of_type(graph))?;
    files.page(graph.word("property_name"), &value_page::of_name(graph))?;
    for property in &graph.properties.all {
        files.page(&property.name, &value_page::of_property(graph, property))?;
    }
    for (name, title) in graph.options() {
        files.page(title, &value_page::of_option(graph, name, title))?;
    }
    for (name, title) in graph.people() {
        files.page(title, &value_page::of_person(graph, name, title))?;
    }
    Ok(())
}

/// The archive and the folder in it.
struct Files<'a> {
    archive: Archive,
    folder: &'a str,
}

impl Files<'_> {
    fn add(&mut self, path: &str, text: String) -> Result<(), RenderError> {
        self.archive.add(&format!("{}/{path}", self.folder), text)
    }

    fn page(&mut self, title: &str, page: &Page) -> Result<(), RenderError> {
        self.add(&format!("pages/{}.md", title::file_body(title)), page.to_markdown())
    }
}
