use base64::engine::general_purpose::{STANDARD as PADDED, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

use super::*;

const SHEETS: &str = r#"{"platform":"sheets","priorities":["organization","search"],"features":["tags","projects"],"teamSize":"2-5 people","complexity":"moderate"}"#;

fn sheets() -> Answers {
    Answers {
        platform: Platform::GoogleSheets,
        team_size: TeamSize::TwoToFive,
        priorities: vec![Priority::Organization, Priority::Search],
        features: vec![Feature::Tags, Feature::Projects],
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    }
}

#[track_caller]
fn check(text: &str) {
    let legacy = read_legacy(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(legacy, Legacy { answers: sheets(), ignored: Vec::new() }, "{text}");
}

#[track_caller]
fn check_error(text: &str, expected: &str) {
    assert_eq!(read_legacy(text).map_err(|error| error.to_string()), Err(expected.to_owned()), "{text}");
}

/// Every byte as `%XX`, which is more than any browser does.
fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn json_is_read_however_it_is_wrapped() {
    check(SHEETS);
    check(&format!("\u{feff}\n {SHEETS}\n"));
    check(&percent(SHEETS));
    for base64 in [
        PADDED.encode(SHEETS),
        STANDARD_NO_PAD.encode(SHEETS),
        URL_SAFE.encode(SHEETS),
        URL_SAFE_NO_PAD.encode(SHEETS),
        PADDED.encode(percent(SHEETS)),
    ] {
        check(&base64);
        check(&percent(&base64));
        check(&format!("https://example.com/?config={base64}"));
        check(&format!("https://example.com/?lang=en&config={}#top", percent(&base64)));
        check(&format!("config={}", base64.replace('+', " ")));
    }
}

#[test]
fn signs_of_both_alphabets_are_understood() {
    // The label makes base64 hold `+` and `/`, or `-` and `_`.
    let json = SHEETS.replace("sheets", "Google Sheets ~~~???>>>\u{ff}\u{ff}\u{fb}");
    for base64 in [PADDED.encode(&json), URL_SAFE_NO_PAD.encode(&json)] {
        assert!(base64.contains(['+', '/', '-', '_']), "{base64}");
        check(&base64);
    }
}

#[test]
fn labels_and_case_do_not_matter() {
    check(
        r#"{"Platform":"Google Sheets","priorities":["Organization","SEARCH & Retrieval"],
            "features":["Tags","Project tracking"],"team_size":"2–5 People","complexity":"Moderate"}"#,
    );
}

#[test]
fn every_platform_team_size_and_complexity_has_its_labels() {
    for platform in Platform::ALL {
        assert_eq!(find(PLATFORMS, platform.as_str()), Some(platform));
    }
    for (label, expected) in [
        ("Just me", TeamSize::JustMe),
        ("just_me", TeamSize::JustMe),
        ("1 person", TeamSize::JustMe),
        ("2-5", TeamSize::TwoToFive),
        ("6-20 people", TeamSize::SixToTwenty),
        ("20+ people", TeamSize::OverTwenty),
        ("20_plus", TeamSize::OverTwenty),
    ] {
        assert_eq!(find(TEAM_SIZES, label), Some(expected), "{label}");
    }
    for complexity in Complexity::ALL {
        assert_eq!(find(COMPLEXITIES, complexity.as_str()), Some(complexity));
    }
    for priority in Priority::ALL {
        assert_eq!(find(PRIORITIES, priority.as_str()), Some(priority));
    }
    for feature in Feature::ALL {
        assert_eq!(find(FEATURES, feature.as_str()), Some(feature));
    }
}

#[test]
fn what_is_unknown_is_reported() {
    let json = SHEETS.replace(r#""search""#, r#""search","speed","Search",7"#);
    let json = json.replace(r#""tags""#, r#""voice","tags""#).replacen('{', r#"{"theme":{"dark":true},"#, 1);

    let legacy = read_legacy(&json).unwrap();

    assert_eq!(legacy.answers, sheets());
    let ignored: Vec<_> =
        legacy.ignored.iter().map(|part| (part.pointer.as_str(), part.value.as_str())).collect();
    assert_eq!(
        ignored,
        [
            ("#/features/0", "voice"),
            ("#/priorities/2", "speed"),
            ("#/priorities/4", "7"),
            ("#/theme", r#"{"dark":true}"#),
        ]
    );
}

#[test]
fn what_was_never_stored_is_as_it_was_by_default() {
    let legacy = read_legacy(r#"{"platform":"Notion","priorities":["search"]}"#).unwrap();

    assert_eq!(legacy.answers.team_size, TeamSize::JustMe);
    assert_eq!(legacy.answers.complexity, Complexity::Moderate);
    assert_eq!(legacy.answers.features, []);
}

#[test]
fn errors_say_where_and_why() {
    let anew = "correct it, or answer the questions anew";
    check_error(
        "",
        "this is neither JSON nor base64: copy the configuration again, from its first to its last character",
    );
    check_error(
        "hello!",
        "this is neither JSON nor base64: copy the configuration again, from its first to its last character",
    );
    check_error("[]", &format!("`#` must be an object: {anew}"));
    check_error(
        r#"{"priorities":["search"]}"#,
        &format!("`#/platform` must be the name of a platform: {anew}"),
    );
    check_error(r#"{"platform":4}"#, &format!("`#/platform` must be a text: {anew}"));
    check_error(
        r#"{"platform":"paper"}"#,
        &format!("`#/platform` holds `paper`, which is no platform: {anew}"),
    );
    check_error(
        r#"{"teamSize":"many"}"#,
        &format!("`#/teamSize` holds `many`, which is no team size: {anew}"),
    );
    check_error(
        r#"{"platform":"notion","features":"tags"}"#,
        &format!("`#/features` must be a list of texts: {anew}"),
    );
    check_error(
        r#"{"platform":"notion","priorities":["speed"]}"#,
        "`#/priorities` holds no priority that is known today: answer the questions anew",
    );
    assert!(matches!(read_legacy(&SHEETS[..40]), Err(LegacyError::NotJson(_))));
    assert!(matches!(read_legacy(&"x".repeat(70_000)), Err(LegacyError::TooLong { bytes: 70_000 })));
}
