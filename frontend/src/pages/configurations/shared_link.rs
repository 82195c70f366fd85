//! A system that a link brings: what it is, before it is kept.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::configuration::{ImportError, Shared, read_share};

use super::store::Systems;
use crate::browser::page;
use crate::components::{Banner, Button, ButtonLink, Look, PageHeading, PageSkeleton, PlatformTile, Tone};
use crate::i18n::{Bundle, I18n, t, use_bundles, use_i18n};
use crate::pages::wizard::platform_name;

/// The system of the link that is open. It is on this device alone once it is kept.
#[component]
pub(super) fn SharedPage(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    page::keep_out_of_search_engines();
    let (i18n, bundles, hash) = (use_i18n(), use_bundles(), use_location().hash);
    let opened = LocalResource::new(move || {
        let (language, fragment) = (i18n.language(), hash.get());
        let fragment = if fragment.is_empty() { page::fragment() } else { fragment };
        async move {
            // Without the words a problem is told by its place alone.
            bundles.load(language, &[Bundle::Plan]).await;
            Arc::new(read_share(&fragment, language))
        }
    });
    move || match opened.get() {
        None => PageSkeleton().into_any(),
        Some(read) => match &*read {
            Ok(shared) => found(systems, i18n, shared),
            Err(error) => view! { <NotRead error=error.clone()/> }.into_any(),
        },
    }
}

fn found(systems: Systems, i18n: I18n, shared: &Shared) -> AnyView {
    let (platform, blueprint) = (shared.platform, &shared.blueprint);
    let (name, language) = (blueprint.name.clone(), blueprint.settings.language.tag());
    let tables = blueprint.tables.len();
    let sum = |of: fn(&shared::blueprint::Table) -> usize| blueprint.tables.iter().map(of).sum();
    let (fields, views): (usize, usize) = (sum(|table| table.fields.len()), sum(|table| table.views.len()));
    let facts = move || {
        let counts = [("count.tables", tables), ("count.fields", fields), ("count.views", views)];
        let counts = counts.map(|(key, count)| i18n.count(key, count));
        format!("{} · {}", platform_name(i18n, platform), counts.join(" · "))
    };
    let rows = blueprint.tables.iter().map(|table| {
        let (name, fields) = (table.name.clone(), table.fields.len());
        view! {
            <li class="system">
                <span class="system-name" lang=language dir="auto">{name}</span>
                <span class="hint">{move || i18n.count("count.fields", fields)}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let description = blueprint.description.clone();
    let shared = shared.clone();
    let heading = if name.is_empty() { t!("configurations.shared.title") } else { Signal::stored(name) };
    view! {
        <section class="systems-page">
            <div class="systems-words">
                <PageHeading text=heading/>
                <p class="lead">{t!("configurations.shared.lead")}</p>
            </div>
            <div class="shared-facts">
                <PlatformTile platform/>
                <p>{facts}</p>
            </div>
            <p lang=language dir="auto">{description}</p>
            <div class="actions">
                <Button
                    text=t!("configurations.shared.keep")
                    look=Look::Primary
                    on_press=move |()| systems.keep_shared(shared.clone())
                />
                <ButtonLink text=t!("configurations.shared.to_list") href="/configurations"/>
            </div>
            <h2>{t!("configurations.shared.tables")}</h2>
            <ul class="systems-list brief">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn NotRead(
    /// Why.
    error: ImportError,
) -> impl IntoView {
    let i18n = use_i18n();
    let detail = error.detail();
    let reason = Signal::derive(move || {
        let values = error.values();
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        i18n.fill(&format!("configurations.import.{}", error.code()), &values)
    });
    view! {
        <section class="systems-page">
            <PageHeading text=t!("configurations.shared.failed")/>
            <div role="alert"><Banner tone=Tone::Error text=reason/></div>
            {detail.map(|detail| view! { <p class="hint" lang="en" dir="ltr">{detail}</p> })}
            <div class="actions">
                <ButtonLink
                    text=t!("configurations.shared.to_list")
                    href="/configurations"
                    look=Look::Primary
                />
                <ButtonLink text=t!("configurations.design") href="/design"/>
            </div>
        </section>
    }
}
