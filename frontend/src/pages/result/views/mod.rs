//! The views of a table, each drawn as it will look, with the sample rows.

mod board;
mod calendar;
mod days;
mod drawing;
mod empty;
mod facts;
mod gallery;
mod grid;
mod handled;
mod list;
mod panel;
mod scale;
mod tabs;
mod terms;
mod timeline;

pub(crate) use handled::Handled;
pub(crate) use panel::ViewPanel;
pub(super) use tabs::{ViewTabs, panel_id, tab_id};
