//! The page that everything starts from: `index.html`, read and rewritten as text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// Its file.
pub(super) const PAGE: &str = "index.html";

/// A tag such as `<link rel="icon" href="/icon.svg">`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// Where it starts in the page.
    pub start: usize,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// Where the page goes on.
    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// The value of an attribute, between double or single quotes.
    pub(super) fn attribute(self, name: &str) -> Option<&'a str> {
        self.text.match_indices(name).find_map(|(at, _)| {
            let is_name = self.text[..at].ends_with(char::is_whitespace);
            let value = self.text[at + name.len()..].strip_prefix('=').filter(|_| is_name)?;
            let quote = value.chars().next().filter(|quote| "\"'".contains(*quote))?;
            value[1..].split(quote).next()
        })
    }
}

/// The tags of the elements that are called `name`, in their order.
pub(super) fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = Tag<'a>> {
    let open = format!("<{name}");
    let starts: Vec<usize> = html.match_indices(&open).map(|(start, _)| start).collect();
    starts.into_iter().filter_map(move |start| {
        let after = &html[start + open.len()..];
        let is_element = after.starts_with(|sign: char| sign.is_whitespace() || sign == '>');
        let length = open.len() + after.find('>')? + 1;
        is_element.then(|| Tag { start, text: &html[start..start + length] })
    })
}

/// The files on our own server that scripts and links of the page name, without the leading slash.
pub(super) fn named(html: &str) -> Vec<&str> {
    let of = |element: &str, attribute: &str| -> Vec<&str> {
        tags(html, element).filter_map(|tag| tag.attribute(attribute)?.strip_prefix('/')).collect()
    };
    [of("link", "href"), of("script", "src"), of("img", "src"), of("source", "srcset")].concat()
}

/// The page with `old`, a file on our own server, called `new` wherever it stands in quotes.
pub(super) fn renamed(html: &str, old: &str, new: &str) -> String {
    ["\"", "'"].iter().fold(html.to_owned(), |html, quote| {
        html.replace(&format!("{quote}/{old}{quote}"), &format!("{quote}/{new}{quote}"))
    })
}

/// The page with a hint that the module script `name`, which another imports, will be needed.
pub(super) fn preloading(html: &str, name: &str) -> String {
    let hint = format!("<link rel=\"modulepreload\" href=\"/{name}\" crossorigin=\"anonymous\">");
    html.replacen("</head>", &format!("{hint}</head>"), 1)
}

/// The page with what `integrity` says of each stylesheet, script and module that a tag of it loads.
pub(super) fn sealed(html: &str, integrity: impl Fn(&str) -> Option<String>) -> String {
    let links = tags(html, "link")
        .filter(|tag| matches!(tag.attribute("rel"), Some("stylesheet" | "modulepreload")))
        .map(|tag| (tag, "href"));
    let scripts = tags(html, "script").map(|tag| (tag, "src"));
    let mut loading: Vec<_> = links.chain(scripts).collect();
    loading.sort_by_key(|(tag, _)| tag.start);
    let mut sealed = String::with_capacity(html.len());
    let mut from = 0;
    for (tag, attribute) in loading {
        let name = tag.attribute(attribute).and_then(|address| address.strip_prefix('/'));
        let known = name.filter(|_| tag.attribute("integrity").is_none()).and_then(&integrity);
        if let Some(integrity) = known {
            let end = tag.end() - if tag.text.ends_with("/>") { 2 } else { 1 };
            sealed.push_str(html[from..end].trim_end());
            sealed.push_str(&format!(" integrity=\"{integrity}\""));
            from = end;
        }
    }
    sealed.push_str(&html[from..]);
    sealed
}

/// What a browser compares a file with before it uses it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><link rel=\"modulepreload\" href=\"/app.js\" crossorigin>\
                        <link rel='icon' href='/icon.svg'/><links href=\"/no\">\
                        <script src=\"/boot.js\"></script>\
                        <script type=\"module\">import init from '/app.js';</script></head>";

    #[test]
    fn files_that_tags_name_are_found() {
        assert_eq!(named(HTML), ["app.js", "icon.svg", "boot.js"]);
    }

    #[test]
    fn a_file_is_renamed_wherever_it_stands() {
        let html = renamed(HTML, "app.js", "app-12.js");
        assert_eq!(html.matches("/app-12.js").count(), 2);
        assert!(!html.contains("/app.js"));
    }

    #[test]
    fn tags_are_sealed_with_what_they_load() {
        let html = sealed(HTML, |name| (name == "boot.js" || name == "app.js").then(|| format!("of {name}")));
        assert!(
            html.contains(
                "<link rel=\"modulepreload\" href=\"/app.js\" crossorigin integrity=\"of app.js\">"
            )
        );
        assert!(html.contains("<script src=\"/boot.js\" integrity=\"of boot.js\"></script>"));
        assert!(html.contains("<script type=\"module\">import"));
    }
}
