//! What is loaded on first use: each chunk is a WebAssembly module of its own, with all that only it needs.
//!
//! How to add one is told in `docs/decisions/0006-code-splitting.md`.

use std::pin::Pin;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement};

use crate::browser::{idle, retry};
use crate::pages;

/// The functions of a chunk. Unless it is split, all of them are part of the one module there is.
// Left as it is: formatting moves the attribute further to the right each time.
#[rustfmt::skip]
macro_rules! chunk {
    ($module:ident, $preload:ident, $view:path) => {
        #[cfg_attr(
            split,
            leptos::wasm_split::wasm_split(
                $module,
                wasm_split_path = ::leptos::wasm_split,
                preload($preload),
                fallible
            )
        )]
        fn $module() -> Result<AnyView, NotLoaded> {
            Ok($view().into_any())
        }

        #[cfg(not(split))]
        async fn $preload() -> Result<(), NotLoaded> {
            Ok(())
        }
    };
}

chunk!(result, load_result, pages::result::ResultPage);
chunk!(file, load_file, pages::files::FilePage);
chunk!(components, load_components, pages::components_page::ComponentsPage);
chunk!(preview, load_preview, pages::wizard::Preview);
chunk!(errors, load_errors, pages::errors::ErrorsPage);
chunk!(help, load_help, pages::help::Help);
chunk!(builder, load_builder, pages::builder::BuilderPage);
chunk!(configurations, load_configurations, pages::configurations::ConfigurationsPage);

/// A chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chunk {
    /// The system so far, beside the wizard's questions.
    Preview,
    /// The result page.
    Result,
    /// The page of a file.
    File,
    /// The page of every component: for those who build, and so not fetched before it is asked for.
    Components,
    /// The page of errors, and sending them.
    Errors,
    /// The shortcuts and the tour.
    Help,
    /// The builder of a configuration.
    Builder,
    /// The configurations on this device.
    Configurations,
}

impl Chunk {
    /// Those that people need, in the order in which they are fetched while the browser is idle.
    const WANTED: [Self; 6] =
        [Self::Preview, Self::Result, Self::File, Self::Help, Self::Configurations, Self::Builder];

    /// The chunk of the page at this path; none for pages that are part of the first load.
    fn of_path(path: &str) -> Option<Self> {
        match path.trim_matches('/').split('/').collect::<Vec<_>>().as_slice() {
            ["design", ..] => Some(Self::Preview),
            ["system", "files", _] => Some(Self::File),
            ["system", ..] => Some(Self::Result),
            ["configurations"] | ["configurations", "shared"] => Some(Self::Configurations),
            ["configurations", _] => Some(Self::Builder),
            ["errors"] => Some(Self::Errors),
            _ => None,
        }
    }

    /// Loads it, unless that is done.
    ///
    /// # Errors
    /// [`NotLoaded`], after a few attempts; the next call tries again.
    pub(crate) async fn load(self) -> Result<(), NotLoaded> {
        retry::read(|| self.attempt()).await
    }

    async fn attempt(self) -> Result<(), NotLoaded> {
        match self {
            Self::Preview => load_preview().await?,
            Self::Result => load_result().await?,
            Self::File => load_file().await?,
            Self::Components => load_components().await?,
            Self::Errors => load_errors().await?,
            Self::Help => load_help().await?,
            Self::Builder => load_builder().await?,
            Self::Configurations => load_configurations().await?,
        }
        Ok(())
    }

    /// What it shows; nothing until it is loaded.
    pub(crate) fn view(self) -> Option<AnyView> {
        match self {
            Self::Preview => shown(preview()),
            Self::Result => shown(result()),
            Self::File => shown(file()),
            Self::Components => shown(components()),
            Self::Errors => shown(errors()),
            Self::Help => shown(help()),
            Self::Builder => shown(builder()),
            Self::Configurations => shown(configurations()),
        }
    }
}

/// Sends the errors that were written down on this device.
///
/// # Errors
/// [`NotLoaded`]; errors that cannot be sent wait for the next time.
pub(crate) async fn send_errors() -> Result<(), NotLoaded> {
    #[cfg(split)]
    sending().await?.await;
    #[cfg(not(split))]
    sending()?.await;
    Ok(())
}

/// Part of the chunk of errors: only those who chose to send any load it for that.
#[cfg_attr(
    split,
    leptos::wasm_split::wasm_split(errors, wasm_split_path = ::leptos::wasm_split, fallible)
)]
fn sending() -> Result<Pin<Box<dyn Future<Output = ()>>>, NotLoaded> {
    Ok(Box::pin(pages::errors::send_unsent()))
}

/// A chunk cannot be had: the server is out of reach, or has a newer version and has dropped this one.
#[derive(Clone, Debug)]
pub(crate) struct NotLoaded;

impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A view that is there at once, as that of a loaded chunk is. It must be made where it is shown: what it holds on
/// to lives as long as the place it was made in.
#[cfg(split)]
fn shown(view: impl Future<Output = Result<AnyView, NotLoaded>>) -> Option<AnyView> {
    use std::task::{Context, Poll, Waker};

    match std::pin::pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

#[cfg(not(split))]
fn shown(view: Result<AnyView, NotLoaded>) -> Option<AnyView> {
    view.ok()
}

/// Fetches every chunk before it is needed: when the browser has nothing better to do, and at once when a person
/// turns to a link that leads to one.
pub(crate) fn preload() {
    for event in ["pointerover", "focusin"] {
        window_event_listener_untyped(event, |event| {
            if let Some(chunk) = linked(&event) {
                preload_now(chunk);
            }
        });
    }
    idle::when_idle(|| Chunk::WANTED.into_iter().for_each(preload_now));
}

fn preload_now(chunk: Chunk) {
    // One that cannot be had now is asked for again when it is needed.
    leptos::task::spawn_local(async move { drop(chunk.load().await) });
}

/// The chunk that the link under the pointer or the focus leads to.
fn linked(event: &Event) -> Option<Chunk> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = element.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let is_ours = link.origin() == window().location().origin().ok()?;
    is_ours.then(|| Chunk::of_path(&link.pathname())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<Chunk>) {
        assert_eq!(Chunk::of_path(path), expected, "{path}");
    }

    #[test]
    fn paths_lead_to_the_chunks_of_their_pages() {
        check("/", None);
        check("/nowhere", None);
        check("/design/platform", Some(Chunk::Preview));
        check("/system/tables", Some(Chunk::Result));
        check("/system/files", Some(Chunk::Result));
        check("/system/files/xlsx", Some(Chunk::File));
        check("/configurations", Some(Chunk::Configurations));
        check("/configurations/shared", Some(Chunk::Configurations));
        check("/configurations/cfg_1", Some(Chunk::Builder));
        check("/errors", Some(Chunk::Errors));
    }
}
