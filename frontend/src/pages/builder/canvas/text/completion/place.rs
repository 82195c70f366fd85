//! Where a caret stands in a JSON text: on the way to what, and in which half of it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tree::{Kind, Member, Node, Token, parse};

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// To the member with this key.
    Key(String),
    /// To the item at this place.
    Item(usize),
}

/// What an object says beside where the caret is: its keys, with what they say where that is one text.
pub(super) type Facts = BTreeMap<String, Option<String>>;

/// What stands where the caret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// A key of the object that the way leads to.
    Key,
    /// The value that the way leads to.
    Value,
}

/// Where a caret stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The way from the whole.
    pub way: Vec<Step>,
    /// What the values on the way say, the whole first: one more than steps where a key is written.
    pub facts: Vec<Facts>,
    /// What is written.
    pub half: Half,
    /// What is replaced: what stands there of a key or a value already.
    pub replaced: Range<usize>,
    /// What of it stands before the caret, without its quote.
    pub typed: String,
    /// Where a comma is missing before.
    pub comma_before: Option<usize>,
    /// Whether a comma is missing behind.
    pub needs_comma: bool,
    /// Whether a colon follows already.
    pub has_colon: bool,
}

/// Where the caret at `caret`, in bytes, stands in `text`; nothing where neither a key nor a value can stand.
pub(super) fn place(text: &str, caret: usize) -> Option<Place> {
    let root = parse(text)?;
    let mut finder = Finder { text, caret, way: Vec::new(), facts: Vec::new() };
    finder.find(&root)
}

struct Finder<'a> {
    text: &'a str,
    caret: usize,
    way: Vec<Step>,
    facts: Vec<Facts>,
}

impl Finder<'_> {
    fn find(&mut self, node: &Node) -> Option<Place> {
        match &node.kind {
            Kind::Object(members, is_closed) if self.is_inside(node, *is_closed) => self.in_object(members),
            Kind::Array(items, is_closed) if self.is_inside(node, *is_closed) => {
                self.facts.push(Facts::new());
                self.in_array(items)
            }
            _ => None,
        }
    }

    /// Whether the caret is between the signs of an object or a list.
    fn is_inside(&self, node: &Node, is_closed: bool) -> bool {
        node.range.start < self.caret && (!is_closed || self.caret < node.range.end)
    }

    fn in_object(&mut self, members: &[Member]) -> Option<Place> {
        let at = members.iter().rposition(|member| member.key.range.start < self.caret);
        let current = at.and_then(|at| members.get(at));
        let has_next = members.len() > at.map_or(0, |at| at + 1);
        let written = current.filter(|member| member.value.is_none() || self.caret <= member.end());
        self.facts.push(self.facts_of(members, written));
        let Some(member) = current else { return Some(self.key(None, None, has_next)) };
        if self.touches(&member.key) {
            let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| members.get(at));
            let needs_comma = member.colon.is_none() && !member.has_comma && has_next;
            return Some(self.key(Some(member), before, needs_comma));
        }
        let place = self.in_member(member, !member.has_comma && has_next);
        if place.is_some() || self.caret < member.end() || self.is_awaited(member) {
            return place;
        }
        Some(self.key(None, Some(member), has_next))
    }

    /// Whether the caret is where the value of a member is still to come.
    fn is_awaited(&self, member: &Member) -> bool {
        let gap = member.colon.and_then(|colon| self.text.get(colon..self.caret));
        member.value.is_none() && gap.is_some_and(|gap| !gap.contains(','))
    }

    /// The place in the value of a member.
    fn in_member(&mut self, member: &Member, needs_comma: bool) -> Option<Place> {
        self.way.push(Step::Key(unquoted(self.text, &member.key)));
        let place = match &member.value {
            Some(value) => self.in_value(value, needs_comma),
            None if self.is_awaited(member) => Some(self.value(self.caret..self.caret, needs_comma)),
            None => None,
        };
        if place.is_none() {
            self.way.pop();
        }
        place
    }

    /// The place in a value that is written, or in something inside of it.
    fn in_value(&mut self, value: &Node, needs_comma: bool) -> Option<Place> {
        match &value.kind {
            Kind::Text(token) if self.touches(token) => Some(self.value(token.range.clone(), needs_comma)),
            Kind::Word if value.range.start < self.caret && self.caret <= value.range.end => {
                Some(self.value(value.range.clone(), needs_comma))
            }
            Kind::Object(..) | Kind::Array(..) => self.find(value),
            _ => None,
        }
    }

    fn in_array(&mut self, items: &[(Node, bool)]) -> Option<Place> {
        let at = items.iter().rposition(|(item, _)| item.range.start < self.caret);
        let has_next = items.len() > at.map_or(0, |at| at + 1);
        let Some((at, (item, has_comma))) = at.and_then(|at| Some((at, items.get(at)?))) else {
            self.way.push(Step::Item(0));
            return Some(self.value(self.caret..self.caret, has_next));
        };
        self.way.push(Step::Item(at));
        let place = self.in_value(item, !has_comma && has_next);
        if place.is_some() || self.caret < item.range.end {
            return place;
        }
        self.way.pop();
        self.way.push(Step::Item(at + 1));
        let place = self.value(self.caret..self.caret, has_next);
        Some(Place { comma_before: (!has_comma).then_some(item.range.end), ..place })
    }

    /// Whether the caret is in a text: behind its first quote and not behind its second.
    fn touches(&self, token: &Token) -> bool {
        let is_before_end =
            if token.is_closed { self.caret < token.range.end } else { self.caret <= token.range.end };
        token.range.start < self.caret && is_before_end
    }

    fn value(&self, replaced: Range<usize>, needs_comma: bool) -> Place {
        Place {
            way: self.way.clone(),
            facts: self.facts.clone(),
            half: Half::Value,
            typed: self.typed(&replaced),
            replaced,
            comma_before: None,
            needs_comma,
            has_colon: false,
        }
    }

    /// The place of a key: of `member`, or of one that is to come behind `before`.
    fn key(&self, member: Option<&Member>, before: Option<&Member>, needs_comma: bool) -> Place {
        let replaced = member.map_or(self.caret..self.caret, |member| member.key.range.clone());
        let comma_before = before.filter(|it| !it.has_comma).map(Member::end);
        let has_colon = member.is_some_and(|member| member.colon.is_some());
        let place = self.value(replaced, needs_comma);
        Place { half: Half::Key, comma_before, has_colon, ..place }
    }

    fn typed(&self, replaced: &Range<usize>) -> String {
        let typed = self.text.get(replaced.start..self.caret).unwrap_or_default();
        typed.strip_prefix('"').unwrap_or(typed).to_owned()
    }

    /// What the members say, but for the one that is being written.
    fn facts_of(&self, members: &[Member], written: Option<&Member>) -> Facts {
        let others = members.iter().filter(|member| written.is_none_or(|written| written.key != member.key));
        let fact = |member: &Member| {
            let said = member.value.as_ref().and_then(|value| match &value.kind {
                Kind::Text(token) => Some(unquoted(self.text, token)),
                _ => None,
            });
            (unquoted(self.text, &member.key), said)
        };
        others.map(fact).collect()
    }
}

/// What a text says, as far as it is written.
fn unquoted(text: &str, token: &Token) -> String {
    let written = text.get(token.range.clone()).unwrap_or_default();
    serde_json::from_str(written).unwrap_or_else(|_| written.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place at `|`: half, way, what is typed, and what is missing.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let caret = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let told = place(&text, caret).map(|place| {
            let step = |step: &Step| match step {
                Step::Key(key) => format!("/{key}"),
                Step::Item(at) => format!("/{at}"),
            };
            let way: String = place.way.iter().map(step).collect();
            let comma = match place.comma_before {
                Some(at) => format!(" comma@{at}"),
                None => String::new(),
            };
            let after = if place.needs_comma { " then," } else { "" };
            let colon = if place.has_colon { " :" } else { "" };
            let replaced = &text[place.replaced.clone()];
            format!("{:?} {way} {}<{replaced}>{colon}{comma}{after}", place.half, place.typed)
        });
        assert_eq!(told.unwrap_or_default(), expected, "{marked}");
    }

    #[test]
    fn keys_are_told_from_values() {
        check(r#"{|}"#, "Key  <>");
        check(r#"{"na|"}"#, r#"Key  na<"na">"#);
        check(r#"{"na|me": 1}"#, r#"Key  na<"name"> :"#);
        check(r#"{"name": |}"#, "Value /name <>");
        check(r#"{"name": "a|b"}"#, r#"Value /name a<"ab">"#);
        check(r#"{"is": tr|}"#, "Value /is tr<tr>");
        check(r#"{na|}"#, "Key  na<na>");
    }

    #[test]
    fn ways_lead_through_lists_and_objects() {
        check(r#"{"tables": [{"id": "a"}, {"fields": [{"|"}]}]}"#, r#"Key /tables/1/fields/0 <"">"#);
        check(r#"{"a": [1, |]}"#, "Value /a/1 <>");
        check(r#"{"a": [|]}"#, "Value /a/0 <>");
        check(r#"{"a": [|1]}"#, "Value /a/0 <> then,");
        check(r#"{"a": ["b|"]}"#, r#"Value /a/0 b<"b">"#);
        check(r#"{"a": [1 |]}"#, "Value /a/1 <> comma@8");
    }

    #[test]
    fn what_is_open_has_places_too() {
        check(r#"{"a": {"b": [|"#, "Value /a/b/0 <>");
        check("{\"a\": \"b|\n\"c\": 1}", "Value /a b<\"b> then,");
        check("{\"a|\n\"c\": 1}", "Key  a<\"a> then,");
        check(r#"{"a": |"#, "Value /a <>");
    }

    #[test]
    fn missing_commas_are_seen() {
        check("{\"a\": 1\n|}", "Key  <> comma@7");
        check("{\"a\": 1\n\"b|\"}", "Key  b<\"b\"> comma@7");
        check(r#"{"a": 1, | "b": 2}"#, "Key  <> then,");
        check(r#"{"a": | "b": 2}"#, "Value /a <> then,");
        check(r#"{"a": |, "b": 2}"#, "Value /a <>");
    }

    #[test]
    fn there_is_nothing_where_nothing_can_stand() {
        check("|{}", "");
        check("{}|", "");
        check("|", "");
        check(r#"{"a"| : 1}"#, "");
        check(r#"{"a": "b"}|"#, "");
        check(r#"{"a": |"b"}"#, "");
    }

    #[test]
    fn facts_are_what_stands_beside() {
        let text = r#"{"type": "rollup", "fie": , "relation": "fld_a", "n": 1}"#;
        let facts = place(text, text.find(" ,").unwrap() + 1).unwrap().facts;
        let expected = [("n", None), ("relation", Some("fld_a")), ("type", Some("rollup"))];
        let expected = expected.map(|(key, said)| (key.to_owned(), said.map(str::to_owned)));
        assert_eq!(facts, [expected.into()]);
        let text = r#"{"type": "ro"}"#;
        assert_eq!(place(text, text.len() - 2).unwrap().facts, [Facts::new()]);
    }
}
