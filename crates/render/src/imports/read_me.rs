//! The read-me of an archive: what is in it and what to do with it, click by click, in the blueprint's language.

use shared::artifact::{ArtifactFormat, steps};
use shared::blueprint::Blueprint;
use shared::words::{IMPORTS, Language};

use crate::RenderError;
use crate::archive::Archive;
use crate::document::{Document, Spans, markdown, plain, said, stressed};

/// A read-me that grows section by section; it starts with the system's name and the clicks of `files.json`.
///
/// ```text
/// let mut read_me = ReadMe::new(blueprint, ArtifactFormat::AsanaImport);
/// read_me.files(&[["Tasks.csv".to_owned(), "24 rows".to_owned()]]);
/// read_me.guard();
/// read_me.heading("asana.people_title");
/// read_me.say("asana.people", &[("table", &table.name)]);
/// read_me.write(&mut archive)?;
/// ```
pub(crate) struct ReadMe {
    language: Language,
    document: Document,
}

impl ReadMe {
    /// Of the files of `format` that are made of `blueprint`.
    pub(crate) fn new(blueprint: &Blueprint, format: ArtifactFormat) -> Self {
        let language = blueprint.settings.language;
        let mut read_me = Self { language, document: Document::default() };
        read_me.document.heading(1, plain(&blueprint.name));
        read_me.document.paragraph(plain(&blueprint.description));
        read_me.heading("read_me.steps");
        read_me.document.steps(steps(format, language).into_iter().map(stressed));
        read_me
    }

    /// A heading: the word of `imports.<key>`.
    pub(crate) fn heading(&mut self, key: &str) {
        let text = self.sentence(key, &[]);
        self.document.heading(2, text);
    }

    /// A paragraph: the sentence of `imports.<key>`, filled with `values`.
    pub(crate) fn say(&mut self, key: &str, values: &[(&str, &str)]) {
        let text = self.sentence(key, values);
        self.document.paragraph(text);
    }

    /// Sentences of `imports.json` as points of a list: their keys and values.
    pub(crate) fn points(&mut self, points: &[(&str, &[(&str, &str)])]) {
        let points: Vec<_> = points.iter().map(|(key, values)| self.sentence(key, values)).collect();
        self.document.list(points);
    }

    /// A table of texts as they are; the header's are words of `imports.json`.
    pub(crate) fn table<const N: usize>(&mut self, header: [&str; N], rows: &[[String; N]]) {
        let rows = rows.iter().map(|row| row.each_ref().map(|cell| plain(cell))).collect();
        self.document.table(header.map(|key| IMPORTS.get(self.language, key)), rows);
    }

    /// Clicks to tick off below a heading of their own; `*stressed*` words of both stay stressed.
    pub(crate) fn clicks(&mut self, title: &str, clicks: &[String]) {
        self.document.heading(3, stressed(title));
        self.document.checklist(clicks.iter().map(|click| stressed(click)));
    }

    /// A heading below that of a section: a name, as it is.
    pub(crate) fn name(&mut self, name: &str) {
        self.document.heading(3, plain(name));
    }

    /// What is in the archive: paths and what they hold.
    pub(crate) fn files(&mut self, files: &[[String; 2]]) {
        self.heading("read_me.files");
        self.table(["read_me.file", "read_me.content"], files);
    }

    /// What an apostrophe at the start of a cell means, see [`crate::csv::Cell::text`].
    pub(crate) fn guard(&mut self) {
        self.heading("read_me.guard_title");
        self.say("read_me.guard", &[]);
    }

    /// Adds the read-me to `archive`, at its top folder.
    ///
    /// # Errors
    /// As [`Archive::add`].
    pub(crate) fn write(self, archive: &mut Archive) -> Result<(), RenderError> {
        archive.add(&format!("{}.md", IMPORTS.get(self.language, "title")), markdown(&self.document.finish()))
    }

    /// `*stressed*` words of the sentence stay stressed, those of the values stand as they are.
    fn sentence(&self, key: &str, values: &[(&str, &str)]) -> Spans {
        said(&IMPORTS, self.language, key, values)
    }
}
