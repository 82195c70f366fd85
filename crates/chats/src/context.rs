//! What the files of an export say about each other.

use std::collections::HashMap;

use shared::chat::Attachment;

/// The files beside the chats: what they are called and which are there.
#[derive(Default)]
pub(crate) struct Context {
    /// The paths of the files by the part of their name that chats know them by.
    assets: HashMap<String, String>,
    /// What files were called before they were exported.
    pub(crate) names: HashMap<String, String>,
    /// The names of projects by their ids.
    pub(crate) projects: HashMap<String, String>,
    /// The silence, in seconds, after which activity without ids begins another chat.
    pub(crate) gap_seconds: i64,
}

impl Context {
    /// An export of which nothing is known yet.
    pub(crate) fn new(gap_seconds: i64) -> Self {
        Self { gap_seconds, ..Self::default() }
    }

    /// Notes that the export holds a file at `path`.
    pub(crate) fn has(&mut self, path: &str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        for key in asset_keys(name) {
            self.assets.entry(key.to_owned()).or_insert_with(|| path.to_owned());
        }
    }

    /// The file that a chat points to, such as `file-service://file-abc` or `sediment://file_abc`.
    pub(crate) fn asset(&self, pointer: &str) -> Attachment {
        let id = pointer.rsplit("://").next().unwrap_or(pointer);
        let path = self.assets.get(id).cloned();
        let file = path.as_deref().and_then(|path| path.rsplit('/').next());
        let known = self.names.get(&format!("{id}.dat")).or_else(|| self.names.get(file?));
        let name = known.map(String::as_str).or(file).unwrap_or_default().to_owned();
        Attachment { name, path, ..Attachment::default() }
    }
}

/// What a file may be asked for by: `<id>.dat`, `<id>-name.png`, `<id>.png` all answer to `<id>`.
fn asset_keys(name: &str) -> impl Iterator<Item = &str> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let dashes = stem.match_indices('-').map(|(at, _)| &stem[..at]);
    [name, stem].into_iter().chain(dashes.skip(usize::from(stem.starts_with("file-"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_id_and_called_as_before() {
        let mut context = Context::default();
        context.has("file_1.dat");
        context.has("images/file-Ab-photo one.png");
        context.names.insert("file_1.dat".to_owned(), "note.wav".to_owned());

        assert_eq!(context.asset("sediment://file_1").name, "note.wav");
        assert_eq!(context.asset("file-service://file-Ab").path.unwrap(), "images/file-Ab-photo one.png");
        assert_eq!(context.asset("sediment://file_2"), Attachment::default());
    }
}
