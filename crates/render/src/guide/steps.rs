//! The plan's steps, click by click, to be ticked off.

use super::Guide;
use super::markdown::{Document, escape_sentence};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.word("steps"));
    if guide.plan.steps.is_empty() {
        document.paragraph(guide.word("steps_none"));
        return;
    }
    document.paragraph(&guide.say("steps_how", &[]));
    for (number, step) in (1..).zip(&guide.plan.steps) {
        document.heading(3, &format!("{number}. {}", escape_sentence(&step.title)));
        if step.instructions.is_empty() {
            document.list("- [ ]", [guide.word("step_done")]);
        }
        document.list("- [ ]", step.instructions.iter().map(|instruction| escape_sentence(instruction)));
    }
}
