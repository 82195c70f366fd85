//! The files that configurations are saved as: none is larger than what is read again.

use super::backup::{self, Backup, Saved};
use super::import::IMPORT_MAX;
use crate::blueprint::Blueprint;

/// What a backup is saved as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The files: one, or several where one could not be read again.
    pub texts: Vec<String>,
    /// Names of configurations that are too large for any file.
    pub too_large: Vec<String>,
}

/// The file of a blueprint: for people, or in one line where it would be too large otherwise; nothing for one that is
/// too large for any file.
pub fn write_blueprint(blueprint: &Blueprint) -> Option<String> {
    write_within(blueprint, IMPORT_MAX)
}

/// The files of a backup.
pub fn write_backups(backup: &Backup) -> Files {
    split_within(backup, IMPORT_MAX)
}

fn write_within(blueprint: &Blueprint, max: usize) -> Option<String> {
    // Texts, numbers, lists and maps with text keys: there is nothing that JSON could refuse.
    let mut text = serde_json::to_string_pretty(blueprint).unwrap_or_default();
    text.push('\n');
    if text.len() > max {
        text = serde_json::to_string(blueprint).unwrap_or_default();
    }
    (text.len() <= max).then_some(text)
}

fn split_within(backup: &Backup, max: usize) -> Files {
    let with = |configurations: &[Saved]| {
        backup::write_backup(&Backup { made_at: backup.made_at, configurations: configurations.to_vec() })
    };
    let whole = with(&backup.configurations);
    match backup.configurations.as_slice() {
        _ if whole.len() <= max => Files { texts: vec![whole], too_large: Vec::new() },
        [only] => Files { texts: Vec::new(), too_large: vec![only.summary.name.clone()] },
        configurations => {
            let (first, second) = configurations.split_at(configurations.len() / 2);
            let part = |some: &[Saved]| {
                let part = Backup { made_at: backup.made_at, configurations: some.to_vec() };
                split_within(&part, max)
            };
            let (mut files, more) = (part(first), part(second));
            files.texts.extend(more.texts);
            files.too_large.extend(more.too_large);
            files
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::{Configuration, Import, read_import};
    use super::*;
    use crate::blueprint::fixture::small;
    use crate::blueprint::{READ_MAX, SampleRow};
    use crate::operation::ElementId;
    use crate::operation::intention::{Clip, ClipError};
    use crate::platform::Platform;
    use crate::words::Language;

    /// A blueprint that operations could have made: every text is as long as one may be.
    fn large() -> Blueprint {
        let mut blueprint = small();
        let table = &mut blueprint.tables[0];
        let (title, long) = (table.title().unwrap().id.clone(), "a".repeat(crate::validate::TEXT_MAX));
        table.sample_rows.extend((0..90).map(|at| SampleRow {
            id: format!("row_large_{at}").as_str().into(),
            cells: [(title.clone(), long.as_str().into())].into(),
        }));
        blueprint
    }

    fn saved(id: &str, blueprint: Blueprint) -> Saved {
        let configuration = Configuration::new(id.into(), Platform::Notion, None, blueprint);
        Saved { summary: configuration.summary(DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH), configuration }
    }

    fn backup(ids: &[&str]) -> Backup {
        let configurations = ids.iter().map(|id| saved(id, small())).collect();
        Backup { made_at: DateTime::UNIX_EPOCH, configurations }
    }

    fn read(text: &str) -> Import {
        read_import(text, Language::En).unwrap()
    }

    #[test]
    fn what_operations_made_large_is_saved_and_read_again() {
        let blueprint = large();
        assert!(serde_json::to_string(&blueprint).unwrap().len() > READ_MAX);

        assert_eq!(read(&write_blueprint(&blueprint).unwrap()), Import::Blueprint(blueprint.clone()));
        let backup =
            Backup { made_at: DateTime::UNIX_EPOCH, configurations: vec![saved("cfg_a", blueprint.clone())] };
        let files = write_backups(&backup);
        assert_eq!((files.texts.len(), files.too_large.len()), (1, 0));
        assert_eq!(read(&files.texts[0]), Import::Backup(backup));
        // It deflates to a short link, which would not be read again.
        assert_eq!(super::super::to_share(Platform::Notion, &blueprint), None);
        let clip = Clip::of(&blueprint, &[ElementId::Table(blueprint.tables[0].id.clone())]).unwrap();
        assert_eq!(clip.write(), Err(ClipError::TooLarge));
    }

    #[test]
    fn a_blueprint_at_the_limit_is_written_in_one_line() {
        let blueprint = small();
        let (line, lines) =
            (serde_json::to_string(&blueprint).unwrap(), write_blueprint(&blueprint).unwrap());
        assert_eq!(write_within(&blueprint, lines.len()), Some(lines.clone()));
        assert_eq!(write_within(&blueprint, lines.len() - 1), Some(line.clone()));
        assert_eq!(write_within(&blueprint, line.len()), Some(line.clone()));
        assert_eq!(write_within(&blueprint, line.len() - 1), None);
    }

    #[test]
    fn a_backup_at_the_limit_goes_into_as_many_files_as_it_takes() {
        let whole = backup(&["cfg_a", "cfg_b", "cfg_c"]);
        let one = write_backups(&backup(&["cfg_a"])).texts[0].len();
        assert_eq!(split_within(&whole, one * 4).texts.len(), 1);

        let files = split_within(&whole, one);

        let ids: Vec<_> = files
            .texts
            .iter()
            .map(|text| {
                assert!(text.len() <= one);
                let Import::Backup(part) = read(text) else { panic!("no backup") };
                part.configurations.into_iter().map(|it| it.summary.id.to_string()).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(ids, [["cfg_a"], ["cfg_b"], ["cfg_c"]]);
        assert_eq!(split_within(&whole, one - 1).too_large.len(), 3);
    }
}
