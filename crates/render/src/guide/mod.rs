//! The click-by-click guide in Markdown: everything a person needs to set a system up by hand and to live with it.

pub(crate) mod markdown;
mod overview;
mod routine;
mod rules;
mod steps;
mod tables;

use shared::blueprint::Blueprint;
use shared::plan::{Plan, State, Target, plan};
use shared::platform::{Capabilities, Platform, capabilities};
use shared::words::Language;

use crate::words;
use markdown::Document;

/// The guide that sets `blueprint` up on `platform`.
pub(crate) fn write(blueprint: &Blueprint, platform: Platform) -> String {
    let guide = Guide {
        blueprint,
        plan: plan(blueprint, &Target { platform }, &State::default()),
        platform: capabilities(platform),
    };
    let mut document = Document::default();
    overview::write(&guide, &mut document);
    steps::write(&guide, &mut document);
    tables::write(&guide, &mut document);
    rules::write(&guide, &mut document);
    routine::write(&guide, &mut document);
    document.finish()
}

/// What a guide is written from.
struct Guide<'a> {
    blueprint: &'a Blueprint,
    plan: Plan,
    platform: &'static Capabilities,
}

impl Guide<'_> {
    fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    /// The text of `guide.<key>`, filled with the platform's words and `values`; values are escaped, the text is not.
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let terms = &self.platform.terms;
        let fixed = [
            ("platform", self.platform.name),
            ("system", terms.system),
            ("table", terms.table),
            ("field", terms.field),
            ("row", terms.row),
            ("view", terms.view),
        ];
        let escaped: Vec<_> =
            values.iter().chain(&fixed).map(|(name, value)| (*name, markdown::escape(value))).collect();
        let all: Vec<_> = escaped.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words::sentence(self.language(), key, &all)
    }

    fn word(&self, key: &'static str) -> &'static str {
        words::word(self.language(), key)
    }
}
