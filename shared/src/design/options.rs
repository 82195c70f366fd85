//! The options of selects, in their order, with their colours.

use super::form::Form;
use crate::answers::ColorScheme;
use crate::blueprint::{
    Color::{self, *},
    SelectOption,
};

/// The options of a select. Their names are the words `opt_<key>_<option>`.
pub(super) struct Options {
    key: &'static str,
    /// Whether the colours say something, such as green for active; no colour scheme changes those.
    colors_mean: bool,
    options: &'static [(&'static str, Color)],
}

const fn meaning(key: &'static str, options: &'static [(&'static str, Color)]) -> Options {
    Options { key, colors_mean: true, options }
}

const fn plain(key: &'static str, options: &'static [(&'static str, Color)]) -> Options {
    Options { key, colors_mean: false, options }
}

pub(super) const PLATFORM: Options = plain(
    "platform",
    &[("claude", Orange), ("chatgpt", Green), ("gemini", Blue), ("perplexity", Teal), ("other", Gray)],
);
pub(super) const STATUS: Options =
    meaning("status", &[("active", Green), ("on_hold", Yellow), ("completed", Blue), ("archived", Gray)]);
pub(super) const PRIORITY: Options =
    meaning("priority", &[("high", Red), ("medium", Orange), ("low", Yellow), ("none", Gray)]);
pub(super) const PRIMARY_TOPIC: Options = plain(
    "primary_topic",
    &[
        ("work", Blue),
        ("personal", Pink),
        ("learning", Green),
        ("research", Purple),
        ("creative", Orange),
        ("technical", Teal),
    ],
);
pub(super) const SECONDARY_TOPICS: Options = plain(
    "secondary_topics",
    &[
        ("development", Teal),
        ("design", Pink),
        ("writing", Orange),
        ("planning", Blue),
        ("debugging", Red),
        ("analysis", Purple),
        ("brainstorming", Yellow),
        ("meetings", Green),
    ],
);
pub(super) const CATEGORY: Options = plain(
    "category",
    &[
        ("quick_question", Gray),
        ("deep_dive", Purple),
        ("project_work", Blue),
        ("brainstorming", Yellow),
        ("troubleshooting", Red),
        ("tutorial", Green),
    ],
);
pub(super) const PROJECT_PHASE: Options = plain(
    "project_phase",
    &[("planning", Yellow), ("execution", Blue), ("review", Purple), ("complete", Green)],
);
pub(super) const TAGS: Options = plain(
    "tags",
    &[
        ("urgent", Red),
        ("follow_up", Orange),
        ("idea", Yellow),
        ("solution", Green),
        ("blocked", Brown),
        ("reference", Blue),
    ],
);
pub(super) const SATISFACTION: Options =
    meaning("satisfaction", &[("excellent", Green), ("good", Blue), ("average", Yellow), ("poor", Red)]);
pub(super) const VISIBILITY: Options =
    plain("visibility", &[("private", Gray), ("team", Blue), ("everyone", Green)]);
pub(super) const DEPARTMENT: Options = plain(
    "department",
    &[
        ("engineering", Blue),
        ("product", Purple),
        ("marketing", Pink),
        ("sales", Green),
        ("operations", Orange),
    ],
);
pub(super) const EXPORT_FORMAT: Options =
    plain("export_format", &[("markdown", Blue), ("json", Purple), ("csv", Green), ("pdf", Red)]);
pub(super) const PROJECT_STATUS: Options = meaning(
    "project_status",
    &[("planning", Yellow), ("active", Green), ("paused", Orange), ("completed", Blue)],
);
pub(super) const ITEM_STATUS: Options =
    meaning("item_status", &[("to_do", Gray), ("in_progress", Blue), ("done", Green)]);
pub(super) const TEMPLATE: Options = plain(
    "template",
    &[
        ("debugging", Red),
        ("weekly_planning", Blue),
        ("research_brief", Purple),
        ("writing_review", Orange),
        ("meeting_notes", Green),
    ],
);
pub(super) const TAG_CATEGORY: Options =
    plain("tag_category", &[("attention", Red), ("content", Green), ("progress", Blue)]);
/// Every colour, as something to choose.
pub(super) const COLOR: Options = meaning(
    "color",
    &[
        ("gray", Gray),
        ("red", Red),
        ("orange", Orange),
        ("yellow", Yellow),
        ("green", Green),
        ("teal", Teal),
        ("blue", Blue),
        ("purple", Purple),
        ("pink", Pink),
        ("brown", Brown),
    ],
);

impl Options {
    /// The keys of the options, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.options.iter().map(|(key, _)| *key)
    }

    /// The name of an option.
    pub(super) fn name(&self, form: &Form<'_>, option: &str) -> String {
        form.word(&format!("opt_{}_{option}", self.key))
    }

    /// The name of an option as a formula writes it: formulas see what people read.
    pub(super) fn quoted(&self, form: &Form<'_>, option: &str) -> String {
        format!("\"{}\"", self.name(form, option).replace('"', "\"\""))
    }

    /// The options of the field `fld_<path>`.
    pub(super) fn of_field(&self, form: &Form<'_>, path: &str) -> Vec<SelectOption> {
        let scheme = form.answers.customization.color_scheme;
        let option = |(key, color): &(&str, Color)| SelectOption {
            id: format!("opt_{path}_{key}").as_str().into(),
            name: self.name(form, key),
            color: if self.colors_mean { *color } else { in_scheme(*color, scheme) },
        };
        self.options.iter().map(option).collect()
    }
}

/// A colour as a scheme has it.
fn in_scheme(color: Color, scheme: ColorScheme) -> Color {
    match (scheme, color) {
        (ColorScheme::Vivid, color) => color,
        (ColorScheme::Mono, _) | (ColorScheme::Calm, Gray) => Gray,
        (ColorScheme::Calm, Red | Orange | Yellow | Brown) => Brown,
        (ColorScheme::Calm, Green | Teal) => Teal,
        (ColorScheme::Calm, Blue) => Blue,
        (ColorScheme::Calm, Purple | Pink) => Purple,
    }
}
