//! One error.

use leptos::prelude::*;
use shared::api::client_errors::ClientErrorKind;

use super::log::Noted;
use crate::browser::time;
use crate::components::{Badge, CodeBlock, Disclosure};
use crate::i18n::{Key, known, t, use_i18n};

/// One error: what it was, when and where, what the program said and what of it is sent.
#[component]
pub(super) fn Entry(
    /// The error.
    error: Noted,
) -> impl IntoView {
    let i18n = use_i18n();
    let to_send = error.to_send().message;
    let Noted { kind, message, path, version, at, count, is_sent, .. } = error;
    let when = at.clone();
    let when = move || time::local(&when, i18n.language().tag());
    let often =
        move || (count > 1).then(|| view! { <Badge text=i18n.count("errors.count", count as usize)/> });
    let sent = is_sent.then(|| view! { <Badge text=t!("errors.sent") tone="green"/> });
    view! {
        <li class="errors-entry">
            <div class="errors-head">
                <strong>{move || i18n.text(name(kind).as_str())}</strong>
                {often}
                {sent}
                <time datetime=at>{when}</time>
            </div>
            <p class="hint errors-place"><code dir="ltr">{path}</code>" "<code dir="ltr">{version}</code></p>
            <CodeBlock label=t!("errors.said") code=Signal::stored(message)/>
            <Disclosure summary=t!("errors.as_sent")>
                <pre class="errors-scrubbed" tabindex="0" dir="ltr">{to_send}</pre>
            </Disclosure>
        </li>
    }
}

fn name(kind: ClientErrorKind) -> Key {
    match kind {
        ClientErrorKind::Crash => known!("errors.kind.crash"),
        ClientErrorKind::Load => known!("errors.kind.load"),
        ClientErrorKind::File => known!("errors.kind.file"),
        ClientErrorKind::Request => known!("errors.kind.request"),
        ClientErrorKind::Other => known!("errors.kind.other"),
    }
}
