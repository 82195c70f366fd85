//! The builder: a configuration to be changed in every way there is, kept as one goes.

mod actions;
mod bench;
mod canvas;
mod clipboard;
mod edits;
mod from_file;
mod ids;
mod keeping;
mod keys;
mod made;
mod menu;
pub(crate) mod not_opened;
pub(crate) mod opening;
mod outline;
mod palette;
mod session;
mod side;
mod splitter;
mod status;
mod store;
mod toolbar;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::configuration::ConfigurationId;

use self::bench::Bench;
use self::keeping::Keeping;
use self::not_opened::NotOpenedPage;
use self::opening::{Opened, open};
use self::store::Workbench;
use crate::components::{PageSkeleton, Spoken};
use crate::i18n::{Bundle, known, use_i18n};
use crate::state::toasts::use_toasts;
use crate::state::updates::Updates;

/// The configuration that the address names, to be changed.
#[component]
pub(crate) fn BuilderPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let opened = LocalResource::new(move || {
        let id = ConfigurationId::new(id.get());
        async move { Arc::new(open(&id).await) }
    });
    let again = move |()| opened.refetch();
    move || match opened.get() {
        None => PageSkeleton().into_any(),
        Some(result) => match &*result {
            Ok(opened) => workbench(opened),
            Err(why) => view! { <NotOpenedPage why=why.clone() on_again=again/> }.into_any(),
        },
    }
}

fn workbench(opened: &Opened) -> AnyView {
    let (i18n, toasts, updates) = (use_i18n(), use_toasts(), expect_context::<Updates>());
    let id = opened.configuration.id();
    let keeping = Keeping::new(id, opened.lines, opened.spilled.clone(), toasts);
    let bench = Workbench::new(opened.configuration.clone(), opened.session.clone(), keeping, i18n, toasts);
    provide_context(bench);
    keeping.watch(bench);
    keeping.keep_all(bench, opened.unsaved.clone());
    updates.before_reload(move || keeping.is_kept() && !bench.is_typing(), move || keeping.leave(bench));
    if opened.is_mended {
        toasts.say(known!("builder.mended"));
    }
    provide_context(bench.system());
    let written = bench.written();
    view! {
        <Spoken language=written bundles=&[Bundle::Design, Bundle::Plan]>
            <SpokenBench/>
        </Spoken>
    }
    .into_any()
}

/// The builder, once it can say in the language of the interface what is done.
#[component]
fn SpokenBench() -> impl IntoView {
    let i18n = use_i18n();
    let language = Signal::derive(move || i18n.language());
    view! {
        <Spoken language bundles=&[Bundle::Builder, Bundle::Design]>
            <Bench/>
        </Spoken>
    }
}
