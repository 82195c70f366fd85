//! The plan's steps, click by click, to be ticked off.

use super::Guide;
use crate::document::{Document, plain, stressed};

pub(super) fn write(guide: &Guide<'_>, document: &mut Document) {
    document.heading(2, guide.plain("steps"));
    if guide.plan.steps.is_empty() {
        document.paragraph(guide.plain("steps_none"));
        return;
    }
    document.paragraph(guide.say("steps_how", &[]));
    for (number, step) in (1..).zip(&guide.plan.steps) {
        let mut title = plain(&format!("{number}. "));
        title.extend(stressed(&step.title));
        document.heading(3, title);
        if step.instructions.is_empty() {
            document.checklist([guide.plain("step_done")]);
        }
        document.checklist(step.instructions.iter().map(|instruction| stressed(instruction)));
    }
}
