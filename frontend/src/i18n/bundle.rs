//! The words of designs, plans and files, which come in bundles, a language at a time, before they are needed.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::words::{Language, supply};

use crate::browser::boot;

/// Words that travel together; `shared/locales/bundles.json` says which topics are in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bundle {
    /// What designs are written with.
    Design,
    /// What plans and problems are told with.
    Plan,
    /// What files are written with.
    Files,
    /// What changes are told with.
    Builder,
}

impl Bundle {
    /// Every one.
    pub(crate) const ALL: [Self; 4] = [Self::Design, Self::Plan, Self::Files, Self::Builder];

    /// Its name in addresses.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Plan => "plan",
            Self::Files => "files",
            Self::Builder => "builder",
        }
    }
}

/// Which bundles are at hand. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Bundles(RwSignal<BTreeSet<(Language, Bundle)>>);

impl Bundles {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(BTreeSet::new()))
    }

    /// Whether all of `wanted` can be spoken in `language`.
    pub(crate) fn has(self, language: Language, wanted: &[Bundle]) -> bool {
        self.0.with(|had| wanted.iter().all(|bundle| had.contains(&(language, *bundle))))
    }

    /// Makes sure of `wanted` in `language`; whether that worked.
    pub(crate) async fn load(self, language: Language, wanted: &[Bundle]) -> bool {
        let is_missing = |bundle: &&Bundle| self.0.with_untracked(|had| !had.contains(&(language, **bundle)));
        let ask = |bundle: &Bundle| (*bundle, boot::words(language.tag(), bundle.as_str()));
        let asked: Vec<_> = wanted.iter().filter(is_missing).map(ask).collect();
        for (bundle, text) in asked {
            let Ok(text) = text.await else { return false };
            if supply(language, &text).is_err() {
                return false;
            }
            self.0.update(|had| {
                had.insert((language, bundle));
            });
        }
        true
    }
}

/// Which bundles are at hand.
pub(crate) fn use_bundles() -> Bundles {
    use_context().unwrap_or_else(Bundles::new)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_bundle_is_declared() {
        let declared = include_str!("../../../shared/locales/bundles.json");
        let declared: BTreeMap<String, Vec<String>> = serde_json::from_str(declared).unwrap();
        let mut names = Bundle::ALL.map(Bundle::as_str);
        names.sort_unstable();
        assert!(declared.keys().eq(&names));
    }
}
