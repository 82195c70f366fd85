//! The program itself: its commands, its logs, and how it stops.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use serde_json::Value;

use crate::harness::example;

const SECRET: &str = "a-secret-key-of-more-than-32-bytes";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_csmb-server"));
    command.args(arguments).env_clear().env("LLVM_PROFILE_FILE", profile());
    command
}

/// Lets coverage runs see what the program did.
fn profile() -> String {
    std::env::var("LLVM_PROFILE_FILE").unwrap_or_else(|_| "/dev/null".to_owned())
}

fn output(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    command(arguments).envs(variables.iter().copied()).output().expect("the program runs")
}

#[test]
fn openapi_prints_the_document() {
    let output = output(&["openapi"], &[]);

    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), api::openapi::text());
}

#[test]
fn check_config_shows_the_configuration_without_secrets() {
    let output = output(
        &["check-config"],
        &[("SECRET_KEY", SECRET), ("DATABASE_URL", "postgres://me:hunter2@db/chats")],
    );

    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("postgres:[secret]"), "{shown}");
    assert!(!shown.contains("hunter2") && !shown.contains(SECRET), "{shown}");
}

#[test]
fn every_mistake_of_a_configuration_is_told_at_once() {
    let output = output(&["serve"], &[("PORT", "http"), ("SECRET_KEY", "hunter2"), ("LOG_FORMAT", "xml")]);

    assert!(!output.status.success());
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @"
    The configuration is not valid:
    - `PORT` is `http`; it must be a port from 0 to 65535.
    - `SECRET_KEY` has a value (not shown here); it must be a text of at least 32 bytes.
    - `LOG_FORMAT` is `xml`; it must be `json` or `text`.
    ");
}

#[test]
fn an_unknown_command_shows_the_known_ones() {
    let unknown = output(&["dance"], &[]);
    let help = output(&["--help"], &[]);

    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("There is no command `dance`."));
    assert!(help.status.success() && String::from_utf8_lossy(&help.stdout).contains("check-config"));
}

#[test]
fn a_taken_port_is_told_with_the_variable_that_changes_it() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();

    let output = output(&["serve"], &[("PORT", &port), ("METRICS_PORT", "off")]);

    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("See `BIND` and `PORT`"));
}

/// A running server and its log.
struct Running {
    child: Child,
    log: BufReader<ChildStdout>,
    lines: Vec<String>,
    address: String,
}

impl Running {
    fn start(variables: &[(&str, &str)]) -> Self {
        let mut command = command(&[]);
        command
            .envs([("PORT", "0"), ("METRICS_PORT", "off"), ("WORKERS", "1")])
            .envs(variables.iter().copied());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program runs");
        let log = BufReader::new(child.stdout.take().expect("a log"));
        let mut running = Self { child, log, lines: Vec::new(), address: String::new() };
        let line: Value = serde_json::from_str(&running.line_with("Serving on")).expect("a JSON line");
        running.address = line["address"].as_str().expect("an address").to_owned();
        running
    }

    /// Reads the log up to a line that contains `text`.
    fn line_with(&mut self, text: &str) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.log.read_line(&mut line).expect("a line"), 0, "the log ended before `{text}`");
            self.lines.push(line.clone());
            if line.contains(text) {
                return line;
            }
        }
    }

    fn signal(&self, name: &str) {
        let kill = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(kill.expect("kill runs").success());
    }

    /// Waits for the end; everything it ever logged.
    fn end(mut self) -> Vec<String> {
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).expect("the rest of the log");
        assert!(self.child.wait().expect("an end").success());
        self.lines.extend(rest.lines().map(str::to_owned));
        std::mem::take(&mut self.lines)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Only matters when a test failed half-way.
        let _ = self.child.kill();
    }
}

#[test]
fn a_request_that_runs_when_the_server_is_stopped_is_answered() {
    let mut server = Running::start(&[]);
    let body = example("create_design").to_string();
    let (first, rest) = body.split_at(10);
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    let length = body.len();
    let head = format!(
        "POST /api/v1/designs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{first}"
    );
    stream.write_all(head.as_bytes()).expect("sent");
    // An answer to a later request shows that the server has seen the earlier one.
    let mut other = TcpStream::connect(&server.address).expect("a connection");
    other.write_all(b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").expect("sent");
    server.line_with("/api/v1/health");

    server.signal("TERM");
    server.line_with("Stopping on SIGTERM");
    stream.write_all(rest.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");

    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    let log = server.end();
    assert!(log.last().is_some_and(|line| line.contains("Stopped")), "{log:?}");
}

#[test]
fn the_log_has_a_json_line_a_request_and_neither_bodies_nor_secrets() {
    let mut server = Running::start(&[("SECRET_KEY", SECRET), ("LOG", "debug")]);
    let body = r#"{"answers":"hunter2"}"#;
    let mut stream = TcpStream::connect(&server.address).expect("a connection");
    let length = body.len();
    let request = format!(
        "POST /api/v1/designs?token=hunter2 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer hunter2\r\nX-Request-Id: test-7\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).expect("sent");
    let line: Value = serde_json::from_str(&server.line_with("answered 422")).expect("a JSON line");
    server.signal("INT");
    let log = server.end();

    assert_eq!(line["http.method"], "POST");
    assert_eq!(line["http.route"], "/api/v1/designs");
    assert_eq!(line["http.status"], 422);
    assert_eq!(line["request.id"], "test-7");
    assert!(line["duration_ms"].is_u64());
    let ours = log.iter().filter(|line| line.contains("test-7") && line.contains("answered"));
    assert_eq!(ours.count(), 1);
    for line in &log {
        assert!(!line.contains("hunter2") && !line.contains(SECRET), "{line}");
        assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
    }
}
