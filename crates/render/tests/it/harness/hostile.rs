//! Names that people should not give, and do.

use shared::blueprint::{Blueprint, CellValue, FieldKind};

/// What goes wrong in paths, formulas, queries, markup, code and in the order of letters.
const NAMES: [&str; 24] = [
    "../../etc/passwd",
    "CON",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(1)",
    "Robert'); DROP TABLE sessions;--",
    "a \"quoted\" name",
    "<script>alert(1)</script>",
    "]]> & {{query}} ((x)) [[y]]",
    "two\nlines\tand a tab",
    "😀👩‍👩‍👧‍👦 family",
    "שלום עולם",
    "مرحبا بالعالم",
    "\u{202e}drowssap",
    "会话",
    "yes",
    "null",
    "12:30",
    "- # : key: value",
    "select",
    "type",
    "${x} `y` \\z",
    "%s */ // --",
];

/// `blueprint` with every name, option, description and text replaced by a hostile one; it keeps its structure.
pub(crate) fn hostile(mut blueprint: Blueprint) -> Blueprint {
    let long = "long ".repeat(50) + "name";
    let mut names =
        NAMES.into_iter().map(str::to_owned).chain([long]).collect::<Vec<_>>().into_iter().cycle();
    let mut next = move |text: &mut String| *text = names.next().unwrap_or_default();
    next(&mut blueprint.name);
    next(&mut blueprint.description);
    next(&mut blueprint.settings.naming_convention);
    for table in &mut blueprint.tables {
        next(&mut table.name);
        next(&mut table.description);
        for field in &mut table.fields {
            next(&mut field.name);
            next(&mut field.description);
            if let FieldKind::Select { options } | FieldKind::MultiSelect { options } = &mut field.kind {
                options.iter_mut().for_each(|option| next(&mut option.name));
            }
        }
        for view in &mut table.views {
            next(&mut view.name);
            next(&mut view.description);
        }
        let texts: Vec<_> = table
            .fields
            .iter()
            .filter(|field| matches!(field.kind, FieldKind::Title | FieldKind::Text | FieldKind::LongText))
            .map(|field| field.id.clone())
            .collect();
        for row in &mut table.sample_rows {
            for (_, cell) in row.cells.iter_mut().filter(|(field, _)| texts.contains(field)) {
                if let CellValue::Text(text) = cell {
                    next(text);
                }
            }
        }
    }
    blueprint.automations.iter_mut().for_each(|automation| next(&mut automation.name));
    for dashboard in &mut blueprint.dashboards {
        next(&mut dashboard.name);
        dashboard.charts.iter_mut().for_each(|chart| next(&mut chart.name));
    }
    blueprint
}

/// `blueprint` as somebody would have it who writes Hebrew: tables, fields and views renamed.
pub(crate) fn right_to_left(mut blueprint: Blueprint) -> Blueprint {
    for (number, table) in (1..).zip(&mut blueprint.tables) {
        table.name = format!("טבלה {number}");
        (1..).zip(&mut table.fields).for_each(|(number, field)| field.name = format!("שדה {number}"));
        (1..).zip(&mut table.views).for_each(|(number, view)| view.name = format!("תצוגה {number}"));
    }
    blueprint
}
