//! What a chart shows: its parts with their numbers, and how those are written.

use shared::blueprint::{Blueprint, Chart, ChartKind, Color, MeasureFunction};
use shared::compute::{ChartData, Evaluator, GroupKey, chart_data};
use shared::design::SAMPLE_TODAY;

use crate::i18n::I18n;

/// A part along the first axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Its name.
    pub name: String,
    /// The colour of its option, where it is one.
    pub color: Option<Color>,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series {
    /// How it is drawn.
    pub kind: ChartKind,
    /// The parts along the first axis.
    pub x: Vec<Part>,
    /// The names along the second axis; one empty name unless a heat map.
    pub y: Vec<String>,
    /// `values[y][x]`; nothing where there is nothing to compute.
    pub values: Vec<Vec<Option<f64>>>,
    /// How many rows stand behind each number, in the same order.
    pub counts: Vec<Vec<u32>>,
    /// Whether the parts follow each other in time.
    pub follows_in_time: bool,
    /// How numbers are written.
    pub format: Format,
}

impl Series {
    /// What `chart` shows of the sample rows.
    pub(super) fn of(i18n: I18n, blueprint: &Blueprint, evaluator: &Evaluator<'_>, chart: &Chart) -> Self {
        let today = blueprint.settings.sample_today.unwrap_or(SAMPLE_TODAY);
        let data = chart_data(evaluator, chart, today);
        let option_color = |key: &GroupKey| {
            let GroupKey::Option(_, id) = key else { return None };
            let (_, field) = blueprint.field(&chart.x.as_ref()?.field)?;
            field.kind.options().iter().find(|option| option.id.as_str() == id).map(|option| option.color)
        };
        let parts = data.x.iter().zip(&data.x_keys);
        let x = parts.map(|(name, key)| Part { name: name.clone(), color: option_color(key) }).collect();
        let follows_in_time = data.x_keys.iter().any(|key| matches!(key, GroupKey::Day(_)));
        let values = values(&data, chart.measure.function);
        let format = Format::of(i18n, chart.measure.function);
        Self { kind: chart.kind, x, y: data.y, values, counts: data.counts, follows_in_time, format }
    }

    /// The numbers along the first axis.
    pub(super) fn line(&self) -> &[Option<f64>] {
        self.values.first().map_or(&[], Vec::as_slice)
    }

    /// The number of the part at this position.
    pub(super) fn value(&self, position: usize) -> Option<f64> {
        self.line().get(position).copied().flatten()
    }

    /// The names along the first axis.
    pub(super) fn names(&self) -> Vec<String> {
        self.x.iter().map(|part| part.name.clone()).collect()
    }

    /// The greatest number.
    pub(super) fn greatest(&self) -> f64 {
        self.values.iter().flatten().flatten().copied().fold(0.0, f64::max)
    }

    /// All numbers along the first axis together.
    pub(super) fn total(&self) -> f64 {
        self.line().iter().flatten().sum()
    }

    /// The number of the part at this position, written; a dash where there is none.
    pub(super) fn written(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.format.write(value))
    }
}

/// What has no rows counts for nothing where rows are counted, and is unknown where something is computed of them.
fn values(data: &ChartData, function: MeasureFunction) -> Vec<Vec<Option<f64>>> {
    let counts = matches!(function, MeasureFunction::Count | MeasureFunction::Sum);
    let value = |(value, count): (&f64, &u32)| (counts || *count > 0).then_some(*value);
    let line = |(values, counts): (&Vec<f64>, &Vec<u32>)| values.iter().zip(counts).map(value).collect();
    data.values.iter().zip(&data.counts).map(line).collect()
}

/// How numbers are written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Format {
    /// What is computed.
    pub function: MeasureFunction,
    /// What parts whole numbers from their fractions.
    point: String,
    /// A number of hundredths, with `{value}`.
    percent: String,
}

impl Format {
    fn of(i18n: I18n, function: MeasureFunction) -> Self {
        Self { function, point: i18n.text("charts.decimal_point"), percent: i18n.text("charts.percent") }
    }

    /// The smallest difference that means anything.
    pub(super) fn least_step(&self) -> f64 {
        match self.function {
            MeasureFunction::Count => 1.0,
            MeasureFunction::Share => 0.01,
            MeasureFunction::Sum | MeasureFunction::Average => 0.1,
        }
    }

    /// The number as people read it: shares in hundredths, means with a decimal, whole numbers without.
    pub(super) fn write(&self, value: f64) -> String {
        match self.function {
            MeasureFunction::Share => self.hundredths(value),
            MeasureFunction::Average | MeasureFunction::Sum if (value - value.round()).abs() > 0.05 => {
                format!("{value:.1}").replace('.', &self.point)
            }
            _ => format!("{value:.0}"),
        }
    }

    /// A share as people read it.
    pub(super) fn hundredths(&self, share: f64) -> String {
        self.percent.replace("{value}", &format!("{:.0}", share * 100.0))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A series of these numbers.
    pub(crate) fn series(kind: ChartKind, values: &[Option<f64>]) -> Series {
        let part = |position: usize| Part { name: format!("Part {position}"), color: None };
        Series {
            kind,
            x: (0..values.len()).map(part).collect(),
            y: vec![String::new()],
            values: vec![values.to_vec()],
            counts: vec![vec![1; values.len()]],
            follows_in_time: kind == ChartKind::Line,
            format: format(MeasureFunction::Count),
        }
    }

    fn format(function: MeasureFunction) -> Format {
        Format { function, point: ",".to_owned(), percent: "{value} %".to_owned() }
    }

    #[test]
    fn numbers_are_written_as_what_they_are() {
        assert_eq!(format(MeasureFunction::Count).write(12.0), "12");
        assert_eq!(format(MeasureFunction::Average).write(12.25), "12,2");
        assert_eq!(format(MeasureFunction::Average).write(12.0), "12");
        assert_eq!(format(MeasureFunction::Share).write(0.417), "42 %");
    }

    #[test]
    fn what_cannot_be_computed_is_unknown_and_what_is_counted_is_nothing() {
        let data = ChartData {
            x: vec!["a".into(), "b".into()],
            y: vec![String::new()],
            values: vec![vec![3.0, 0.0]],
            counts: vec![vec![2, 0]],
            x_keys: Vec::new(),
            y_keys: Vec::new(),
        };
        assert_eq!(values(&data, MeasureFunction::Average), [[Some(3.0), None]]);
        assert_eq!(values(&data, MeasureFunction::Count), [[Some(3.0), Some(0.0)]]);
        let series = series(ChartKind::Bar, &[Some(1.0), None]);
        assert_eq!(
            (series.written(series.value(0)), series.written(series.value(1))),
            ("1".into(), "–".into())
        );
    }
}
