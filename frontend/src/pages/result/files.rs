//! Every file, the one to take first, the others in groups.

use leptos::prelude::*;
use shared::artifact::ArtifactFormat;

use super::downloads::Best;
use super::store::System;
use crate::i18n::{I18n, use_i18n};
use crate::pages::files::{FileRow, groups};
use crate::pages::wizard::platform_name;

/// Every file, the one to take first, the others in groups.
#[component]
pub(crate) fn FilesPart(
    /// The system.
    system: System,
) -> impl IntoView {
    let i18n = use_i18n();
    let groups = Memo::new(move |_| groups(system.platform.get()));
    let others = move || {
        let groups = groups.get().into_iter();
        groups.map(|(name, files)| group(i18n, system, name.as_str(), files)).collect_view()
    };
    view! {
        <Best system/>
        {others}
    }
}

fn group(i18n: I18n, system: System, name: &'static str, files: Vec<ArtifactFormat>) -> impl IntoView {
    let id = format!("files-{name}");
    let title = move || {
        let platform = platform_name(i18n, system.platform.get());
        i18n.fill(&format!("files.group.{name}"), &[("platform", &platform)])
    };
    let file = move |format| {
        let System { blueprint, platform, .. } = system;
        view! { <li><FileRow format blueprint platform/></li> }
    };
    view! {
        <section class="file-group" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            <ul>{files.into_iter().map(file).collect_view()}</ul>
        </section>
    }
}
