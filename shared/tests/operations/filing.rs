//! Tables out of files: whatever a sheet holds, its table can be added to any blueprint and taken away again.

use std::sync::Arc;

use proptest::prelude::*;
use shared::blueprint::KindName;
use shared::operation::{ElementKind, apply_all};
use shared::sheet::{Proposal, Sheet, propose};
use shared::validate::{Problem, Severity, structure, validate};
use shared::words::Language;

use crate::applying::assert_same;
use crate::random::{Random, blueprint};

/// Texts that say something, hostile ones, and any.
fn text() -> impl Strategy<Value = String> {
    let said = vec![
        "",
        " ",
        "1",
        "0",
        "-1.5",
        "1,5",
        "12 %",
        "007",
        "yes",
        "Nein",
        "2026-03-20",
        "20.03.2026",
        "3/20/2026",
        "2026-03-20T09:30:00+14:00",
        "0001-01-01 00:00+14:00",
        "https://a.b",
        "a@b.c",
        "Open",
        "open",
        "a, b",
        "a;b",
        "1e308",
        "1e-400",
        "9999999999999999999999",
        "x\ny",
        "n/a",
        "\u{0}",
        "İ",
        "ß",
        "SESSIONS",
    ];
    prop_oneof![
        6 => proptest::sample::select(said).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => "[a-c]{200,400}",
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let of_width = |width: usize| {
        let line = proptest::collection::vec(text(), width);
        let lines = proptest::collection::vec(proptest::collection::vec(text(), width), 0..12);
        (text(), line, lines).prop_map(|(name, headers, rows)| {
            let row_count = rows.len();
            Sheet { name, headers, rows, row_count, columns_left_out: 0 }
        })
    };
    (1..8_usize).prop_flat_map(of_width)
}

/// Changes of a person, sensible and senseless ones.
fn meddle(proposal: &mut Proposal, random: &mut Random) {
    for _ in 0..random.below(8) {
        let at = random.below(proposal.columns.len() + 1);
        match random.below(4) {
            0 => proposal.keep(at, random.one_in(2)),
            1 => proposal.name_column(at, random.of(&["", "Title", "a".repeat(300).as_str(), " x "])),
            _ => {
                let offered = proposal.fitting(at);
                proposal.set_kind(at, random.pick(&offered).copied().unwrap_or(KindName::Relation));
            }
        }
    }
    proposal.rows = random.below(20);
}

fn errors(problems: Vec<Problem>) -> Vec<(String, &'static str)> {
    let errors = problems.into_iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| (it.pointer, it.code.as_str())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_becomes_a_table_and_goes_again(start in any::<u64>(), seed in any::<u64>(), sheet in sheet(), file in text()) {
        let before = blueprint(start);
        let mut random = Random::new(seed);
        let mut proposal = propose(Arc::new(sheet), &file, &before, Language::Ja);
        meddle(&mut proposal, &mut random);
        let titles = proposal.columns.iter().filter(|it| it.is_kept && it.kind == KindName::Title).count();
        prop_assert_eq!(titles, 1);

        let mut new_id = |kind: ElementKind| random.id(kind.prefix());
        let added = proposal.add_table(&before, &mut new_id, Language::Ja);
        let mut after = before.clone();
        let inverses = apply_all(&mut after, added.operations).unwrap();

        prop_assert_eq!(structure(&after), []);
        prop_assert_eq!(errors(validate(&after, None)), errors(validate(&before, None)));
        prop_assert!(after.table(&added.table).is_some());
        apply_all(&mut after, inverses).unwrap();
        assert_same(&after, &before);
    }
}
