//! The wizard's options as cards. Their words are found by their names in documents.

use leptos::prelude::*;
use shared::answers::{Complexity, Feature, Priority, TeamSize};
use shared::platform::{Platform, capabilities};

use crate::components::{Choice, Glyph, Mark};
use crate::i18n::{I18n, use_i18n};

/// The card of a platform.
pub(crate) fn platform(platform: Platform) -> Choice {
    let i18n = use_i18n();
    Choice {
        title: Signal::derive(move || platform_name(i18n, platform)),
        ..choice("platform", platform.as_str(), Mark::Tile(platform))
    }
}

/// What a platform is called: its makers' word, ours for what is ours or nobody's.
pub(crate) fn platform_name(i18n: I18n, platform: Platform) -> String {
    match platform {
        Platform::Builtin | Platform::Custom => i18n.text(&format!("platform.{platform}.title")),
        _ => capabilities(platform).name.to_owned(),
    }
}

/// The card of a priority.
pub(crate) fn priority(priority: Priority) -> Choice {
    let glyph = match priority {
        Priority::Organization => Glyph::LibraryBig,
        Priority::Search => Glyph::Search,
        Priority::Analytics => Glyph::ChartColumn,
        Priority::Collaboration => Glyph::Users,
        Priority::Automation => Glyph::Zap,
        Priority::Simplicity => Glyph::Feather,
        Priority::Portability => Glyph::Package,
        Priority::Integration => Glyph::Plug,
    };
    choice("priority", priority.as_str(), Mark::Shape(glyph))
}

/// The card of a feature.
pub(crate) fn feature(feature: Feature) -> Choice {
    let glyph = match feature {
        Feature::Tags => Glyph::Tags,
        Feature::Projects => Glyph::FolderKanban,
        Feature::Timeline => Glyph::ChartGantt,
        Feature::Templates => Glyph::FileText,
        Feature::Reminders => Glyph::ListChecks,
        Feature::Exports => Glyph::Download,
        Feature::Dashboard => Glyph::ChartColumn,
        Feature::Archive => Glyph::Archive,
    };
    choice("feature", feature.as_str(), Mark::Shape(glyph))
}

/// The card of a team size.
pub(crate) fn team_size(size: TeamSize) -> Choice {
    let glyph = if size == TeamSize::JustMe { Glyph::User } else { Glyph::Users };
    choice("team_size", size.as_str(), Mark::Shape(glyph))
}

/// The card of a complexity.
pub(crate) fn complexity(complexity: Complexity) -> Choice {
    let glyph = match complexity {
        Complexity::Simple => Glyph::Square,
        Complexity::Moderate => Glyph::Columns2,
        Complexity::Advanced => Glyph::LayoutGrid,
    };
    choice("complexity", complexity.as_str(), Mark::Shape(glyph))
}

fn choice(group: &'static str, value: &'static str, mark: Mark) -> Choice {
    let i18n = use_i18n();
    let word =
        move |part: &'static str| Signal::derive(move || i18n.text(&format!("{group}.{value}.{part}")));
    Choice { value, title: word("title"), text: word("text"), mark }
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
