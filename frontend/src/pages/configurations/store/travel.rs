//! Files, links and backups: what comes in and goes out.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::answers::{Answers, Ignored};
use shared::configuration::{
    Backup, ConfigurationId, IMPORT_MAX, Import, ImportError, Saved, Shared, Standing, read_import,
    write_backup,
};
use shared::design::design;
use shared::operation::intention::free_name;
use shared::words::Language;
use web_sys::File;

use super::super::deeds;
use super::super::failure::Failure;
use super::{Systems, TOLD, save_json};
use crate::browser::database::StorageError;
use crate::browser::{file, time};
use crate::i18n::{Bundle, known};
use crate::state::toasts::Message;

/// A file that could not be taken.
#[derive(Clone, Debug)]
pub(in super::super) struct Problem {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: NotTaken,
}

/// Why a file could not be taken.
#[derive(Clone, Debug)]
pub(in super::super) enum NotTaken {
    /// It is not what it should be.
    Read(ImportError),
    /// It is a table, which needs a system to be in.
    Sheet,
    /// The device does not keep it.
    Kept(StorageError),
    /// The words to write it with cannot be had.
    Words,
}

/// A backup that may be restored.
#[derive(Clone, Debug)]
pub(in super::super) struct Offer {
    /// Name of the file.
    pub file: String,
    /// What is in it.
    pub backup: Backup,
    /// What each of its configurations is to those here.
    pub standings: Vec<Standing>,
}

/// What opening a file brought.
enum Taken {
    One(ConfigurationId),
    Offer,
}

impl Systems {
    /// Takes files in, whatever of ours they are. A single system is opened.
    pub(in super::super) fn take_files(self, files: Vec<File>) {
        if files.is_empty() || self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problems.set(Vec::new());
        spawn_local(async move {
            let (count, mut made) = (files.len(), Vec::new());
            for file in files {
                match self.take_file(&file).await {
                    Ok(Taken::One(id)) => made.push(id),
                    Ok(Taken::Offer) => {}
                    Err(why) => {
                        let problem = Problem { file: file.name(), why };
                        self.problems.try_update(|problems| problems.push(problem));
                    }
                }
            }
            self.is_busy.try_set(false);
            match made.as_slice() {
                [] => {}
                [id] if count == 1 => self.go_to(id),
                made => {
                    let count = made.len().to_string();
                    let key = known!("configurations.said.imported");
                    self.toasts.say(Message { key, values: vec![("count", count)] });
                }
            }
        });
    }

    /// Keeps a system that somebody shared, and opens it.
    pub(in super::super) fn keep_shared(self, shared: Shared) {
        spawn_local(async move {
            match deeds::make(shared.platform, None, shared.blueprint).await {
                Ok(id) => {
                    self.tell(id.as_str());
                    self.go_to(&id);
                }
                Err(error) => self.toasts.say(Failure::from(error)),
            }
        });
    }

    /// Saves everything as one file.
    pub(in super::super) fn back_up(self) {
        self.is_saving.set(true);
        spawn_local(async move {
            let made = deeds::back_up().await;
            self.is_saving.try_set(false);
            self.say(made.and_then(|(backup, unread)| save_backup(&backup, &unread)));
        });
    }

    /// Adds what a backup has and this device has not. Nothing that is here is changed.
    pub(in super::super) fn restore(self, offer: Arc<Offer>) {
        self.is_busy.set(true);
        spawn_local(async move {
            let restored = self.restore_all(&offer).await;
            self.is_busy.try_set(false);
            self.offer.try_set(None);
            self.reload().await;
            let values = |count: usize| vec![("count", count.to_string())];
            self.say(
                restored.map(|count| Message {
                    key: known!("configurations.restore.done"),
                    values: values(count),
                }),
            );
        });
    }

    async fn restore_all(self, offer: &Offer) -> Result<usize, Failure> {
        let language = self.words().await?;
        let date = time::local_day(&offer.backup.made_at.to_rfc3339(), language.tag());
        let (mut taken, mut count) = (self.names_now(), 0);
        for saved in &offer.backup.configurations {
            let name = self.copy_name(saved, &date, &taken, language);
            if let Some(id) = deeds::restore(saved, &name, language).await? {
                self.tell(id.as_str());
                taken.push(name);
                count += 1;
            }
        }
        Ok(count)
    }

    /// What a configuration of a backup is called beside the one it differs from.
    fn copy_name(self, saved: &Saved, date: &str, taken: &[String], language: Language) -> String {
        let values = [("name", deeds::short(&saved.summary.name)), ("date", date)];
        let name = untrack(|| self.i18n.fill("configurations.restore.name", &values));
        free_name(&name, &taken.iter().map(String::as_str).collect::<Vec<_>>(), language)
    }

    async fn take_file(self, file: &File) -> Result<Taken, NotTaken> {
        let bytes = file.size() as usize;
        if bytes > IMPORT_MAX {
            return Err(NotTaken::Read(ImportError::TooLarge { bytes, max: IMPORT_MAX }));
        }
        // What the browser cannot read is a folder, or gone by now.
        let text = file::read(file).await.map_err(|_| NotTaken::Read(ImportError::Unknown))?;
        let language = self.i18n.language_now();
        // Without the words a problem is told by its place alone.
        self.bundles.load(language, TOLD).await;
        let platform = untrack(|| self.draft.with(|answers| answers.platform));
        let made = match read_import(&text, language).map_err(|error| not_taken(error, &file.name()))? {
            Import::Backup(backup) => return self.offer(file.name(), backup).await,
            Import::Blueprint(blueprint) => deeds::make(platform, None, blueprint).await,
            Import::Shared(Shared { platform, blueprint }) => deeds::make(platform, None, blueprint).await,
            Import::Answers { answers, ignored } => self.design(answers, ignored).await?,
        };
        let id = made.map_err(NotTaken::Kept)?;
        self.changed(&id).await;
        Ok(Taken::One(id))
    }

    /// Designs what answers ask for, and says what of them has no place any more.
    async fn design(
        self,
        answers: Answers,
        ignored: Vec<Ignored>,
    ) -> Result<Result<ConfigurationId, StorageError>, NotTaken> {
        if !self.bundles.load(answers.customization.language, &[Bundle::Design]).await {
            return Err(NotTaken::Words);
        }
        if !ignored.is_empty() {
            let list: Vec<_> = ignored.into_iter().map(|ignored| ignored.value).collect();
            let key = known!("configurations.said.ignored");
            self.toasts.say(Message { key, values: vec![("list", list.join(", "))] });
        }
        let blueprint = design(&answers);
        Ok(deeds::make(answers.platform, Some(answers), blueprint).await)
    }

    async fn offer(self, file: String, backup: Backup) -> Result<Taken, NotTaken> {
        let mut standings = Vec::with_capacity(backup.configurations.len());
        for saved in &backup.configurations {
            match deeds::standing(saved).await {
                Ok(standing) => standings.push(standing),
                Err(Failure::Storage(error)) => return Err(NotTaken::Kept(error)),
                Err(_) => standings.push(Standing::Differs),
            }
        }
        self.offer.try_set(Some(Arc::new(Offer { file, backup, standings })));
        Ok(Taken::Offer)
    }
}

/// Endings of files that hold tables.
const SHEETS: [&str; 4] = [".csv", ".tsv", ".xlsx", ".xlsm"];

/// Why a file of that name is not taken: one that is nothing of ours may be of use elsewhere.
fn not_taken(error: ImportError, name: &str) -> NotTaken {
    let name = name.to_lowercase();
    match error {
        ImportError::Unknown if SHEETS.iter().any(|ending| name.ends_with(ending)) => NotTaken::Sheet,
        error => NotTaken::Read(error),
    }
}

fn save_backup(backup: &Backup, unread: &[String]) -> Result<Message, Failure> {
    save_json(&write_backup(backup), &format!("my-systems-{}.json", time::today()))?;
    if unread.is_empty() {
        let values = vec![("count", backup.configurations.len().to_string())];
        return Ok(Message { key: known!("configurations.backup.saved"), values });
    }
    Ok(Message { key: known!("configurations.backup.partly"), values: vec![("list", unread.join(", "))] })
}
