//! Dashboards as notes: each chart as a base that stays up to date, and as a picture of the samples.

use shared::blueprint::{Bucket, Chart, ChartKind, Dashboard, Grouping, MeasureFunction};
use shared::compute::{ChartData, chart_data};

use super::base::{Base, BaseView};
use super::filter::statements;
use super::layout::{Folder, Vault};
use super::page::Page;
use super::table_base::{empty, property};
use super::text::{inline, one_line};

/// Most parts of a pie that can still be told apart.
const PARTS_MAX: usize = 12;

/// The note of a dashboard.
pub(super) fn dashboard(vault: &Vault<'_>, dashboard: &Dashboard) -> String {
    let mut page = Page::default();
    page.shown(&dashboard.description);
    for chart in &dashboard.charts {
        page.heading(2, &inline(&chart.name));
        page.shown(chart.reason.as_ref().map_or("", |reason| &reason.sentence));
        if let Some(folder) = vault.folder(&chart.table) {
            page.base(base(vault, folder, chart));
        }
        picture(vault, chart, &mut page);
    }
    page.text()
}

/// The chart's rows in groups, with its measure below each.
fn base(vault: &Vault<'_>, folder: &Folder<'_>, chart: &Chart) -> Base {
    let mut base = empty(vault, folder);
    let group = chart.x.as_ref().and_then(|by| parted_by(vault, &mut base, folder, by));
    let second = chart.y.as_ref().and_then(|by| parted_by(vault, &mut base, folder, by));
    let mut order = vec!["file.name".to_owned()];
    order.extend(group.iter().chain(&second).cloned());
    let summary = summary(vault, &mut base, chart);
    if !order.contains(&summary.0) {
        order.push(summary.0.clone());
    }
    let mut view = BaseView::table(&one_line(&chart.name), order);
    view.filter = chart.filter.as_ref().map(|filter| statements(vault, filter));
    view.sort = second.into_iter().map(|property| (property, true)).collect();
    view.group = group;
    view.summaries = vec![summary];
    base.views.push(view);
    base
}

/// The property that parts the rows; a formula for parts of dates.
fn parted_by(vault: &Vault<'_>, base: &mut Base, folder: &Folder<'_>, by: &Grouping) -> Option<String> {
    let field = folder.table.field(&by.field)?;
    let property = property(vault, &by.field)?;
    let Some(bucket) = by.bucket else { return Some(property) };
    let (key, text) = match bucket {
        Bucket::Week => ("week", format!("{property}.format(\"GGGG-[W]WW\")")),
        Bucket::Month => ("month", format!("{property}.format(\"YYYY-MM\")")),
        Bucket::Weekday => ("weekday", format!("{property}.format(\"E dddd\")")),
        Bucket::PartOfDay => ("part_of_day", part_of_day(&property)),
    };
    let shown = format!("{} {}", field.name, vault.word(&format!("shown_{key}")));
    Some(base.helper(&property, format!("if({property}, {text})"), &shown))
}

/// The six hours that a time falls into; quarters of the day sort by their letters.
fn part_of_day(property: &str) -> String {
    let hour = format!("{property}.hour");
    format!("if({hour} < 6, \"00–06\", if({hour} < 12, \"06–12\", if({hour} < 18, \"12–18\", \"18–24\")))")
}

/// The column that is summed up, and how.
fn summary(vault: &Vault<'_>, base: &mut Base, chart: &Chart) -> (String, &'static str) {
    let measured = chart.measure.field.as_ref().and_then(|field| property(vault, field));
    match (chart.measure.function, measured) {
        (MeasureFunction::Sum, Some(property)) => (property, "Sum"),
        (MeasureFunction::Average, Some(property)) => (property, "Average"),
        (MeasureFunction::Share, _) => {
            let of = chart.measure.of.as_ref();
            let test = of.map_or_else(|| "true".to_owned(), |of| statements(vault, of).in_one());
            let text = format!("if({test}, 1, 0)");
            (base.helper("", text, vault.word("shown_share")), "Average")
        }
        _ => ("file.name".to_owned(), "Filled"),
    }
}

/// The samples as a picture that does not change: a pie, or a table where there are two axes.
fn picture(vault: &Vault<'_>, chart: &Chart, page: &mut Page) {
    let data = chart_data(&vault.evaluator, chart, vault.today);
    let day = vault.evaluator.date_label(vault.today);
    let still = vault.say("still", &[("day", &day)]);
    match chart.kind {
        ChartKind::Number => {
            let number = data.values.first().and_then(|line| line.first()).copied().unwrap_or_default();
            page.paragraph(&format!("*{still}* **{}**", written(number)));
        }
        ChartKind::Heatmap => {
            page.paragraph(&format!("*{still}*"));
            heat(&data, page);
        }
        ChartKind::Column | ChartKind::Bar | ChartKind::Line | ChartKind::Pie => {
            page.paragraph(&format!("*{still}*"));
            match pie(&one_line(&chart.name), &data) {
                Some(pie) => page.paragraph(&pie),
                None => page.paragraph(vault.word("still_nothing")),
            };
        }
    }
}

fn heat(data: &ChartData, page: &mut Page) {
    let mut header = vec![String::new()];
    header.extend(data.x.iter().map(|label| inline(label)));
    let rows: Vec<_> = data
        .y
        .iter()
        .zip(&data.values)
        .map(|(label, line)| {
            let mut row = vec![inline(label)];
            row.extend(line.iter().map(|value| if *value == 0.0 { String::new() } else { written(*value) }));
            row
        })
        .collect();
    page.table(&header, &rows);
}

/// The parts above zero, the largest ones where there are many; nothing where there are none.
fn pie(name: &str, data: &ChartData) -> Option<String> {
    let line = data.values.first()?;
    let mut parts: Vec<_> = data.x.iter().zip(line).filter(|(_, value)| **value > 0.0).collect();
    if parts.len() > PARTS_MAX {
        parts.sort_by(|(_, left), (_, right)| right.total_cmp(left));
        parts.truncate(PARTS_MAX);
    }
    if parts.is_empty() {
        return None;
    }
    let lines =
        parts.iter().map(|(label, value)| format!("    \"{}\" : {}", quotable(label), written(**value)));
    let title = quotable(name);
    Some(format!(
        "```mermaid\npie showData\n    title {title}\n{}\n```",
        lines.collect::<Vec<_>>().join("\n")
    ))
}

/// A number with at most two decimals.
fn written(number: f64) -> String {
    let text = format!("{number:.2}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A label that Mermaid takes as it is: what it reads as more becomes an entity or a space.
fn quotable(text: &str) -> String {
    let mut label = String::new();
    for c in one_line(text).chars() {
        match c {
            '"' => label.push_str("#quot;"),
            '#' => label.push_str("#35;"),
            '<' => label.push_str("#lt;"),
            '>' => label.push_str("#gt;"),
            '%' => label.push_str("#37;"),
            ';' => label.push_str("#59;"),
            ':' => label.push_str("#58;"),
            '`' | '{' | '}' | '\\' => label.push(' '),
            c => label.push(c),
        }
    }
    label.trim().to_owned()
}
