use super::*;

fn load(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::from_variables(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

#[track_caller]
fn mistakes(variables: &[(&str, &str)]) -> String {
    load(variables).expect_err("the configuration should be refused").to_string()
}

#[test]
fn defaults_hold_when_nothing_is_set() {
    insta::assert_debug_snapshot!(load(&[]).expect("the defaults are valid"));
}

#[test]
fn every_variable_can_be_set() {
    let config = load(&[
        ("BIND", "::"),
        ("PORT", "80"),
        ("METRICS_BIND", "0.0.0.0"),
        ("METRICS_PORT", "off"),
        ("PUBLIC_URL", "https://chats.example.com/"),
        ("DATA_DIR", "/data"),
        ("DATABASE_URL", "postgres://me:hunter2@db/chats"),
        ("REDIS_URL", "redis://:hunter2@cache"),
        ("SECRET_KEY", "hunter2-hunter2-hunter2-hunter2-hunter2"),
        ("CORS_ORIGINS", "https://a.example, http://localhost:3000"),
        ("RATE_LIMIT_PER_MINUTE", "0"),
        ("TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        ("REQUEST_TIMEOUT_SECONDS", "5"),
        ("SHUTDOWN_TIMEOUT_SECONDS", "0"),
        ("WORKERS", "4"),
        ("LOG", "warn,api=debug"),
        ("LOG_FORMAT", "text"),
    ]);
    insta::assert_debug_snapshot!(config.expect("every value is valid"));
}

#[test]
fn what_is_empty_is_not_set() {
    assert_eq!(load(&[("PORT", " "), ("REDIS_URL", "")]).map(|config| config.port).ok(), Some(8080));
}

#[test]
fn every_mistake_is_told_at_once_and_secrets_are_not_repeated() {
    let all = mistakes(&[
        ("BIND", "localhost"),
        ("PORT", "70000"),
        ("METRICS_BIND", "x"),
        ("METRICS_PORT", "-1"),
        ("PUBLIC_URL", "https://example.com/chats"),
        ("DATABASE_URL", "mysql://me:hunter2@db"),
        ("REDIS_URL", "redis://"),
        ("SECRET_KEY", "hunter2"),
        ("CLIENT_DIR", "/nowhere"),
        ("CORS_ORIGINS", "https://a.example, *"),
        ("RATE_LIMIT_PER_MINUTE", "many"),
        ("TRUSTED_PROXIES", "10.0.0.0/99"),
        ("REQUEST_TIMEOUT_SECONDS", "0"),
        ("SHUTDOWN_TIMEOUT_SECONDS", "3601"),
        ("WORKERS", "513"),
        ("LOG", "a=b=c"),
        ("LOG_FORMAT", "JSON"),
        ("CONFIG_FILE", "/nowhere.env"),
    ]);
    assert!(!all.contains("hunter2"), "{all}");
    insta::assert_snapshot!(all);
}

#[test]
fn a_file_fills_in_what_the_environment_leaves_open() {
    let path = std::env::temp_dir().join(format!("csmb-config-{}.env", std::process::id()));
    std::fs::write(&path, "# ports\nPORT = 81\nWORKERS=\"3\"\n\nLOG=warn\n").expect("a file");
    let path = path.to_str().expect("UTF-8");

    let config = load(&[("CONFIG_FILE", path), ("PORT", "82")]).expect("valid");
    assert_eq!((config.port, config.workers, config.log.as_str()), (82, Some(3), "warn"));

    std::fs::write(path, "PROT=81\njust text\nPORT=x").expect("a file");
    let all = mistakes(&[("CONFIG_FILE", path)]).replace(path, "[file]");
    std::fs::remove_file(path).expect("gone");
    insta::assert_snapshot!(all, @"
    The configuration is not valid:
    - Line 1 of `[file]` sets `PROT`, which does not exist.
    - Line 2 of `[file]` is not `NAME=value`.
    - `PORT` is `x`; it must be a port from 0 to 65535.
    ");
}

/// The table of the README, as the code knows it.
fn table() -> String {
    let row = |variable: &Variable| {
        let default =
            if variable.default.is_empty() { String::new() } else { format!("`{}`", variable.default) };
        format!("| `{}` | {default} | {} | {} |\n", variable.name, variable.allowed, variable.about)
    };
    let rows: String = VARIABLES.iter().map(row).collect();
    format!("| variable | default | must be | what it does |\n| --- | --- | --- | --- |\n{rows}")
}

#[test]
fn the_readme_lists_every_variable() {
    let readme = include_str!("../../../README.md");
    assert!(readme.contains(&table()), "README.md should hold:\n\n{}", table());
}
