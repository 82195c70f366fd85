//! The properties of a chart.

mod axes;
mod kind;
mod measure;
mod terms;

use leptos::prelude::*;
use shared::blueprint::{Chart, ChartId, ChartKind, TableId};
use shared::operation::{ChartProperty, ElementId, Operation};

use self::axes::AxesEditor;
use self::kind::KindEditor;
pub(super) use self::kind::chart_glyph;
use self::measure::MeasureEditor;
use super::clauses::{Fact, Naming, Section, facts};
use super::filter::FilterEditor;
use crate::i18n::t;
use crate::pages::builder::store::{Workbench, use_workbench};

/// The chart that is changed, and the fields of its table. Cheap to copy.
#[derive(Clone, Copy)]
struct Charted {
    bench: Workbench,
    id: StoredValue<ChartId>,
    chart: Memo<Option<Chart>>,
    fields: Memo<Vec<Fact>>,
}

impl Charted {
    /// The operation that sets a property.
    fn set(self, set: ChartProperty) -> Operation {
        Operation::EditChart { chart: self.id.get_value(), set }
    }

    /// Sets properties as one step.
    fn perform(self, set: Vec<ChartProperty>) {
        self.bench.perform(set.into_iter().map(|set| self.set(set)).collect());
    }

    /// What `read` finds in the chart; nothing where the chart is gone.
    fn read<T>(self, read: impl FnOnce(&Chart) -> T) -> Option<T> {
        self.chart.with(|chart| chart.as_ref().map(read))
    }
}

/// What a chart shows, and how.
#[component]
pub(super) fn ChartProperties(
    /// Which.
    chart: ChartId,
) -> impl IntoView {
    let bench = use_workbench();
    let root = StoredValue::new(chart.as_str().to_owned());
    let id = move |part: &str| root.with_value(|root| format!("{root}-{part}"));
    let element = ElementId::Chart(chart.clone());
    let wanted = StoredValue::new(chart);
    let chart = Memo::new(move |_| {
        bench.blueprint.with(|it| {
            let mut charts = it.dashboards.iter().flat_map(|it| &it.charts);
            wanted.with_value(|id| charts.find(|it| it.id == *id).cloned())
        })
    });
    let table = Memo::new(move |_| {
        chart.with(|it| it.as_ref().map(|it| it.table.clone())).unwrap_or_else(|| TableId::from(""))
    });
    let table_name = move || {
        table.with(|id| bench.blueprint.with(|it| it.table(id).map(|it| it.name.clone()))).unwrap_or_default()
    };
    let fields = Memo::new(move |_| table.with(|table| bench.blueprint.with(|it| facts(it, table))));
    let charted = Charted { bench, id: wanted, chart, fields };
    let has_axes = Memo::new(move |_| charted.read(|it| it.kind != ChartKind::Number).unwrap_or_default());
    view! {
        <Naming element/>
        <p class="clause-fixed">
            <span>{t!("builder.chart.table")}</span>
            <strong>{table_name}</strong>
            <span class="hint">{t!("builder.chart.table.hint")}</span>
        </p>
        <Section id=id("kind-title") title=t!("builder.chart.kind")>
            <KindEditor id=root.get_value() charted/>
        </Section>
        <Section id=id("measure-title") title=t!("builder.chart.measure")>
            <MeasureEditor id=root.get_value() table charted/>
        </Section>
        <Show when=move || has_axes.get()>
            <Section id=id("axes-title") title=t!("builder.chart.axes")>
                <AxesEditor id=root.get_value() charted/>
            </Section>
        </Show>
        <Section id=id("filter-title") title=t!("builder.chart.filter")>
            <FilterEditor
                id=id("filter")
                table
                filter=Signal::derive(move || charted.read(|it| it.filter.clone()).flatten())
                none=t!("builder.chart.filter.none")
                edit=move |filter| charted.set(ChartProperty::Filter(filter))
            />
        </Section>
    }
}
