//! Files and folders that a person names.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chats::Input;

/// Folders inside folders beyond this many are not looked into: a link may lead in a circle.
const DEPTH_MAX: usize = 16;

/// The files at `paths`, those of folders included.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        if path.is_dir() {
            gather(path, "", DEPTH_MAX, &mut inputs)?;
        } else {
            inputs.push(open(path, name.into_owned())?);
        }
    }
    Ok(inputs)
}

fn gather(folder: &Path, prefix: &str, depth: usize, inputs: &mut Vec<Input>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("reading the folder `{}`", folder.display()))?;
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() && depth > 0 {
            gather(&entry.path(), &format!("{path}/"), depth - 1, inputs)?;
        } else if kind.is_file() {
            inputs.push(open(&entry.path(), path)?);
        }
    }
    Ok(())
}

fn open(path: &Path, name: String) -> Result<Input> {
    let file = File::open(path).with_context(|| format!("opening `{}`", path.display()))?;
    Ok(Input::new(name, file))
}
