//! A server for a test, a caller with a method a way of asking, and answers that are easy to look at.

use std::net::SocketAddr;
use std::path::PathBuf;

use api::config::Config;
use api::server::{self, Listening};
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::api::problem::ProblemDetails;
use tokio::sync::oneshot;

/// A running server; it stops with the test's runtime at the latest.
pub(crate) struct TestServer {
    pub(crate) address: SocketAddr,
    pub(crate) metrics_address: Option<SocketAddr>,
    client: reqwest::Client,
    stop: oneshot::Sender<()>,
    running: actix_web::rt::task::JoinHandle<std::io::Result<()>>,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl TestServer {
    /// With defaults that suit a test.
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// With these variables on top.
    pub(crate) fn with(variables: &[(&str, &str)]) -> Self {
        let defaults =
            [("PORT", "0"), ("METRICS_PORT", "off"), ("RATE_LIMIT_PER_MINUTE", "0"), ("WORKERS", "1")];
        let all =
            defaults.iter().chain(variables).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let config = Config::from_variables(all).expect("a valid configuration");
        let (stop, stopped) = oneshot::channel();
        let stopped = async move { stopped.await.unwrap_or_default() };
        let listening: Listening = server::listen(config, stopped).expect("a free port");
        Self {
            address: listening.address,
            metrics_address: listening.metrics_address,
            client: reqwest::Client::new(),
            stop,
            running: actix_web::rt::spawn(listening.run()),
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::GET, path);
        send(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_text(path, "application/json", body.to_string()).await
    }

    pub(crate) async fn post_text(
        &self,
        path: &str,
        media_type: &str,
        body: impl Into<reqwest::Body>,
    ) -> Answer {
        send(self.request(Method::POST, path).header(CONTENT_TYPE, media_type).body(body)).await
    }

    /// Stops as on SIGTERM and waits for the end.
    pub(crate) async fn stop(self) {
        self.stop.send(()).expect("a running server");
        self.running.await.expect("no panic").expect("a clean end");
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let answer = request.send().await.expect("an answer");
    Answer {
        status: answer.status(),
        headers: answer.headers().clone(),
        bytes: answer.bytes().await.expect("a body").to_vec(),
    }
}

impl Answer {
    /// The value of a header, empty when it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("a readable header")).unwrap_or_default()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("UTF-8")
    }

    #[track_caller]
    pub(crate) fn good<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/json");
        serde_json::from_slice(&self.bytes).expect("an answer of its type")
    }

    /// The problem, after checking what holds for each.
    #[track_caller]
    pub(crate) fn problem(&self) -> ProblemDetails {
        assert_eq!(self.header("content-type"), "application/problem+json", "{:?}", self.bytes);
        let problem: ProblemDetails = serde_json::from_slice(&self.bytes).expect("a problem");
        assert_eq!(problem.status, self.status.as_u16());
        assert_eq!(problem.code.status(), problem.status);
        assert_eq!(problem.title, problem.code.title());
        assert_eq!(problem.kind, format!("/api/docs/problems#{}", problem.code.as_str()));
        assert_eq!(problem.request_id, self.header("x-request-id"));
        assert_eq!(self.header("content-language"), "en");
        problem
    }

    /// Code and places of the problem in a line.
    #[track_caller]
    pub(crate) fn refusal(&self) -> String {
        let problem = self.problem();
        let places = problem.errors.iter().map(|error| format!(" {} ({})", error.pointer, error.code));
        format!("{} {}{}", problem.status, problem.code.as_str(), places.collect::<String>())
    }
}

/// The example request of an operation, from the document.
pub(crate) fn example(operation_id: &str) -> Value {
    let document = api::openapi::document();
    let operations = operations(&document);
    let operation = operations.iter().find(|operation| operation.id == operation_id).expect("an operation");
    operation.example().expect("an example").clone()
}

/// An operation of the document.
pub(crate) struct Operation<'a> {
    pub(crate) path: &'a str,
    pub(crate) method: Method,
    pub(crate) id: &'a str,
    pub(crate) object: &'a Value,
}

impl Operation<'_> {
    /// Its example request, if it takes a body.
    pub(crate) fn example(&self) -> Option<&Value> {
        self.object.pointer("/requestBody/content/application~1json/example")
    }

    /// Its path with example values for its parameters.
    pub(crate) fn example_path(&self) -> String {
        self.path.replace("{platform}", "notion")
    }
}

pub(crate) fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().expect("paths");
    let each = paths.iter().flat_map(|(path, item)| {
        item.as_object().expect("operations").iter().map(move |(method, object)| Operation {
            path,
            method: method.to_uppercase().parse().expect("a method"),
            id: object["operationId"].as_str().expect("an id"),
            object,
        })
    });
    each.collect()
}

/// A new folder for a test's files.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What a run before left behind.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
