//! The first page: what this is, and one thing to do.

mod sample;

use leptos::prelude::*;

use self::sample::SampleSystem;
use super::wizard::Step;
use crate::components::{Button, ButtonLink, Glyph, Look, PageHeading, Spoken};
use crate::i18n::{Bundle, t, use_i18n};
use crate::state::draft::Draft;

/// The first page: what this is, and one thing to do.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let draft = expect_context::<Draft>();
    let i18n = use_i18n();
    view! {
        <div class="welcome">
            <section class="hero">
                <div class="hero-words">
                    <PageHeading text=t!("welcome.title")/>
                    <p class="lead">{t!("welcome.lead")}</p>
                    <Start draft/>
                    <p class="hint">{t!("welcome.promise")}</p>
                </div>
                <Spoken language=Signal::derive(move || i18n.language()) bundles=&[Bundle::Design]>
                    <SampleSystem/>
                </Spoken>
            </section>
            <ol class="ways">
                <li><h2>{t!("welcome.answer.title")}</h2><p>{t!("welcome.answer.text")}</p></li>
                <li><h2>{t!("welcome.see.title")}</h2><p>{t!("welcome.see.text")}</p></li>
                <li><h2>{t!("welcome.take.title")}</h2><p>{t!("welcome.take.text")}</p></li>
            </ol>
        </div>
    }
}

/// The way into the wizard: from the start, or on from where one was.
#[component]
fn Start(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let navigate = leptos_router::hooks::use_navigate();
    let start_over = move |()| {
        draft.start_over(i18n.language_now());
        navigate(&Step::Platform.href(), Default::default());
    };
    match draft.kept_step() {
        None => view! {
            <div class="actions">
                <ButtonLink
                    text=t!("welcome.start")
                    href="/design/platform"
                    look=Look::Primary
                    after=Glyph::ArrowRight
                />
            </div>
        }
        .into_any(),
        Some(_) => view! {
            <div class="actions">
                <ButtonLink text=t!("welcome.resume") href="/design" look=Look::Primary after=Glyph::ArrowRight/>
                <Button text=t!("welcome.start_over") on_press=start_over/>
            </div>
        }
        .into_any(),
    }
}
