//! The quick way: files that build the system or carry its rows, and the clicks that bring them in.

use shared::artifact::{ArtifactFormat, explanation, label, steps};

use super::Guide;
use crate::document::{Document, Spans, plain, stressed, strong};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("files"));
    document.paragraph(guide.say("files_how", &[]));
    for format in guide.platform.files {
        document.heading(3, plain(&label(*format, guide.language())));
        document.paragraph(plain(&explanation(*format, guide.language())));
        document.checklist(steps(*format, guide.language()).into_iter().map(stressed));
    }
    let others: Vec<_> = guide.platform.all_files().filter(|format| is_other(guide, *format)).collect();
    if !guide.platform.files.is_empty() && !others.is_empty() {
        document.heading(3, guide.plain("files_other"));
    }
    document.list(others.into_iter().map(|format| line(guide, format)));
}

/// Files that are neither the platform's own nor this guide.
fn is_other(guide: &Guide<'_>, format: ArtifactFormat) -> bool {
    let is_guide = matches!(format, ArtifactFormat::GuideHtml | ArtifactFormat::GuideMarkdown);
    !is_guide && !guide.platform.files.contains(&format)
}

/// What a file is, on one line.
fn line(guide: &Guide<'_>, format: ArtifactFormat) -> Spans {
    let mut spans = strong(&format!("{}:", label(format, guide.language())));
    spans.extend(plain(&format!(" {}", explanation(format, guide.language()))));
    spans
}
