//! Where the files of the client come from.

use std::path::{Path, PathBuf};

use actix_web::web::Bytes;

use crate::compute;
use crate::error::ApiResult;

/// The files inside this binary.
#[cfg(feature = "embedded-client")]
#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../dist"]
struct Built;

/// Where files come from.
pub(super) enum Files {
    /// A folder; read anew each time, so that a rebuilt client shows at once.
    Folder(PathBuf),
    /// This binary, if one was built into it.
    Embedded,
}

impl Files {
    /// The file `name`, if it is there.
    pub(super) async fn read(&self, name: String) -> ApiResult<Option<Bytes>> {
        match self {
            Self::Folder(folder) => {
                let folder = folder.clone();
                compute::run(move || from_folder(&folder, &name)).await
            }
            Self::Embedded => Ok(embedded(&name)),
        }
    }
}

#[cfg(feature = "embedded-client")]
fn embedded(name: &str) -> Option<Bytes> {
    match Built::get(name)?.data {
        std::borrow::Cow::Borrowed(bytes) => Some(Bytes::from_static(bytes)),
        std::borrow::Cow::Owned(bytes) => Some(bytes.into()),
    }
}

#[cfg(not(feature = "embedded-client"))]
fn embedded(_name: &str) -> Option<Bytes> {
    None
}

fn from_folder(folder: &Path, name: &str) -> Option<Bytes> {
    let is_plain = |part: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain)
    };
    if !name.split('/').all(is_plain) {
        return None;
    }
    // A link inside the folder must not lead out of it either.
    let path = folder.join(name).canonicalize().ok()?;
    let inside = path.starts_with(folder.canonicalize().ok()?);
    (inside && path.is_file()).then(|| std::fs::read(path).ok()).flatten().map(Bytes::from)
}

/// The media type of a file, by its extension.
pub(super) fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
