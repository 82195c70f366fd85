//! A file on its page: what it is made of, and what the worker says of it.

use leptos::prelude::*;
use shared::artifact::ArtifactFormat;

use super::making::Making;
use crate::api::worker::{Failure, Order, Previewed};
use crate::state::draft::Draft;

/// A file on its page. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct File {
    /// Which file.
    pub format: ArtifactFormat,
    /// Whether the worker is at it.
    pub making: Making,
    made: LocalResource<Result<Previewed, Failure>>,
}

impl File {
    /// The file of `format` that the answers of `draft` make.
    pub(crate) fn of(draft: Draft, format: ArtifactFormat) -> Self {
        let blueprint = draft.blueprint();
        let platform = Memo::new(move |_| draft.with(|answers| answers.platform));
        let making = Making::new();
        let made = LocalResource::new(move || {
            let order = Order { blueprint: (*blueprint.get()).clone(), platform: platform.get(), format };
            making.preview(order)
        });
        Self { format, making, made }
    }

    /// What there is to show: nothing while it is made, unless an earlier one still stands.
    pub(crate) fn shown(self) -> Option<Result<Previewed, Failure>> {
        match self.made.get() {
            Some(Err(_)) if self.making.is_under_way() => None,
            made => made,
        }
    }

    /// The file, once it is made.
    pub(crate) fn made(self) -> Option<Previewed> {
        self.made.get().and_then(Result::ok)
    }

    /// Whether there is none to take.
    pub(crate) fn has_failed(self) -> bool {
        matches!(self.shown(), Some(Err(_)))
    }

    /// Makes it once more.
    pub(crate) fn try_again(self) {
        self.made.refetch();
    }
}
