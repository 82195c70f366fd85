//! How things look: colours, number formats and the formats of cells.

use rust_xlsxwriter::{Color as Rgb, Format, FormatAlign, FormatBorder, FormatUnderline};
use shared::answers::DateFormat;
use shared::blueprint::{Color, NumberFormat};

/// Colour of headers and titles.
pub(super) const INK: Rgb = Rgb::RGB(0x31_2E81);
/// Colour of the tabs of views.
pub(super) const VIEW_TAB: Rgb = Rgb::RGB(0x9CA3AF);
/// Background of cells that are computed: not for typing.
pub(super) const COMPUTED: Rgb = Rgb::RGB(0xF3_F4F6);
/// Background of headers of computed columns.
pub(super) const COMPUTED_INK: Rgb = Rgb::RGB(0x4B_5563);
/// Colour of side remarks.
const MUTED: Rgb = Rgb::RGB(0x6B_7280);
/// Lines between cells.
const LINE: Rgb = Rgb::RGB(0xD1_D5DB);

/// A colour as background, as text on that background, and as the shape of a chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shades {
    pub(super) back: Rgb,
    pub(super) text: Rgb,
    pub(super) shape: Rgb,
}

/// The shades of an option's colour; text on background has a contrast of at least 4.5 to 1.
pub(super) fn shades(color: Color) -> Shades {
    let (back, text, shape) = match color {
        Color::Gray => (0xE5_E7EB, 0x37_4151, 0x9C_A3AF),
        Color::Red => (0xFE_E2E2, 0x99_1B1B, 0xEF_4444),
        Color::Orange => (0xFF_EDD5, 0x9A_3412, 0xF9_7316),
        Color::Yellow => (0xFE_F9C3, 0x71_3F12, 0xEA_B308),
        Color::Green => (0xDC_FCE7, 0x16_6534, 0x22_C55E),
        Color::Teal => (0xCC_FBF1, 0x11_5E59, 0x14_B8A6),
        Color::Blue => (0xDB_EAFE, 0x1E_40AF, 0x3B_82F6),
        Color::Purple => (0xF3_E8FF, 0x6B_21A8, 0xA8_55F7),
        Color::Pink => (0xFC_E7F3, 0x9D_174D, 0xEC_4899),
        Color::Brown => (0xEF_E5DC, 0x5C_4033, 0x92_6B4F),
    };
    Shades { back: Rgb::RGB(back), text: Rgb::RGB(text), shape: Rgb::RGB(shape) }
}

/// The number format of days.
pub(super) fn date_format(format: DateFormat) -> &'static str {
    // The escaped slash stays a slash in every locale.
    match format {
        DateFormat::Iso => "yyyy\\-mm\\-dd",
        DateFormat::DayFirst => "dd\\/mm\\/yyyy",
        DateFormat::MonthFirst => "mm\\/dd\\/yyyy",
        DateFormat::Dotted => "dd\\.mm\\.yyyy",
    }
}

/// The number format of moments.
pub(super) fn datetime_format(format: DateFormat) -> String {
    format!("{} hh:mm", date_format(format))
}

/// The number format of numbers.
pub(super) fn number_format(format: NumberFormat) -> &'static str {
    match format {
        NumberFormat::Integer => "#,##0",
        NumberFormat::Decimal => "#,##0.00",
        NumberFormat::Percent => "0%",
    }
}

/// Body cells: text at the top, so that rows with long texts read from their first line.
pub(super) fn cell() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// Body cells that are computed.
pub(super) fn computed() -> Format {
    cell().set_background_color(COMPUTED)
}

/// Headers of columns.
pub(super) fn header() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Rgb::White)
        .set_background_color(INK)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

/// Headers of columns that are computed.
pub(super) fn computed_header() -> Format {
    header().set_background_color(COMPUTED_INK).set_italic()
}

/// The title of a page.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(20).set_font_color(INK)
}

/// The heading of a section.
pub(super) fn heading() -> Format {
    Format::new().set_bold().set_font_size(13).set_font_color(INK).set_border_bottom(FormatBorder::Thin)
}

/// Text of several lines.
pub(super) fn paragraph() -> Format {
    cell().set_text_wrap()
}

/// A side remark.
pub(super) fn remark() -> Format {
    paragraph().set_font_color(MUTED).set_italic()
}

/// A link.
pub(super) fn link() -> Format {
    cell().set_font_color(Rgb::RGB(0x1D_4ED8)).set_underline(FormatUnderline::Single)
}

/// A cell that jumps to another row.
pub(super) fn jump() -> Format {
    link().set_align(FormatAlign::Center).set_background_color(COMPUTED)
}

/// A number that stands out.
pub(super) fn figure(number_format: &str) -> Format {
    Format::new()
        .set_bold()
        .set_font_size(22)
        .set_font_color(INK)
        .set_align(FormatAlign::Left)
        .set_num_format(number_format)
}

/// Cells of a small table of numbers.
pub(super) fn grid() -> Format {
    Format::new().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::Top)
}

/// Headers of a small table of numbers.
pub(super) fn grid_header() -> Format {
    grid().set_bold().set_background_color(Rgb::RGB(0xE0_E7FF))
}
