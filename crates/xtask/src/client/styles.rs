//! One stylesheet instead of many.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::page::{self, Tag};
use super::{read, write};

/// The one stylesheet.
pub(super) const STYLESHEET: &str = "styles.css";

/// Puts every stylesheet that the page links into one, in their order, and links that instead.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn join(folder: &Path) -> Result<()> {
    let html = read(folder, page::PAGE)?;
    let names: Vec<String> = sheets(&html).map(|tag| name(tag).to_owned()).collect();
    let mut joined = String::new();
    for name in &names {
        joined.push_str(&minified(&read(folder, name)?));
        fs::remove_file(folder.join(name))?;
    }
    write(folder, STYLESHEET, joined)?;
    write(folder, page::PAGE, linked(&html))
}

fn sheets(html: &str) -> impl Iterator<Item = Tag<'_>> {
    page::tags(html, "link").filter(|tag| tag.attribute("rel") == Some("stylesheet"))
}

fn name(tag: Tag<'_>) -> &str {
    tag.attribute("href").unwrap_or_default().trim_start_matches('/')
}

/// The page with one link to [`STYLESHEET`] where its first stylesheet was.
fn linked(html: &str) -> String {
    let mut one = Some(format!("<link rel=\"stylesheet\" href=\"/{STYLESHEET}\">"));
    let mut linked = String::with_capacity(html.len());
    let mut from = 0;
    for tag in sheets(html) {
        linked.push_str(&html[from..tag.start]);
        linked.push_str(&one.take().unwrap_or_default());
        from = tag.end();
        if one.is_none() && linked.ends_with(char::is_whitespace) {
            // The line of a link that is gone.
            linked.truncate(linked.trim_end().len());
        }
    }
    linked.push_str(&html[from..]);
    linked
}

/// `css` without comments and without blanks that mean nothing. Strings are left as they are.
fn minified(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if first == '"' || first == '\'' {
            let length = string_length(rest, first);
            small.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            // Blanks part selectors and values, but not what stands beside these signs.
            let parts = |sign: char| !"{};,>".contains(sign);
            let is_needed = small.chars().next_back().is_some_and(|before| parts(before) && before != ':')
                && rest.chars().next().is_some_and(parts)
                && !rest.starts_with("/*");
            if is_needed {
                small.push(' ');
            }
        } else {
            if first == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    small
}

/// The length in bytes of the string that `rest` begins with.
fn string_length(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(minified(css), expected);
    }

    #[test]
    fn blanks_go_where_they_mean_nothing() {
        check("a {\n  color: red;\n}\n", "a{color:red}");
        check("a > b ,\nc  d { margin: 0  auto; }", "a>b,c d{margin:0 auto}");
        check("@media (width < 640px) { a { b: c } }", "@media (width < 640px){a{b:c}}");
        check("a { inline-size: calc(1px + 2px) }", "a{inline-size:calc(1px + 2px)}");
        check(".a :hover { b: c }", ".a :hover{b:c}");
    }

    #[test]
    fn comments_go_and_strings_stay() {
        check("/* why */ a { content: \"/* { } */  \\\" ;\"; } /* end", "a{content:\"/* { } */  \\\" ;\"}");
        check("a /* b */ c { d: e }", "a c{d:e}");
    }

    #[test]
    fn the_first_link_makes_place_for_the_one() {
        let html = "<head>\n  <link rel=\"stylesheet\" href=\"/a.css\"/>\n  <link rel=\"icon\" href=\"/i.svg\">\n  \
                    <link rel=\"stylesheet\" href=\"/b.css\"/>\n</head>";
        assert_eq!(
            linked(html),
            "<head>\n  <link rel=\"stylesheet\" href=\"/styles.css\">\n  <link rel=\"icon\" href=\"/i.svg\">\n</head>"
        );
    }
}
