//! Every sample is read as the oracle says, which another program wrote by the same rules.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its samples has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use chats::{Found, Input, Options, Reading};
use serde_json::Value;
use shared::chat::{Chat, Part, Reason, Role, Skipped};
use shared::words::Language;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

fn input(name: &str) -> Input {
    Input::new(name, fs::read(folder().join(name)).unwrap())
}

fn read(inputs: Vec<Input>) -> (Vec<Chat>, Vec<Skipped>) {
    let (mut chats, mut skipped) = (Vec::new(), Vec::new());
    for found in Reading::new(inputs, Options::default()) {
        match found {
            Found::Chat(chat) => chats.push(*chat),
            Found::Skipped(one) => skipped.push(one),
        }
    }
    (chats, skipped)
}

fn oracle() -> Value {
    serde_json::from_slice(&fs::read(folder().join("expected.json")).unwrap()).unwrap()
}

/// Who spoke last on the path.
fn last_role(chat: &Chat) -> Option<&'static str> {
    let visible: Vec<_> = chat.thread().filter(|message| message.is_visible()).collect();
    visible.last().map(|message| if message.role == Role::User { "user" } else { "assistant" })
}

#[track_caller]
fn check(name: &str) {
    let oracle = oracle();
    let expected = oracle[name].as_array().unwrap();

    let (chats, skipped) = read(vec![input(name)]);

    assert_eq!(skipped, []);
    assert_eq!(chats.len(), expected.len());
    for (chat, expected) in chats.iter().zip(expected) {
        let counts = chat.counts();
        assert_eq!(chat.id, expected["id"].as_str().unwrap());
        assert!(chat.title.starts_with(expected["title"].as_str().unwrap()), "{}", chat.title);
        assert_eq!(counts.on_path as u64, expected["thread"], "{}: on the path", chat.title);
        assert_eq!(counts.off_path as u64, expected["off_thread"], "{}: beside it", chat.title);
        assert_eq!(last_role(chat), expected["last_role"].as_str(), "{}", chat.title);
    }
}

#[test]
fn chatgpt_is_read_as_the_oracle_says() {
    check("chatgpt-conversations.json");
}

#[test]
fn claude_is_read_as_the_oracle_says() {
    check("claude-conversations.json");
}

#[test]
fn librechat_is_read_as_the_oracle_says() {
    check("librechat.json");
}

#[test]
fn open_webui_is_read_as_the_oracle_says() {
    check("openwebui.json");
}

#[test]
fn gemini_is_read_as_the_oracle_says() {
    let oracle = oracle();
    let expected = oracle["gemini-takeout.json"]["sessions"].as_array().unwrap();

    let (chats, skipped) = read(vec![input("gemini-takeout.json")]);

    assert_eq!(chats.len(), expected.len());
    for (chat, expected) in chats.iter().zip(expected) {
        let of = |role| chat.thread().filter(|message| message.role == role).count() as u64;
        assert_eq!(of(Role::User), expected["prompts"], "{}", chat.title);
        assert_eq!(of(Role::Assistant), expected["answered"], "{}", chat.title);
        assert_eq!(chat.counts().off_path as u64, expected["alternative_answers"], "{}", chat.title);
        let start = chat.created_at.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
        assert_eq!(start.as_deref(), expected["start"].as_str(), "{}", chat.title);
    }
    assert_eq!(skipped.len(), 5);
    assert!(skipped.iter().all(|one| one.reason == Reason::NotAPrompt), "{skipped:?}");
}

#[test]
fn pictures_recordings_and_files_are_counted_as_the_oracle_does() {
    // Files that ChatGPT names beside a message alone are none to the oracle.
    let of_chatgpt = |part: &Part| matches!(part, Part::Image(_) | Part::Audio(_));
    let of_claude = |part: &Part| matches!(part, Part::File(_));
    check_files("chatgpt-conversations.json", of_chatgpt);
    check_files("claude-conversations.json", of_claude);
}

#[track_caller]
fn check_files(name: &str, is_file: impl Fn(&Part) -> bool) {
    let oracle = oracle();
    for (chat, expected) in read(vec![input(name)]).0.iter().zip(oracle[name].as_array().unwrap()) {
        let visible = chat.messages.iter().filter(|message| message.is_visible());
        let files = visible.flat_map(|message| &message.parts).filter(|part| is_file(part)).count();
        assert_eq!(files as u64, expected["assets"], "{}", chat.title);
    }
}

#[test]
fn a_sharded_export_is_read_in_its_own_order_and_says_what_is_missing() {
    let names = [
        "conversations-001.json",
        "export_manifest.json",
        "conversations-000.json",
        "conversation_asset_file_names.json",
    ];
    let inputs =
        names.map(|name| Input::new(name, fs::read(folder().join("chatgpt-sharded").join(name)).unwrap()));

    let (chats, skipped) = read(inputs.into());

    let titles: Vec<_> = chats.iter().map(|chat| chat.title.as_str()).collect();
    assert_eq!(titles.first(), Some(&"SQLite vs Postgres 🐘"));
    assert!(chats.len() >= 2, "{titles:?}");
    assert_eq!(skipped, [Skipped { place: "conversations-002.json".to_owned(), reason: Reason::Missing }]);
}

#[test]
fn half_a_pair_and_nul_and_a_byte_order_mark_cost_nothing() {
    let (chats, skipped) =
        read(vec![input("hostile/chatgpt-lone-surrogate.json"), input("hostile/claude-utf8-bom.json")]);

    assert_eq!(skipped, []);
    let titles: Vec<_> = chats.iter().map(|chat| chat.title.as_str()).collect();
    assert_eq!(titles, ["Lone surrogate", "BOM first"]);
    let text = chats[0].messages.iter().find(|message| message.is_visible()).unwrap().text();
    assert_eq!(text, "broken emoji \u{fffd} and private use and NUL \0 end");
}

#[test]
fn a_chat_as_deep_as_it_is_long_is_read_whole() {
    let (chats, skipped) = read(vec![input("hostile/librechat-deep-150-turns.json")]);

    assert_eq!(skipped, []);
    assert_eq!(chats[0].counts().on_path, 150);
}

#[test]
fn a_file_that_was_cut_off_and_one_of_no_known_form_are_named() {
    let (chats, skipped) = read(vec![input("hostile/truncated.json"), input("hostile/unknown-shape.json")]);

    assert!(chats.is_empty());
    let told: Vec<_> = skipped.iter().map(|one| (one.place.as_str(), one.sentence(Language::En))).collect();
    assert_eq!(told[0].0, "hostile/truncated.json");
    assert!(told[0].1.contains("cut off"), "{told:?}");
    assert!(told[1].1.contains("thread, turns"), "{told:?}");
}

#[test]
fn the_other_form_of_gemini_keeps_edits_beside_the_path_and_drops_what_was_deleted() {
    let (chats, skipped) = read(vec![input("gemini-conversation-history.json")]);

    assert_eq!(skipped, []);
    let counts = chats[0].counts();
    assert_eq!((counts.on_path, counts.off_path), (2, 1));
    assert!(chats[0].thread().any(|message| message.text().contains("shorter")));
}

#[test]
fn a_chat_of_claude_that_names_its_project_gets_its_name() {
    let project = "projects/bafd0fe5-0ad4-58bf-8981-b3a8d13757e9.json";
    let file = fs::read(folder().join("claude-extra").join(project)).unwrap();
    let chat = br#"[{"uuid":"k","name":"x","chat_messages":[],"project_uuid":"bafd0fe5-0ad4-58bf-8981-b3a8d13757e9"}]"#;

    let (chats, skipped) =
        read(vec![Input::new(project, file), Input::new("conversations.json", chat.to_vec())]);

    assert_eq!(skipped, []);
    assert_eq!(chats[0].project.as_ref().unwrap().label(), "Client Alpha");
}
