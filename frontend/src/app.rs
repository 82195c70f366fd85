//! The routes, and what stands around every page.

use leptos::prelude::*;
use leptos_router::components::{Redirect, Route, Router, Routes};
use leptos_router::{NavigateOptions, path};

use crate::chunk::{self, Chunk};
use crate::components::{Footer, Lazy, Navigation, PageSkeleton, SkipLink, ToastRegion, TopBar};
use crate::i18n::{Bundles, I18n};
use crate::pages::{NotFound, Step, Welcome, Wizard};
use crate::state::draft::Draft;
use crate::state::theme::Themes;
use crate::state::toasts::Toasts;

/// The whole client.
#[component]
pub(crate) fn App(
    /// The words of the language in use.
    i18n: I18n,
) -> impl IntoView {
    let draft = Draft::open(i18n.language_now());
    let toasts = Toasts::new();
    provide_context(i18n);
    provide_context(Bundles::new());
    provide_context(draft);
    provide_context(toasts);
    provide_context(Navigation::new());
    i18n.prefetch_when_idle();
    chunk::preload();
    let step = move || format!("/design/{}", Step::kept(draft).as_str());
    view! {
        <Router>
            <SkipLink/>
            <TopBar draft themes=Themes::load()/>
            <main id="main" tabindex="-1">
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=Welcome/>
                    <Route path=path!("/design") view=move || view! { <Redirect path=step() options=in_place()/> }/>
                    <Route path=path!("/design/:step") view=Wizard/>
                    <Route path=path!("/system") view=|| view! { <Redirect path="/system/overview" options=in_place()/> }/>
                    <Route path=path!("/system/:part") view=|| lazy(Chunk::Result)/>
                    <Route path=path!("/system/files/:format") view=|| lazy(Chunk::File)/>
                </Routes>
            </main>
            <Footer/>
            <ToastRegion toasts/>
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
