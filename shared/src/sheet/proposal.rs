//! The table that a sheet could become, to be looked at and changed before there is one.

use std::sync::Arc;

use super::column::{Column, Known};
use super::name::{Taken, tidy};
use super::{Sheet, WORDS, Why, guess};
use crate::blueprint::{Blueprint, FieldKind, KindName, OptionId};
use crate::validate::{FIELDS_MAX, ROWS_MAX};
use crate::words::Language;

/// How many rows become sample rows unless the person wants another number.
const ROWS_USUAL: usize = 20;
/// Numbers of sample rows to choose from.
const ROWS_CHOICES: [usize; 5] = [0, 5, ROWS_USUAL, 100, 1_000];
/// Most characters of a value that is shown as an example.
const EXAMPLE_MAX: usize = 60;

/// The table that a sheet could become.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The name of the table.
    pub table: String,
    /// A field for each, in the order of the sheet; exactly one that is kept is the title.
    pub columns: Vec<Column>,
    /// How many rows become sample rows.
    pub rows: usize,
    pub(super) sheet: Arc<Sheet>,
    /// The file it is from, as a person knows it.
    pub(super) file: String,
}

/// What `sheet` of the file named `file` could become in `blueprint`; names that are made up are in `language`.
pub fn propose(sheet: Arc<Sheet>, file: &str, blueprint: &Blueprint, language: Language) -> Proposal {
    let mut names = Taken::default();
    let count = sheet.headers.len().min(FIELDS_MAX);
    let columns = sheet.headers.iter().take(count).enumerate().map(|(at, header)| {
        let name = names.take(&header_name(header, at, language));
        Column::new(&sheet, at, name)
    });
    let columns = columns.collect();
    let rows = sheet.rows.len().min(ROWS_USUAL);
    let table = free_table_name(&table_name(&sheet, file, language), blueprint);
    let mut proposal = Proposal { table, columns, rows, sheet, file: file.to_owned() };
    proposal.choose_title();
    proposal
}

fn header_name(header: &str, at: usize, language: Language) -> String {
    match tidy(header) {
        name if name.is_empty() => WORDS.fill(language, "column", &[("number", &(at + 1).to_string())]),
        name => name,
    }
}

/// The name of the sheet, or of the file where the sheet's says nothing.
fn table_name(sheet: &Sheet, file: &str, language: Language) -> String {
    let stem = tidy(&stem(file).replace('_', " "));
    let sheet = tidy(&sheet.name);
    let names = [if is_usual(&sheet) { String::new() } else { sheet.clone() }, stem, sheet];
    let name = names.into_iter().find(|name| !name.is_empty());
    name.unwrap_or_else(|| WORDS.get(language, "table").to_owned())
}

/// A name of a file without its ending.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Whether a program made the name up, such as `Sheet1` or `Tabelle 2`.
fn is_usual(name: &str) -> bool {
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    word.len() < name.len() && word.chars().all(char::is_alphabetic)
}

/// `name`, or a like one that no table of `blueprint` has.
pub(super) fn free_table_name(name: &str, blueprint: &Blueprint) -> String {
    blueprint.tables.iter().map(|table| table.name.as_str()).collect::<Taken>().take(name)
}

impl Proposal {
    /// The sheet it is about.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Numbers of sample rows to choose from, least first.
    pub fn rows_choices(&self) -> Vec<usize> {
        let count = self.sheet.rows.len().min(ROWS_MAX);
        let mut choices: Vec<usize> = ROWS_CHOICES.into_iter().filter(|choice| *choice < count).collect();
        choices.push(count);
        choices
    }

    /// The kinds that a column can become.
    pub fn fitting(&self, at: usize) -> Vec<KindName> {
        self.columns.get(at).map(|column| column.fitting(&self.sheet)).unwrap_or_default()
    }

    /// The first few different values of a column, shortened.
    pub fn examples(&self, at: usize, count: usize) -> Vec<String> {
        let Some(column) = self.columns.get(at) else { return Vec::new() };
        let mut examples: Vec<String> = Vec::new();
        for text in column.values(&self.sheet) {
            let example = shortened(text);
            if !examples.contains(&example) {
                examples.push(example);
            }
            if examples.len() == count {
                break;
            }
        }
        examples
    }

    /// How many values of a column its kind cannot hold: they stay empty.
    pub fn unfit(&self, at: usize) -> usize {
        let Some(column) = self.columns.get(at) else { return 0 };
        let kind = self.kind_without_ids(column);
        let known = Known::new(&kind);
        column.values(&self.sheet).filter(|text| column.value(text, &known).is_none()).count()
    }

    /// The kind as it will be, but for the ids of its options, which count up.
    fn kind_without_ids(&self, column: &Column) -> FieldKind {
        let mut count = 0_usize;
        column.field_kind(&self.sheet, &mut || {
            count += 1;
            OptionId::new(format!("opt_{count}"))
        })
    }

    /// Gives the table another name; a blank one leaves it as it is.
    pub fn name_table(&mut self, name: &str, blueprint: &Blueprint) {
        let name = tidy(name);
        if !name.is_empty() {
            self.table = free_table_name(&name, blueprint);
        }
    }

    /// Gives a column another name; a blank one leaves it as it is, one that is taken gets a number.
    pub fn name_column(&mut self, at: usize, name: &str) {
        let name = tidy(name);
        let others = self.columns.iter().enumerate().filter(|(other, _)| *other != at);
        let free = others.map(|(_, column)| column.name.as_str()).collect::<Taken>().take(&name);
        if let Some(column) = self.columns.get_mut(at).filter(|_| !name.is_empty()) {
            column.name = free;
        }
    }

    /// Gives a column another kind, one of [`Self::fitting`]. The title goes from column to column: what was it becomes
    /// what its values say, and where none is left, the best of the others is it.
    pub fn set_kind(&mut self, at: usize, kind: KindName) {
        if !self.fitting(at).contains(&kind) {
            return;
        }
        if kind == KindName::Title {
            self.columns.iter_mut().for_each(untitle);
        }
        if let Some(column) = self.columns.get_mut(at) {
            let was_title = column.kind == KindName::Title;
            (column.kind, column.why) = (kind, Why::Chosen);
            if kind == KindName::Title {
                column.is_kept = true;
            } else if was_title {
                self.choose_title_but(Some(at));
            }
        }
    }

    /// Whether a column may be left out: one must stay.
    pub fn can_leave_out(&self, at: usize) -> bool {
        self.columns.iter().enumerate().any(|(other, column)| other != at && column.is_kept)
    }

    /// Leaves a column out, or takes it in again. The best of the others becomes the title where that is left out.
    pub fn keep(&mut self, at: usize, is_kept: bool) {
        if !is_kept && !self.can_leave_out(at) {
            return;
        }
        if let Some(column) = self.columns.get_mut(at) {
            column.is_kept = is_kept;
            if !is_kept && column.kind == KindName::Title {
                untitle(column);
                self.choose_title();
            }
        }
    }

    fn choose_title(&mut self) {
        self.choose_title_but(None);
    }

    /// Makes the column that names the rows best the title; `spared` only where there is no other.
    fn choose_title_but(&mut self, spared: Option<usize>) {
        let rows = self.sheet.rows.len();
        let kept = self.columns.iter().enumerate().filter(|(_, column)| column.is_kept);
        let ranked = kept.map(|(at, column)| {
            let values: Vec<_> = column.values(&self.sheet).collect();
            let (rank, why) = guess::title_rank(&column.name, column.guessed.0, &values, rows);
            (spared == Some(at), rank, at, why)
        });
        let best = ranked.min_by_key(|(is_spared, rank, at, _)| (*is_spared, *rank, *at));
        if let Some((_, _, at, why)) = best
            && let Some(column) = self.columns.get_mut(at)
        {
            (column.kind, column.why) = (KindName::Title, why);
        }
    }
}

/// The title becomes what its values say.
fn untitle(column: &mut Column) {
    if column.kind == KindName::Title {
        (column.kind, column.why) = column.guessed.clone();
    }
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXAMPLE_MAX) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
