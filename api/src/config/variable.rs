//! Every variable of the configuration, once: its name, its default, what is allowed.

/// A variable of the environment.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What holds when it is absent or empty; empty where nothing does.
    pub default: &'static str,
    /// Which values it takes, completing "must be …".
    pub allowed: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Whether its value must never be shown.
    pub secret: bool,
}

macro_rules! variables {
    ($($name:ident $default:literal, $allowed:literal, $about:literal $(, $secret:ident)?;)+) => {
        $(pub(super) const $name: Variable = Variable {
            name: stringify!($name),
            default: $default,
            allowed: $allowed,
            about: $about,
            secret: variables!(@secret $($secret)?),
        };)+

        /// All of them, in the order of the README's table.
        pub const VARIABLES: &[Variable] = &[$($name),+];
    };
    (@secret secret) => { true };
    (@secret) => { false };
}

variables! {
    BIND "127.0.0.1", "an IP address such as `127.0.0.1` or `0.0.0.0`", "Address the server listens on.";
    PORT "8080", "a port from 0 to 65535", "Port of the API and the client; 0 picks a free one.";
    METRICS_BIND "127.0.0.1", "an IP address such as `127.0.0.1` or `0.0.0.0`", "Address that Prometheus metrics are served on.";
    METRICS_PORT "9090", "a port from 0 to 65535, or `off`", "Port of the metrics, at `/metrics`.";
    PUBLIC_URL "", "a URL such as `https://chats.example.com`, without a path", "Where people reach the server; with `https` browsers are told never to come without it.";
    DATA_DIR "./data", "a folder", "Where the server keeps its files; it keeps none yet.";
    DATABASE_URL "", "a URL that starts with `sqlite:`, `postgres://` or `postgresql://`", "The database; without it, a SQLite file in `DATA_DIR`. Checked at start; nothing is stored yet.", secret;
    REDIS_URL "", "a URL that starts with `redis://` or `rediss://`", "Redis, for several servers side by side; without it, everything stays in the process. Checked at start; nothing is shared yet.", secret;
    SECRET_KEY "", "a text of at least 32 bytes", "Key that secrets are encrypted and signed with. Checked at start; there are no secrets yet.", secret;
    CLIENT_DIR "", "a folder that holds `index.html`", "Serves the client from this folder instead of the one inside the binary.";
    CORS_ORIGINS "", "origins such as `https://a.example`, parted by commas", "Other sites whose pages may call the API; none by default.";
    RATE_LIMIT_PER_MINUTE "300", "a whole number; 0 switches the limit off", "Requests a minute that one address may send to the API.";
    TRUSTED_PROXIES "", "IP addresses or networks such as `10.0.0.0/8`, parted by commas", "Proxies whose `X-Forwarded-For` is believed.";
    REQUEST_TIMEOUT_SECONDS "30", "a whole number from 1 to 3600", "Seconds that a body may take to arrive, and again that its answer may take.";
    SHUTDOWN_TIMEOUT_SECONDS "30", "a whole number from 0 to 3600", "Seconds that running requests get to finish when the server is stopped.";
    WORKERS "0", "a whole number up to 512", "Threads that take requests; 0 means one a processor.";
    LOG "info", "levels such as `info` or `warn,api=debug`", "Which lines are logged.";
    LOG_FORMAT "json", "`json` or `text`", "How lines are logged.";
    CONFIG_FILE "", "a readable file of `NAME=value` lines", "File with any of these variables; the environment wins over it.";
}
