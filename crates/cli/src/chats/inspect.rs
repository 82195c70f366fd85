//! `csmb chats inspect`.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use chats::{Found, GAP_SECONDS, Options, Reading};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use shared::chat::{Chat, Facts, Source, TopicProposal};
use shared::words::Language;

use super::files;

#[derive(clap::Args)]
pub(crate) struct Inspect {
    /// Exports: archives, files, folders.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Writes one JSON object instead of lines for people.
    #[arg(long)]
    json: bool,
    /// Adds what follows from each chat: counts, times, languages, keywords, action items, open questions, personal data;
    /// and of all together topics that they have in common, and copies.
    #[arg(long, requires = "json")]
    facts: bool,
    /// Minutes of silence after which Gemini's activity begins another chat.
    #[arg(long, default_value_t = GAP_SECONDS / 60, value_parser = clap::value_parser!(i64).range(1..=10_080))]
    gap_minutes: i64,
}

/// A chat as it is told.
#[derive(Serialize)]
struct Told {
    id: String,
    source: Source,
    title: String,
    created_at: Option<String>,
    updated_at: Option<String>,
    model: Option<String>,
    project: Option<String>,
    message_count: usize,
    off_thread_count: usize,
    is_archived: bool,
    is_starred: bool,
    tags: Vec<String>,
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<Facts>,
}

/// Something that was left out, as it is told.
#[derive(Serialize)]
struct LeftOut {
    place: String,
    reason: String,
}

#[derive(Default, Serialize)]
struct Report {
    chats: Vec<Told>,
    skipped: Vec<LeftOut>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    together: Option<Together>,
}

/// What follows from all chats together; they are named by their positions.
#[derive(Serialize)]
struct Together {
    topics: Vec<TopicProposal>,
    duplicates: Vec<Vec<usize>>,
}

impl Inspect {
    /// Fails when not one chat could be read.
    pub(crate) fn run(&self) -> Result<ExitCode> {
        let mut report = Report::default();
        let options = Options { gap_seconds: self.gap_minutes * 60 };
        for found in Reading::new(files::inputs(&self.files)?, options) {
            match found {
                Found::Chat(chat) => {
                    let facts = self.facts.then(|| chats::facts(&chat));
                    report.chats.push(told(*chat, facts));
                }
                Found::Skipped(skipped) => {
                    let reason = skipped.sentence(Language::En);
                    report.skipped.push(LeftOut { place: skipped.place, reason });
                }
            }
        }
        report.together = self.facts.then(|| together(&report.chats));
        let mut out = BufWriter::new(io::stdout().lock());
        if self.json {
            serde_json::to_writer(&mut out, &report)?;
            writeln!(out)?;
        } else {
            for_people(&report, &mut out)?;
        }
        out.flush()?;
        Ok(if report.chats.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn together(chats: &[Told]) -> Together {
    let facts = || chats.iter().filter_map(|chat| chat.facts.as_ref());
    let keywords: Vec<_> = facts().map(|facts| facts.keywords.as_slice()).collect();
    let fingerprints: Vec<_> = facts().map(|facts| facts.fingerprint).collect();
    Together { topics: chats::topics(&keywords), duplicates: chats::duplicates(&fingerprints) }
}

fn told(chat: Chat, facts: Option<Facts>) -> Told {
    let counts = chat.counts();
    Told {
        id: chat.id,
        source: chat.source,
        title: if chat.title.is_empty() { "Untitled".to_owned() } else { chat.title },
        created_at: chat.created_at.map(time),
        updated_at: chat.updated_at.map(time),
        model: chat.model,
        project: chat.project.map(|project| project.label().to_owned()),
        message_count: counts.on_path,
        off_thread_count: counts.off_path,
        is_archived: chat.is_archived,
        is_starred: chat.is_starred,
        tags: chat.tags,
        link: chat.link,
        facts,
    }
}

fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn for_people(report: &Report, out: &mut impl Write) -> io::Result<()> {
    for chat in &report.chats {
        let day = chat.updated_at.as_deref().and_then(|time| time.get(..10)).unwrap_or("          ");
        writeln!(out, "{day}  {:10}  {:>5}  {}", chat.source.as_str(), chat.message_count, chat.title)?;
    }
    for skipped in &report.skipped {
        writeln!(out, "left out: {}: {}", skipped.place, skipped.reason)?;
    }
    let messages: usize = report.chats.iter().map(|chat| chat.message_count).sum();
    writeln!(out, "{} chats with {messages} messages; {} left out", report.chats.len(), report.skipped.len())
}
