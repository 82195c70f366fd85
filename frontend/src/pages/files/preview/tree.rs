//! The folders of an archive, from the paths of its files.

use shared::artifact::Entry;

/// A folder: what is in it, in the order of the archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folder {
    /// Its name; empty for the archive itself.
    pub name: String,
    /// Its folders.
    pub folders: Vec<Folder>,
    /// Its own files, each with its name.
    pub files: Vec<(String, Entry)>,
    /// How many files are in it and in the folders below it.
    pub count: usize,
}

impl Folder {
    /// The archive with these files.
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        let mut root = Self::default();
        for entry in entries {
            let path = entry.path.clone();
            root.add(&path, entry);
        }
        root
    }

    fn add(&mut self, path: &str, entry: Entry) {
        self.count += 1;
        match path.split_once('/') {
            Some((folder, rest)) => self.folder(folder).add(rest, entry),
            None => self.files.push((path.to_owned(), entry)),
        }
    }

    fn folder(&mut self, name: &str) -> &mut Self {
        let at = self.folders.iter().position(|folder| folder.name == name).unwrap_or(self.folders.len());
        if at == self.folders.len() {
            self.folders.push(Self { name: name.to_owned(), ..Self::default() });
        }
        &mut self.folders[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_folders_in_the_order_of_the_archive() {
        let entry = |path: &str| Entry { path: path.into(), size_bytes: 1, start: None, is_cut: false };
        let paths = ["b/x.md", "read-me.md", "a/deep/y.md", "b/z.md"];

        let root = Folder::of(paths.map(entry).into());

        let names = |folder: &Folder| folder.folders.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&root), ["b", "a"]);
        assert_eq!((root.count, root.files.len()), (4, 1));
        let b = &root.folders[0];
        assert_eq!(b.files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["x.md", "z.md"]);
        assert_eq!(names(&root.folders[1]), ["deep"]);
    }
}
