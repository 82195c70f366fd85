//! First question: where the system will live.

use leptos::prelude::*;
use shared::platform::Platform;

use super::options;
use crate::components::RadioCards;
use crate::i18n::use_i18n;
use crate::state::draft::Draft;

/// Platforms that people compare with each other stand together.
const GROUPS: [(&str, &[Platform]); 5] = [
    ("databases", &[Platform::Notion, Platform::Airtable, Platform::Coda]),
    ("spreadsheets", &[Platform::GoogleSheets, Platform::Excel]),
    ("notes", &[Platform::Obsidian, Platform::Logseq]),
    (
        "work",
        &[
            Platform::Monday,
            Platform::Clickup,
            Platform::Trello,
            Platform::Asana,
            Platform::Jira,
            Platform::Linear,
        ],
    ),
    ("own", &[Platform::Builtin, Platform::Custom]),
];

/// First question: where the system will live.
#[component]
pub(crate) fn Platforms(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let choose = move |name: &str| {
        if let Some(platform) = Platform::parse(name) {
            draft.set_platform(platform);
        }
    };
    let group = move |(name, platforms): (&'static str, &'static [Platform])| {
        view! {
            <RadioCards
                legend=Signal::derive(move || i18n.text(&format!("platforms.{name}")))
                name="platform"
                choices=platforms.iter().copied().map(options::platform).collect()
                chosen=Signal::derive(move || draft.with(|answers| answers.platform.as_str()))
                on_choose=choose
            />
        }
    };
    GROUPS.map(group).collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_platform_stands_in_one_group() {
        let mut grouped: Vec<_> = GROUPS.iter().flat_map(|(_, platforms)| *platforms).copied().collect();
        grouped.sort_unstable();
        let mut all = Platform::ALL.to_vec();
        all.sort_unstable();
        assert_eq!(grouped, all);
        assert!(GROUPS.iter().all(|(name, _)| is_known(&format!("platforms.{name}"))));
    }
}
