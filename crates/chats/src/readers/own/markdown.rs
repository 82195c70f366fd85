//! A chat as Markdown: its title as the first heading, and a heading of the second level with who speaks over each
//! message.

use shared::chat::{Chat, Message, Part, Role, Source};

use super::role;
use crate::draft::{self, Draft};

/// Reads a chat; nothing where nobody speaks in it. `name` is what the file is called.
pub(crate) fn read(text: &str, name: &str) -> Option<Chat> {
    let mut draft = Draft::default();
    let mut title = None;
    let mut speaking: Option<(Role, String)> = None;
    let mut fence = None;
    for line in text.lines() {
        let is_code = fence.is_some();
        toggle(&mut fence, line);
        if !is_code {
            if let Some(heading) = line.strip_prefix("# ").filter(|_| title.is_none() && speaking.is_none()) {
                title = Some(heading.trim().to_owned());
                continue;
            }
            if let Some(next) = speaker(line) {
                say(&mut draft, speaking.replace((next, String::new())));
                continue;
            }
        }
        if let Some((_, said)) = &mut speaking {
            said.push_str(line);
            said.push('\n');
        }
    }
    say(&mut draft, speaking.take());
    let messages = draft.messages();
    let leaf = Some(messages.len().checked_sub(1)?);
    let title = title.unwrap_or_default();
    let chat = Chat { title, messages, leaf, ..Chat::new(Source::Other, name) };
    Some(draft::finish(chat))
}

fn say(draft: &mut Draft, speaking: Option<(Role, String)>) {
    if let Some((role, said)) = speaking {
        let text = said.trim();
        let parts = if text.is_empty() { Vec::new() } else { vec![Part::text(text)] };
        draft.add_next(Message { parts, ..Message::new(role) });
    }
}

/// Who speaks under a line such as `## User` or `**You:**`.
fn speaker(line: &str) -> Option<Role> {
    let heading = line.strip_prefix("## ").or_else(|| line.strip_prefix("### "));
    let bold = || line.trim().strip_prefix("**")?.strip_suffix("**").filter(|name| name.ends_with(':'));
    role(heading.or_else(bold)?)
}

/// Follows where blocks of code begin and end: what stands in them is no heading.
fn toggle(fence: &mut Option<usize>, line: &str) {
    let ticks = line.trim_start().bytes().take_while(|byte| *byte == b'`').count();
    match fence {
        None if ticks >= 3 => *fence = Some(ticks),
        Some(open) if ticks >= *open && line.trim().bytes().all(|byte| byte == b'`') => *fence = None,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_who_speaks_but_not_in_code() {
        let text = "# A plan\n\n## User\n\nHow?\n\n```md\n## Assistant\n```\n\n**Claude:**\nSo.\n";

        let chat = read(text, "plan.md").unwrap();

        assert_eq!(chat.title, "A plan");
        assert_eq!(chat.counts().on_path, 2);
        assert_eq!(chat.messages[0].text(), "How?\n\n```md\n## Assistant\n```");
        assert_eq!((chat.messages[1].role, chat.messages[1].text().as_str()), (Role::Assistant, "So."));
    }

    #[test]
    fn notes_in_which_nobody_speaks_are_no_chat() {
        assert_eq!(read("# Notes\n\n- one\n", "notes.md"), None);
    }
}
