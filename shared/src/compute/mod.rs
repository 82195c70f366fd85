//! Values that are computed: formulas, rollups, the rows of a view, the numbers of a chart.

use chrono::{NaiveDate, NaiveDateTime};

use crate::blueprint::{Blueprint, Chart, FieldId, RowId, SampleRow, Table, View};

/// The value of a cell, stored or computed, read by its field's kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Yes or no.
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// Text; of a select, the option's id.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A day and a time, UTC.
    Datetime(NaiveDateTime),
    /// Option ids, row ids or people.
    List(Vec<String>),
}

/// Computes values of a blueprint's sample rows; each formula and rollup is computed once.
#[derive(Debug)]
pub struct Evaluator<'a> {
    blueprint: &'a Blueprint,
}

impl<'a> Evaluator<'a> {
    /// Over the sample rows of `blueprint`.
    pub fn new(blueprint: &'a Blueprint) -> Self {
        Self { blueprint }
    }

    /// The value of a cell; [`Value::Empty`] for unknown ids, too.
    pub fn value(&self, _row: &RowId, _field: &FieldId) -> Value {
        let _ = self.blueprint;
        Value::Empty
    }
}

/// Rows of a view that share a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'a> {
    /// The group's value as people read it; empty for rows without one, and for views without groups.
    pub label: String,
    /// Its rows, in the view's order.
    pub rows: Vec<&'a SampleRow>,
}

/// The rows a view shows on the day `today`. A board groups by its field; all options have a section.
pub fn sections<'a>(
    _evaluator: &Evaluator<'a>,
    _table: &'a Table,
    _view: &View,
    _today: NaiveDate,
) -> Vec<Section<'a>> {
    Vec::new()
}

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// Labels along the first axis; one empty label for a number.
    pub x: Vec<String>,
    /// Labels along the second axis; one empty label unless a heat map.
    pub y: Vec<String>,
    /// `values[y][x]`.
    pub values: Vec<Vec<f64>>,
}

/// The numbers of `chart` on the day `today`.
pub fn chart_data(_evaluator: &Evaluator<'_>, _chart: &Chart, _today: NaiveDate) -> ChartData {
    ChartData { x: Vec::new(), y: Vec::new(), values: Vec::new() }
}
