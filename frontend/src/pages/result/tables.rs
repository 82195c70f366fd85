//! Tables with their sample rows, views and fields.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Field, FieldKind, SampleRow, Table};
use shared::compute::Evaluator;

use super::cell;
use super::fields::{FieldList, glyph};
use super::store::System;
use super::views::ViewList;
use crate::components::{Column, DataTable, Disclosure, Glyph, Icon, ReasonNote};
use crate::i18n::{I18n, t, use_i18n};

/// Every table of the system, one below the other.
#[component]
pub(crate) fn Tables(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let blueprint = system.blueprint.get();
        let tables = blueprint.tables.iter().map(|table| card(i18n, &blueprint, table));
        tables.collect_view()
    }
}

fn card(i18n: I18n, blueprint: &Arc<Blueprint>, table: &Table) -> impl IntoView + use<> {
    let fields = Signal::derive({
        let count = table.fields.len();
        move || i18n.count("tables.fields", count)
    });
    let (id, listed) = (table.id.to_string(), table.fields.clone());
    view! {
        <section class="table-card" aria-labelledby=id.clone()>
            <header>
                <h2 id=id.clone()>
                    <Icon glyph=Glyph::named(&table.icon).unwrap_or(Glyph::Table)/>
                    {table.name.clone()}
                </h2>
                <p>{table.description.clone()}</p>
                <ReasonNote reason=table.reason.clone()/>
            </header>
            {sample_rows(i18n, blueprint, table)}
            <h3>{t!("tables.views")}</h3>
            <ViewList views=table.views.clone()/>
            <Disclosure summary=fields>
                <FieldList fields=listed/>
            </Disclosure>
        </section>
    }
}

fn sample_rows(i18n: I18n, blueprint: &Blueprint, table: &Table) -> impl IntoView + use<> {
    let evaluator = Evaluator::new(blueprint);
    let shown = in_reading_order(table);
    let columns = shown.iter().map(|field| column(i18n, field)).collect();
    let cells = |row: &SampleRow| {
        let cell = |field: &&Field| cell::render(i18n, cell::show(&evaluator, row, field));
        shown.iter().map(cell).collect::<Vec<_>>()
    };
    let rows: Vec<_> = table.sample_rows.iter().map(cells).collect();
    let caption = i18n.fill("tables.sample_rows", &[("table", &table.name)]);
    view! { <DataTable caption columns rows/> }
}

/// The fields with the title first and long texts last: what tells rows apart stands in sight.
fn in_reading_order(table: &Table) -> Vec<&Field> {
    let rank = |field: &Field| match field.kind {
        FieldKind::Title => 0,
        FieldKind::LongText => 2,
        _ => 1,
    };
    let mut fields: Vec<_> = table.fields.iter().collect();
    fields.sort_by_key(|field| rank(field));
    let filled: BTreeSet<_> = table.sample_rows.iter().flat_map(|row| row.cells.keys()).collect();
    fields.retain(|field| filled.contains(&field.id) || field.kind.is_computed());
    fields
}

fn column(i18n: I18n, field: &Field) -> Column {
    let at_end = matches!(field.kind, FieldKind::Number { .. });
    Column {
        name: field.name.clone(),
        glyph: glyph(&field.kind),
        kind: i18n.text(&format!("kind.{}", field.kind.name().as_str())),
        at_end,
    }
}
