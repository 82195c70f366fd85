//! What keys of well-known services begin with, from the services' own documents and the lists of secret scanners.

/// How the keys of a service look.
pub(super) struct Prefix {
    /// What they begin with.
    pub(super) text: &'static str,
    /// The fewest characters after that.
    pub(super) rest_min: usize,
}

const fn prefix(text: &'static str, rest_min: usize) -> Prefix {
    Prefix { text, rest_min }
}

/// Every known one. Where one begins like another, the longer stands first.
pub(super) const PREFIXES: [Prefix; 44] = [
    prefix("sk-ant-", 24),
    prefix("sk-proj-", 24),
    prefix("sk-or-", 24),
    prefix("sk-", 20),
    prefix("sk_live_", 16),
    prefix("sk_test_", 16),
    prefix("rk_live_", 16),
    prefix("rk_test_", 16),
    prefix("whsec_", 24),
    prefix("github_pat_", 30),
    prefix("ghp_", 30),
    prefix("gho_", 30),
    prefix("ghu_", 30),
    prefix("ghs_", 30),
    prefix("ghr_", 30),
    prefix("glpat-", 20),
    prefix("AKIA", 16),
    prefix("ASIA", 16),
    prefix("xoxb-", 20),
    prefix("xoxp-", 20),
    prefix("xoxa-", 20),
    prefix("xoxr-", 20),
    prefix("xoxs-", 20),
    prefix("xapp-", 20),
    prefix("AIza", 35),
    prefix("ya29.", 30),
    prefix("npm_", 30),
    prefix("pypi-", 40),
    prefix("hf_", 30),
    prefix("gsk_", 40),
    prefix("xai-", 40),
    prefix("pplx-", 40),
    prefix("SG.", 40),
    prefix("dop_v1_", 40),
    prefix("shpat_", 30),
    prefix("secret_", 40),
    prefix("ntn_", 40),
    prefix("lin_api_", 36),
    prefix("figd_", 36),
    prefix("dckr_pat_", 24),
    prefix("patA", 30),
    prefix("ATATT3", 40),
    prefix("EAAC", 60),
    prefix("AGE-SECRET-KEY-1", 50),
];
