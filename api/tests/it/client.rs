//! The built client, served from a folder.

use std::fs;
use std::path::{Path, PathBuf};

use reqwest::StatusCode;
use shared::api::problem::ProblemCode;

use crate::harness::{TestServer, folder};

const PAGE: &str = "<!doctype html><script type=\"module\">start()</script><title>Chats</title>";
const HASH_OF_START: &str = "'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='";

fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, content).expect("a file");
}

fn built(name: &str) -> PathBuf {
    let root = folder(name);
    write(&root, "secret.txt", "out of reach");
    write(&root, "dist/index.html", PAGE);
    write(&root, "dist/index.html.br", "page, compressed");
    write(&root, "dist/sw.js", "// worker");
    write(&root, "dist/app-0123456789abcdef_bg.wasm", "wasm");
    write(&root, "dist/app-0123456789abcdef_bg.wasm.gz", "wasm, zipped");
    write(&root, "dist/snippets/kit-89abcdef/inline.js", "// snippet");
    write(&root, "dist/.stage", "hidden");
    std::os::unix::fs::symlink(root.join("secret.txt"), root.join("dist/link.txt")).expect("a link");
    root.join("dist")
}

fn serve(name: &str) -> TestServer {
    TestServer::with(&[("CLIENT_DIR", built(name).to_str().expect("UTF-8"))])
}

#[actix_web::test]
async fn the_page_comes_for_every_address_of_the_client_with_the_hash_of_its_script() {
    let server = serve("page");

    for path in ["/", "/wizard/review", "/index.html", "/a/b?platform=notion"] {
        let answer = server.get(path).await;

        assert_eq!((answer.status, answer.text()), (StatusCode::OK, PAGE), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {HASH_OF_START};")),
            "{policy}"
        );
    }
}

#[actix_web::test]
async fn files_named_by_their_content_are_kept_for_ever_and_others_asked_for_again() {
    let server = serve("caching");

    let wasm = server.get("/app-0123456789abcdef_bg.wasm").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");

    let worker = server.get("/sw.js").await;
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert!(worker.header("content-security-policy").contains("connect-src 'self'"));
    let again = server.get_with("/sw.js", &[("If-None-Match", worker.header("etag"))]).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));

    assert_eq!(server.get("/snippets/kit-89abcdef/inline.js").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn files_compressed_beforehand_are_sent_to_whom_takes_them() {
    let server = serve("compressed");

    let page = server.get_with("/", &[("Accept-Encoding", "gzip, br")]).await;
    assert_eq!((page.header("content-encoding"), page.text()), ("br", "page, compressed"));
    assert!(page.header("content-security-policy").contains(HASH_OF_START), "hashed from the plain page");
    assert!(page.header("vary").contains("accept-encoding"));

    let wasm = server.get_with("/app-0123456789abcdef_bg.wasm", &[("Accept-Encoding", "gzip, br")]).await;
    assert_eq!((wasm.header("content-encoding"), wasm.text()), ("gzip", "wasm, zipped"));
    assert_ne!(page.header("etag"), server.get("/").await.header("etag"), "other bytes, another tag");
}

#[actix_web::test]
async fn nothing_outside_the_folder_and_nothing_hidden_is_served() {
    let server = serve("traversal");

    for path in [
        "/link.txt",
        "/.stage",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/a//sw.js",
        "/missing.js",
        "/a\\b.js",
    ] {
        assert_eq!(server.get(path).await.problem().code, ProblemCode::NotFound, "{path}");
    }
    let raw = raw_get(&server, "/../secret.txt").await;
    assert!(!raw.contains("out of reach"), "{raw}");
}

/// As no well-behaved client would ask.
async fn raw_get(server: &TestServer, path: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(server.address).await.expect("a connection");
    let request = format!("GET {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer
}

#[cfg(not(feature = "embedded-client"))]
#[actix_web::test]
async fn without_a_client_the_page_says_how_to_build_one() {
    let server = TestServer::start();

    let answer = server.get("/").await;

    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert!(answer.text().contains("cargo xtask run"));
    assert_eq!(server.get("/app.js").await.problem().code, ProblemCode::NotFound);
}
