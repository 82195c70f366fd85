//! The numbers of a chart.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::groups::{GroupKey, Groups, groups};
use super::{Evaluator, matches};
use crate::blueprint::{Chart, Grouping, Measure, MeasureFunction, SampleRow};

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// Labels along the first axis; one empty label for a number.
    pub x: Vec<String>,
    /// Labels along the second axis; one empty label unless a heat map.
    pub y: Vec<String>,
    /// `values[y][x]`.
    pub values: Vec<Vec<f64>>,
    /// How many rows with a value stand behind each number, in the same order: 0 where there is nothing to compute.
    pub counts: Vec<Vec<u32>>,
    /// What stands behind the labels of `x`, for who computes the same elsewhere.
    pub x_keys: Vec<GroupKey>,
    /// What stands behind the labels of `y`.
    pub y_keys: Vec<GroupKey>,
}

/// The numbers of `chart` on the day `today`.
///
/// Options, weekdays and parts of the day are all there, in order; weeks and months run without a gap from the
/// first to the last that has rows; related rows come in their table's order, other values in their own. Rows
/// without a value come last, under a name of their own. A row with several values counts in each of their parts.
/// The sum, mean or share of a part without values is 0.
pub fn chart_data(evaluator: &Evaluator<'_>, chart: &Chart, today: NaiveDate) -> ChartData {
    let rows = rows(evaluator, chart, today);
    let x = Axis::new(evaluator, &rows, chart.x.as_ref());
    let y = Axis::new(evaluator, &rows, chart.y.as_ref());
    let mut tallies = vec![vec![Tally::default(); x.keys.len()]; y.keys.len()];
    for row in &rows {
        let amount = amount(evaluator, row, &chart.measure, today);
        for y in y.positions(row) {
            for x in x.positions(row) {
                if let Some(tally) = tallies.get_mut(y).and_then(|line| line.get_mut(x)) {
                    tally.add(amount);
                }
            }
        }
    }
    let number = |tally: &Tally| tally.number(chart.measure.function);
    let values = tallies.iter().map(|line| line.iter().map(number).collect()).collect();
    let counts = tallies.iter().map(|line| line.iter().map(|tally| tally.count).collect()).collect();
    ChartData { x: x.labels, y: y.labels, values, counts, x_keys: x.keys, y_keys: y.keys }
}

fn rows<'a>(evaluator: &Evaluator<'a>, chart: &Chart, today: NaiveDate) -> Vec<&'a SampleRow> {
    let passes = |row: &&SampleRow| match &chart.filter {
        Some(filter) => matches(evaluator, row, filter, today),
        None => true,
    };
    let table = evaluator.blueprint().table(&chart.table);
    table.map_or(&[][..], |table| &table.sample_rows).iter().filter(passes).collect()
}

/// What a row adds; nothing where it has no value.
fn amount(evaluator: &Evaluator<'_>, row: &SampleRow, measure: &Measure, today: NaiveDate) -> Option<f64> {
    match measure.function {
        MeasureFunction::Count => Some(1.0),
        MeasureFunction::Sum | MeasureFunction::Average => {
            evaluator.value(&row.id, measure.field.as_ref()?).number()
        }
        MeasureFunction::Share => {
            let counts = measure.of.as_ref().is_none_or(|of| matches(evaluator, row, of, today));
            Some(f64::from(u8::from(counts)))
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Tally {
    sum: f64,
    count: u32,
}

impl Tally {
    fn add(&mut self, amount: Option<f64>) {
        if let Some(amount) = amount {
            self.sum += amount;
            self.count += 1;
        }
    }

    fn number(&self, function: MeasureFunction) -> f64 {
        match function {
            MeasureFunction::Count | MeasureFunction::Sum => self.sum,
            MeasureFunction::Average | MeasureFunction::Share if self.count > 0 => {
                self.sum / f64::from(self.count)
            }
            MeasureFunction::Average | MeasureFunction::Share => 0.0,
        }
    }
}

struct Axis<'a> {
    keys: Vec<GroupKey>,
    labels: Vec<String>,
    positions: HashMap<GroupKey, usize>,
    groups: Option<Groups<'a>>,
}

impl<'a> Axis<'a> {
    fn new(evaluator: &Evaluator<'a>, rows: &[&'a SampleRow], by: Option<&Grouping>) -> Self {
        let Some(by) = by else {
            let (keys, labels) = (vec![GroupKey::All], vec![String::new()]);
            return Self { keys, labels, positions: HashMap::new(), groups: None };
        };
        let groups = groups(evaluator, rows, by);
        let keys = groups.keys.clone();
        let label = |key: &GroupKey| match key {
            GroupKey::Empty => evaluator.word("no_value").to_owned(),
            key => evaluator.group_label(key, by),
        };
        let labels = keys.iter().map(label).collect();
        let positions = keys.iter().cloned().enumerate().map(|(position, key)| (key, position)).collect();
        Self { keys, labels, positions, groups: Some(groups) }
    }

    fn positions(&self, row: &SampleRow) -> Vec<usize> {
        let Some(groups) = &self.groups else { return vec![0] };
        let keys = groups.of_row.get(&row.id).into_iter().flatten();
        keys.filter_map(|key| self.positions.get(key).copied()).collect()
    }
}
