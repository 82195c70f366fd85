//! What is done with one of them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shared::configuration::{ConfigurationId, SHARE_PATH, Summary, to_share, write_blueprint};

use super::super::deeds;
use super::super::failure::Failure;
use super::super::file_name::file_name;
use super::{LIST, Systems, named, save_json};
use crate::browser::{clipboard, page};
use crate::i18n::known;
use crate::state::configurations as kept;
use crate::state::toasts::Message;

impl Systems {
    /// Opens one in the builder.
    pub(in super::super) fn go_to(self, id: &ConfigurationId) {
        // The page may be gone by now: then nobody waits for another.
        self.go.try_run(format!("/configurations/{id}"));
    }

    /// Gives one another name.
    pub(in super::super) fn rename(self, id: ConfigurationId, name: String) {
        spawn_local(async move {
            let renamed = match self.words().await {
                Ok(language) => deeds::rename(&id, &name, language).await,
                Err(failure) => Err(failure),
            };
            self.finish(&id, renamed.map(|()| named(known!("configurations.said.renamed"), name))).await;
        });
    }

    /// Makes a copy of one.
    pub(in super::super) fn duplicate(self, id: ConfigurationId) {
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
    pub(in super::super) fn save(self, id: ConfigurationId) {
        spawn_local(async move {
            let saved = save_copy(&id).await;
            self.say(saved.map(|name| named(known!("configurations.said.saved"), name)));
        });
    }

    /// Puts a link to one on the clipboard; one that is too large for a link becomes a file.
    pub(in super::super) fn share(self, id: ConfigurationId) {
        spawn_local(async move { self.say(share(&id).await) });
    }

    /// Puts one away, to be brought back for a while.
    pub(in super::super) fn delete(self, summary: Summary) {
        page::focus_in_place(LIST);
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
    pub(in super::super) fn bring_back(self, id: ConfigurationId, name: String) {
        spawn_local(async move {
            let done = kept::set_deleted(&id, false).await.map_err(Failure::from);
            self.finish(&id, done.map(|()| named(known!("configurations.said.restored"), name))).await;
        });
    }

    /// Deletes one for good.
    pub(in super::super) fn erase(self, summary: Summary) {
        page::focus_in_place(LIST);
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
}

/// Saves the blueprint of one; gives back its name.
async fn save_copy(id: &ConfigurationId) -> Result<String, Failure> {
    let configuration = deeds::load(id).await?;
    let blueprint = configuration.blueprint();
    let json = write_blueprint(blueprint).ok_or(Failure::TooLarge)?;
    save_json(&json, &file_name(&blueprint.name))?;
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
