//! The sheets of a workbook, each behind its tab.

use leptos::prelude::*;
use shared::artifact::Sheet;

use crate::components::Tabs;
use crate::i18n::{I18n, t, use_i18n};

/// The sheets of a workbook, each behind its tab.
#[component]
pub(super) fn Sheets(
    /// The sheets.
    sheets: Vec<Sheet>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(0);
    let names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let sheets = StoredValue::new(sheets);
    view! {
        <Tabs id="sheet" label=t!("files.sheets") names open>
            {move || sheets.with_value(|sheets| sheets.get(open.get()).map(|sheet| show(i18n, sheet)))}
        </Tabs>
    }
}

fn show(i18n: I18n, sheet: &Sheet) -> impl IntoView + use<> {
    let mut rows = sheet.rows.iter();
    let head = |name: &String| view! { <th scope="col">{name.clone()}</th> };
    let head = rows.next().map(|header| header.iter().map(head).collect_view());
    let cell = |text: &String| view! { <td><span class="cell-text">{text.clone()}</span></td> };
    let row = |cells: &Vec<String>| view! { <tr>{cells.iter().map(cell).collect_view()}</tr> };
    let body = rows.map(row).collect_view();
    let more = sheet.row_count.saturating_sub(sheet.rows.len().saturating_sub(1));
    view! {
        <div class="data-table" tabindex="0" role="region" aria-label=sheet.name.clone()>
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {(more > 0).then(|| view! { <p class="hint">{i18n.count("files.more_rows", more)}</p> })}
    }
}
