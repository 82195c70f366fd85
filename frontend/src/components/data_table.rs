//! Rows and columns that scroll inside their own frame.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// A column.
#[derive(Clone)]
pub(crate) struct Column {
    /// Its name.
    pub name: String,
    /// Its kind, as a shape.
    pub glyph: Glyph,
    /// Its kind, in words.
    pub kind: String,
    /// Whether its values line up at the end, as numbers do.
    pub at_end: bool,
}

/// Rows and columns that scroll inside their own frame; the first column stays in sight.
#[component]
pub(crate) fn DataTable(
    /// What the rows are.
    #[prop(into)]
    caption: String,
    /// The columns, in order.
    columns: Vec<Column>,
    /// The cells of each row, in the order of the columns.
    rows: Vec<Vec<AnyView>>,
) -> impl IntoView {
    let label = caption.clone();
    let at_end: Vec<bool> = columns.iter().map(|column| column.at_end).collect();
    let row = move |cells: Vec<AnyView>| {
        let cells = cells.into_iter().zip(at_end.clone()).enumerate().map(|(at, (cell, at_end))| {
            if at == 0 {
                view! { <th scope="row" class="cell">{cell}</th> }.into_any()
            } else {
                view! { <td class="cell" class:at-end=at_end>{cell}</td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="data-table" tabindex="0" role="region" aria-label=label>
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{columns.into_iter().map(head).collect_view()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn head(column: Column) -> impl IntoView {
    view! {
        <th scope="col" class:at-end=column.at_end title=column.kind>
            <span class="column-head">
                <Icon glyph=column.glyph/>
                <span>{column.name}</span>
            </span>
        </th>
    }
}
