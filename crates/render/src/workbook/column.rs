//! What a column is like: its width, its format, what may be typed in it, its colours.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ConditionalFormatDuplicate, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle,
    DataValidationRule, ExcelDateTime, Format, Formula, Worksheet, XlsxError,
};
use shared::blueprint::{Field, FieldKind};
use shared::compute::{self, formula::Type};

use super::formula_text::literal;
use super::layout::{Book, Place, Sheet};
use super::lists::{Choices, Lists};
use super::name::shorten;
use super::relation::is_one;
use super::{computed, style};
use crate::words::word;

/// Longest title of a message about a cell: Excel's limit.
const MESSAGE_TITLE_MAX: usize = 32;
/// Width of a column that jumps to related rows.
pub(super) const JUMP_WIDTH: f64 = 5.0;

/// Widths in characters of the standard font.
pub(super) fn width(place: &Place<'_>) -> f64 {
    if place.is_jump { JUMP_WIDTH } else { width_of(place.field, &place.header) }
}

/// The same of a column that holds values of a field.
pub(super) fn width_of(field: &Field, header: &str) -> f64 {
    let width: u16 = match &field.kind {
        FieldKind::Title => 44,
        FieldKind::LongText => 48,
        FieldKind::Url | FieldKind::Attachment => 34,
        FieldKind::Relation { .. } => 34,
        FieldKind::MultiSelect { .. } => 28,
        FieldKind::Email => 26,
        FieldKind::Text | FieldKind::Person { .. } => 22,
        FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => 18,
        FieldKind::Select { .. } | FieldKind::AutoId { .. } | FieldKind::Formula { .. } => 18,
        FieldKind::Date | FieldKind::Number { .. } | FieldKind::Rollup { .. } => 14,
        FieldKind::Checkbox | FieldKind::Rating { .. } => 11,
    };
    // Room for the filter button, too; a longer header wraps.
    let header = u16::try_from(header.chars().count()).unwrap_or(u16::MAX).saturating_add(5);
    f64::from(width.max(header.min(26)))
}

/// The format of its cells.
pub(super) fn format(book: &Book<'_>, place: &Place<'_>) -> Format {
    if place.is_jump { style::jump() } else { format_of(book, place.field) }
}

/// The same of cells that hold values of a field.
pub(super) fn format_of(book: &Book<'_>, field: &Field) -> Format {
    let base = if computed::is_computed(book, field) { style::computed() } else { style::cell() };
    let is_bool = book.schema().type_of(&field.id) == Some(Type::Bool);
    match number_format(book, field) {
        Some(format) => base.set_num_format(format),
        None if matches!(field.kind, FieldKind::LongText) => base.set_text_wrap(),
        // A formula typed over in a cell of text would stay a text.
        None if is_bool || computed::is_computed(book, field) => base,
        // Whatever people type stays as they typed it: `=`, `+` and long digits, too.
        None => base.set_num_format("@"),
    }
}

/// The number format of its cells; nothing for those that hold no numbers and no dates.
pub(super) fn number_format(book: &Book<'_>, field: &Field) -> Option<String> {
    let dates = book.blueprint.settings.date_format;
    match (&field.kind, book.schema().type_of(&field.id)?) {
        (FieldKind::Rating { .. }, _) => Some("0".to_owned()),
        (_, Type::Number) => Some(numbers(book, field).to_owned()),
        (_, Type::Date) => Some(style::date_format(dates).to_owned()),
        (_, Type::Datetime) => Some(style::datetime_format(dates)),
        (_, Type::Bool | Type::Text) => None,
    }
}

/// How numbers of a field are shown.
pub(super) fn numbers(book: &Book<'_>, field: &Field) -> &'static str {
    compute::number_format(book.schema(), field).map_or("#,##0.00", style::number_format)
}

/// Lets people pick in the cells below the header, and keeps what cannot be out of them.
pub(super) fn validate(
    book: &Book<'_>,
    lists: &Lists,
    worksheet: &mut Worksheet,
    sheet: &Sheet<'_>,
    (index, place): (u16, &Place<'_>),
) -> Result<(), XlsxError> {
    if place.is_jump || computed::is_computed(book, place.field) {
        return Ok(());
    }
    if let Some(validation) = validation(book, lists, place.field)? {
        worksheet.add_data_validation(1, index, sheet.last_row - 1, index, &validation)?;
    }
    Ok(())
}

fn validation(book: &Book<'_>, lists: &Lists, field: &Field) -> Result<Option<DataValidation>, XlsxError> {
    let validation = DataValidation::new();
    let language = book.language();
    let strict = |validation: DataValidation, key| {
        validation
            .set_error_title(shorten(&field.name, MESSAGE_TITLE_MAX))?
            .set_error_message(word(language, key))
    };
    Ok(Some(match &field.kind {
        FieldKind::Select { .. } => strict(choose(validation, lists.choices(&field.id)), "pick_from_list")?,
        // Several names, typed or picked one by one: the list helps, and refuses nothing.
        FieldKind::MultiSelect { .. } => {
            choose(validation, lists.choices(&field.id)).show_error_message(false)
        }
        FieldKind::Relation { table, .. } => {
            let Some(related) = book.sheet(table) else { return Ok(None) };
            let picked = validation.allow_list_formula(Formula::new(related.titles()));
            if is_one(field) { strict(picked, "pick_row")? } else { picked.show_error_message(false) }
        }
        FieldKind::Checkbox => strict(validation.allow_list_strings(&["TRUE", "FALSE"])?, "pick_from_list")?,
        FieldKind::Rating { max } => {
            let range = DataValidationRule::Between(1, i32::from(*max));
            strict(validation.allow_whole_number(range), "type_rating")?
        }
        FieldKind::Date | FieldKind::Datetime | FieldKind::CreatedAt | FieldKind::UpdatedAt => {
            let first = ExcelDateTime::from_ymd(1900, 3, 1)?;
            strict(validation.allow_date(DataValidationRule::GreaterThanOrEqualTo(first)), "type_date")?
        }
        FieldKind::Number { .. } => {
            let any = DataValidationRule::Between(-1e15, 1e15);
            strict(validation.allow_decimal_number(any), "type_number")?
                .set_error_style(DataValidationErrorStyle::Warning)
        }
        _ => return Ok(None),
    }))
}

fn choose(validation: DataValidation, choices: Option<&Choices>) -> DataValidation {
    match choices {
        Some(Choices { range }) => validation.allow_list_formula(Formula::new(range)),
        None => validation.allow_any_value(),
    }
}

/// Gives options their colours, and marks titles that are there twice: relations go by titles.
pub(super) fn color(
    worksheet: &mut Worksheet,
    sheet: &Sheet<'_>,
    (index, place): (u16, &Place<'_>),
) -> Result<(), XlsxError> {
    let (last, field) = (sheet.last_row - 1, place.field);
    if matches!(field.kind, FieldKind::Select { .. }) {
        color_options(worksheet, field, index, (1, last))?;
    }
    if matches!(field.kind, FieldKind::Title) {
        let shades = style::shades(shared::blueprint::Color::Red);
        let format = Format::new().set_font_color(shades.text);
        let twice = ConditionalFormatDuplicate::new().set_format(format);
        worksheet.add_conditional_format(1, index, last, index, &twice)?;
    }
    Ok(())
}

/// Gives the options of a select their colours, in the rows from the first to the last.
pub(super) fn color_options(
    worksheet: &mut Worksheet,
    field: &Field,
    index: u16,
    (first, last): (u32, u32),
) -> Result<(), XlsxError> {
    let letters = column_number_to_name(index);
    for option in field.kind.options() {
        let shades = style::shades(option.color);
        let format = Format::new().set_background_color(shades.back).set_font_color(shades.text);
        let rule = Formula::new(format!("${letters}{}={}", first + 1, literal(&option.name)));
        let condition = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
        worksheet.add_conditional_format(first, index, last, index, &condition)?;
    }
    Ok(())
}
