//! YAML of front matter and bases: every text quoted, so that none of them reads as something else.

use shared::yaml::is_escaped;

pub(super) use shared::yaml::quoted;

/// An expression of a base as a YAML scalar: single quotes outside, so that the double ones inside stay readable.
pub(super) fn expression(text: &str) -> String {
    if text.chars().any(is_escaped) { quoted(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_stay_expressions() {
        assert_eq!(expression("a == \"it's\""), "'a == \"it''s\"'");
        assert_eq!(expression("a == \"\u{202e}\""), r#""a == \"\u202e\"""#);
    }
}
