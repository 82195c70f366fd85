//! What a file looks like before it is taken.

use serde::{Deserialize, Serialize};

/// How much of a text a preview holds, in bytes.
pub const TEXT_PREVIEW_MAX: usize = 24 * 1024;

/// What a file looks like before it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Preview {
    /// The start of a text.
    Text {
        /// Whole lines, at most [`TEXT_PREVIEW_MAX`] bytes of them.
        text: String,
        /// Whether the file goes on.
        is_cut: bool,
    },
    /// What is in an archive, in its order.
    Archive {
        /// Its files; of a very large archive the first ones.
        entries: Vec<Entry>,
        /// How many more files it has.
        left_out: usize,
    },
    /// The sheets of a workbook, in its order.
    Workbook {
        /// Its sheets.
        sheets: Vec<Sheet>,
    },
    /// A document to read.
    Document {
        /// Its blocks, from the top.
        blocks: Vec<Block>,
    },
    /// A picture.
    Picture {
        /// The picture as SVG.
        svg: String,
    },
}

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where it is, with `/` between folders.
    pub path: String,
    /// How long it is.
    pub size_bytes: u64,
    /// How it starts, if it is a text: its first lines. Those at the end of a large archive are not looked into.
    pub start: Option<String>,
    /// Whether it goes on after its start.
    pub is_cut: bool,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What its first cells show, row by row; the first row is the header.
    pub rows: Vec<Vec<String>>,
    /// How many rows it has below the header.
    pub row_count: usize,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1, the title, to 6.
        level: u8,
        /// What links to it name; unique in the document, a letter first, then letters, digits and `-`.
        anchor: String,
        /// Its text.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        spans: Vec<Span>,
    },
    /// A list of points.
    List {
        /// Its points.
        items: Vec<Vec<Span>>,
    },
    /// A list of things to tick off.
    Checklist {
        /// Its points.
        items: Vec<Vec<Span>>,
    },
    /// Things to do one after the other.
    Steps {
        /// Each of them.
        items: Vec<Vec<Span>>,
    },
    /// A table.
    Table {
        /// Its columns.
        header: Vec<Vec<Span>>,
        /// Its rows, each as long as the header.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// A piece of a line, plain text inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "text", rename_all = "snake_case")]
pub enum Span {
    /// As it is.
    Plain(String),
    /// Stressed.
    Emphasis(String),
    /// Stressed strongly.
    Strong(String),
    /// To be typed or found exactly so.
    Code(String),
}
