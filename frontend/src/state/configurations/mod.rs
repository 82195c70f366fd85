//! Configurations on this device.
//!
//! Of each there is its document, a line for everything done since, and a summary that says its version. A line is
//! written only on top of the version that its writer knew, in one transaction with the summary: two tabs cannot
//! overwrite each other.

mod record;
mod spill;

use idb::{KeyRange, Transaction};
use js_sys::Array;
use shared::configuration::{Configuration, ConfigurationId, Entry, Saved, Stored, Summary};
use wasm_bindgen::JsValue;

pub(crate) use spill::{Spill, Spilled, TakenIn, forget_all, spilled, steps, take_in};

use self::record::{Kept, Listed};
use crate::browser::database::{self, StorageError, Store, kept, reading, writing};
use crate::browser::{random, time};

/// The channel on which tabs tell each other what they have changed.
pub(crate) const CHANNEL: &str = "csmb.configurations";

/// What is kept of a configuration.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Its texts.
    pub stored: Stored,
    /// What was done since, in order, as texts.
    pub entries: Vec<String>,
    /// How many lines have ever been written: what the whole and the lines since must lead to.
    pub version: u64,
    /// What a list shows of it.
    pub summary: Summary,
    /// What was open and selected, as text; nothing the first time.
    pub session: Option<String>,
}

/// What became of lines to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Appended {
    /// They are kept.
    Done,
    /// Another tab has been quicker: nothing is kept, and what it wrote comes first.
    Behind,
}

/// Every configuration, the one changed last first; those put away as well.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn list() -> Result<Vec<Summary>, StorageError> {
    let transaction = reading(&[Store::Summaries]).await?;
    let all = transaction.object_store(Store::Summaries.as_str())?.get_all(None, None)?.await?;
    let mut summaries: Vec<_> = all.iter().filter_map(Listed::read).map(|listed| listed.summary).collect();
    summaries.sort_by(|one, other| (other.updated_at, &other.id).cmp(&(one.updated_at, &one.id)));
    Ok(summaries)
}

/// Keeps a configuration that is not kept yet.
///
/// # Errors
/// [`StorageError`], also where there is one of its id, be it readable or not; then nothing has changed.
pub(crate) async fn put(configuration: &Configuration, summary: &Summary) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Documents, Store::Entries, Store::Summaries]).await?;
    let key = key(configuration.id());
    for store in [Store::Documents, Store::Summaries] {
        if transaction.object_store(store.as_str())?.get(key.clone())?.await?.is_some() {
            return Err(StorageError::Failed("there is one of this id".to_owned()));
        }
    }
    put_whole(&transaction, configuration, summary)?;
    kept(transaction).await
}

/// Keeps a mended configuration in the place of what was found damaged, unless somebody has written since.
///
/// # Errors
/// [`StorageError`]; then nothing has changed.
pub(crate) async fn mend(
    configuration: &Configuration,
    summary: &Summary,
    found_version: u64,
) -> Result<Appended, StorageError> {
    let transaction = writing(&[Store::Documents, Store::Entries, Store::Summaries]).await?;
    let key = key(configuration.id());
    let listed = transaction.object_store(Store::Summaries.as_str())?.get(key.clone())?.await?;
    if listed.as_ref().and_then(Listed::read).is_none_or(|listed| listed.version != found_version) {
        return Ok(Appended::Behind);
    }
    put_whole(&transaction, configuration, summary)?;
    kept(transaction).await?;
    Ok(Appended::Done)
}

/// Keeps a configuration in the place of the one of its id, which is kept as `away`, unless somebody has written since.
///
/// # Errors
/// [`StorageError`]; then nothing has changed.
pub(crate) async fn replace(
    saved: &Saved,
    away: &Saved,
    found_version: u64,
) -> Result<Appended, StorageError> {
    let transaction = writing(&[Store::Documents, Store::Entries, Store::Summaries]).await?;
    let key = key(&saved.summary.id);
    let listed = transaction.object_store(Store::Summaries.as_str())?.get(key)?.await?;
    if listed.as_ref().and_then(Listed::read).is_none_or(|listed| listed.version != found_version) {
        return Ok(Appended::Behind);
    }
    for Saved { configuration, summary } in [away, saved] {
        put_whole(&transaction, configuration, summary)?;
    }
    kept(transaction).await?;
    Ok(Appended::Done)
}

fn put_whole(
    transaction: &Transaction,
    configuration: &Configuration,
    summary: &Summary,
) -> Result<(), StorageError> {
    let key = key(configuration.id());
    delete(transaction, Store::Entries, range_of(configuration.id())?)?;
    let document = Kept::of(configuration).write();
    store(transaction, Store::Documents, &document, &key)?;
    let listed = Listed { version: configuration.version(), summary: summary.clone() };
    store(transaction, Store::Summaries, &listed.write(), &key)
}

/// What is kept of the configuration `id`; nothing if there is none.
///
/// # Errors
/// [`StorageError`]; [`StorageError::Outdated`] where a record is of a form that this version does not know.
pub(crate) async fn find(id: &ConfigurationId) -> Result<Option<Found>, StorageError> {
    let stores = [Store::Documents, Store::Entries, Store::Summaries, Store::Sessions];
    let transaction = reading(&stores).await?;
    let get = |store: Store| transaction.object_store(store.as_str())?.get(key(id));
    let (document, summary) = (get(Store::Documents)?, get(Store::Summaries)?);
    let session = get(Store::Sessions)?;
    let entries = lines(&transaction, id, 0)?;
    let (document, summary) = (document.await?, summary.await?);
    let (session, entries) = (session.await?, entries.await?);
    let kept = document.as_ref().and_then(Kept::read);
    let listed = summary.as_ref().and_then(Listed::read);
    let (kept, listed) = match (kept, listed) {
        (Some(kept), Some(listed)) => (kept, listed),
        _ if document.is_none() && summary.is_none() => return Ok(None),
        _ => return Err(StorageError::Outdated),
    };
    Ok(Some(Found {
        stored: kept.stored,
        // One that is no text is a damaged line, not a missing one.
        entries: entries.iter().map(|line| line.as_string().unwrap_or_default()).collect(),
        version: listed.version,
        summary: listed.summary,
        session: session.and_then(|session| session.as_string()),
    }))
}

/// What was done to the configuration `id` after `version`, as texts; nothing if the lines are gone already, and the
/// whole must be read.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn since(id: &ConfigurationId, version: u64) -> Result<Option<Vec<String>>, StorageError> {
    let transaction = reading(&[Store::Entries, Store::Summaries]).await?;
    let listed = transaction.object_store(Store::Summaries.as_str())?.get(key(id))?;
    let entries = lines(&transaction, id, version)?;
    let listed = listed.await?.as_ref().and_then(Listed::read);
    let entries: Vec<_> = entries.await?.iter().filter_map(JsValue::as_string).collect();
    let expected = listed.and_then(|listed| listed.version.checked_sub(version));
    Ok((expected == Some(entries.len() as u64)).then_some(entries))
}

/// Keeps what was done to a configuration after `version`.
///
/// # Errors
/// [`StorageError`]; then nothing is kept.
pub(crate) async fn append(
    version: u64,
    entries: &[Entry],
    summary: &Summary,
) -> Result<Appended, StorageError> {
    let transaction = writing(&[Store::Entries, Store::Summaries]).await?;
    let (id, summaries) = (&summary.id, transaction.object_store(Store::Summaries.as_str())?);
    let listed = summaries.get(key(id))?.await?.as_ref().and_then(Listed::read);
    let Some(listed) = listed.filter(|listed| listed.version == version) else {
        return Ok(Appended::Behind);
    };
    for (entry, version) in entries.iter().zip(version + 1..) {
        // Texts, numbers and lists: there is nothing that JSON could refuse.
        let line = serde_json::to_string(entry).unwrap_or_default();
        store(&transaction, Store::Entries, &line.into(), &key_of_line(id, version))?;
    }
    // What is worked on is not put away any more.
    let summary = Summary { created_at: listed.summary.created_at, deleted_at: None, ..summary.clone() };
    let listed = Listed { version: version + entries.len() as u64, summary };
    store(&transaction, Store::Summaries, &listed.write(), &key(id))?;
    kept(transaction).await?;
    Ok(Appended::Done)
}

/// Keeps the whole configuration in the place of an older whole and the lines since.
///
/// # Errors
/// [`StorageError`]; then nothing has changed.
pub(crate) async fn compact(configuration: &Configuration) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Documents, Store::Entries, Store::Summaries]).await?;
    let (id, version) = (configuration.id(), configuration.version());
    let documents = transaction.object_store(Store::Documents.as_str())?;
    let kept_version = documents.get(key(id))?.await?.as_ref().and_then(Kept::version);
    let listed = transaction.object_store(Store::Summaries.as_str())?.get(key(id))?.await?;
    let known = listed.as_ref().and_then(Listed::read).map(|listed| listed.version);
    // Only what is newer, and only what the lines bear out.
    if kept_version.is_some_and(|kept| kept < version) && known.is_some_and(|known| known >= version) {
        store(&transaction, Store::Documents, &Kept::of(configuration).write(), &key(id))?;
        let done = KeyRange::bound(&key_of_line(id, 0), &key_of_line(id, version), None, None)?;
        delete(&transaction, Store::Entries, done)?;
    }
    kept(transaction).await
}

/// Puts a configuration away, or brings it back.
///
/// # Errors
/// [`StorageError`]; then nothing has changed.
pub(crate) async fn set_deleted(id: &ConfigurationId, is_deleted: bool) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Summaries]).await?;
    let summaries = transaction.object_store(Store::Summaries.as_str())?;
    if let Some(mut listed) = summaries.get(key(id))?.await?.as_ref().and_then(Listed::read) {
        listed.summary.deleted_at = is_deleted.then(time::now);
        store(&transaction, Store::Summaries, &listed.write(), &key(id))?;
    }
    kept(transaction).await
}

/// Deletes everything that is kept of a configuration, for good.
///
/// # Errors
/// [`StorageError`]; then nothing has changed.
pub(crate) async fn erase(id: &ConfigurationId) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Documents, Store::Entries, Store::Summaries, Store::Sessions]).await?;
    for store in [Store::Documents, Store::Summaries, Store::Sessions] {
        transaction.object_store(store.as_str())?.delete(key(id))?;
    }
    delete(&transaction, Store::Entries, range_of(id)?)?;
    kept(transaction).await?;
    forget_all(&spilled(id).keys);
    Ok(())
}

/// Remembers what is open and selected in a configuration.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn keep_session(id: &ConfigurationId, session: &str) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Sessions]).await?;
    store(&transaction, Store::Sessions, &session.into(), &key(id))?;
    kept(transaction).await
}

/// Keeps a text that could not be read beside everything else.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn set_aside(id: &ConfigurationId, text: &str) -> Result<(), StorageError> {
    let transaction = writing(&[Store::Aside]).await?;
    let place = random::id(&format!("{id} {}", time::now().to_rfc3339()));
    store(&transaction, Store::Aside, &text.into(), &place.into())?;
    kept(transaction).await
}

/// Asks the browser not to clear what is kept, once there is something to keep.
pub(crate) fn ask_to_persist() {
    leptos::task::spawn_local(async {
        if !database::is_persistent().await {
            // What the browser says shows on the page of configurations.
            let _ = database::persist().await;
        }
    });
}

fn key(id: &ConfigurationId) -> JsValue {
    id.as_str().into()
}

fn key_of_line(id: &ConfigurationId, version: u64) -> JsValue {
    // Versions count single edits: they stay far below what a double holds exactly.
    Array::of2(&key(id), &(version as f64).into()).into()
}

fn range_of(id: &ConfigurationId) -> Result<KeyRange, StorageError> {
    Ok(KeyRange::bound(&key_of_line(id, 0), &Array::of2(&key(id), &f64::INFINITY.into()), None, None)?)
}

/// The lines of `id` after `version`, in order.
fn lines(
    transaction: &Transaction,
    id: &ConfigurationId,
    version: u64,
) -> Result<idb::request::GetAllStoreRequest, StorageError> {
    let end = Array::of2(&key(id), &f64::INFINITY.into());
    let range = KeyRange::bound(&key_of_line(id, version), &end, Some(true), None)?;
    Ok(transaction.object_store(Store::Entries.as_str())?.get_all(Some(range.into()), None)?)
}

fn store(
    transaction: &Transaction,
    store: Store,
    value: &JsValue,
    key: &JsValue,
) -> Result<(), StorageError> {
    transaction.object_store(store.as_str())?.put(value, Some(key))?;
    Ok(())
}

fn delete(transaction: &Transaction, store: Store, range: KeyRange) -> Result<(), StorageError> {
    transaction.object_store(store.as_str())?.delete(range)?;
    Ok(())
}
