//! Taking configurations out of a backup. Each is read back before it counts as restored, and nothing that was here is
//! gone for it.

use shared::configuration::{Configuration, ConfigurationId, Saved, Standing, Summary};
use shared::operation::history::Origin;
use shared::words::Language;

use super::{ATTEMPTS, Here, new_id, read, renaming};
use crate::browser::time;
use crate::pages::configurations::failure::Failure;
use crate::state::configurations::{self as kept, Appended};

/// What becomes of a configuration of a backup that differs from the one here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Choice {
    /// It comes under another id and name.
    #[default]
    KeepBoth,
    /// It takes the place of the one here, which is put away.
    Replace,
    /// It stays in the backup.
    LeaveOut,
}

/// What a configuration of a backup is to those that are here.
pub(in super::super) async fn standing(saved: &Saved) -> Result<Standing, Failure> {
    Ok(look(saved).await?.0)
}

/// Adds a configuration of a backup, unless the same is here; `choice` says what becomes of one that differs, `name`
/// how it is called then. Gives back the id of what was added, replaced or brought back.
pub(in super::super) async fn restore(
    saved: &Saved,
    choice: Choice,
    name: &str,
    language: Language,
) -> Result<Option<ConfigurationId>, Failure> {
    let id = &saved.summary.id;
    match (look(saved).await?.0, choice) {
        (Standing::Same, _) | (Standing::Differs(_) | Standing::Unreadable, Choice::LeaveOut) => {
            return Ok(None);
        }
        (Standing::PutAway, _) => kept::set_deleted(id, false).await?,
        (Standing::New, _) => {
            // What was put away can be brought back for as long as if it had been put away today.
            let deleted_at = saved.summary.deleted_at.map(|_| time::now());
            put(&saved.configuration, &Summary { deleted_at, ..saved.summary.clone() }).await?;
        }
        (Standing::Differs(_), Choice::Replace) => replace(saved).await?,
        (Standing::Differs(_) | Standing::Unreadable, _) => {
            let renaming = renaming(name, Origin::Import, language);
            let moved = saved.configuration.clone().moved_as(new_id(), &renaming)?;
            put(&moved, &moved.summary(saved.summary.created_at, time::now())).await?;
            return Ok(Some(moved.id().clone()));
        }
    }
    Ok(Some(id.clone()))
}

async fn look(saved: &Saved) -> Result<(Standing, Option<Here>), Failure> {
    match read(&saved.summary.id).await {
        Ok(None) => Ok((Standing::New, None)),
        Ok(Some(here)) if here.is_whole => {
            let standing = saved.standing(Some((&here.configuration, here.summary.deleted_at.is_some())));
            Ok((standing, Some(here)))
        }
        // What is damaged cannot be compared, nor put away whole.
        Ok(Some(_)) | Err(Failure::Unreadable) => Ok((Standing::Unreadable, None)),
        Err(other) => Err(other),
    }
}

async fn put(configuration: &Configuration, summary: &Summary) -> Result<(), Failure> {
    kept::put(configuration, summary).await?;
    check(configuration).await
}

/// Keeps the one of the backup in the place of the one here, which is put away under another id.
async fn replace(saved: &Saved) -> Result<(), Failure> {
    for _ in 0..ATTEMPTS {
        let (_, here) = look(saved).await?;
        let Here { configuration, summary, kept_version, spilled, .. } = here.ok_or(Failure::Gone)?;
        // Tabs that have it open must see that it is another one.
        let restored = saved.configuration.clone().raised_to(configuration.version() + 1);
        let restored =
            Saved { summary: Summary { deleted_at: None, ..saved.summary.clone() }, configuration: restored };
        let id = new_id();
        let away = Saved {
            summary: Summary { id: id.clone(), deleted_at: Some(time::now()), ..summary },
            configuration: configuration.moved(id),
        };
        if kept::replace(&restored, &away, kept_version).await? == Appended::Done {
            // What tabs had left behind is in what was put away.
            kept::forget_all(&spilled);
            check(&away.configuration).await?;
            return check(&restored.configuration).await;
        }
    }
    Err(Failure::Unreadable)
}

/// Makes sure that what is kept is what was meant, to the byte.
async fn check(configuration: &Configuration) -> Result<(), Failure> {
    let found = kept::find(configuration.id()).await?;
    let is_kept = found.is_some_and(|found| found.stored == configuration.store());
    if is_kept { Ok(()) } else { Err(Failure::NotRestored) }
}
