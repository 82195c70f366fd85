//! How values are written, as their reader wants them.

/// How values are written. The default is what machines read best: ISO 8601, `true` and `false`, shares as numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// How days are written, as `chrono` formats them.
    pub(crate) date: &'static str,
    /// How times are written, UTC.
    pub(crate) datetime: &'static str,
    /// What a checked box is.
    pub(crate) checked: &'static str,
    /// What an unchecked box is.
    pub(crate) unchecked: &'static str,
    /// Whether the value 0.12 of a share is written `12%` instead of `0.12`.
    pub(crate) percent_signs: bool,
    /// How the items of a list become a cell: `; ` between them, [`commas`] or a way of one's own.
    pub(crate) list: fn(&[String]) -> String,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            date: "%Y-%m-%d",
            datetime: "%Y-%m-%dT%H:%M:%SZ",
            checked: "true",
            unchecked: "false",
            percent_signs: false,
            list: semicolons,
        }
    }
}

/// Items parted by `; `; a semicolon or backslash inside an item has a backslash in front.
fn semicolons(items: &[String]) -> String {
    let escaped = items.iter().map(|item| item.replace('\\', "\\\\").replace(';', "\\;"));
    escaped.collect::<Vec<_>>().join("; ")
}

/// Items parted by `, `; an item with a comma, a quote or spaces around it stands in double quotes, its own quotes doubled.
pub(crate) fn commas(items: &[String]) -> String {
    let quoted = items.iter().map(|item| {
        if item.contains([',', '"', '\n', '\r']) || item.trim() != item {
            format!("\"{}\"", item.replace('"', "\"\""))
        } else {
            item.clone()
        }
    });
    quoted.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_can_be_taken_apart_again() {
        let items = ["a", "b; c", "d, \"e\"", "f\\"].map(str::to_owned);

        assert_eq!(semicolons(&items), r#"a; b\; c; d, "e"; f\\"#);
        assert_eq!(commas(&items), r#"a, b; c, "d, ""e""", f\"#);
    }
}
