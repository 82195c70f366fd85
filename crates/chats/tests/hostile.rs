//! Whatever is dropped, reading comes to an end and says something.

use chats::{Found, Input, Options, Reading};
use proptest::prelude::*;

fn count(bytes: Vec<u8>, name: &str) -> usize {
    Reading::new(vec![Input::new(name, bytes)], Options::default()).count()
}

/// Documents of every form, to be damaged.
const SAMPLES: [&[u8]; 6] = [
    include_bytes!("../samples/chatgpt-sharded/conversations-000.json"),
    include_bytes!("../samples/gemini-takeout.json"),
    include_bytes!("../samples/gemini-conversation-history.json"),
    include_bytes!("../samples/librechat-single.json"),
    include_bytes!("../samples/hostile/chatgpt-lone-surrogate.json"),
    include_bytes!("../samples/hostile/claude-utf8-bom.json"),
];

/// Values that stand where others are expected.
const VALUES: [&str; 10] =
    ["null", "0", "-1", "1e400", "\"\"", "[]", "{}", "[[[[]]]]", "true", "\"\\ud800\""];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_told_something_about(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}\\.(json|csv|md|zip|txt)") {
        prop_assert!(count(bytes, &name) > 0);
    }

    #[test]
    fn a_sample_with_damage_is_told_something_about(
        sample in 0..SAMPLES.len(), at in any::<prop::sample::Index>(), length in 0_usize..40, put in ".{0,10}",
    ) {
        let mut bytes = SAMPLES[sample].to_vec();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.into_bytes());

        prop_assert!(count(bytes, "conversations.json") > 0);
    }

    #[test]
    fn a_field_of_another_type_costs_at_most_its_chat(
        sample in 0..SAMPLES.len(), at in any::<prop::sample::Index>(), value in 0..VALUES.len(),
    ) {
        let text = String::from_utf8_lossy(SAMPLES[sample]).into_owned();
        let colons: Vec<_> = text.match_indices("\":").map(|(place, _)| place + 2).collect();
        let place = colons[at.index(colons.len())];
        let end = text[place..].find([',', '}', ']']).map_or(text.len(), |length| place + length);
        let changed = format!("{}{}{}", &text[..place], VALUES[value], &text[end..]);

        prop_assert!(count(changed.into_bytes(), "conversations.json") > 0);
    }
}

#[test]
fn brackets_a_million_deep_are_passed_over() {
    for open in ["[", "{\"a\":", "[{\"mapping\":{\"a\":{\"message\":"] {
        let deep = format!("[{{\"title\":\"x\",\"mapping\":{}", open.repeat(1_000_000));

        assert!(count(deep.into_bytes(), "conversations.json") > 0);
    }
}

#[test]
fn unknown_fields_as_deep_as_they_like_cost_nothing() {
    let deep = format!(
        "[{{\"title\":\"x\",\"mapping\":{{}},\"future\":{}{}}}]",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );

    let found: Vec<_> =
        Reading::new(vec![Input::new("c.json", deep.into_bytes())], Options::default()).collect();

    assert!(matches!(found.as_slice(), [Found::Chat(_)]), "{found:?}");
}

/// What fuzzing starts from, and what it once found.
#[test]
fn every_seed_of_the_fuzz_targets_is_told_something_about() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut read = 0;
    for target in std::fs::read_dir(seeds).unwrap() {
        for seed in std::fs::read_dir(target.unwrap().path()).unwrap() {
            let path = seed.unwrap().path();
            let mut bytes = std::fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".json") {
                bytes.insert(0, b'[');
            }

            assert!(count(bytes, &name) > 0, "{name}");
            read += 1;
        }
    }
    assert!(read > 20);
}
