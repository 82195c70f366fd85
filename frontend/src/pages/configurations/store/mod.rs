//! What the page of configurations shows and does. Other tabs hear of everything that is done here, and the list
//! follows what they do.

mod one;
mod travel;

use std::sync::Arc;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use shared::configuration::{ConfigurationId, Summary};
use shared::words::Language;

pub(super) use self::travel::{NotTaken, Offer, Problem};
use super::deeds;
use super::failure::Failure;
use crate::browser::channel::Channel;
use crate::browser::database::StorageError;
use crate::browser::{file, page};
use crate::i18n::{Bundle, Bundles, I18n, Key, use_bundles, use_i18n};
use crate::state::configurations::CHANNEL;
use crate::state::draft::Draft;
use crate::state::toasts::{Message, Toasts, use_toasts};

/// Id of the heading of the list, which takes the focus where what had it is gone.
pub(super) const LIST: &str = "systems-list";

/// Words that steps and problems are told with.
const TOLD: &[Bundle] = &[Bundle::Builder, Bundle::Plan];

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
    /// Whether a file is being read, or a backup restored.
    pub is_busy: RwSignal<bool>,
    /// Whether a backup is being saved.
    pub is_saving: RwSignal<bool>,
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
            is_saving: RwSignal::new(false),
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
        // Some tell nobody what they do, such as the page that makes one of a design.
        let shown = window_event_listener_untyped("visibilitychange", move |_| {
            if page::is_shown() {
                spawn_local(systems.reload());
            }
        });
        on_cleanup(move || shown.remove());
        systems
    }

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

    /// Whether it is known that none is in use.
    pub(super) fn is_empty(self) -> bool {
        self.in_use().is_some_and(|all| all.is_empty())
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
        // What is done goes on when the page is gone.
        self.all.try_with(|all| {
            let all = all.as_ref()?.as_ref().ok()?;
            Some(all.iter().filter(|summary| are(summary)).cloned().collect())
        })?
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

fn save_json(text: &str, name: &str) -> Result<(), Failure> {
    file::save(&Uint8Array::from(text.as_bytes()), name, "application/json").map_err(|_| Failure::NotMade)
}

fn named(key: Key, name: String) -> Message {
    Message { key, values: vec![("name", name)] }
}
