//! The wizard's options: their names and their cards. Their words are found by their names in documents.

use leptos::prelude::*;
use shared::advice::Pick;
use shared::answers::{Complexity, Feature, Priority, TeamSize};
use shared::platform::Platform;

use crate::components::{Choice, Glyph, Mark};
use crate::i18n::{I18n, use_i18n};

/// The card of an option.
pub(crate) fn card(pick: Pick) -> Choice {
    let i18n = use_i18n();
    let (group, value) = (pick.group(), pick.value());
    Choice {
        value,
        title: Signal::derive(move || title(i18n, pick)),
        text: Signal::derive(move || i18n.text(&format!("{group}.{value}.text"))),
        mark: mark(pick),
    }
}

/// What an option is called.
pub(crate) fn title(i18n: I18n, pick: Pick) -> String {
    match pick {
        Pick::Platform(platform) => platform_name(i18n, platform),
        _ => i18n.text(&format!("{}.{}.title", pick.group(), pick.value())),
    }
}

/// What a platform is called: its makers' word, ours for what is ours or nobody's.
pub(crate) fn platform_name(i18n: I18n, platform: Platform) -> String {
    match platform {
        Platform::Builtin | Platform::Custom => i18n.text(&format!("platform.{platform}.title")),
        _ => platform.name().to_owned(),
    }
}

fn mark(pick: Pick) -> Mark {
    Mark::Shape(match pick {
        Pick::Platform(platform) => return Mark::Tile(platform),
        Pick::Priority(priority) => of_priority(priority),
        Pick::Feature(feature) => of_feature(feature),
        Pick::TeamSize(TeamSize::JustMe) => Glyph::User,
        Pick::TeamSize(_) => Glyph::Users,
        Pick::Complexity(Complexity::Simple) => Glyph::Square,
        Pick::Complexity(Complexity::Moderate) => Glyph::Columns2,
        Pick::Complexity(Complexity::Advanced) => Glyph::LayoutGrid,
    })
}

fn of_priority(priority: Priority) -> Glyph {
    match priority {
        Priority::Organization => Glyph::LibraryBig,
        Priority::Search => Glyph::Search,
        Priority::Analytics => Glyph::ChartColumn,
        Priority::Collaboration => Glyph::Users,
        Priority::Automation => Glyph::Zap,
        Priority::Simplicity => Glyph::Feather,
        Priority::Portability => Glyph::Package,
        Priority::Integration => Glyph::Plug,
    }
}

fn of_feature(feature: Feature) -> Glyph {
    match feature {
        Feature::Tags => Glyph::Tags,
        Feature::Projects => Glyph::FolderKanban,
        Feature::Timeline => Glyph::ChartGantt,
        Feature::Templates => Glyph::FileText,
        Feature::Reminders => Glyph::ListChecks,
        Feature::Exports => Glyph::Download,
        Feature::Dashboard => Glyph::ChartColumn,
        Feature::Archive => Glyph::Archive,
    }
}

#[cfg(test)]
mod tests {
    use shared::api::options::{self, Options};
    use shared::words::Language;

    use super::*;
    use crate::i18n::{Words, is_known};

    #[track_caller]
    fn check(group: &str, value: &str, parts: &[&str]) {
        for part in parts {
            let key = format!("{group}.{value}.{part}");
            assert!(is_known(&key), "{key}");
        }
    }

    #[test]
    fn every_option_has_its_own_words() {
        Platform::ALL.iter().for_each(|value| check("platform", value.as_str(), &["text"]));
        Priority::ALL.iter().for_each(|value| check("priority", value.as_str(), &["title", "text"]));
        Feature::ALL.iter().for_each(|value| check("feature", value.as_str(), &["title", "text"]));
        TeamSize::ALL.iter().for_each(|value| check("team_size", value.as_str(), &["title", "text"]));
        Complexity::ALL.iter().for_each(|value| check("complexity", value.as_str(), &["title", "text"]));
    }

    /// Keys of titles here and the labels that reasons, plans and guides use.
    fn labels(options: Options) -> Vec<(String, String)> {
        let groups = [
            ("priority", options.priorities),
            ("feature", options.features),
            ("team_size", options.team_sizes),
            ("complexity", options.complexities),
        ];
        let keyed = |(group, choices): (&'static str, Vec<options::Choice>)| {
            choices.into_iter().map(move |choice| (format!("{group}.{}.title", choice.id), choice.label))
        };
        groups.into_iter().flat_map(keyed).collect()
    }

    #[test]
    fn an_option_has_one_name_everywhere() {
        let texts = [
            include_str!("../../../locales/en.json"),
            include_str!("../../../locales/de.json"),
            include_str!("../../../locales/es.json"),
            include_str!("../../../locales/fr.json"),
            include_str!("../../../locales/ja.json"),
            include_str!("../../../locales/ar.json"),
        ];
        for (language, json) in Language::ALL.into_iter().zip(texts) {
            let words = Words::parse(language, json).unwrap();
            for (key, label) in labels(options::list(language)) {
                assert_eq!(words.get(&key), label, "{key} in {language:?}");
            }
        }
    }
}
