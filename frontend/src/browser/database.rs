//! The browser's database: records by key in stores, changed several at a time or not at all.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode, TransactionResult,
};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, StorageEstimate};

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
        match name.as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Outdated,
            "SecurityError" => Self::Unavailable,
            _ => Self::Failed(error.to_string()),
        }
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

/// A transaction over `stores` that changes them.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn writing(stores: &[Store]) -> Result<Transaction, StorageError> {
    begin(stores, TransactionMode::ReadWrite).await
}

/// A transaction over `stores` that only reads them.
///
/// # Errors
/// [`StorageError`].
pub(crate) async fn reading(stores: &[Store]) -> Result<Transaction, StorageError> {
    begin(stores, TransactionMode::ReadOnly).await
}

/// Waits until everything that `transaction` changed is kept.
///
/// # Errors
/// [`StorageError`]; then nothing of it is.
pub(crate) async fn kept(transaction: Transaction) -> Result<(), StorageError> {
    match transaction.await? {
        TransactionResult::Committed => Ok(()),
        // Every request had been granted: what fails at the end is the room.
        TransactionResult::Aborted => Err(StorageError::Full),
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
