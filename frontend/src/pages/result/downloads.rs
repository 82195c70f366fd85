//! The files that the system can be taken away as.

use leptos::prelude::*;
use shared::artifact::ArtifactFormat;
use shared::platform::Platform;

use super::store::System;
use crate::api::worker::{Artifact, Renderer};
use crate::browser::file;
use crate::components::{Button, Glyph, Icon, Look};
use crate::i18n::{known, t, use_i18n};
use crate::state::toasts::{Message, use_toasts};

/// The files that the system can be taken away as; the one that the platform takes best comes first.
#[component]
pub(crate) fn Downloads(
    /// The system.
    system: System,
) -> impl IntoView {
    let formats = Memo::new(move |_| in_order(system.platform.get()));
    view! {
        <section class="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{t!("downloads.title")}</h2>
            <ul>
                {move || {
                    let cards = formats.get().into_iter().enumerate();
                    cards.map(|(at, format)| view! { <Download system format is_first=at == 0/> }).collect_view()
                }}
            </ul>
        </section>
    }
}

/// The formats for `platform`, the one it takes best first.
fn in_order(platform: Platform) -> [ArtifactFormat; 3] {
    let takes_workbooks = matches!(platform, Platform::Excel | Platform::GoogleSheets);
    let (first, second) = match takes_workbooks {
        true => (ArtifactFormat::Xlsx, ArtifactFormat::GuideMarkdown),
        false => (ArtifactFormat::GuideMarkdown, ArtifactFormat::Xlsx),
    };
    [first, second, ArtifactFormat::BlueprintJson]
}

#[component]
fn Download(
    /// The system.
    system: System,
    /// Which file.
    format: ArtifactFormat,
    /// Whether it is the one to take.
    is_first: bool,
) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let renderer = use_context::<Renderer>().unwrap_or_else(Renderer::when_idle);
    let save = Action::new_local(move |_: &()| {
        let (renderer, blueprint) = (renderer.clone(), system.blueprint.get_untracked());
        async move {
            let rendered =
                renderer.render((*blueprint).clone(), system.platform.get_untracked(), format).await;
            let saved = rendered.and_then(|artifact| hand_over(&artifact));
            toasts.say(match saved {
                Ok(name) => Message { key: known!("downloads.saved"), values: vec![("name", name)] },
                Err(reason) => Message { key: known!("downloads.failed"), values: vec![("reason", reason)] },
            });
        }
    });
    let word = move |part: &'static str| {
        Signal::derive(move || i18n.text(&format!("download.{}.{part}", format.extension())))
    };
    view! {
        <li class="download">
            <span class="choice-mark"><Icon glyph=glyph(format)/></span>
            <div class="download-words">
                <h3>{word("title")}</h3>
                <p class="hint">{word("text")}</p>
            </div>
            <Button
                text=word("action")
                look=if is_first { Look::Primary } else { Look::Secondary }
                glyph=Glyph::Download
                busy=save.pending()
                on_press=move |()| {
                    save.dispatch_local(());
                }
            />
        </li>
    }
}

fn hand_over(artifact: &Artifact) -> Result<String, String> {
    file::save(&artifact.bytes, &artifact.file_name, &artifact.media_type)
        .map(|()| artifact.file_name.clone())
        .map_err(|error| format!("{error:?}"))
}

fn glyph(format: ArtifactFormat) -> Glyph {
    match format {
        ArtifactFormat::Xlsx => Glyph::FileSpreadsheet,
        ArtifactFormat::GuideMarkdown => Glyph::FileText,
        _ => Glyph::Braces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_format_is_offered_in_words_on_every_platform() {
        for platform in Platform::ALL {
            let mut formats = in_order(platform).to_vec();
            formats.sort_unstable();
            formats.dedup();
            assert_eq!(formats.len(), 3);
        }
        for format in in_order(Platform::Excel) {
            for part in ["title", "text", "action"] {
                assert!(is_known(&format!("download.{}.{part}", format.extension())));
            }
        }
    }
}
