//! The configurations on this device: a list of them, and the ways in and out.

mod away;
mod deeds;
mod erasing;
mod failure;
mod file_name;
mod list;
mod open_file;
mod problems;
mod renaming;
mod restoring;
mod row;
mod shared_link;
mod storage;
mod store;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::configuration::SHARE_PATH;

use self::away::Away;
use self::erasing::EraseDialog;
use self::list::List;
use self::open_file::{DropPlace, OpenFile};
use self::problems::Problems;
use self::renaming::RenameDialog;
use self::restoring::RestoreDialog;
use self::shared_link::SharedPage;
use self::storage::{BackupCard, StorageCard};
use self::store::Systems;
use crate::components::{ButtonLink, Look, PageHeading};
use crate::i18n::t;

/// The configurations on this device, or one that a link brings.
#[component]
pub(crate) fn ConfigurationsPage() -> impl IntoView {
    // Each of the two addresses makes a page of its own: what comes after must not change this one.
    let is_shared = use_location().pathname.with_untracked(|path| path.trim_end_matches('/') == SHARE_PATH);
    let systems = Systems::open();
    if is_shared {
        view! { <SharedPage systems/> }.into_any()
    } else {
        view! { <ListPage systems/> }.into_any()
    }
}

/// The list with everything around it.
#[component]
fn ListPage(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    view! {
        <DropPlace systems>
            <header class="systems-head">
                <div class="systems-words">
                    <PageHeading text=t!("configurations.title")/>
                    <p class="lead">{t!("configurations.lead")}</p>
                </div>
                <Show when=move || !systems.is_empty()>
                    <div class="actions">
                        <OpenFile systems/>
                        <ButtonLink text=t!("configurations.design") href="/design" look=Look::Primary/>
                    </div>
                </Show>
            </header>
            <Problems systems/>
            <List systems/>
            <Away systems/>
            <div class="systems-device">
                <BackupCard systems/>
                <StorageCard systems/>
            </div>
        </DropPlace>
        <RenameDialog systems/>
        <EraseDialog systems/>
        <RestoreDialog systems/>
    }
}
