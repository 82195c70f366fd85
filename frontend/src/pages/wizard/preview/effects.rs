//! Effects in words.

use shared::advice::{Effect, Element, ElementKind};

use crate::i18n::I18n;

/// What comes and what goes, in a line: "Added: table Topics · 8 fields. Removed: 1 view". Empty where nothing does.
pub(super) fn tell(i18n: I18n, added: &str, removed: &str, effect: &Effect) -> String {
    let say = |key: &str, elements: &[Element]| {
        let parts = summary(i18n, elements);
        (!parts.is_empty()).then(|| i18n.fill(key, &[("parts", &parts)]))
    };
    let told: Vec<_> =
        [say(added, &effect.added), say(removed, &effect.removed)].into_iter().flatten().collect();
    told.join("; ")
}

/// Tables by name, everything else by number.
fn summary(i18n: I18n, elements: &[Element]) -> String {
    let parts = ElementKind::ALL.into_iter().flat_map(|kind| {
        let of_kind: Vec<_> = elements.iter().filter(|element| element.kind == kind).collect();
        match (kind, of_kind.len()) {
            (_, 0) => Vec::new(),
            (ElementKind::Table, _) => {
                let name = |element: &&Element| i18n.fill("effect.table", &[("name", &element.name)]);
                of_kind.iter().map(name).collect()
            }
            (kind, count) => vec![i18n.count(count_key(kind), count)],
        }
    });
    parts.collect::<Vec<_>>().join(" · ")
}

fn count_key(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Table => "count.tables",
        ElementKind::Field => "count.fields",
        ElementKind::View => "count.views",
        ElementKind::Automation => "count.automations",
        ElementKind::Dashboard => "count.dashboards",
    }
}

/// What elements of a kind are called together, as a key of the words.
pub(crate) fn plural_key(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Table => "effect.tables",
        ElementKind::Field => "effect.fields",
        ElementKind::View => "effect.views",
        ElementKind::Automation => "effect.automations",
        ElementKind::Dashboard => "effect.dashboards",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_kind_has_words() {
        for kind in ElementKind::ALL {
            assert!(
                is_known(&format!("{}.other", count_key(kind))) && is_known(plural_key(kind)),
                "{kind:?}"
            );
        }
    }
}
