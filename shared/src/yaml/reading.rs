//! YAML as the JSON that it says, with the place of every value.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Number, Value};

use crate::api::pointer::join;

/// Deepest that values may lie in each other: what the JSON reader takes.
const DEPTH_MAX: usize = 120;
/// Most values in one text: ten times those of the largest blueprint.
const VALUES_MAX: usize = 1_000_000;

/// A YAML text as JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Yaml {
    /// What it says.
    pub value: Value,
    /// Where values stand, by their pointers in fragment form.
    places: BTreeMap<String, Place>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Why a text is not read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {}, column {}: {why}", place.line, place.column)]
pub struct YamlError {
    /// Where.
    pub place: Place,
    /// Why, and how to go on, in English.
    pub why: String,
}

impl Yaml {
    /// Where the value at `pointer` stands, or the innermost that is on the way to it.
    pub fn place(&self, pointer: &str) -> Place {
        let ways = std::iter::successors(Some(pointer), |way| way.rsplit_once('/').map(|(before, _)| before));
        let mut found = ways.filter_map(|way| self.places.get(way));
        found.next().copied().unwrap_or(Place { line: 1, column: 1 })
    }
}

/// Whether `text` is written as YAML writes objects: a mark of a document, or a line that begins with a key.
pub fn is_like_yaml(text: &str) -> bool {
    let is_content = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let first = text.lines().find(is_content).unwrap_or_default();
    let is_key =
        |key: &str| !key.is_empty() && key.chars().all(|it| it.is_alphanumeric() || "_-\"' ".contains(it));
    let has_key = first.split_once(':').is_some_and(|(key, after)| {
        is_key(key) && (after.trim_end().is_empty() || after.starts_with([' ', '\t']))
    });
    first.starts_with("---") || first.starts_with("%YAML") || has_key
}

/// Reads the one document of a YAML text.
///
/// # Errors
/// [`YamlError`] with the first place that is wrong; nothing is half-read.
pub fn read_yaml(text: &str) -> Result<Yaml, YamlError> {
    let mut reading = Reading::default();
    for next in Parser::new_from_str(text) {
        let (event, span) = next.map_err(|error| YamlError {
            place: Place { line: error.marker().line(), column: error.marker().col() + 1 },
            why: error.info(),
        })?;
        reading
            .take(event, place(&span))
            .map_err(|why| YamlError { place: place(&span), why: why.to_owned() })?;
    }
    let value = reading.whole.unwrap_or_default();
    Ok(Yaml { value, places: reading.places })
}

fn place(span: &Span) -> Place {
    Place { line: span.start.line(), column: span.start.col() + 1 }
}

/// What is being read.
#[derive(Default)]
struct Reading {
    /// What is open, the outermost first.
    open: Vec<Open>,
    whole: Option<Value>,
    places: BTreeMap<String, Place>,
}

/// An object or a list that is not closed yet.
struct Open {
    pointer: String,
    holds: Holds,
}

enum Holds {
    Items(Vec<Value>),
    Members(Map<String, Value>, Option<String>),
}

impl Reading {
    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), &'static str> {
        match event {
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, _, Some(_))
            | Event::MappingStart(_, _, Some(_)) => Err("tags such as `!!name` are not read: leave it out"),
            Event::Alias(_) => Err("aliases such as `*name` are not read: write out what it stands for"),
            Event::DocumentStart(..) if self.whole.is_some() => {
                Err("there is more than one document: leave only the first")
            }
            Event::Scalar(text, style, ..) if self.awaits_key() => self.key(&text, style),
            Event::Scalar(text, style, ..) => {
                let value = scalar(&text, style)?;
                self.at(place)?;
                self.put(value);
                Ok(())
            }
            Event::SequenceStart(..) => self.begin(Holds::Items(Vec::new()), place),
            Event::MappingStart(..) => self.begin(Holds::Members(Map::new(), None), place),
            Event::SequenceEnd | Event::MappingEnd => {
                self.end();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { holds: Holds::Members(_, None), .. }))
    }

    fn key(&mut self, text: &str, style: ScalarStyle) -> Result<(), &'static str> {
        if text == "<<" && style == ScalarStyle::Plain {
            return Err("merge keys `<<` are not read: write out what they bring");
        }
        match self.open.last_mut() {
            Some(Open { holds: Holds::Members(members, _), .. }) if members.contains_key(text) => {
                Err("this key stands here twice: leave one")
            }
            Some(Open { holds: Holds::Members(_, key), .. }) => {
                *key = Some(text.to_owned());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Notes where the next value stands.
    fn at(&mut self, place: Place) -> Result<String, &'static str> {
        if self.places.len() >= VALUES_MAX {
            return Err("there are too many values");
        }
        let pointer = match self.open.last() {
            None => "#".to_owned(),
            Some(Open { pointer, holds: Holds::Items(items) }) => join(pointer, items.len()),
            Some(Open { pointer, holds: Holds::Members(_, Some(key)) }) => join(pointer, key),
            Some(Open { holds: Holds::Members(_, None), .. }) => {
                return Err("a key must be a text");
            }
        };
        self.places.insert(pointer.clone(), place);
        Ok(pointer)
    }

    fn begin(&mut self, holds: Holds, place: Place) -> Result<(), &'static str> {
        if self.open.len() >= DEPTH_MAX {
            return Err("values lie too deep in each other");
        }
        let pointer = self.at(place)?;
        self.open.push(Open { pointer, holds });
        Ok(())
    }

    fn end(&mut self) {
        let value = match self.open.pop().map(|open| open.holds) {
            Some(Holds::Items(items)) => Value::Array(items),
            Some(Holds::Members(members, _)) => Value::Object(members),
            None => return,
        };
        self.put(value);
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut().map(|open| &mut open.holds) {
            Some(Holds::Items(items)) => items.push(value),
            Some(Holds::Members(members, key)) => {
                if let Some(key) = key.take() {
                    members.insert(key, value);
                }
            }
            None => self.whole = Some(value),
        }
    }
}

/// What a scalar says: only one without quotes is anything but a text. The rules are those of YAML 1.2's core schema.
fn scalar(text: &str, style: ScalarStyle) -> Result<Value, &'static str> {
    if style != ScalarStyle::Plain {
        return Ok(Value::from(text));
    }
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::from(true),
        "false" | "False" | "FALSE" => Value::from(false),
        _ => match text.trim_start_matches(['+', '-']).to_ascii_lowercase().as_str() {
            ".inf" | ".nan" => return Err("only finite numbers are read"),
            _ => number(text)?.unwrap_or_else(|| Value::from(text)),
        },
    })
}

/// The number that `text` writes; nothing for another text.
fn number(text: &str) -> Result<Option<Value>, &'static str> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let based =
        |prefix: &str, base: u32| text.strip_prefix(prefix).and_then(|it| i64::from_str_radix(it, base).ok());
    if let Some(number) = based("0x", 16).or_else(|| based("0o", 8)) {
        return Ok(Some(Value::from(number)));
    }
    let is_number = unsigned.starts_with(|it: char| it.is_ascii_digit() || it == '.')
        && unsigned.contains(|it: char| it.is_ascii_digit())
        && unsigned.chars().all(|it| it.is_ascii_digit() || ".eE+-".contains(it));
    if !is_number {
        return Ok(None);
    }
    if let Ok(number) = text.parse::<i64>() {
        return Ok(Some(Value::from(number)));
    }
    match text.parse::<f64>() {
        Ok(number) => {
            Number::from_f64(number).map(|it| Some(it.into())).ok_or("only finite numbers are read")
        }
        // Such as a date, or a version.
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(yaml: &str, expected: Value) {
        assert_eq!(read_yaml(yaml).map(|it| it.value), Ok(expected), "{yaml}");
    }

    #[track_caller]
    fn check_refused(yaml: &str, line: usize, column: usize, why: &str) {
        let error = read_yaml(yaml).unwrap_err();
        assert_eq!((error.place.line, error.place.column), (line, column), "{yaml}: {error}");
        assert!(error.why.contains(why), "{yaml}: {error}");
    }

    #[test]
    fn yaml_says_what_json_would() {
        check(
            "a: 1\nb: [x, 'y', \"z\"]\nc:\n  - d: true\n    e: ~\n",
            json!({
                "a": 1, "b": ["x", "y", "z"], "c": [{"d": true, "e": null}]
            }),
        );
        check("a: |\n  two\n  lines\nb: >\n  one\n  line\n", json!({"a": "two\nlines\n", "b": "one line\n"}));
        check("# only a remark\n", Value::Null);
        check("{\"a\": [1, 2]}", json!({"a": [1, 2]}));
    }

    #[test]
    fn only_what_is_plainly_a_number_is_one() {
        check("[1, -2, 0x1f, 0o17, 1.5, 1e3, -.5]", json!([1, -2, 31, 15, 1.5, 1000.0, -0.5]));
        check(
            "['1', 2026-03-20, 1.2.3, 12:30, no, yes, on, 1_000, '', ., -a]",
            json!(["1", "2026-03-20", "1.2.3", "12:30", "no", "yes", "on", "1_000", "", ".", "-a"]),
        );
    }

    #[test]
    fn what_json_cannot_say_is_refused_at_its_place() {
        check_refused("a: .nan\n", 1, 4, "finite");
        check_refused("a: 1\nb: -.inf\n", 2, 4, "finite");
        check_refused("a: 1e999\n", 1, 4, "finite");
        check_refused("? [a, b]\n: c\n", 1, 3, "key");
        check_refused("a: 1\n---\nb: 2\n", 2, 1, "more than one document");
    }

    #[test]
    fn what_may_mean_harm_is_refused_at_its_place() {
        check_refused("a: &x [1]\nb: *x\n", 2, 4, "alias");
        check_refused("a: &x {b: 1}\nc:\n  <<: *x\n", 3, 3, "merge");
        check_refused("a: 1\nb: 2\na: 3\n", 3, 1, "twice");
        check_refused("a: !!python/object:os.system ls\n", 1, 30, "tags");
        check_refused("a: !!str 1\n", 1, 10, "tags");
        let laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        check_refused(laughs, 2, 8, "alias");
    }

    #[test]
    fn depth_has_an_end() {
        assert!(read_yaml(&"[".repeat(100_000)).is_err());
        assert!(
            read_yaml(&format!("{}1{}", "[".repeat(121), "]".repeat(121))).unwrap_err().why.contains("deep")
        );
        let block: String = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert!(read_yaml(&block).is_err());
    }

    #[test]
    fn places_are_those_of_values() {
        let yaml = read_yaml("a: 1\nb:\n  - c: x\n    d/e: y\n").unwrap();
        let at = |pointer: &str| (yaml.place(pointer).line, yaml.place(pointer).column);
        assert_eq!(at("#/a"), (1, 4));
        assert_eq!(at("#/b/0/c"), (3, 8));
        assert_eq!(at("#/b/0/d~1e"), (4, 10));
        assert_eq!(at("#/b/0/missing"), at("#/b/0"));
        assert_eq!(at("#/nothing"), at("#"));
    }

    #[test]
    fn texts_of_other_kinds_are_no_yaml() {
        for text in [
            "",
            "https://example.com/s#1.abc",
            "eyJhIjoxfQ==",
            "1.abc.def",
            "a sentence",
            "{\"a\": 1}",
            "key:value",
        ] {
            assert!(!is_like_yaml(text), "{text}");
        }
        for text in [
            "a: 1",
            "# remark\nschema_version: 1",
            "---\na: 1",
            "%YAML 1.2\n---\n",
            "tables:\n  - id: x",
            "\"a b\": 1",
        ] {
            assert!(is_like_yaml(text), "{text}");
        }
    }
}
