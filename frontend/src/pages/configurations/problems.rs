//! Files that could not be taken.

use leptos::prelude::*;

use super::store::{NotTaken, Problem, Systems};
use crate::components::{Banner, Button, Tone};
use crate::i18n::{I18n, t, use_i18n};
use crate::pages::builder::not_opened::storage_reason;

/// Files that could not be taken: which, where and why, and how to go on.
#[component]
pub(super) fn Problems(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let banner = move |at: usize, problem: Problem| {
        let detail = detail(&problem.why);
        let text = Signal::derive(move || {
            let reason = reason(i18n, &problem.why);
            i18n.fill("configurations.import.problem", &[("file", &problem.file), ("reason", &reason)])
        });
        let dismiss = move |()| {
            systems.problems.update(|problems| drop((at < problems.len()).then(|| problems.remove(at))));
        };
        view! {
            <Banner tone=Tone::Error text>
                {detail.map(|detail| view! { <p class="systems-detail" lang="en" dir="ltr">{detail}</p> })}
                <Button text=t!("configurations.dismiss") on_press=dismiss/>
            </Banner>
        }
    };
    view! {
        <div class="systems-problems" role="alert">
            {move || systems.problems.get().into_iter().enumerate().map(|(at, it)| banner(at, it)).collect_view()}
        </div>
    }
}

fn reason(i18n: I18n, why: &NotTaken) -> String {
    match why {
        NotTaken::Read(error) => {
            let values = error.values();
            let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            i18n.fill(&format!("configurations.import.{}", error.code()), &values)
        }
        NotTaken::Sheet => i18n.text("configurations.import.sheet"),
        NotTaken::Words => i18n.text("words.missing"),
        NotTaken::Kept(error) => {
            let reason = i18n.text(storage_reason(error).as_str());
            i18n.fill("configurations.import.not_kept", &[("reason", &reason)])
        }
    }
}

fn detail(why: &NotTaken) -> Option<String> {
    match why {
        NotTaken::Read(error) => error.detail(),
        NotTaken::Sheet | NotTaken::Kept(_) | NotTaken::Words => None,
    }
}

#[cfg(test)]
mod tests {
    use shared::configuration::ImportError;

    use crate::i18n::is_known;

    #[test]
    fn every_reason_has_its_sentence() {
        for code in ImportError::CODES {
            assert!(is_known(&format!("configurations.import.{code}")), "{code}");
        }
    }
}
