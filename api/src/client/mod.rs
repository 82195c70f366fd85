//! Serves the built client: its files, compressed beforehand, and its page for every other address.

mod encoding;
mod files;
mod policy;

use std::path::PathBuf;

use actix_web::HttpResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH,
    VARY,
};
use actix_web::web::Bytes;

use crate::error::{ApiError, ApiResult};
use crate::routes::digest;
use files::Files;

/// For names that change with their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For everything else: ask each time, and get a short "not modified".
const ASK_AGAIN: &str = "no-cache";

const PAGE: &str = "index.html";

const NOT_BUILT: &str = "The API is running, but no client has been built.\n\n\
    Run `cargo xtask run` to build and serve it, or set CLIENT_DIR to a folder that holds a built one.\n\
    The API is documented at /api/docs.\n";

/// The built client.
pub(crate) struct Client {
    files: Files,
}

impl Client {
    /// The client in `folder`, or else the one inside this binary.
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        Self { files: folder.map_or(Files::Embedded, Files::Folder) }
    }

    /// The file at `path`, or the page: every address without an extension is one of the client's own.
    pub(crate) async fn answer(&self, path: &str, headers: &HeaderMap) -> ApiResult<HttpResponse> {
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() || !has_extension(name) { PAGE } else { name };
        for (encoding, suffix) in encoding::accepted(headers) {
            if let Some(bytes) = self.files.read(format!("{name}{suffix}")).await? {
                return self.file(name, encoding, bytes, headers).await;
            }
        }
        if name == PAGE {
            Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(NOT_BUILT))
        } else {
            Err(ApiError::NotFound)
        }
    }

    async fn file(
        &self,
        name: &str,
        encoding: &str,
        bytes: Bytes,
        headers: &HeaderMap,
    ) -> ApiResult<HttpResponse> {
        let tag = format!("\"{}\"", digest(&bytes));
        let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
        let is_known = known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag);
        let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer
            .insert_header((CACHE_CONTROL, if is_hashed(name) { FOR_EVER } else { ASK_AGAIN }))
            .insert_header((CONTENT_SECURITY_POLICY, self.policy(name).await?))
            .insert_header((ETAG, tag))
            .append_header((VARY, "accept-encoding"));
        if is_known {
            return Ok(answer.finish());
        }
        // Compressed when it was built, or not at all: doing so for each request costs more than it saves.
        answer.insert_header((CONTENT_ENCODING, if encoding.is_empty() { "identity" } else { encoding }));
        Ok(answer.insert_header((CONTENT_TYPE, files::media_type(name))).body(bytes))
    }

    /// Scripts of workers carry the policy of what they do, so every file has one; the page has its hashes, too.
    async fn policy(&self, name: &str) -> ApiResult<String> {
        let page = if name == PAGE {
            self.files.read(PAGE.to_owned()).await?.unwrap_or_default()
        } else {
            Bytes::new()
        };
        Ok(policy::policy(&String::from_utf8_lossy(&page)))
    }
}

fn has_extension(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// Whether a name such as `app-0123456789abcdef_bg.wasm` holds a hash of the content.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default().trim_end_matches("_bg");
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_recognised() {
        for hashed in ["app-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm", "a/b-c-deadbeef.css"] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in
            ["index.html", "sw.js", "icon-512.png", "app-manifest.json", "a-deadbeef/b.js", "favicon"]
        {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
