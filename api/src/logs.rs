//! Lines for those who run the server.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::config::{Config, LogFormat};

/// Starts logging to standard output as `config` says; harmless when done twice.
pub fn install(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_default();
    let lines = fmt().with_env_filter(filter).with_target(true);
    // An error means that somebody installed theirs first, which then stays.
    let _ = match config.log_format {
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).try_init(),
        LogFormat::Text => lines.try_init(),
    };
    log_panics();
}

/// Says where code panicked, and not with what: the message may hold what a person sent.
fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(panic.place = place, "The code panicked at `{place}`");
    }));
}
