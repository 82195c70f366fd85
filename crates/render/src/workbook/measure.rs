//! The numbers of charts as array formulas. They agree with [`shared::compute::chart_data`].

use shared::blueprint::{Chart, MeasureFunction};

use super::layout::Book;
use super::mask;

/// What a chart shows, as formulas.
pub(super) struct Measured {
    /// Rows that the chart counts.
    rows: String,
    function: MeasureFunction,
    /// Numbers of the measured field, or which rows count for a share.
    values: String,
}

impl Measured {
    /// The measure of `chart`; nothing when its table or its field is not there.
    pub(super) fn new(book: &Book<'_>, chart: &Chart) -> Option<Self> {
        let sheet = book.sheet(&chart.table)?;
        let mut rows = format!("({}<>\"\")*1", sheet.titles());
        if let Some(filter) = &chart.filter {
            rows = format!("{rows}*{}", mask::filter(book, filter));
        }
        let values = match chart.measure.function {
            MeasureFunction::Count => String::new(),
            MeasureFunction::Sum | MeasureFunction::Average => {
                book.column_of(sheet, chart.measure.field.as_ref()?)?.range()
            }
            MeasureFunction::Share => match &chart.measure.of {
                Some(of) => mask::filter(book, of),
                None => "1".to_owned(),
            },
        };
        Some(Self { rows, function: chart.measure.function, values })
    }

    /// Rows that the chart counts: an array of 1 and 0.
    pub(super) fn rows(&self) -> &str {
        &self.rows
    }

    /// The number of the rows that pass all `masks`; empty masks let all pass.
    pub(super) fn formula(&self, masks: &[&str]) -> String {
        let mut rows = self.rows.clone();
        for mask in masks.iter().filter(|mask| !mask.is_empty()) {
            rows = format!("{rows}*{mask}");
        }
        let values = &self.values;
        let numbers = format!("({rows}*ISNUMBER({values}))");
        match self.function {
            MeasureFunction::Count => format!("SUM({rows})"),
            MeasureFunction::Sum => format!("SUM(IF({numbers},{values},0))"),
            MeasureFunction::Average => format!("IFERROR(SUM(IF({numbers},{values},0))/SUM({numbers}),0)"),
            MeasureFunction::Share => format!("IFERROR(SUM({rows}*{values})/SUM({rows}),0)"),
        }
    }
}
