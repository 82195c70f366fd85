//! The content security policy of the client's page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of `page`: its own inline scripts and styles by hash, everything else from this server only.
pub(super) fn policy(page: &str) -> String {
    let scripts = hashes(page, "script");
    let styles = hashes(page, "style");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// ` 'sha256-…'` for each inline element of this name.
fn hashes(page: &str, element: &str) -> String {
    let inline = |text: &str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    contents(page, element).into_iter().map(inline).collect()
}

/// What stands inside each inline element of this name, byte by byte as a browser hashes it.
fn contents<'a>(page: &'a str, element: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let (open, close) = (format!("<{element}"), format!("</{element}"));
    let mut rest = page;
    while let Some((_, tail)) = rest.split_once(open.as_str()) {
        let Some((attributes, tail)) = tail.split_once('>') else { break };
        let Some((content, tail)) = tail.split_once(close.as_str()) else { break };
        let is_element = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        let is_inline = !attributes.split_whitespace().any(|attribute| attribute.starts_with("src="));
        if is_element && is_inline && !content.is_empty() {
            found.push(content);
        }
        rest = tail;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_elements_are_found_byte_by_byte() {
        let page = "<script type=\"module\">\nstart() </script><script src=\"/a.js\"></script>\
                    <scripture>no</scripture><script>2</script><style>b{}</style><script>never closed";
        assert_eq!(contents(page, "script"), ["\nstart() ", "2"]);
        assert_eq!(contents(page, "style"), ["b{}"]);
    }

    #[test]
    fn the_policy_names_hashes_and_nothing_looser() {
        insta::assert_snapshot!(policy("<script>alert(1)</script>"), @"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }
}
