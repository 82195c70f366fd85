//! A small system on the first page: a real design, not a picture.

use leptos::prelude::*;
use shared::blueprint::{FieldKind, Table};
use shared::compute::Evaluator;
use shared::design::design;

use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::result::cell;
use crate::state::draft::{in_language, suggested};

/// How many rows fit beside the words.
const ROWS: usize = 5;

/// The first rows of the suggested design.
#[component]
pub(crate) fn SampleSystem() -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let blueprint = design(&in_language(suggested(), i18n.language()));
        let evaluator = Evaluator::new(&blueprint);
        let row = |table: &Table, at: usize| {
            let row = table.sample_rows.get(at)?;
            let facts =
                table.fields.iter().filter(|field| matches!(field.kind, FieldKind::Select { .. })).take(2);
            let facts = facts.map(|field| cell::render(i18n, cell::show(&evaluator, row, field)));
            let facts = facts.collect::<Vec<_>>();
            let title = table.label(row).to_owned();
            Some(
                view! { <li><span class="sample-title">{title}</span><span class="sample-facts">{facts}</span></li> },
            )
        };
        let table = blueprint.tables.first()?;
        let rows = (0..ROWS).filter_map(|at| row(table, at)).collect_view();
        Some(view! {
            <figure class="sample">
                <figcaption>
                    <Icon glyph=Glyph::MessagesSquare/>
                    <span>{table.name.clone()}</span>
                    <span class="sample-note">{t!("welcome.sample")}</span>
                </figcaption>
                <ul>{rows}</ul>
            </figure>
        })
    }
}
