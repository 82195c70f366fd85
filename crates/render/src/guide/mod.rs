//! The click-by-click guide: everything a person needs to set a system up by hand and to live with it.

mod files;
mod html;
mod overview;
mod routine;
mod rules;
mod steps;
mod tables;

use shared::artifact::Block;
use shared::blueprint::Blueprint;
use shared::plan::{Plan, State, Target, plan};
use shared::platform::{Capabilities, Platform, capabilities};
use shared::words::{GUIDE, Language};

use crate::document::{Document, Spans, markdown, plain, said};
use crate::words;

pub(crate) use tables::kind_key;

/// The guide that sets `blueprint` up on `platform`, as Markdown.
pub(crate) fn write_markdown(blueprint: &Blueprint, platform: Platform) -> String {
    markdown(&Guide::new(blueprint, platform).blocks())
}

/// The same as a page of its own.
pub(crate) fn write_html(blueprint: &Blueprint, platform: Platform) -> String {
    let guide = Guide::new(blueprint, platform);
    html::write(&guide, &guide.blocks())
}

/// The same as blocks, for whoever shows them.
pub(crate) fn blocks(blueprint: &Blueprint, platform: Platform) -> Vec<Block> {
    Guide::new(blueprint, platform).blocks()
}

/// What a guide is written from.
struct Guide<'a> {
    blueprint: &'a Blueprint,
    plan: Plan,
    platform: &'static Capabilities,
}

impl<'a> Guide<'a> {
    fn new(blueprint: &'a Blueprint, platform: Platform) -> Self {
        let plan = plan(blueprint, &Target { platform }, &State::default());
        Self { blueprint, plan, platform: capabilities(platform) }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut document = Document::default();
        overview::write(self, &mut document);
        files::write(self, &mut document);
        steps::write(self, &mut document);
        tables::write(self, &mut document);
        rules::write(self, &mut document);
        routine::write(self, &mut document);
        document.finish()
    }

    fn language(&self) -> Language {
        self.blueprint.settings.language
    }

    /// The text of `guide.<key>`, filled with the platform's words and `values`, which are shown as they are.
    fn say(&self, key: &str, values: &[(&str, &str)]) -> Spans {
        let terms = &self.platform.terms;
        let fixed = [
            ("platform", self.platform.name),
            ("system", terms.system),
            ("table", terms.table),
            ("field", terms.field),
            ("row", terms.row),
            ("view", terms.view),
        ];
        let values: Vec<_> = values.iter().chain(&fixed).copied().collect();
        said(&GUIDE, self.language(), key, &values)
    }

    /// The word for `key`, as it is.
    fn plain(&self, key: &'static str) -> Spans {
        plain(self.word(key))
    }

    fn word(&self, key: &'static str) -> &'static str {
        words::word(self.language(), key)
    }
}
