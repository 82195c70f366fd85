//! The routes. What stands around every page is markup in `index.html`, which [`shell`] makes live.

use leptos::prelude::*;
use leptos_router::components::{Redirect, Route, Router, Routes};
use leptos_router::{NavigateOptions, path};

use crate::chunk::{self, Chunk};
use crate::components::{Lazy, Navigation, Notices, PageSkeleton, ToastRegion};
use crate::i18n::{Bundles, I18n};
use crate::pages::{NotFound, Step, Welcome, Wizard};
use crate::shell;
use crate::state::connection::Connection;
use crate::state::draft::Draft;
use crate::state::help::Help;
use crate::state::installation::Installation;
use crate::state::reports;
use crate::state::toasts::Toasts;
use crate::state::updates::Updates;

/// The whole client.
#[component]
pub(crate) fn App(
    /// The words of the language in use.
    i18n: I18n,
) -> impl IntoView {
    let draft = Draft::open(i18n.language_now());
    let (bundles, toasts) = (Bundles::new(), Toasts::new());
    provide_context(i18n);
    provide_context(bundles);
    provide_context(draft);
    provide_context(toasts);
    provide_context(Navigation::new());
    let updates = Updates::new();
    provide_context(updates);
    updates.watch(move || i18n.language_now());
    updates.before_reload(move || draft.is_kept(), move || draft.keep_again());
    let (installation, connection) = (Installation::watch(), Connection::watch(toasts));
    let help = Help::watch(toasts);
    provide_context(help);
    i18n.prefetch_when_idle();
    reports::watch();
    chunk::preload();
    shell::make_live(draft, i18n, bundles, toasts);
    let step = move || format!("/design/{}", Step::kept(draft).as_str());
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Welcome/>
                <Route path=path!("/design") view=move || view! { <Redirect path=step() options=in_place()/> }/>
                <Route path=path!("/design/:step") view=Wizard/>
                <Route path=path!("/system") view=|| view! { <Redirect path="/system/overview" options=in_place()/> }/>
                <Route path=path!("/system/:part") view=|| lazy(Chunk::Result)/>
                <Route path=path!("/system/files/:format") view=|| lazy(Chunk::File)/>
                <Route path=path!("/configurations") view=|| lazy(Chunk::Configurations)/>
                <Route path=path!("/configurations/shared") view=|| lazy(Chunk::Configurations)/>
                <Route path=path!("/configurations/:id") view=|| lazy(Chunk::Builder)/>
                <Route path=path!("/errors") view=|| lazy(Chunk::Errors)/>
                <Route path=path!("/components") view=|| lazy(Chunk::Components)/>
            </Routes>
            <Notices updates installation connection/>
            <ToastRegion toasts/>
            {move || help.is_loaded().then(|| Chunk::Help.view())}
        </Router>
    }
}

/// A page that is a chunk of its own.
fn lazy(chunk: Chunk) -> impl IntoView {
    view! { <Lazy chunk outline=PageSkeleton/> }
}

/// A redirect takes the place of the address it came from: the way back does not lead into it again.
fn in_place() -> NavigateOptions {
    NavigateOptions { replace: true, ..NavigateOptions::default() }
}
