//! A column of a sheet as a field that may be.

use std::collections::{BTreeSet, HashMap};

use super::text::{self, Mark, Order};
use super::{Sheet, Why, guess};
use crate::blueprint::{CellValue, Color, FieldKind, KindName, NumberFormat, OptionId, SelectOption};
use crate::operation::{is_address, is_mail};
use crate::validate::{ITEMS_MAX, NAME_MAX, OPTIONS_MAX, TEXT_MAX};

/// Colours of options, one after the other.
const COLORS: [Color; 9] = [
    Color::Blue,
    Color::Green,
    Color::Yellow,
    Color::Red,
    Color::Purple,
    Color::Teal,
    Color::Orange,
    Color::Pink,
    Color::Brown,
];

/// Kinds that a column of texts can become.
const BARE: [KindName; 13] = [
    KindName::Title,
    KindName::Text,
    KindName::LongText,
    KindName::Number,
    KindName::Date,
    KindName::Datetime,
    KindName::Checkbox,
    KindName::Select,
    KindName::MultiSelect,
    KindName::Url,
    KindName::Email,
    KindName::Person,
    KindName::Rating,
];

/// How the values of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// What stands before the digits after the point.
    pub mark: Mark,
    /// In which order the parts of days stand.
    pub order: Order,
    /// What parts the items of lists; none where the values are no lists.
    pub between: Option<char>,
}

/// A column as a field that may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name of the field.
    pub name: String,
    /// What it will hold.
    pub kind: KindName,
    /// Why it is proposed so.
    pub why: Why,
    /// Whether it becomes a field at all.
    pub is_kept: bool,
    /// What it would be if it did not name the rows.
    pub(super) guessed: (KindName, Why),
    pub(super) reading: Reading,
    /// Which column of the sheet it is, from 0.
    at: usize,
}

impl Column {
    /// The column at `at` with what its values say, by the name it has in the table.
    pub(super) fn new(sheet: &Sheet, at: usize, name: String) -> Self {
        let values: Vec<_> = values(sheet, at).collect();
        let (kind, why, reading) = guess::kind(&name, &values);
        Self { name, kind, why: why.clone(), is_kept: true, guessed: (kind, why), reading, at }
    }

    /// Its texts that say anything, in order.
    pub(super) fn values<'a>(&self, sheet: &'a Sheet) -> impl Iterator<Item = &'a str> + use<'a> {
        values(sheet, self.at)
    }

    /// What a row says in this column.
    pub(super) fn text<'a>(&self, row: &'a [String]) -> &'a str {
        row.get(self.at).map_or("", |text| text.trim())
    }

    /// The kinds that it can become.
    pub(super) fn fitting(&self, sheet: &Sheet) -> Vec<KindName> {
        let fits = |kind: &KindName| match kind {
            KindName::Select | KindName::MultiSelect => {
                let count = self.option_names(sheet, *kind).len();
                (1..=OPTIONS_MAX).contains(&count)
            }
            _ => true,
        };
        BARE.into_iter().filter(fits).collect()
    }

    /// Different names of options, in the order in which they come; nothing where one is too long.
    fn option_names(&self, sheet: &Sheet, kind: KindName) -> Vec<String> {
        let (mut seen, mut names) = (BTreeSet::new(), Vec::new());
        for text in self.values(sheet) {
            for item in self.items(text, kind) {
                if item.chars().count() > NAME_MAX {
                    return Vec::new();
                }
                if seen.insert(item.to_lowercase()) {
                    names.push(item.to_owned());
                }
            }
        }
        names
    }

    /// What a text names: several things in a list, one thing else.
    fn items<'a>(&self, text: &'a str, kind: KindName) -> Vec<&'a str> {
        let between = self.reading.between.filter(|_| kind != KindName::Select);
        let items: Vec<_> = match between {
            Some(between) => text.split(between).collect(),
            None => vec![text],
        };
        items.into_iter().map(str::trim).filter(|item| !item.is_empty()).collect()
    }

    /// The kind of the field with everything it takes; `new_id` gives ids of options.
    pub(super) fn field_kind(&self, sheet: &Sheet, new_id: &mut dyn FnMut() -> OptionId) -> FieldKind {
        match self.kind {
            KindName::Title => FieldKind::Title,
            KindName::LongText => FieldKind::LongText,
            KindName::Number => FieldKind::Number { format: self.format(sheet) },
            KindName::Date => FieldKind::Date,
            KindName::Datetime => FieldKind::Datetime,
            KindName::Checkbox => FieldKind::Checkbox,
            KindName::Select => FieldKind::Select { options: self.options(sheet, new_id) },
            KindName::MultiSelect => FieldKind::MultiSelect { options: self.options(sheet, new_id) },
            KindName::Url => FieldKind::Url,
            KindName::Email => FieldKind::Email,
            KindName::Person => FieldKind::Person { many: self.reading.between.is_some() },
            KindName::Rating => FieldKind::Rating { max: self.stars(sheet) },
            _ => FieldKind::Text,
        }
    }

    fn options(&self, sheet: &Sheet, new_id: &mut dyn FnMut() -> OptionId) -> Vec<SelectOption> {
        let names = self.option_names(sheet, self.kind).into_iter().take(OPTIONS_MAX);
        let option = |(name, color): (String, &Color)| SelectOption { id: new_id(), name, color: *color };
        names.zip(COLORS.iter().cycle()).map(option).collect()
    }

    fn format(&self, sheet: &Sheet) -> NumberFormat {
        let read = |text: &str| text::number(text, self.reading.mark);
        let numbers: Vec<_> = self.values(sheet).filter_map(read).collect();
        if !numbers.is_empty() && numbers.iter().all(|it| it.is_percent) {
            return NumberFormat::Percent;
        }
        if numbers.iter().all(|it| it.is_whole) { NumberFormat::Integer } else { NumberFormat::Decimal }
    }

    /// Five stars, or ten where a value says more than five.
    fn stars(&self, sheet: &Sheet) -> u8 {
        let mut numbers = self.values(sheet).filter_map(|text| text::number(text, self.reading.mark));
        if numbers.any(|it| it.value > 5.0) { 10 } else { 5 }
    }

    /// What `text` says as a value of `kind`, which [`Self::field_kind`] gave; nothing where it says none.
    pub(super) fn value(&self, text: &str, kind: &Known<'_>) -> Option<CellValue> {
        if text.is_empty() {
            return None;
        }
        let Reading { mark, order, .. } = self.reading;
        match kind.kind {
            FieldKind::Number { .. } => text::number(text, mark).map(|it| CellValue::Number(it.value)),
            FieldKind::Rating { max } => {
                let stars = text::number(text, mark)?.value.round();
                (stars >= 1.0 && stars <= f64::from(*max)).then_some(CellValue::Number(stars))
            }
            FieldKind::Date => {
                let day = text::day(text, order).or_else(|| Some(text::moment(text, order)?.date()))?;
                Some(CellValue::Text(day.format("%Y-%m-%d").to_string()))
            }
            FieldKind::Datetime => {
                let midnight = || text::day(text, order).map(|day| day.and_time(chrono::NaiveTime::MIN));
                let moment = text::moment(text, order).or_else(midnight)?;
                Some(CellValue::Text(moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()))
            }
            FieldKind::Checkbox => text::checked(text).map(CellValue::Bool),
            FieldKind::Select { .. } => kind.option(text).map(CellValue::Text),
            FieldKind::MultiSelect { .. } => {
                list(self.items(text, self.kind).into_iter().filter_map(|item| kind.option(item)))
            }
            FieldKind::Person { .. } => {
                let names = self.items(text, self.kind).into_iter().map(str::to_owned);
                list(names.filter(|name| name.chars().count() <= NAME_MAX))
            }
            FieldKind::Url => is_address(text).then(|| cut(text)),
            FieldKind::Email => is_mail(text).then(|| cut(text)),
            FieldKind::LongText => Some(cut(text)),
            _ => Some(cut(&text.split_whitespace().collect::<Vec<_>>().join(" "))),
        }
    }
}

/// A kind whose options are found by their names.
pub(super) struct Known<'a> {
    kind: &'a FieldKind,
    options: HashMap<String, &'a OptionId>,
}

impl<'a> Known<'a> {
    pub(super) fn new(kind: &'a FieldKind) -> Self {
        let options = kind.options().iter().map(|option| (option.name.to_lowercase(), &option.id)).collect();
        Self { kind, options }
    }

    fn option(&self, name: &str) -> Option<String> {
        self.options.get(&name.to_lowercase()).map(|id| id.to_string())
    }
}

fn values(sheet: &Sheet, at: usize) -> impl Iterator<Item = &str> {
    let texts = sheet.rows.iter().filter_map(move |row| row.get(at));
    texts.map(|text| text.trim()).filter(|text| !text.is_empty())
}

fn cut(text: &str) -> CellValue {
    CellValue::Text(text.chars().take(TEXT_MAX).collect())
}

fn list(items: impl Iterator<Item = String>) -> Option<CellValue> {
    let mut seen = BTreeSet::new();
    let kept: Vec<String> = items.filter(|item| seen.insert(item.clone())).take(ITEMS_MAX).collect();
    (!kept.is_empty()).then_some(CellValue::List(kept))
}
