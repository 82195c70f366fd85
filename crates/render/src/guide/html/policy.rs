//! What the page may do: its own style, its own script, nothing else.

/// The page's content security policy: the hashes of its one style and its one script.
pub(super) const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
     style-src 'sha256-qepg+TvnLKaUgFdDk1k2KaYAKnjDtHWlWbnLCPAfPuE='; script-src 'sha256-7zcV3QtsAwWBa2CwoiTteJv+3tIhIJp9kUcgMyVmvvU='";

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::super::{SCRIPT, STYLE};
    use super::POLICY;

    #[test]
    fn the_policy_holds_the_hashes_of_style_and_script() {
        for (directive, text) in [("style-src", STYLE), ("script-src", SCRIPT)] {
            let wanted = format!("{directive} 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
            assert!(POLICY.contains(&wanted), "{wanted}");
        }
    }
}
