//! The configuration: read once at start from the environment and an optional file, typed, checked in clear words.

mod network;
mod reader;
mod variable;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use actix_web::http::Uri;
use secrecy::{ExposeSecret, SecretString};

pub use network::Network;
pub use reader::ConfigError;
use reader::Reader;
pub use variable::{VARIABLES, Variable};

/// Everything that can be configured; [`VARIABLES`] names each variable, its default and what is allowed.
pub struct Config {
    /// `BIND`
    pub bind: IpAddr,
    /// `PORT`
    pub port: u16,
    /// `METRICS_BIND`
    pub metrics_bind: IpAddr,
    /// `METRICS_PORT`; `None` when off.
    pub metrics_port: Option<u16>,
    /// `PUBLIC_URL`, without a slash at its end.
    pub public_url: Option<String>,
    /// `DATA_DIR`
    pub data_dir: PathBuf,
    /// `DATABASE_URL`; may hold a password.
    pub database_url: SecretString,
    /// `REDIS_URL`; may hold a password.
    pub redis_url: Option<SecretString>,
    /// `SECRET_KEY`
    pub secret_key: Option<SecretString>,
    /// `CLIENT_DIR`
    pub client_dir: Option<PathBuf>,
    /// `CORS_ORIGINS`
    pub cors_origins: Vec<String>,
    /// `RATE_LIMIT_PER_MINUTE`; 0 means no limit.
    pub rate_limit_per_minute: u32,
    /// `TRUSTED_PROXIES`
    pub trusted_proxies: Vec<Network>,
    /// `REQUEST_TIMEOUT_SECONDS`
    pub request_timeout: Duration,
    /// `SHUTDOWN_TIMEOUT_SECONDS`
    pub shutdown_timeout: Duration,
    /// `WORKERS`; `None` means one a processor.
    pub workers: Option<usize>,
    /// `LOG`
    pub log: String,
    /// `LOG_FORMAT`
    pub log_format: LogFormat,
}

/// How lines are logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// A JSON object a line, for machines.
    #[default]
    Json,
    /// For people.
    Text,
}

impl Config {
    /// Reads the environment, and the file it names.
    ///
    /// # Errors
    /// Every mistake at once.
    pub fn from_env() -> Result<Self, ConfigError> {
        // A variable that is not Unicode cannot be one of ours.
        let variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self::from_variables(variables)
    }

    /// Reads `variables`, and the file they name.
    ///
    /// # Errors
    /// Every mistake at once.
    pub fn from_variables(
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut reader = Reader::new(variables);
        let data_dir = reader.required(&variable::DATA_DIR, |path| Some(PathBuf::from(path)));
        let sqlite_file = || format!("sqlite:{}", data_dir.join("csmb.sqlite").display()).into();
        let config = Self {
            bind: reader.required(&variable::BIND, address).0,
            port: reader.required(&variable::PORT, |port| port.parse().ok()),
            metrics_bind: reader.required(&variable::METRICS_BIND, address).0,
            metrics_port: reader.required(&variable::METRICS_PORT, port_or_off),
            public_url: reader.optional(&variable::PUBLIC_URL, origin),
            database_url: reader.optional(&variable::DATABASE_URL, database).unwrap_or_else(sqlite_file),
            redis_url: reader.optional(&variable::REDIS_URL, redis),
            secret_key: reader.optional(&variable::SECRET_KEY, key),
            client_dir: reader.optional(&variable::CLIENT_DIR, client_dir),
            cors_origins: reader
                .optional(&variable::CORS_ORIGINS, |text| list(text, origin))
                .unwrap_or_default(),
            rate_limit_per_minute: reader.required(&variable::RATE_LIMIT_PER_MINUTE, |n| n.parse().ok()),
            trusted_proxies: reader
                .optional(&variable::TRUSTED_PROXIES, |text| list(text, Network::parse))
                .unwrap_or_default(),
            request_timeout: reader.required(&variable::REQUEST_TIMEOUT_SECONDS, |text| seconds(text, 1)),
            shutdown_timeout: reader.required(&variable::SHUTDOWN_TIMEOUT_SECONDS, |text| seconds(text, 0)),
            workers: reader.required(&variable::WORKERS, workers),
            log: reader.required(&variable::LOG, levels),
            log_format: reader.required(&variable::LOG_FORMAT, log_format),
            data_dir,
        };
        reader.finish(config)
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("bind", &self.bind)
            .field("port", &self.port)
            .field("metrics_bind", &self.metrics_bind)
            .field("metrics_port", &self.metrics_port)
            .field("public_url", &self.public_url)
            .field("data_dir", &self.data_dir)
            .field("database_url", &scheme(&self.database_url))
            .field("redis_url", &self.redis_url.as_ref().map(scheme))
            .field("secret_key", &self.secret_key.as_ref().map(|_| "[secret]"))
            .field("client_dir", &self.client_dir)
            .field("cors_origins", &self.cors_origins)
            .field("rate_limit_per_minute", &self.rate_limit_per_minute)
            .field("trusted_proxies", &self.trusted_proxies)
            .field("request_timeout", &self.request_timeout)
            .field("shutdown_timeout", &self.shutdown_timeout)
            .field("workers", &self.workers)
            .field("log", &self.log)
            .field("log_format", &self.log_format)
            .finish()
    }
}

/// What of a URL with a password may be shown.
fn scheme(url: &SecretString) -> String {
    let scheme = url.expose_secret().split(':').next().unwrap_or_default();
    format!("{scheme}:[secret]")
}

/// An address; what stands in for a mistaken one is never listened on.
struct Address(IpAddr);

impl Default for Address {
    fn default() -> Self {
        Self(Ipv4Addr::LOCALHOST.into())
    }
}

fn address(text: &str) -> Option<Address> {
    text.parse().ok().map(Address)
}

fn port_or_off(text: &str) -> Option<Option<u16>> {
    if text == "off" { Some(None) } else { text.parse().ok().map(Some) }
}

/// `https://host:port` without a path; a slash at the end is forgiven.
fn origin(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let uri: Uri = text.parse().ok()?;
    let known = matches!(uri.scheme_str(), Some("http" | "https"));
    let bare = matches!(uri.path(), "" | "/") && uri.query().is_none();
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    (known && bare && plain && !text.ends_with('/')).then(|| text.to_owned())
}

fn database(text: &str) -> Option<SecretString> {
    let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| rest_of(text, scheme));
    known.then(|| text.into())
}

fn redis(text: &str) -> Option<SecretString> {
    let known = ["redis://", "rediss://"].iter().any(|scheme| rest_of(text, scheme));
    known.then(|| text.into())
}

/// Whether something follows `scheme`.
fn rest_of(text: &str, scheme: &str) -> bool {
    text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty())
}

fn key(text: &str) -> Option<SecretString> {
    (text.len() >= 32).then(|| text.into())
}

fn client_dir(text: &str) -> Option<PathBuf> {
    let path = PathBuf::from(text);
    path.join("index.html").is_file().then_some(path)
}

fn list<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(parse).collect()
}

fn seconds(text: &str, least: u64) -> Option<Duration> {
    text.parse().ok().filter(|seconds| (least..=3600).contains(seconds)).map(Duration::from_secs)
}

fn workers(text: &str) -> Option<Option<usize>> {
    let workers: usize = text.parse().ok().filter(|workers| *workers <= 512)?;
    Some((workers > 0).then_some(workers))
}

fn levels(text: &str) -> Option<String> {
    tracing_subscriber::EnvFilter::try_new(text).ok().map(|_| text.to_owned())
}

fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "json" => Some(LogFormat::Json),
        "text" => Some(LogFormat::Text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
