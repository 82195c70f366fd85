//! One of those in use.

use leptos::prelude::*;
use shared::configuration::{ConfigurationId, Summary};

use super::store::Systems;
use crate::browser::time;
use crate::components::{Glyph, Menu, MenuItem, PlatformTile, Trigger};
use crate::i18n::{t, use_i18n};
use crate::pages::wizard::platform_name;

/// One of those in use: what it is, and what can be done with it.
#[component]
pub(super) fn Row(
    /// The configurations.
    systems: Systems,
    /// Which one.
    id: ConfigurationId,
) -> impl IntoView {
    let i18n = use_i18n();
    let href = format!("/configurations/{id}");
    let found = id.clone();
    let summary = Memo::new(move |_| systems.find(&found));
    let name =
        Memo::new(move |_| summary.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let platform = Memo::new(move |_| summary.with(|it| it.as_ref().map(|it| it.platform)));
    let changed = Memo::new(move |_| {
        summary.with(|it| it.as_ref().map(|it| it.updated_at.to_rfc3339()).unwrap_or_default())
    });
    let counts = move || {
        let (tables, fields) =
            summary.with(|it| it.as_ref().map(|it| (it.tables, it.fields)).unwrap_or_default());
        let platform = platform.get().map(|platform| platform_name(i18n, platform));
        let counts = [i18n.count("count.tables", tables), i18n.count("count.fields", fields)];
        platform.into_iter().chain(counts).collect::<Vec<_>>().join(" · ")
    };
    let when = move || {
        let time = time::local(&changed.get(), i18n.language().tag());
        i18n.fill("configurations.changed", &[("time", &time)])
    };
    let choose = move |value| {
        if let Some(summary) = summary.get_untracked() {
            act(systems, summary, value);
        }
    };
    view! {
        <li class="system">
            {move || platform.get().map(|platform| view! { <PlatformTile platform/> })}
            <div class="system-words">
                <a class="system-name" href=href dir="auto">{name}</a>
                <p class="hint">{counts}</p>
            </div>
            <time class="system-time hint" datetime=changed>{when}</time>
            <Menu
                id=format!("menu-{id}")
                button=Trigger::Shape(Glyph::Ellipsis, menu_label(name))
                label=menu_label(name)
                items=items()
                on_choose=choose
            />
        </li>
    }
}

fn menu_label(name: Memo<String>) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || i18n.fill("configurations.menu", &[("name", &name.get())]))
}

fn items() -> Vec<MenuItem> {
    let item = |value, name, glyph| MenuItem { glyph: Some(glyph), ..MenuItem::new(value, name) };
    vec![
        item("open", t!("configurations.open"), Glyph::ArrowRight),
        item("rename", t!("configurations.rename"), Glyph::Pencil),
        item("duplicate", t!("configurations.duplicate"), Glyph::Copy),
        item("save", t!("configurations.save"), Glyph::Download),
        item("share", t!("configurations.link"), Glyph::Link),
        MenuItem { is_danger: true, ..item("delete", t!("configurations.delete"), Glyph::Trash2) },
    ]
}

fn act(systems: Systems, summary: Summary, value: &'static str) {
    match value {
        "open" => systems.go_to(&summary.id),
        "rename" => systems.renaming.set(Some(summary)),
        "duplicate" => systems.duplicate(summary.id),
        "save" => systems.save(summary.id),
        "share" => systems.share(summary.id),
        _ => systems.delete(summary),
    }
}
