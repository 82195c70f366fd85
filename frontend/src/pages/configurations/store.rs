//! What the page of configurations shows and does. Other tabs hear of everything that is done here, and the list
//! follows what they do.

use std::sync::Arc;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use shared::configuration::{
    Backup, ConfigurationId, IMPORT_MAX, Import, ImportError, SHARE_PATH, Saved, Shared, Standing, Summary,
    read_import, to_share, write_backup,
};
use shared::design::design;
use shared::operation::intention::free_name;
use shared::words::Language;
use web_sys::File;

use super::deeds;
use super::failure::Failure;
use super::file_name::file_name;
use crate::browser::channel::Channel;
use crate::browser::database::StorageError;
use crate::browser::{clipboard, file, page, time};
use crate::i18n::{Bundle, Bundles, I18n, Key, known, use_bundles, use_i18n};
use crate::state::configurations::{self as kept, CHANNEL};
use crate::state::draft::Draft;
use crate::state::toasts::{Message, Toasts, use_toasts};

/// Id of the heading of the list, which takes the focus where what had it is gone.
pub(super) const LIST: &str = "systems-list";

/// Words that steps and problems are told with.
const TOLD: &[Bundle] = &[Bundle::Builder, Bundle::Plan];

/// A file that could not be taken.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: NotTaken,
}

/// Why a file could not be taken.
#[derive(Clone, Debug)]
pub(super) enum NotTaken {
    /// It is not what it should be.
    Read(ImportError),
    /// The device does not keep it.
    Kept(StorageError),
    /// The words to write it with cannot be had.
    Words,
}

/// A backup that may be restored.
#[derive(Clone, Debug)]
pub(super) struct Offer {
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

/// The configurations on this device. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Systems {
    all: RwSignal<Option<Result<Vec<Summary>, StorageError>>>,
    /// What is looked for, by name.
    pub query: RwSignal<String>,
    /// What is to be given another name.
    pub renaming: RwSignal<Option<Summary>>,
    /// What is to be deleted for good.
    pub erasing: RwSignal<Option<Summary>>,
    /// The backup that may be restored.
    pub offer: RwSignal<Option<Arc<Offer>>>,
    /// Files that could not be taken.
    pub problems: RwSignal<Vec<Problem>>,
    /// Whether a file is being read, or a backup made or restored.
    pub is_busy: RwSignal<bool>,
    reads: StoredValue<u32>,
    channel: StoredValue<Option<Channel>>,
    go: Callback<String>,
    i18n: I18n,
    bundles: Bundles,
    toasts: Toasts,
    draft: Draft,
}

impl Systems {
    /// Reads what is kept, and follows what other tabs do for as long as the page is shown.
    pub(super) fn open() -> Self {
        let navigate = StoredValue::new_local(use_navigate());
        let systems = Self {
            all: RwSignal::new(None),
            query: RwSignal::new(String::new()),
            renaming: RwSignal::new(None),
            erasing: RwSignal::new(None),
            offer: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            is_busy: RwSignal::new(false),
            reads: StoredValue::new(0),
            channel: StoredValue::new(None),
            go: Callback::new(move |address: String| {
                navigate.with_value(|navigate| navigate(&address, Default::default()));
            }),
            i18n: use_i18n(),
            bundles: use_bundles(),
            toasts: use_toasts(),
            draft: expect_context(),
        };
        let channel = Channel::open(CHANNEL, move |_| spawn_local(systems.reload()));
        systems.channel.set_value(Some(channel));
        spawn_local(systems.reload());
        systems
    }

    // What there is.

    /// Those in use, the one changed last first; nothing until they are read.
    pub(super) fn in_use(self) -> Option<Vec<Summary>> {
        self.those(|summary| summary.deleted_at.is_none())
    }

    /// Those put away, the one put away last first.
    pub(super) fn away(self) -> Vec<Summary> {
        let mut away = self.those(|summary| summary.deleted_at.is_some()).unwrap_or_default();
        away.sort_by_key(|summary| std::cmp::Reverse(summary.deleted_at));
        away
    }

    /// Whether any is in use.
    pub(super) fn has_any(self) -> bool {
        self.all.with(|all| match all {
            Some(Ok(all)) => all.iter().any(|summary| summary.deleted_at.is_none()),
            _ => false,
        })
    }

    /// Why none can be shown.
    pub(super) fn failure(self) -> Option<StorageError> {
        self.all.with(|all| all.as_ref().and_then(|all| all.as_ref().err().cloned()))
    }

    /// The one with this id.
    pub(super) fn find(self, id: &ConfigurationId) -> Option<Summary> {
        self.all.with(|all| {
            let all = all.as_ref()?.as_ref().ok()?;
            all.iter().find(|summary| summary.id == *id).cloned()
        })
    }

    fn those(self, are: impl Fn(&Summary) -> bool) -> Option<Vec<Summary>> {
        self.all.with(|all| {
            let all = all.as_ref()?.as_ref().ok()?;
            Some(all.iter().filter(|summary| are(summary)).cloned().collect())
        })
    }

    /// Reads the list anew. Only the newest answer counts.
    pub(super) async fn reload(self) {
        let Some(read) = self.reads.try_update_value(|reads| {
            *reads = reads.wrapping_add(1);
            *reads
        }) else {
            return;
        };
        let all = deeds::list().await;
        if self.reads.try_get_value() == Some(read) {
            self.all.try_set(Some(all));
        }
    }

    // What is done with one.

    /// Opens one in the builder.
    pub(super) fn go_to(self, id: &ConfigurationId) {
        self.go.run(format!("/configurations/{id}"));
    }

    /// Gives one another name.
    pub(super) fn rename(self, id: ConfigurationId, name: String) {
        spawn_local(async move {
            let renamed = match self.words().await {
                Ok(language) => deeds::rename(&id, &name, language).await,
                Err(failure) => Err(failure),
            };
            self.finish(&id, renamed.map(|()| named(known!("configurations.said.renamed"), name))).await;
        });
    }

    /// Makes a copy of one.
    pub(super) fn duplicate(self, id: ConfigurationId) {
        let taken = untrack(|| self.names());
        spawn_local(async move {
            let copied = match self.words().await {
                Ok(language) => deeds::duplicate(&id, &taken, language).await,
                Err(failure) => Err(failure),
            };
            match copied {
                Ok((copy, name)) => {
                    let said = named(known!("configurations.said.duplicated"), name);
                    self.finish(&copy, Ok(said)).await;
                }
                Err(failure) => self.finish(&id, Err(failure)).await,
            }
        });
    }

    /// Saves the blueprint of one as a file.
    pub(super) fn save(self, id: ConfigurationId) {
        spawn_local(async move {
            let saved = save_copy(&id).await;
            self.say(saved.map(|name| named(known!("configurations.said.saved"), name)));
        });
    }

    /// Puts a link to one on the clipboard; one that is too large for a link becomes a file.
    pub(super) fn share(self, id: ConfigurationId) {
        spawn_local(async move { self.say(share(&id).await) });
    }

    /// Puts one away, to be brought back for a while.
    pub(super) fn delete(self, summary: Summary) {
        page::focus(LIST);
        spawn_local(async move {
            let Summary { id, name, .. } = summary;
            match kept::set_deleted(&id, true).await {
                Ok(()) => {
                    self.changed(&id).await;
                    let said = named(known!("configurations.said.deleted"), name.clone());
                    self.toasts.say_with_undo(said, move || self.bring_back(id.clone(), name.clone()));
                }
                Err(error) => self.toasts.say(Failure::from(error)),
            }
        });
    }

    /// Brings one back that was put away.
    pub(super) fn bring_back(self, id: ConfigurationId, name: String) {
        spawn_local(async move {
            let done = kept::set_deleted(&id, false).await.map_err(Failure::from);
            self.finish(&id, done.map(|()| named(known!("configurations.said.restored"), name))).await;
        });
    }

    /// Deletes one for good.
    pub(super) fn erase(self, summary: Summary) {
        page::focus(LIST);
        spawn_local(async move {
            match kept::erase(&summary.id).await {
                Ok(()) => {
                    self.reload().await;
                    // Lists follow. A builder that has it open would write it anew if it heard its id.
                    self.tell("erased");
                    self.toasts.say(named(known!("configurations.said.erased"), summary.name));
                }
                Err(error) => self.toasts.say(Failure::from(error)),
            }
        });
    }

    // What comes in and goes out.

    /// Takes files in, whatever of ours they are. A single system is opened.
    pub(super) fn take_files(self, files: Vec<File>) {
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
    pub(super) fn keep_shared(self, shared: Shared) {
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
    pub(super) fn back_up(self) {
        self.is_busy.set(true);
        spawn_local(async move {
            let made = deeds::back_up().await;
            self.is_busy.try_set(false);
            self.say(made.and_then(|(backup, unread)| save_backup(&backup, &unread)));
        });
    }

    /// Adds what a backup has and this device has not. Nothing that is here is changed.
    pub(super) fn restore(self, offer: Arc<Offer>) {
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
        let values = [("name", saved.summary.name.as_str()), ("date", date)];
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
        let made = match read_import(&text, language).map_err(NotTaken::Read)? {
            Import::Backup(backup) => return self.offer(file.name(), backup).await,
            Import::Blueprint(blueprint) => deeds::make(platform, None, blueprint).await,
            Import::Shared(Shared { platform, blueprint }) => deeds::make(platform, None, blueprint).await,
            Import::Answers { answers, ignored } => {
                let written = answers.customization.language;
                if !self.bundles.load(written, &[Bundle::Design]).await {
                    return Err(NotTaken::Words);
                }
                if !ignored.is_empty() {
                    let list: Vec<_> = ignored.into_iter().map(|ignored| ignored.value).collect();
                    let key = known!("configurations.said.ignored");
                    self.toasts.say(Message { key, values: vec![("list", list.join(", "))] });
                }
                let blueprint = design(&answers);
                deeds::make(answers.platform, Some(answers), blueprint).await
            }
        };
        let id = made.map_err(NotTaken::Kept)?;
        self.changed(&id).await;
        Ok(Taken::One(id))
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

    // What others hear.

    /// Says what came of something done to the configuration `id`.
    async fn finish(self, id: &ConfigurationId, done: Result<Message, Failure>) {
        self.changed(id).await;
        self.say(done);
    }

    /// The list and the other tabs follow a change of the configuration `id`.
    async fn changed(self, id: &ConfigurationId) {
        self.tell(id.as_str());
        self.reload().await;
    }

    fn tell(self, text: &str) {
        self.channel.try_with_value(|channel| {
            if let Some(channel) = channel {
                channel.say(text);
            }
        });
    }

    fn say(self, done: Result<Message, Failure>) {
        self.toasts.say(done.unwrap_or_else(Message::from));
    }

    /// The language of the interface, once steps can be told in it.
    async fn words(self) -> Result<Language, Failure> {
        let language = self.i18n.language_now();
        if self.bundles.load(language, TOLD).await { Ok(language) } else { Err(Failure::NoWords) }
    }

    fn names(self) -> Vec<String> {
        self.those(|_| true).unwrap_or_default().into_iter().map(|summary| summary.name).collect()
    }

    fn names_now(self) -> Vec<String> {
        untrack(|| self.names())
    }
}

/// Saves the blueprint of one; gives back its name.
async fn save_copy(id: &ConfigurationId) -> Result<String, Failure> {
    let configuration = deeds::load(id).await?;
    let blueprint = configuration.blueprint();
    // Texts, numbers, lists and maps with text keys: there is nothing that JSON could refuse.
    let json = serde_json::to_string_pretty(blueprint).unwrap_or_default();
    save_json(&format!("{json}\n"), &file_name(&blueprint.name))?;
    Ok(blueprint.name.clone())
}

async fn share(id: &ConfigurationId) -> Result<Message, Failure> {
    let configuration = deeds::load(id).await?;
    match to_share(configuration.platform(), configuration.blueprint()) {
        None => Ok(named(known!("configurations.said.too_long"), save_copy(id).await?)),
        Some(link) if clipboard::copy(page::address(SHARE_PATH, &link)).await => {
            Ok(known!("configurations.said.link").into())
        }
        Some(_) => Ok(known!("files.not_copied").into()),
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

fn save_json(text: &str, name: &str) -> Result<(), Failure> {
    file::save(&Uint8Array::from(text.as_bytes()), name, "application/json").map_err(|_| Failure::NotMade)
}

fn named(key: Key, name: String) -> Message {
    Message { key, values: vec![("name", name)] }
}
