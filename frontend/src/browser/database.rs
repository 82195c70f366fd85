//! The browser's database: records by key in stores, changed several at a time or not at all.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbTransaction, StorageEstimate};

const NAME: &str = "csmb";
/// Version of the stores. A newer one adds stores in [`upgrade`]; pages of older versions are told and let go.
const VERSION: u32 = 1;

/// A store: the kind of records that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Store {
    /// Configurations, whole, by id.
    Documents,
    /// What was done to them since, by id and version.
    Entries,
    /// What lists show of them, by id.
    Summaries,
    /// What was open and selected in each, by id.
    Sessions,
    /// What could not be read, by id and time: nothing is thrown away.
    Aside,
}

impl Store {
    const ALL: [Self; 5] = [Self::Documents, Self::Entries, Self::Summaries, Self::Sessions, Self::Aside];

    /// Its name in the database.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Entries => "entries",
            Self::Summaries => "summaries",
            Self::Sessions => "sessions",
            Self::Aside => "aside",
        }
    }
}

/// Why the device did not keep or find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StorageError {
    /// There is no room left.
    Full,
    /// A newer version of the app has changed the stores: this page must be loaded anew.
    Outdated,
    /// The browser keeps nothing for this page, such as in some private windows.
    Unavailable,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let name = match &error {
            idb::Error::DomException(exception) => exception.name(),
            idb::Error::AddFailed(value)
            | idb::Error::UpdateFailed(value)
            | idb::Error::TransactionOpenFailed(value)
            | idb::Error::IndexedDbOpenFailed(value) => name(value),
            idb::Error::IndexedDbNotFound(_) => return Self::Unavailable,
            _ => String::new(),
        };
        named(&name, &error.to_string())
    }
}

/// What the browser calls `name` and tells as `message`.
fn named(name: &str, message: &str) -> StorageError {
    match name {
        "QuotaExceededError" => StorageError::Full,
        "VersionError" => StorageError::Outdated,
        "SecurityError" => StorageError::Unavailable,
        _ => StorageError::Failed(message.to_owned()),
    }
}

fn name(value: &JsValue) -> String {
    use wasm_bindgen::JsCast;
    value.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

thread_local! {
    /// The connection of this page.
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// A transaction that changes stores. What goes wrong on the way, be it between two requests, takes back all of it:
/// the browser would keep the requests that were granted before.
pub(crate) struct Writing {
    transaction: Transaction,
    handle: IdbTransaction,
    is_left: bool,
}

impl Deref for Writing {
    type Target = Transaction;

    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.is_left {
            // Refused where the browser has taken it back already.
            let _ = self.handle.abort();
        }
    }
}

/// A transaction over `stores` that changes them.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn writing(stores: &[Store]) -> Result<Writing, StorageError> {
    let handle = IdbTransaction::from(begin(stores, TransactionMode::ReadWrite).await?);
    Ok(Writing { transaction: handle.clone().into(), handle, is_left: false })
}

/// A transaction over `stores` that only reads them.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn reading(stores: &[Store]) -> Result<Transaction, StorageError> {
    begin(stores, TransactionMode::ReadOnly).await
}

/// Waits until everything that `writing` changed is kept.
///
/// # Errors
/// [`StorageError`]; then nothing of it is.
pub(crate) async fn kept(mut writing: Writing) -> Result<(), StorageError> {
    writing.is_left = true;
    let transaction = &mut writing.transaction;
    let mut listen = |keep: Function, fail: Function| {
        transaction.on_complete(move |_| drop(keep.call0(&JsValue::UNDEFINED)));
        transaction.on_abort(move |_| drop(fail.call0(&JsValue::UNDEFINED)));
    };
    let ended = JsFuture::from(Promise::new(&mut listen)).await;
    match ended {
        Ok(_) => Ok(()),
        // Every request had been made: what fails without a reason at the end is the room.
        Err(_) => Err(writing
            .handle
            .error()
            .map_or(StorageError::Full, |error| named(&error.name(), &error.message()))),
    }
}

async fn begin(stores: &[Store], mode: TransactionMode) -> Result<Transaction, StorageError> {
    let names: Vec<_> = stores.iter().map(|store| store.as_str()).collect();
    let open = connection().await?;
    if let Ok(transaction) = open.transaction(&names, mode) {
        return Ok(transaction);
    }
    // The browser may have closed the connection: one more is asked for.
    OPEN.with(RefCell::take);
    Ok(connection().await?.transaction(&names, mode)?)
}

async fn connection() -> Result<Rc<Database>, StorageError> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            upgrade(&database);
        }
    });
    let mut database = request.await?;
    // Somebody else may have been quicker: one connection is enough, and the other must not keep a newer version waiting.
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        database.close();
        return Ok(open);
    }
    database.on_version_change(|_| {
        // A newer version of the app waits for this page to let go.
        if let Some(open) = OPEN.with(RefCell::take) {
            open.close();
        }
    });
    let open = Rc::new(database);
    OPEN.set(Some(Rc::clone(&open)));
    Ok(open)
}

/// Makes the stores that are not there yet.
fn upgrade(database: &Database) {
    let had = database.store_names();
    for store in Store::ALL.iter().filter(|store| !had.iter().any(|name| name == store.as_str())) {
        // Refused only outside of an upgrade.
        let _ = database.create_object_store(store.as_str(), ObjectStoreParams::new());
    }
}

/// How much room is used and how much there is, in bytes; nothing where the browser does not tell.
pub(crate) async fn room() -> Option<(f64, f64)> {
    let estimate = window().navigator().storage().estimate().ok()?;
    let estimate: StorageEstimate = JsFuture::from(estimate).await.ok()?.into();
    Some((estimate.get_usage()?, estimate.get_quota()?))
}

/// Whether the browser promises not to clear what is kept when room gets scarce.
pub(crate) async fn is_persistent() -> bool {
    let Ok(promise) = window().navigator().storage().persisted() else { return false };
    JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy())
}

/// Asks the browser for that promise; whether it gave it.
pub(crate) async fn persist() -> bool {
    let Ok(promise) = window().navigator().storage().persist() else { return false };
    JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy())
}
