//! From what a platform declares to what people read.

use serde::Serialize;

use super::{
    ChartFit, FieldFit, Fit, PlatformDetails, PlatformLimits, PlatformSummary, PlatformTerms, Platforms,
    ViewFit,
};
use crate::plan;
use crate::platform::{
    Capabilities, ChartSupport, FieldSupport, Limits, Platform, Support, Terms, ViewSupport, capabilities,
};
use crate::words::{Language, Topic, topic};

pub(crate) static KINDS: Topic = topic!("kinds");

/// Every platform, in the order in which people see them.
pub fn list() -> Platforms {
    Platforms { data: Platform::ALL.map(|platform| capabilities(platform).into()).into() }
}

/// What `platform` can do, its sentences in `language`.
pub fn describe(platform: Platform, language: Language) -> PlatformDetails {
    let capabilities = capabilities(platform);
    let words = Words { capabilities, language };
    let field = |support: &FieldSupport| FieldFit {
        kind: support.kind,
        fit: words.of("field", support.kind, support.support),
    };
    let view = |support: &ViewSupport| ViewFit {
        kind: support.kind,
        fit: words.of("view", support.kind, support.support),
    };
    let chart = |support: &ChartSupport| ChartFit {
        kind: support.kind,
        fit: words.of("chart", support.kind, support.support),
    };
    PlatformDetails {
        id: platform,
        name: capabilities.name.to_owned(),
        delivery: capabilities.delivery,
        files: capabilities.all_files().collect(),
        terms: capabilities.terms.into(),
        tables: words.fit("tables", capabilities.tables),
        fields: capabilities.fields.iter().map(field).collect(),
        views: capabilities.views.iter().map(view).collect(),
        filters: words.fit("filters", capabilities.filters),
        groups: words.fit("groups", capabilities.groups),
        automations: words.fit("automations", capabilities.automations),
        dashboards: words.fit("dashboards", capabilities.dashboards),
        charts: capabilities.charts.iter().map(chart).collect(),
        rows: words.fit("rows", capabilities.rows),
        limits: capabilities.limits.into(),
    }
}

/// Puts a platform's declarations into words.
struct Words<'a> {
    capabilities: &'a Capabilities,
    language: Language,
}

impl Words<'_> {
    /// What becomes of a kind of something.
    fn of(&self, what: &str, kind: impl Serialize, support: Support) -> Fit {
        // Kinds are written as plain names, so that cannot fail.
        let kind = serde_json::to_value(kind).unwrap_or_default();
        self.fit(&format!("{what}.{}", kind.as_str().unwrap_or_default()), support)
    }

    /// What becomes of something whose name is at `key`.
    fn fit(&self, key: &str, support: Support) -> Fit {
        let native = support.native_in(self.language);
        let sentence = match support.note {
            "" => String::new(),
            note => plan::WORDS.fill(
                self.language,
                note,
                &[
                    ("name", KINDS.get(self.language, key)),
                    ("native", native),
                    ("platform", self.capabilities.name),
                    // A sentence about a particular table is told of the one that every system has.
                    ("table", KINDS.get(self.language, "table")),
                ],
            ),
        };
        Fit { level: support.level, native: native.to_owned(), sentence }
    }
}

impl From<&Capabilities> for PlatformSummary {
    fn from(capabilities: &Capabilities) -> Self {
        Self {
            id: capabilities.platform,
            name: capabilities.name.to_owned(),
            delivery: capabilities.delivery,
        }
    }
}

impl From<Terms> for PlatformTerms {
    fn from(terms: Terms) -> Self {
        Self {
            system: terms.system.to_owned(),
            table: terms.table.to_owned(),
            field: terms.field.to_owned(),
            row: terms.row.to_owned(),
            view: terms.view.to_owned(),
        }
    }
}

impl From<Limits> for PlatformLimits {
    fn from(limits: Limits) -> Self {
        Self {
            table_name_chars: limits.table_name_chars,
            field_name_chars: limits.field_name_chars,
            option_name_chars: limits.option_name_chars,
            title_chars: limits.title_chars,
            text_chars: limits.text_chars,
            long_text_chars: limits.long_text_chars,
            options: limits.options,
            fields: limits.fields,
            tables: limits.tables,
            table_name_forbidden: limits.table_name_forbidden.to_owned(),
            option_name_forbidden: limits.option_name_forbidden.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_complete() {
        crate::words::assert_complete(&KINDS);
    }

    #[test]
    fn every_sentence_is_filled_in_and_every_kind_has_a_name() {
        for platform in Platform::ALL {
            for language in Language::ALL {
                let details = serde_json::to_string(&describe(platform, language)).unwrap_or_default();
                for unfilled in
                    ["{name}", "{native}", "{platform}", "{table}", "“field.", "“view.", "“chart."]
                {
                    assert!(!details.contains(unfilled), "{platform} in {language:?}: {unfilled}");
                }
            }
        }
    }
}
