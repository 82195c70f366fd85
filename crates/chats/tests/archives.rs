//! Archives, whole and hostile.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its archive has failed")]

use std::io::{Cursor, Write};

use chats::{Found, Input, Options, Progress, Reading};
use shared::chat::{Reason, Skipped, Source};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CHAT: &str =
    r#"[{"uuid":"k-1","name":"Hello","chat_messages":[{"uuid":"m","sender":"human","text":"Hi"}]}]"#;

fn archive(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn packed() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

fn read(bytes: Vec<u8>) -> (Vec<String>, Vec<Skipped>) {
    let (mut titles, mut skipped) = (Vec::new(), Vec::new());
    for found in Reading::new(vec![Input::new("export.zip", bytes)], Options::default()) {
        match found {
            Found::Chat(chat) => titles.push(chat.title),
            Found::Skipped(one) => skipped.push(one),
        }
    }
    (titles, skipped)
}

#[track_caller]
fn check_reason(bytes: Vec<u8>, place: &str, is_expected: impl Fn(&Reason) -> bool) {
    let (titles, skipped) = read(bytes);

    assert_eq!(titles, [""; 0]);
    assert_eq!(skipped.len(), 1, "{skipped:?}");
    assert_eq!(skipped[0].place, place);
    assert!(is_expected(&skipped[0].reason), "{skipped:?}");
}

#[test]
fn chats_are_found_among_pictures_whatever_the_packing() {
    for options in
        [packed(), packed().compression_method(CompressionMethod::Stored), packed().large_file(true)]
    {
        let files: &[(&str, &[u8])] =
            &[("users.json", b"[]"), ("folder/conversations.json", CHAT.as_bytes()), ("a.png", b"\x89PNG")];

        let (titles, skipped) = read(archive(files, options));

        assert_eq!((titles, skipped), (vec!["Hello".to_owned()], Vec::new()));
    }
}

#[test]
fn shards_are_read_by_their_numbers() {
    let shard =
        |name: &str| format!("[{{\"id\":\"{name}\",\"title\":\"{name}\",\"mapping\":{{}}}}]").into_bytes();
    let (two, ten) = (shard("two"), shard("ten"));

    let (titles, skipped) =
        read(archive(&[("conversations-010.json", &ten), ("conversations-2.json", &two)], packed()));

    assert_eq!((titles, skipped), (vec!["two".to_owned(), "ten".to_owned()], Vec::new()));
}

#[test]
fn names_that_lead_out_of_the_archive_are_not_opened() {
    for name in [
        "../conversations.json",
        "a/../../conversations.json",
        "/conversations.json",
        "C:\\conversations.json",
    ] {
        let mut bytes = archive(&[(&"x".repeat(name.len()), CHAT.as_bytes())], packed());
        replace(&mut bytes, &"x".repeat(name.len()), name);

        check_reason(bytes, &format!("export.zip/{name}"), |reason| *reason == Reason::UnsafePath);
    }
}

/// The writer refuses such names; an attacker does not.
fn replace(bytes: &mut [u8], from: &str, to: &str) {
    let places: Vec<_> =
        (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from.as_bytes())).collect();
    places.into_iter().for_each(|at| bytes[at..at + to.len()].copy_from_slice(to.as_bytes()));
}

#[test]
fn what_unpacks_to_far_too_much_is_not_unpacked() {
    let zeros = vec![b' '; 100 << 20];

    check_reason(
        archive(&[("conversations.json", &zeros)], packed()),
        "export.zip/conversations.json",
        |reason| *reason == Reason::Bomb,
    );
}

#[test]
fn an_archive_that_was_cut_off_says_so() {
    let mut bytes = archive(&[("conversations.json", CHAT.as_bytes())], packed());
    bytes.truncate(bytes.len() / 2);

    check_reason(bytes, "export.zip", |reason| matches!(reason, Reason::DamagedArchive { .. }));
}

#[test]
fn a_flipped_bit_is_noticed_and_the_chats_before_it_are_kept() {
    let text = format!("[{},{}]", &CHAT[1..CHAT.len() - 1], "\"x\"");
    let mut bytes = archive(
        &[("conversations.json", text.as_bytes())],
        packed().compression_method(CompressionMethod::Stored),
    );
    replace(&mut bytes, "\"x\"]", "\"y\"]");

    let (titles, skipped) = read(bytes);

    assert_eq!(titles, ["Hello"]);
    assert!(skipped.iter().any(|one| matches!(one.reason, Reason::DamagedArchive { .. })), "{skipped:?}");
}

#[test]
fn the_activity_of_gemini_as_a_web_page_is_told_how_to_get_json() {
    let files: &[(&str, &[u8])] =
        &[("Takeout/My Activity/Gemini Apps/MyActivity.html", b"<html><title>x</title></html>")];

    check_reason(
        archive(files, packed()),
        "export.zip/Takeout/My Activity/Gemini Apps/MyActivity.html",
        |reason| *reason == Reason::GeminiHtml,
    );
}

#[test]
fn what_is_no_archive_and_no_text_is_named() {
    for (bytes, reason) in [
        (b"\x89PNG\r\n\0\0".to_vec(), Reason::NotText),
        (Vec::new(), Reason::Empty),
        (b"\xFF\xFE[\0".to_vec(), Reason::Encoding),
        (b"just words".to_vec(), Reason::NotRecognised { keys: Vec::new() }),
    ] {
        check_reason(bytes, "export.zip", |found| *found == reason);
    }
}

#[test]
fn files_in_the_form_of_this_product_are_read_side_by_side() {
    let inputs = vec![
        Input::new(
            "own.json",
            br#"{"chats":[{"id":"1","title":"One","messages":[{"role":"user","content":"Hi"}]}]}"#.to_vec(),
        ),
        Input::new("own.csv", b"chat,role,text\nTwo,user,Hi\n".to_vec()),
        Input::new("own.md", b"# Three\n\n## User\n\nHi\n".to_vec()),
    ];

    let found: Vec<_> = Reading::new(inputs, Options::default()).collect();

    let mut titles: Vec<_> = found
        .iter()
        .map(|found| match found {
            Found::Chat(chat) => {
                assert_eq!(chat.source, Source::Other);
                chat.title.as_str()
            }
            Found::Skipped(skipped) => panic!("{skipped:?}"),
        })
        .collect();
    titles.sort_unstable();
    assert_eq!(titles, ["One", "Three", "Two"]);
}

#[test]
fn progress_ends_where_everything_was_read() {
    let bytes = archive(&[("conversations.json", CHAT.as_bytes())], packed());
    let mut reading = Reading::new(vec![Input::new("export.zip", bytes)], Options::default());
    let size = CHAT.len() as u64;

    assert_eq!(reading.progress(), Progress { done_bytes: 0, total_bytes: size });
    assert_eq!(reading.by_ref().count(), 1);
    assert_eq!(reading.progress(), Progress { done_bytes: size, total_bytes: size });
}
