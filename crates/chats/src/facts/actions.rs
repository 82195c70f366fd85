//! What is left to do and to answer, as far as it is written down as such.

use shared::chat::{ITEM_CHARACTERS_MAX, ITEMS_MAX};
use unicode_segmentation::UnicodeSegmentation;

use super::cues;
use super::line::{self, Line};

/// What an item of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something to do.
    Action,
    /// Something to answer.
    Question,
}

/// Items in the making.
#[derive(Default)]
pub(super) struct Items {
    /// What there is to do.
    pub(super) actions: List,
    /// What there is to answer.
    pub(super) questions: List,
    section: Option<Section>,
}

/// A list below a heading that says what it is.
struct Section {
    kind: Kind,
    /// How far in its first item stands, once there is one.
    indent: Option<usize>,
}

/// Texts, bounded in number and length, none twice.
#[derive(Default)]
pub(super) struct List {
    /// The texts.
    pub(super) items: Vec<String>,
}

/// The longest word before a colon, in bytes.
const LABEL_MAX: usize = 48;

impl Items {
    /// Looks through what is said in a message outside its code.
    pub(super) fn add(&mut self, prose: &str) {
        prose.split('\n').for_each(|line| self.line(line));
    }

    /// No list goes on from one message to the next.
    pub(super) fn end_of_message(&mut self) {
        self.section = None;
    }

    fn line(&mut self, line: &str) {
        match line::read(line) {
            Line::Blank => {}
            Line::Heading(heading) => match cues::of_heading(&heading.to_lowercase()) {
                Some(kind) => self.section = Some(Section { kind, indent: None }),
                // A line with a colon may introduce the list, too.
                None if section_goes_on(&self.section, line) => {}
                None => self.section = None,
            },
            Line::Item { is_ticked: Some(true), .. } => {}
            Line::Item { is_ticked: Some(false), text, .. } => self.actions.push(text),
            Line::Item { indent, text, .. } if !self.labelled(text) => self.item(indent, text),
            Line::Item { .. } => {}
            Line::Text(text) => {
                // A sentence may introduce the list; after its items another paragraph begins.
                self.section.take_if(|section| section.indent.is_some() && !line.starts_with([' ', '\t']));
                self.labelled(text);
            }
        }
    }

    /// An item counts below a heading that says so; items further in are about it.
    fn item(&mut self, indent: usize, text: &str) {
        let Some(section) = &mut self.section else { return };
        if indent > *section.indent.get_or_insert(indent) + 1 {
            return;
        }
        match section.kind {
            Kind::Action => self.actions.push(text),
            Kind::Question => self.questions.push(text),
        }
    }

    /// Takes `TODO: this`; false for anything else.
    fn labelled(&mut self, text: &str) -> bool {
        let head = text.get(..text.floor_char_boundary(LABEL_MAX)).unwrap_or_default();
        let Some((label, _)) = head.split_once([':', '：']) else { return false };
        let rest = text[label.len()..].trim_start_matches([':', '：', '*', '_', ' ']);
        match cues::of_label(&line::without_marks(label).to_lowercase()) {
            Some(Kind::Action) => self.actions.push(rest),
            Some(Kind::Question) => self.questions.push(rest),
            None => return false,
        }
        true
    }
}

/// A line with a colon may introduce the list as well as begin another.
fn section_goes_on(section: &Option<Section>, heading: &str) -> bool {
    section.as_ref().is_some_and(|section| section.indent.is_none()) && !heading.starts_with('#')
}

impl List {
    /// Adds a text as people read it, unless it says nothing or stands there already.
    pub(super) fn push(&mut self, text: &str) {
        if self.items.len() >= ITEMS_MAX || !text.contains(char::is_alphanumeric) {
            return;
        }
        let text = short(text.replace("**", "").replace('`', "").trim());
        let is_known = self.items.iter().any(|known| known.to_lowercase() == text.to_lowercase());
        if !is_known {
            self.items.push(text);
        }
    }
}

/// The text, cut with an ellipsis where it is long.
fn short(text: &str) -> String {
    match text.grapheme_indices(true).nth(ITEM_CHARACTERS_MAX - 1) {
        Some((end, last)) if end + last.len() < text.len() => format!("{}…", text[..end].trim_end()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Items {
        let mut items = Items::default();
        items.add(text);
        items
    }

    #[track_caller]
    fn actions(text: &str, expected: &[&str]) {
        assert_eq!(read(text).actions.items, expected, "{text}");
    }

    #[track_caller]
    fn questions(text: &str, expected: &[&str]) {
        assert_eq!(read(text).questions.items, expected, "{text}");
    }

    #[test]
    fn open_boxes_are_to_be_done() {
        actions(
            "- [ ] Book a **room**\n- [x] Invite all\n* [ ] Write `agenda.md`",
            &["Book a room", "Write agenda.md"],
        );
        actions("1. [ ] One\n   - [ ] Two", &["One", "Two"]);
        actions("- [ ]\n- [link](x)\n[ ] no item", &[]);
    }

    #[test]
    fn labels_say_that_something_is_to_be_done() {
        actions("TODO: Call Ada\nNote: nothing\n- **To-do:** Pay", &["Call Ada", "Pay"]);
        actions("Action item: Send it\nAction: search", &["Send it"]);
        actions("Zu erledigen: Anrufen", &["Anrufen"]);
        actions("Pendiente: Llamar", &["Llamar"]);
        actions("À faire : Appeler", &["Appeler"]);
        actions("やること：電話する", &["電話する"]);
        actions("مهمة: اتصل بالعميل", &["اتصل بالعميل"]);
        actions("https://todo: x", &[]);
    }

    #[test]
    fn lists_below_a_heading_count_to_their_end() {
        actions("## Next steps\n\nDo this:\n- a\n", &["a"]);
        actions("## Next steps\n## Else\n- a\n", &[]);
        actions(
            "## Next steps\nIn this order.\n1. One\n   - about one\n2. Two\n\n3. Three\nSo much.\n- four",
            &["One", "Two", "Three"],
        );
        actions("**Action Items:**\n- [x] Done\n- Open\n# Else\n- x", &["Open"]);
        actions("Here are the next steps:\n* a\n* A\n* b", &["a", "b"]);
        actions("Tasks that AI can do:\n- a", &[]);
    }

    #[test]
    fn headings_are_known_in_six_languages() {
        for heading in [
            "Next Steps",
            "Nächste Schritte",
            "Próximos pasos",
            "Prochaines étapes",
            "次のステップ",
            "الخطوات التالية",
        ] {
            actions(&format!("## {heading}\n- x1"), &["x1"]);
        }
        for heading in [
            "Open questions",
            "Offene Fragen",
            "Preguntas abiertas",
            "Questions ouvertes",
            "未解決の質問",
            "أسئلة مفتوحة",
        ] {
            questions(&format!("**{heading}**\n- x1"), &["x1"]);
        }
    }

    #[test]
    fn lists_are_bounded_in_number_and_length() {
        let many: String = (0..100).map(|item| format!("- [ ] item {item}\n")).collect();
        assert_eq!(read(&many).actions.items.len(), ITEMS_MAX);

        let long = read(&format!("- [ ] {}", "é".repeat(1_000)));
        assert_eq!(long.actions.items[0].graphemes(true).count(), ITEM_CHARACTERS_MAX);
        assert!(long.actions.items[0].ends_with("é…"));
        assert_eq!(short(&"x".repeat(ITEM_CHARACTERS_MAX)).len(), ITEM_CHARACTERS_MAX);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "(- \\[ \\] |TODO: |## Next steps\n|\n|  |•|：|[a-zé語:*#>]){0,60}") {
            prop_assert!(read(&text).actions.items.len() <= ITEMS_MAX);
        }
    }
}
