//! The command line as people call it.

#![expect(clippy::unwrap_used, reason = "a test that cannot start the program has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn csmb(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_csmb")).args(arguments).output().unwrap()
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../chats/samples")
}

fn inspect(paths: &[PathBuf]) -> (Value, bool) {
    let paths = paths.iter().map(|path| path.to_str().unwrap());
    let arguments: Vec<_> = ["chats", "inspect", "--json"].into_iter().chain(paths).collect();
    let output = csmb(&arguments);
    (serde_json::from_slice(&output.stdout).unwrap(), output.status.success())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn inspect_tells_every_chat() {
    let (report, is_well) = inspect(&[samples().join("chatgpt-conversations.json")]);

    assert!(is_well);
    assert_eq!(report["skipped"], serde_json::json!([]));
    assert_eq!(report["chats"].as_array().unwrap().len(), 8);
    let chat = &report["chats"][1];
    assert_eq!(chat["id"], "8786f2e1-29a2-5ee2-9c2d-b1f78fccba64");
    assert_eq!(chat["source"], "chatgpt");
    assert_eq!(chat["created_at"], "2024-08-01T08:13:20.000Z");
    assert_eq!((&chat["message_count"], &chat["off_thread_count"]), (&4.into(), &4.into()));
    assert_eq!(report["chats"][3]["project"], "g-p-synthetic0project0000000000000001");
}

#[test]
fn a_folder_is_read_with_what_lies_in_it() {
    let (report, is_well) = inspect(&[samples().join("chatgpt-sharded")]);

    assert!(is_well);
    assert_eq!(report["skipped"][0]["place"], "conversations-002.json");
    assert!(report["skipped"][0]["reason"].as_str().unwrap().contains("incomplete"));
}

#[test]
fn a_file_without_chats_fails_and_says_why() {
    let (report, is_well) = inspect(&[samples().join("hostile/truncated.json")]);

    assert!(!is_well);
    assert_eq!(report["chats"], serde_json::json!([]));
    assert_eq!(report["skipped"][0]["place"], "truncated.json");
}

#[test]
fn people_get_lines_and_a_sum() {
    let path = samples().join("claude-conversations.json");
    let output = csmb(&["chats", "inspect", path.to_str().unwrap()]);
    let told = text(&output.stdout);

    assert!(told.contains("Naming the product"), "{told}");
    assert!(told.ends_with("7 chats with 15 messages; 0 left out\n"), "{told}");
}

#[test]
fn facts_are_told_where_they_are_asked_for() {
    let path = samples().join("claude-conversations.json");
    let plain = csmb(&["chats", "inspect", "--json", path.to_str().unwrap()]);
    let output = csmb(&["chats", "inspect", "--json", "--facts", path.to_str().unwrap()]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();

    assert!(!text(&plain.stdout).contains("\"facts\""));
    let facts = &report["chats"][0]["facts"];
    assert_eq!(facts["languages"], serde_json::json!(["en"]));
    assert_eq!(facts["messages"], serde_json::json!({"user": 1, "assistant": 1, "system": 0, "tool": 0}));
    assert_eq!(facts["active_seconds"], 4);
    assert_eq!((&report["topics"], &report["duplicates"]), (&serde_json::json!([]), &serde_json::json!([])));
}

#[test]
fn facts_are_for_programs() {
    let output = csmb(&["chats", "inspect", "--facts", "x.json"]);

    assert!(text(&output.stderr).contains("--json"), "{}", text(&output.stderr));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = csmb(&["chats", "inspect", "nowhere.zip"]);

    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("`nowhere.zip`"), "{}", text(&output.stderr));
}

#[test]
fn what_is_generated_is_read_and_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for (form, name) in
        [("chatgpt", "a.json"), ("chatgpt", "b.zip"), ("claude", "c.json"), ("claude", "d.zip")]
    {
        let path = folder.path().join(name);
        let generate =
            || csmb(&["chats", "generate", path.to_str().unwrap(), "--form", form, "--size", "300k"]);
        assert!(generate().status.success());
        let first = std::fs::read(&path).unwrap();
        assert!(generate().status.success());

        let (report, is_well) = inspect(std::slice::from_ref(&path));

        assert!(is_well && first == std::fs::read(&path).unwrap(), "{name}");
        assert_eq!(report["skipped"], serde_json::json!([]), "{name}");
        let chats = report["chats"].as_array().unwrap();
        assert!(chats.len() > 5 && chats.iter().all(|chat| chat["source"] == form), "{name}");
        assert!(chats.iter().all(|chat| chat["message_count"].as_u64() >= Some(2)), "{name}");
    }
}

#[test]
fn a_size_that_is_none_is_refused() {
    let output = csmb(&["chats", "generate", "x.json", "--size", "many"]);

    assert!(text(&output.stderr).contains("`many` is no size"), "{}", text(&output.stderr));
}
