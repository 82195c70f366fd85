//! `csmb chats generate`: exports of invented chats, the same for the same seed.

use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[derive(clap::Args)]
pub(crate) struct Generate {
    /// Where to write it: a `.json` file, or a `.zip` archive with shards.
    file: PathBuf,
    /// The form to write.
    #[arg(long, value_enum, default_value_t = Form::Chatgpt)]
    form: Form,
    /// How large it is to be at least, in bytes, unpacked; with `k`, `M` or `G` for thousands, millions, billions.
    #[arg(long, default_value = "1M", value_parser = size)]
    size: u64,
    /// Another seed gives other chats.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Form {
    Chatgpt,
    Claude,
}

/// Chats a shard of an archive holds, as ChatGPT does it.
const SHARD_CHATS: u64 = 100;
/// Seconds between the beginnings of two chats.
const CHAT_SECONDS: u64 = 3_600;
/// When the first chat began: in the summer of 2023.
const START_SECONDS: u64 = 1_690_000_000;

const WORDS: [&str; 48] = [
    "queue",
    "worker",
    "table",
    "relation",
    "review",
    "project",
    "summary",
    "column",
    "index",
    "cache",
    "session",
    "topic",
    "weekly",
    "draft",
    "release",
    "customer",
    "budget",
    "harbour",
    "garden",
    "recipe",
    "travel",
    "lesson",
    "grammar",
    "music",
    "function",
    "borrow",
    "compile",
    "async",
    "request",
    "answer",
    "deploy",
    "metric",
    "chart",
    "design",
    "colour",
    "layout",
    "meeting",
    "standup",
    "retrospective",
    "invoice",
    "contract",
    "naïve",
    "Größe",
    "東京",
    "café",
    "niño",
    "🚀",
    "résumé",
];

impl Generate {
    pub(crate) fn run(&self) -> Result<ExitCode> {
        let file = File::create(&self.file).with_context(|| format!("creating `{}`", self.file.display()))?;
        let chats = Chats { dice: Dice(self.seed), form: self.form, count: 0 };
        if self.file.extension().is_some_and(|extension| extension == "zip") {
            write_archive(chats, self.size, file)?;
        } else {
            let mut out = BufWriter::with_capacity(1 << 20, file);
            write_array(chats, u64::MAX, self.size, &mut out)?;
            out.flush()?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn size(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.strip_suffix(['k', 'M', 'G']) {
        Some(digits) if text.ends_with('k') => (digits, 1_000),
        Some(digits) if text.ends_with('M') => (digits, 1_000_000),
        Some(digits) => (digits, 1_000_000_000),
        None => (text, 1),
    };
    let number: u64 =
        digits.parse().map_err(|_| format!("`{text}` is no size such as `500k`, `20M` or `1G`"))?;
    number.checked_mul(unit).ok_or_else(|| format!("`{text}` is too large"))
}

fn write_archive(mut chats: Chats, size_bytes: u64, file: impl Write + Seek) -> Result<()> {
    let mut archive = ZipWriter::new(file);
    let options = SimpleFileOptions::default().large_file(true);
    let mut left = size_bytes;
    for shard in 0.. {
        let name = match chats.form {
            Form::Chatgpt => format!("conversations-{shard:03}.json"),
            Form::Claude => "conversations.json".to_owned(),
        };
        let shard_chats = if matches!(chats.form, Form::Chatgpt) { SHARD_CHATS } else { u64::MAX };
        archive.start_file(name, options)?;
        let written;
        (chats, written) = write_array(chats, shard_chats, left, &mut archive)?;
        left = left.saturating_sub(written);
        if left == 0 {
            break;
        }
    }
    archive.finish()?;
    Ok(())
}

/// Writes chats until there are `chats_max` of them or `size_bytes` bytes, and says how many bytes it wrote.
fn write_array(
    mut chats: Chats,
    chats_max: u64,
    size_bytes: u64,
    out: &mut impl Write,
) -> Result<(Chats, u64)> {
    let mut written = 0;
    let mut count = 0;
    out.write_all(b"[")?;
    while count < chats_max && written < size_bytes {
        let chat = serde_json::to_vec(&chats.next_chat())?;
        if count > 0 {
            out.write_all(b",")?;
        }
        out.write_all(&chat)?;
        written += chat.len() as u64;
        count += 1;
    }
    out.write_all(b"]")?;
    Ok((chats, written))
}

/// Numbers that look drawn by lot: a linear congruence, which is plenty for invented text.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn word(&mut self) -> &'static str {
        let roll = usize::try_from(self.roll(WORDS.len() as u64)).unwrap_or_default();
        WORDS.get(roll).copied().unwrap_or_default()
    }

    fn sentence(&mut self, words: u64) -> String {
        let words: Vec<_> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }
}

struct Chats {
    dice: Dice,
    form: Form,
    count: u64,
}

impl Chats {
    fn next_chat(&mut self) -> serde_json::Value {
        self.count += 1;
        let time = START_SECONDS + self.count * CHAT_SECONDS;
        let words = 3 + self.dice.roll(5);
        let title = self.dice.sentence(words);
        let turns = 1 + self.dice.roll(12);
        let texts: Vec<_> = (0..turns * 2).map(|turn| self.text(turn)).collect();
        match self.form {
            Form::Chatgpt => chatgpt(self.count, time, &title, texts),
            Form::Claude => claude(self.count, time, &title, texts),
        }
    }

    /// Questions are short; answers have paragraphs, and some have code.
    fn text(&mut self, turn: u64) -> String {
        if turn.is_multiple_of(2) {
            let words = 8 + self.dice.roll(30);
            return format!("{}?", self.dice.sentence(words));
        }
        let mut text = String::new();
        for _ in 0..=self.dice.roll(6) {
            let words = 20 + self.dice.roll(80);
            text.push_str(&self.dice.sentence(words));
            text.push_str(".\n\n");
        }
        if self.dice.roll(3) == 0 {
            let name = self.dice.word();
            text.push_str(&format!("```rust\nfn main() {{\n    println!(\"{name}\");\n}}\n```\n"));
        }
        text
    }
}

/// Seconds between two messages of a chat.
const MESSAGE_SECONDS: u64 = 20;

fn chatgpt(number: u64, time: u64, title: &str, texts: Vec<String>) -> serde_json::Value {
    let id = format!("{number:08x}-0000-4000-8000-000000000000");
    let mut mapping = serde_json::Map::new();
    mapping.insert(
        "client-created-root".into(),
        json!({"id": "client-created-root", "message": null, "parent": null}),
    );
    let mut parent = "client-created-root".to_owned();
    for (turn, text) in texts.into_iter().enumerate() {
        let node = format!("{number:08x}-0000-4000-8000-{turn:012x}");
        let role = if turn.is_multiple_of(2) { "user" } else { "assistant" };
        let metadata = if role == "user" { json!({}) } else { json!({"model_slug": "gpt-5"}) };
        mapping.insert(
            node.clone(),
            json!({"id": node, "parent": parent, "message": {
                "id": node, "author": {"role": role, "name": null}, "create_time": time + turn as u64 * MESSAGE_SECONDS,
                "content": {"content_type": "text", "parts": [text]}, "metadata": metadata}}),
        );
        parent = node;
    }
    json!({"conversation_id": id, "id": id, "title": title, "create_time": time,
        "update_time": time + mapping.len() as u64 * MESSAGE_SECONDS, "current_node": parent,
        "default_model_slug": "gpt-5", "is_archived": false, "mapping": mapping})
}

fn claude(number: u64, time: u64, title: &str, texts: Vec<String>) -> serde_json::Value {
    let at = |seconds: u64| {
        let time =
            i64::try_from(seconds).ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
        time.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Micros, true))
    };
    let count = texts.len() as u64;
    let messages: Vec<_> = texts.into_iter().enumerate().map(|(turn, text)| {
        let sender = if turn.is_multiple_of(2) { "human" } else { "assistant" };
        json!({"uuid": format!("{number:08x}-0000-4000-8000-{turn:012x}"), "sender": sender, "text": text,
            "content": [{"type": "text", "text": text, "citations": []}], "attachments": [], "files": [],
            "created_at": at(time + turn as u64 * MESSAGE_SECONDS), "updated_at": at(time + turn as u64 * MESSAGE_SECONDS)})
    }).collect();
    json!({"uuid": format!("{number:08x}-0000-4000-8000-000000000000"), "name": title, "summary": "",
        "created_at": at(time), "updated_at": at(time + count * MESSAGE_SECONDS), "account": {"uuid": "a"},
        "chat_messages": messages})
}
