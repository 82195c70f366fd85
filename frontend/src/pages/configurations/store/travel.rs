//! Files, links and backups: what comes in and goes out.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::answers::{Answers, Ignored};
use shared::configuration::{
    Backup, ConfigurationId, Files, IMPORT_MAX, Import, ImportError, Saved, Shared, Standing, read_import,
    write_backups,
};
use shared::design::design;
use shared::operation::intention::free_name;
use shared::words::Language;
use web_sys::File;

use super::super::deeds::{self, Choice};
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
    /// What becomes of each that differs.
    pub choices: ArcRwSignal<Vec<Choice>>,
}

impl Offer {
    /// How many of them restoring adds, replaces or brings back.
    pub(in super::super) fn brought(&self) -> usize {
        self.choices.with(|choices| {
            let each = self.standings.iter().zip(choices);
            each.filter(|(standing, choice)| is_brought(standing, **choice)).count()
        })
    }
}

fn is_brought(standing: &Standing, choice: Choice) -> bool {
    match standing {
        Standing::Same => false,
        Standing::New | Standing::PutAway => true,
        Standing::Differs(_) | Standing::Unreadable => choice != Choice::LeaveOut,
    }
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

    /// Adds what a backup has and this device has not; what differs as the person chose. Where it cannot go on, it says
    /// so and offers what is left.
    pub(in super::super) fn restore(self, offer: Arc<Offer>) {
        self.is_busy.set(true);
        spawn_local(async move {
            let restored = self.restore_all(&offer).await;
            self.is_busy.try_set(false);
            self.reload().await;
            if restored.is_ok() {
                self.offer.try_set(None);
            } else if let Ok(left) = self.offered(offer.file.clone(), offer.backup.clone()).await {
                left.choices.set(offer.choices.get_untracked());
                self.offer.try_set(Some(Arc::new(left)));
            }
            self.say(restored.map(|count| Message {
                key: known!("configurations.restore.done"),
                values: vec![("count", count.to_string())],
            }));
        });
    }

    async fn restore_all(self, offer: &Offer) -> Result<usize, Failure> {
        let language = self.words().await?;
        let date = time::local_day(&offer.backup.made_at.to_rfc3339(), language.tag());
        let (mut taken, mut count) = (self.names_now(), 0);
        for (at, saved) in offer.backup.configurations.iter().enumerate() {
            let name = self.copy_name(saved, &date, &taken, language);
            let choice = offer.choices.with_untracked(|choices| choices.get(at).copied().unwrap_or_default());
            if let Some(id) = deeds::restore(saved, choice, &name, language).await? {
                self.tell(id.as_str());
                taken.push(name);
                count += 1;
            }
            // What is done is not done again where a later one fails: a copy differs from what is here as before.
            offer
                .choices
                .update(|choices| choices.iter_mut().skip(at).take(1).for_each(|it| *it = Choice::LeaveOut));
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
        let offer = self.offered(file, backup).await.map_err(NotTaken::Kept)?;
        self.offer.try_set(Some(Arc::new(offer)));
        Ok(Taken::Offer)
    }

    async fn offered(self, file: String, backup: Backup) -> Result<Offer, StorageError> {
        let mut standings = Vec::with_capacity(backup.configurations.len());
        for saved in &backup.configurations {
            match deeds::standing(saved).await {
                Ok(standing) => standings.push(standing),
                Err(Failure::Storage(error)) => return Err(error),
                Err(_) => standings.push(Standing::Unreadable),
            }
        }
        let choices = ArcRwSignal::new(vec![Choice::default(); standings.len()]);
        Ok(Offer { file, backup, standings, choices })
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
    let Files { texts, too_large } = write_backups(backup);
    for (at, text) in texts.iter().enumerate() {
        let part = if texts.len() == 1 { String::new() } else { format!("-{}", at + 1) };
        save_json(text, &format!("my-systems-{}{part}.json", time::today()))?;
    }
    let list = |names: &[String]| vec![("list", names.join(", "))];
    if !too_large.is_empty() {
        return Ok(Message { key: known!("configurations.backup.too_large"), values: list(&too_large) });
    }
    if unread.is_empty() {
        let values = vec![("count", backup.configurations.len().to_string())];
        return Ok(Message { key: known!("configurations.backup.saved"), values });
    }
    Ok(Message { key: known!("configurations.backup.partly"), values: list(unread) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_here_already_or_left_out_is_not_brought() {
        assert!(!is_brought(&Standing::Same, Choice::KeepBoth));
        assert!(is_brought(&Standing::New, Choice::LeaveOut), "there is no choice to be made");
        assert!(is_brought(&Standing::PutAway, Choice::KeepBoth));
        assert!(is_brought(&Standing::Unreadable, Choice::KeepBoth));
        assert!(!is_brought(&Standing::Unreadable, Choice::LeaveOut));
    }
}
