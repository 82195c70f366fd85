//! Rows, few and very many.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, say};
use crate::components::{Badge, Column, DataTable, Glyph, GridColumn, VirtualGrid, VirtualList};

/// As many rows as a busy year of chats.
const COUNT: usize = 5_000;
const TOPICS: [&str; 5] = ["Development", "Design", "Writing", "Planning", "Research"];
const STATES: [&str; 4] = ["Active", "On-Hold", "Completed", "Archived"];

/// Rows, few and very many.
#[component]
pub(super) fn ManyRows() -> impl IntoView {
    let row = |at: usize| {
        view! { <span class="row-name">{title(at)}</span> <Badge text=say(STATES.get(at % STATES.len()).copied().unwrap_or_default())/> }.into_any()
    };
    let rows: Vec<_> = (0..4).map(cells).collect();
    view! {
        <Family name="Rows">
            <Specimen name="DataTable" when="Up to a few dozen rows, read rather than worked in." wide=true>
                <DataTable caption=say("Sample rows of the example").get_untracked() columns=columns() rows/>
            </Specimen>
            <Specimen name="VirtualGrid" when="Thousands of rows, gone through cell by cell." wide=true>
                <VirtualGrid
                    label=say("Five thousand chats, as a grid")
                    columns=grid_columns()
                    count=Signal::stored(COUNT)
                    cell=|(row, column)| cell(row, column)
                />
            </Specimen>
            <Specimen name="VirtualList" when="A list of thousands, such as search results." wide=true>
                <VirtualList label=say("Five thousand chats, as a list") count=Signal::stored(COUNT) row/>
            </Specimen>
        </Family>
    }
}

fn title(at: usize) -> String {
    let topic = TOPICS.get(at % TOPICS.len()).copied().unwrap_or_default();
    say(&format!("{topic} chat {}", at + 1)).get_untracked()
}

fn columns() -> Vec<Column> {
    let column = |name: &str, glyph, at_end| Column {
        name: say(name).get_untracked(),
        glyph,
        kind: say(name).get_untracked(),
        at_end,
    };
    vec![
        column("Title", Glyph::Type, false),
        column("Status", Glyph::CircleDot, false),
        column("Messages", Glyph::Hash, true),
    ]
}

fn cells(at: usize) -> Vec<AnyView> {
    (0..3).map(|column| cell(at, column)).collect()
}

fn grid_columns() -> Vec<GridColumn> {
    let column = |name: &str, glyph, width| GridColumn { name: say(name).get_untracked(), glyph, width };
    vec![
        column("Title", Glyph::Type, 320),
        column("Status", Glyph::CircleDot, 180),
        column("Messages", Glyph::Hash, 140),
        column("Duration", Glyph::Clock, 160),
    ]
}

fn cell(row: usize, column: usize) -> AnyView {
    match column {
        0 => title(row).into_any(),
        1 => view! { <Badge text=say(STATES.get(row % STATES.len()).copied().unwrap_or_default())/> }
            .into_any(),
        2 => (row * 7 % 90 + 2).to_string().into_any(),
        _ => format!("{}:{:02}", row % 3, row * 13 % 60).into_any(),
    }
}
