//! The guide: for every platform, in every language, well-formed.

use std::collections::BTreeSet;

use render::render;
use shared::artifact::ArtifactFormat;
use shared::blueprint::Blueprint;
use shared::plan::{State, Target, plan};
use shared::platform::Platform;

use crate::harness::{frozen_small, hostile, largest, largest_in_german, smallest};

fn guide(blueprint: &Blueprint, platform: Platform) -> String {
    String::from_utf8(render(blueprint, platform, ArtifactFormat::GuideMarkdown).unwrap().bytes).unwrap()
}

/// Cells of a line of a table; bars that stand for themselves are escaped.
fn cells(line: &str) -> usize {
    line.replace("\\\\", "").replace("\\|", "").matches('|').count()
}

#[test]
fn tables_are_well_formed_for_every_platform_in_every_language() {
    for blueprint in [largest(), largest_in_german(), smallest()] {
        for platform in Platform::ALL {
            let text = guide(&blueprint, platform);

            let mut width = None;
            for line in text.lines() {
                let is_row = line.starts_with('|');
                let wanted = *width.get_or_insert_with(|| cells(line));
                assert!(!is_row || cells(line) == wanted, "{platform}: {line}");
                width = is_row.then_some(wanted);
            }
        }
    }
}

#[test]
fn every_word_is_there() {
    let keys: BTreeSet<_> = shared::words::GUIDE.keys(shared::words::Language::En).collect();
    for blueprint in [largest(), largest_in_german()] {
        for platform in Platform::ALL {
            let text = guide(&blueprint, platform).replace('\\', "");

            for word in text.split(|c: char| !c.is_alphanumeric() && c != '_') {
                assert!(!word.contains('_') || !keys.contains(word), "{platform}: {word}");
                assert!(!word.starts_with("trouble_") && !word.starts_with("week_"), "{platform}: {word}");
            }
        }
    }
}

#[test]
fn every_step_of_the_plan_can_be_ticked_off() {
    let blueprint = largest();
    for platform in Platform::ALL {
        let plan = plan(&blueprint, &Target { platform }, &State::default());

        let text = guide(&blueprint, platform);

        let numbered = text.lines().filter(|line| line.starts_with("### ") && line.contains(". ")).count();
        assert!(numbered >= plan.steps.len(), "{platform}");
        let clicks: usize = plan.steps.iter().map(|step| step.instructions.len().max(1)).sum();
        assert!(text.matches("- [ ]").count() >= clicks, "{platform}");
    }
}

#[test]
fn names_cannot_break_out() {
    let mut blueprint = smallest();
    blueprint.name = "# <script>alert(1)</script> | *x*".into();
    blueprint.tables[0].fields[0].name = "a|b\n\n# c".into();

    let text = guide(&blueprint, Platform::Notion);

    assert!(text.starts_with("# \\# \\<script\\>alert(1)\\</script\\> \\| \\*x\\*"));
    assert!(!text.contains("<script>"));
    assert!(!text.contains("\n# c"));
}

#[test]
fn a_page_holds_every_block_and_lets_nothing_else_in() {
    for blueprint in [largest_in_german(), hostile()] {
        for platform in Platform::ALL {
            let page = render(&blueprint, platform, ArtifactFormat::GuideHtml).unwrap();
            let page = String::from_utf8(page.bytes).unwrap();

            let text = guide(&blueprint, platform);
            assert_eq!(page.matches("<input type=\"checkbox\">").count(), text.matches("\n- [ ] ").count());
            assert_eq!(page.matches("<h3 ").count(), text.matches("\n### ").count());
            assert_eq!(page.matches("<script").count(), 1, "{platform}");
            assert!(!page.contains("http://") || !page.contains("src="), "{platform}");
        }
    }
}

#[test]
fn every_file_of_the_platform_is_described_click_by_click() {
    let blueprint = largest();
    for platform in Platform::ALL {
        let text = guide(&blueprint, platform).replace(['\\', '*'], "");
        for format in shared::platform::capabilities(platform).files {
            for step in shared::artifact::steps(*format, blueprint.settings.language) {
                assert!(text.contains(&format!("- [ ] {}", step.replace('*', ""))), "{platform}: {step}");
            }
        }
    }
}

#[test]
fn a_small_page_reads_like_this() {
    let page = render(&frozen_small(), Platform::Builtin, ArtifactFormat::GuideHtml).unwrap();
    let page = String::from_utf8(page.bytes).unwrap();
    let body = page.split_once("<body").map(|(_, body)| body).and_then(|body| body.split_once("<script>"));

    insta::assert_snapshot!(body.map(|(body, _)| body).unwrap_or_default());
}

#[test]
fn a_small_guide_reads_like_this() {
    insta::assert_snapshot!(guide(&frozen_small(), Platform::Builtin));
}
