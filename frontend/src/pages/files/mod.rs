//! A file before it is taken: what to do with it, what it looks like.

mod aside;
mod making;
mod offer;
mod preview;
mod row;
mod save;
pub(crate) mod size;
mod store;
mod stressed;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::artifact::ArtifactFormat;

pub(crate) use offer::{best, groups, others_count};
pub(crate) use row::FileRow;

use self::aside::Aside;
use self::making::MakingBar;
use self::preview::PreviewOf;
use self::store::File;
use super::NotFound;
use super::unfinished::Unfinished;
use crate::api::worker::{Failure, Previewed};
use crate::components::{Banner, Button, Glyph, Icon, PageHeading, Spoken, Tone};
use crate::i18n::{Bundle, I18n, t, use_i18n};
use crate::state::draft::Draft;

/// The file that the address names, before it is taken.
#[component]
pub(crate) fn FilePage() -> impl IntoView {
    let params = use_params_map();
    let format = Memo::new(move |_| {
        params.with(|params| params.get("format").and_then(|name| ArtifactFormat::parse(&name)))
    });
    let draft = expect_context::<Draft>();
    let is_valid = Memo::new(move |_| draft.is_valid());
    move || match (format.get(), is_valid.get()) {
        (None, _) => NotFound().into_any(),
        (Some(_), false) => Unfinished().into_any(),
        (Some(format), true) => view! {
            <Spoken language=draft.language() bundles=&[Bundle::Design]>
                <Offered format draft/>
            </Spoken>
        }
        .into_any(),
    }
}

#[component]
fn Offered(
    /// Which file.
    format: ArtifactFormat,
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let file = File::of(draft, format);
    Effect::new(move || draft.keep());
    view! {
        <div class="file-page">
            <header class="file-header">
                <a class="back-link" href="/system/files">
                    <Icon glyph=Glyph::ArrowLeft/>
                    <span>{t!("files.all")}</span>
                </a>
                <PageHeading text=Signal::derive(move || offer::title(i18n, format))/>
                <p class="lead">{move || offer::text(i18n, format)}</p>
            </header>
            <Aside file/>
            <section class="file-preview">
                <h2>{t!("files.preview")}</h2>
                {move || match file.shown() {
                    None => view! { <Waiting file/> }.into_any(),
                    Some(Err(failure)) => view! { <Failed file failure/> }.into_any(),
                    Some(Ok(Previewed { preview, .. })) => view! { <PreviewOf preview/> }.into_any(),
                }}
            </section>
        </div>
    }
}

/// What stands here while the file is made: the shape of what comes.
#[component]
fn Waiting(
    /// The file.
    file: File,
) -> impl IntoView {
    view! {
        <div class="file-waiting">
            <MakingBar making=file.making format=file.format then_focus="try-again"/>
            <div class="skeleton short" aria-hidden="true"></div>
            <div class="skeleton" aria-hidden="true"></div>
            <div class="skeleton wide" aria-hidden="true"></div>
            <div class="skeleton" aria-hidden="true"></div>
        </div>
    }
}

/// Why there is nothing to see, and the way on.
#[component]
fn Failed(
    /// The file.
    file: File,
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let i18n = use_i18n();
    let tone = if failure == Failure::CalledOff { Tone::Info } else { Tone::Error };
    view! {
        <div role="alert">
            <Banner tone text=Signal::derive(move || why(i18n, &failure))>
                <Button id="try-again" text=t!("files.again") on_press=move |()| file.try_again()/>
            </Banner>
        </div>
    }
}

/// Why there is no file, as people read it.
fn why(i18n: I18n, failure: &Failure) -> String {
    match failure {
        Failure::CalledOff => i18n.text("files.called_off"),
        Failure::Because(reason) => i18n.fill("files.failed", &[("reason", reason)]).trim_end().to_owned(),
    }
}
