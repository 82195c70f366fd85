//! The icon of a table.

use leptos::prelude::*;
use shared::blueprint::TableId;
use shared::operation::{Operation, TableProperty};

use super::follow;
use crate::components::{Glyph, Icon};
use crate::i18n::{t, use_i18n};
use crate::pages::builder::store::use_workbench;

/// Icons that stand for what a table may hold, by Lucide's names.
const ICONS: [&str; 28] = [
    "messages-square",
    "table",
    "list",
    "list-checks",
    "folder",
    "folder-kanban",
    "library-big",
    "archive",
    "inbox",
    "package",
    "tags",
    "hash",
    "star",
    "compass",
    "calendar",
    "clock",
    "user",
    "users",
    "file-text",
    "layout-template",
    "pencil",
    "feather",
    "link",
    "paperclip",
    "database",
    "network",
    "chart-column",
    "zap",
];

/// One of the icons, all in sight: radio buttons, so that the arrows go from one to the next.
#[component]
pub(super) fn IconChoice(
    /// The table.
    table: TableId,
) -> impl IntoView {
    let (bench, i18n) = (use_workbench(), use_i18n());
    let held = table.clone();
    let chosen = follow(move |it| it.table(&held).map(|table| table.icon.clone()));
    let choose = Callback::new(move |icon: &'static str| {
        let set = TableProperty::Icon(icon.to_owned());
        // Arrows go through the icons: where one ends up is the step.
        bench.type_in(Operation::EditTable { table: table.clone(), set });
    });
    let icon = move |name: &'static str| {
        let glyph = Glyph::named(name).unwrap_or(Glyph::Table);
        view! {
            <label class="props-icon">
                <input
                    type="radio"
                    name="props-icon"
                    value=name
                    prop:checked=move || chosen.with(|chosen| chosen == name)
                    on:change=move |_| choose.run(name)
                />
                <Icon glyph/>
                <span class="visually-hidden">{move || i18n.text(&format!("builder.props.icon.{name}"))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="props-group">
            <legend>{t!("builder.props.icon")}</legend>
            <div class="props-icons">{ICONS.map(icon).into_iter().collect_view()}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_icon_has_a_shape_and_a_word() {
        for name in ICONS {
            assert!(Glyph::named(name).is_some(), "{name}");
            assert!(is_known(&format!("builder.props.icon.{name}")), "{name}");
        }
    }
}
