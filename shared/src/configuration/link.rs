//! A whole system in a link: after the `#` of an address, which no browser sends to a server.
//!
//! ```text
//! 1.<a JSON object with platform and blueprint, deflated, in base64 for URLs>
//! ```

use std::io::{Read as _, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::import::{ImportError, read_blueprint};
use crate::api::pointer::locate;
use crate::blueprint::{Blueprint, READ_MAX};
use crate::platform::Platform;
use crate::words::Language;

/// Longest link form, in characters: programs that pass links on cut longer ones.
pub const SHARE_MAX: usize = 16_000;
/// Where such links lead.
pub const SHARE_PATH: &str = "/configurations/shared";

/// Version of the link form that this code writes.
const VERSION: &str = "1";

/// A system that somebody shares.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Where it is to live.
    pub platform: Platform,
    /// The blueprint, which holds together.
    pub blueprint: Blueprint,
}

#[derive(Serialize)]
struct Written<'a> {
    platform: Platform,
    blueprint: &'a Blueprint,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    platform: Platform,
    blueprint: Value,
}

/// The system as a fragment of a link; nothing for one that is too large for any link: it goes as a file.
pub fn to_share(platform: Platform, blueprint: &Blueprint) -> Option<String> {
    // What is larger is not inflated again, however short the link.
    let json = serde_json::to_vec(&Written { platform, blueprint }).ok().filter(|it| it.len() <= READ_MAX)?;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&json).ok()?;
    let link = format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(encoder.finish().ok()?));
    (link.len() <= SHARE_MAX).then_some(link)
}

/// The system of a link's fragment; problems across elements are told in `language`.
///
/// # Errors
/// [`ImportError`].
pub fn read_share(fragment: &str, language: Language) -> Result<Shared, ImportError> {
    let fragment = fragment.trim().trim_start_matches('#');
    // None that was made here is longer: something was added on the way.
    if fragment.len() > SHARE_MAX {
        return Err(ImportError::Cut);
    }
    let (version, packed) = fragment.split_once('.').ok_or(ImportError::Cut)?;
    match version.parse::<u64>() {
        Ok(1) => {}
        Ok(found) if found > 1 => return Err(ImportError::TooNew { found }),
        _ => return Err(ImportError::Cut),
    }
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| ImportError::Cut)?;
    let json = inflate(&packed)?;
    let Read { platform, blueprint } = locate(&json).map_err(ImportError::Form)?;
    Ok(Shared { platform, blueprint: read_blueprint(&blueprint.to_string(), language)? })
}

/// What `packed` holds, at most [`READ_MAX`] bytes of it: a short link may hold gigabytes of nothing.
fn inflate(packed: &[u8]) -> Result<String, ImportError> {
    let mut json = String::new();
    let limit = READ_MAX as u64 + 1;
    let read = DeflateDecoder::new(packed).take(limit).read_to_string(&mut json);
    let bytes = read.map_err(|_| ImportError::Cut)?;
    if bytes > READ_MAX {
        return Err(ImportError::TooLarge { bytes, max: READ_MAX });
    }
    Ok(json)
}
