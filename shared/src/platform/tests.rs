use std::fmt::Write;

use super::*;
use crate::blueprint::{ChartKind, KindName};
use crate::plan::WORDS;
use crate::words::{self, Language};

fn all() -> impl Iterator<Item = &'static Capabilities> {
    Platform::ALL.into_iter().map(capabilities)
}

fn supports(of: &Capabilities) -> Vec<Support> {
    let singles =
        [of.tables, of.inverse.support, of.overflow, of.filters, of.groups, of.automations, of.dashboards];
    let mut supports = singles.to_vec();
    supports.push(of.rows);
    supports.extend(of.board_field);
    supports.extend(of.fields.iter().chain(of.firsts).map(|field| field.support));
    supports.extend(of.views.iter().chain(of.default_views).map(|view| view.support));
    supports.extend(of.charts.iter().map(|chart| chart.support));
    supports.extend(of.special_automations.iter().map(|automation| automation.support));
    supports
}

#[test]
fn every_platform_declares_every_kind_once_and_in_order() {
    for of in all() {
        let kinds: Vec<_> = of.fields.iter().map(|field| field.kind).collect();
        assert_eq!(kinds, KindName::ALL, "fields of {}", of.platform);
        let views: Vec<_> = of.views.iter().map(|view| view.kind).collect();
        assert_eq!(views, ViewName::ALL, "views of {}", of.platform);
        let charts: Vec<_> = of.charts.iter().map(|chart| chart.kind).collect();
        assert_eq!(charts, ChartKind::ALL, "charts of {}", of.platform);
    }
}

#[test]
fn a_file_declares_its_own_platform() {
    for platform in Platform::ALL {
        assert_eq!(capabilities(platform).platform, platform);
    }
}

#[test]
fn only_what_is_not_exact_has_a_note_and_all_but_the_impossible_a_native_name() {
    for of in all() {
        for support in supports(of) {
            assert_eq!(
                support.note.is_empty(),
                support.level == SupportLevel::Exact,
                "{}: {support:?}",
                of.platform
            );
            assert_eq!(
                support.native.is_empty(),
                support.level == SupportLevel::Impossible,
                "{}: {support:?}",
                of.platform
            );
        }
    }
}

#[test]
fn every_note_is_a_sentence_in_every_language() {
    words::assert_complete(&WORDS);
    for support in all().flat_map(supports).filter(|support| !support.note.is_empty()) {
        for language in Language::ALL {
            assert!(WORDS.find(language, support.note).is_some(), "`{}` in {language:?}", support.note);
        }
    }
}

#[test]
fn a_note_tells_its_level_by_its_key() {
    for support in all().flat_map(supports).filter(|support| !support.note.is_empty()) {
        let family = match support.level {
            SupportLevel::Exact => "exact.",
            SupportLevel::Adapted => "adapt.",
            SupportLevel::Manual => "manual.",
            SupportLevel::Impossible => "impossible.",
        };
        assert!(support.note.starts_with(family), "{support:?}");
    }
}

#[test]
fn the_app_itself_takes_everything_as_it_is() {
    let of = capabilities(Platform::Builtin);
    let designed = supports(of).into_iter().filter(|support| *support != of.overflow);
    assert!(designed.into_iter().all(|support| support.level == SupportLevel::Exact));
}

/// A mark a platform: `=` exact, `~` adapted, `h` by hand, `-` impossible.
fn mark(support: Support) -> char {
    match support.level {
        SupportLevel::Exact => '=',
        SupportLevel::Adapted => '~',
        SupportLevel::Manual => 'h',
        SupportLevel::Impossible => '-',
    }
}

fn line(matrix: &mut String, name: &str, support: impl Fn(&Capabilities) -> Option<Support>) {
    let marks: Vec<_> = all().map(|of| format!("{:^5}", support(of).map_or('.', mark))).collect();
    let _ = writeln!(matrix, "{}", format!("{name:<18}{}", marks.concat()).trim_end());
}

#[test]
fn what_becomes_of_what_at_a_glance() {
    let heads: Vec<_> = Platform::ALL.iter().map(|platform| format!("{:^5.4}", platform.as_str())).collect();
    let mut matrix = format!("{:<18}{}\n", "", heads.concat().trim_end());
    for kind in KindName::ALL {
        line(&mut matrix, kind.as_str(), |of| Some(of.field(kind)));
    }
    for kind in KindName::ALL.into_iter().filter(|kind| all().any(|of| of.first(*kind).is_some())) {
        line(&mut matrix, &format!("first {}", kind.as_str()), |of| of.first(kind));
    }
    line(&mut matrix, "board's select", |of| of.board_field);
    line(&mut matrix, "inverse relation", |of| Some(of.inverse.support));
    for view in ViewName::ALL {
        line(&mut matrix, &format!("view {}", view.as_str()), |of| Some(of.view(view)));
        line(&mut matrix, "  from the start", |of| of.default_view(view));
    }
    line(&mut matrix, "filters", |of| Some(of.filters));
    line(&mut matrix, "groups", |of| Some(of.groups));
    line(&mut matrix, "tables", |of| Some(of.tables));
    line(&mut matrix, "rows", |of| Some(of.rows));
    line(&mut matrix, "automations", |of| Some(of.automations));
    line(&mut matrix, "  defaults", |of| Some(of.automation(AutomationCase::Defaults)));
    line(&mut matrix, "  exports", |of| Some(of.automation(AutomationCase::Export)));
    line(&mut matrix, "dashboards", |of| Some(of.dashboards));
    for kind in ChartKind::ALL {
        line(&mut matrix, &format!("chart {kind:?}").to_lowercase(), |of| Some(of.chart(kind)));
    }
    insta::assert_snapshot!(matrix);
}
