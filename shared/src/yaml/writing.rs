//! YAML of JSON, for people to read and for programs the same.
//!
//! Written by hand: the only safe pure-Rust writers are before their first release and trust readers of YAML 1.2 alone,
//! while Python and Ruby still read 1.1, where `no` is a boolean and `12:30` a number. Ours writes plain words only
//! where both agree, and quotes the rest; `e2e/files/tables.py` has a reader of either kind compare.

use super::node::Node;
use super::scalar;

/// What `json` says, as YAML, in its order; ends in a newline.
///
/// # Errors
/// When it is no JSON.
pub fn to_yaml(json: &str) -> Result<String, serde_json::Error> {
    let node: Node = serde_json::from_str(json)?;
    let mut text = String::with_capacity(json.len());
    block(&node, 0, &mut text);
    Ok(text)
}

/// A map's entries or a list's items, a line each at the least, indented by `depth`.
fn block(node: &Node, depth: usize, text: &mut String) {
    match node {
        Node::Map(entries) => {
            for (at, (key, value)) in entries.iter().enumerate() {
                if at > 0 || !text.ends_with("- ") {
                    indent(depth, text);
                }
                text.push_str(&scalar::line(key));
                text.push(':');
                nested(value, depth + 1, text);
            }
        }
        Node::List(items) => {
            for item in items {
                indent(depth, text);
                text.push('-');
                match item {
                    Node::Map(entries) if !entries.is_empty() => {
                        text.push(' ');
                        block(item, depth + 1, text);
                    }
                    item => nested(item, depth + 1, text),
                }
            }
        }
        _ => nested(node, depth, text),
    }
}

/// What stands after `key:` or `-`.
fn nested(node: &Node, depth: usize, text: &mut String) {
    match node {
        Node::Map(entries) if entries.is_empty() => text.push_str(" {}\n"),
        Node::List(items) if items.is_empty() => text.push_str(" []\n"),
        Node::Map(_) | Node::List(_) => {
            text.push('\n');
            block(node, depth, text);
        }
        Node::Text(value) => match scalar::lines(value) {
            Some((mark, lines)) => {
                text.push_str(&format!(" {mark}\n"));
                for line in lines {
                    if !line.is_empty() {
                        indent(depth, text);
                    }
                    text.push_str(line);
                    text.push('\n');
                }
            }
            None => text.push_str(&format!(" {}\n", scalar::line(value))),
        },
        Node::Plain(value) => text.push_str(&format!(" {value}\n")),
    }
}

fn indent(depth: usize, text: &mut String) {
    text.push_str(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_laid_out_in_blocks() {
        let json = r#"{"a": 1, "b": [], "c": {"no": "two\nlines\n", "e": [{"f": true, "g": [{"h": null}]}, "x", ["y", 2.5]]}}"#;

        let text = to_yaml(json).unwrap();

        insta::assert_snapshot!(text, @r#"
        a: 1
        b: []
        c:
          "no": |
            two
            lines
          e:
            - f: true
              g:
                - h: null
            - x
            -
              - "y"
              - 2.5
        "#);
    }
}
