//! What is done to configurations without opening them: each of these keeps what it does, or changes nothing.

mod restoring;

use shared::answers::Answers;
use shared::blueprint::Blueprint;
use shared::configuration::{Act, Backup, Configuration, ConfigurationId, Entry, Saved, Summary};
use shared::operation::history::{Origin, Stamp, StepId};
use shared::operation::intention::free_name;
use shared::operation::{BlueprintProperty, Operation};
use shared::platform::Platform;
use shared::validate::NAME_MAX;
use shared::words::Language;

pub(super) use self::restoring::{Choice, restore, standing};

use super::failure::Failure;
use crate::browser::database::StorageError;
use crate::browser::{random, time};
use crate::pages::builder::opening::{self, Read};
use crate::state::configurations::{self as kept, Appended};

/// How often something is tried anew when another tab has been quicker.
const ATTEMPTS: usize = 8;
/// How much longer the name of a copy is than the name of what it copies, in characters, at most.
const MORE_MAX: usize = 75;

/// Every configuration, the one changed last first. Those put away too long ago are erased on the way.
pub(super) async fn list() -> Result<Vec<Summary>, StorageError> {
    let (now, mut summaries) = (time::now(), kept::list().await?);
    for expired in summaries.iter().filter(|summary| summary.is_expired(now)) {
        // What cannot be erased now is asked for again with the next list.
        drop(kept::erase(&expired.id).await);
    }
    summaries.retain(|summary| !summary.is_expired(now));
    Ok(summaries)
}

/// The configuration as it now is.
pub(super) async fn load(id: &ConfigurationId) -> Result<Configuration, Failure> {
    Ok(read(id).await?.ok_or(Failure::Gone)?.configuration)
}

/// Gives a configuration another name, as a step of its history; told in `language`.
pub(super) async fn rename(id: &ConfigurationId, name: &str, language: Language) -> Result<(), Failure> {
    for _ in 0..ATTEMPTS {
        let Here { mut configuration, summary, mut unsaved, kept_version, .. } =
            read(id).await?.ok_or(Failure::Gone)?;
        let entry = renaming(name, Origin::Me, language);
        let done = configuration.perform(&entry)?;
        if !done.is_noted {
            return Ok(());
        }
        unsaved.push(entry.told_as(&done));
        let summary = configuration.summary(summary.created_at, time::now());
        match kept::append(kept_version, &unsaved, &summary).await? {
            Appended::Done => return Ok(()),
            Appended::Behind => {}
        }
    }
    // Lines that cannot be read stand in the way: the builder sets them aside.
    Err(Failure::Unreadable)
}

/// Makes a copy under a name that `taken` does not hold; gives back that name.
pub(super) async fn duplicate(
    id: &ConfigurationId,
    taken: &[String],
    language: Language,
) -> Result<(ConfigurationId, String), Failure> {
    let configuration = load(id).await?;
    let taken: Vec<_> = taken.iter().map(String::as_str).collect();
    let name = free_name(short(&configuration.blueprint().name), &taken, language);
    let copy = configuration.copy(new_id(), &name);
    keep(&copy).await?;
    Ok((copy.id().clone(), name))
}

/// `name`, cut so that it still fits with what a copy's name says more.
pub(super) fn short(name: &str) -> &str {
    let end = name.char_indices().nth(NAME_MAX - MORE_MAX).map_or(name.len(), |(at, _)| at);
    name.get(..end).unwrap_or(name)
}

/// Keeps a new configuration.
pub(super) async fn make(
    platform: Platform,
    answers: Option<Answers>,
    blueprint: Blueprint,
) -> Result<ConfigurationId, StorageError> {
    let configuration = Configuration::new(new_id(), platform, answers, blueprint);
    keep(&configuration).await?;
    // Whether and when the browser promises, work goes on.
    kept::ask_to_persist();
    Ok(configuration.id().clone())
}

/// Everything on this device, and the names of what cannot be read.
pub(super) async fn back_up() -> Result<(Backup, Vec<String>), Failure> {
    let (mut configurations, mut unread) = (Vec::new(), Vec::new());
    for summary in kept::list().await? {
        match read(&summary.id).await {
            Ok(Some(here)) => {
                if !here.is_whole {
                    unread.push(here.summary.name.clone());
                }
                configurations.push(Saved { configuration: here.configuration, summary: here.summary });
            }
            // Erased in another tab meanwhile.
            Ok(None) => {}
            Err(Failure::Unreadable) => unread.push(summary.name),
            Err(other) => return Err(other),
        }
    }
    Ok((Backup { made_at: time::now(), configurations }, unread))
}

async fn keep(configuration: &Configuration) -> Result<(), StorageError> {
    let now = time::now();
    kept::put(configuration, &configuration.summary(now, now)).await
}

/// A configuration that is here.
struct Here {
    configuration: Configuration,
    summary: Summary,
    /// The version that it was read in, without what is not kept yet.
    kept_version: u64,
    /// What tabs have left behind, which is done and not kept yet.
    unsaved: Vec<Entry>,
    /// Where they have left it.
    spilled: Vec<String>,
    /// Whether all of it could be read.
    is_whole: bool,
}

async fn read(id: &ConfigurationId) -> Result<Option<Here>, Failure> {
    let Some(found) = kept::find(id).await? else { return Ok(None) };
    let Read { mut configuration, damaged, .. } = opening::read(&found)?;
    let kept_version = configuration.version();
    let kept::Spilled { lines, keys: spilled } = kept::spilled(id);
    let kept::TakenIn { entries: unsaved, refused } = kept::take_in(&mut configuration, &lines);
    let is_whole = damaged.is_empty() && refused.is_empty();
    Ok(Some(Here { configuration, summary: found.summary, kept_version, unsaved, spilled, is_whole }))
}

fn renaming(name: &str, origin: Origin, language: Language) -> Entry {
    let id = StepId::new(random::id("step"));
    let stamp = Stamp { id, at: time::now(), origin, language, label: None };
    let set = BlueprintProperty::Name(name.to_owned());
    Entry::new(stamp, Act::Do { operations: vec![Operation::EditBlueprint { set }] })
}

fn new_id() -> ConfigurationId {
    ConfigurationId::new(random::id("cfg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_leave_room() {
        assert_eq!(short("Work chats"), "Work chats");
        assert_eq!(short(&"é".repeat(NAME_MAX)).chars().count(), NAME_MAX - MORE_MAX);
    }
}
