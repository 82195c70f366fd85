//! How the rows of a view are taken hold of, where they can be. Without this in the context, views are to look at alone.

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::blueprint::RowId;

use crate::components::{Glyph, Icon};
use crate::i18n::I18n;
use crate::pages::result::cell::unbroken;

/// How the rows of a view are taken hold of. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Handled {
    /// Id of the text that says which keys there are.
    pub keys: &'static str,
    /// The rows that are selected.
    pub selected: Memo<Vec<RowId>>,
    /// A day of the week or month that a calendar has open: it stays open when the view is drawn anew.
    pub day: StoredValue<Option<NaiveDate>>,
    /// Whether the view is drawn anew, and so stays scrolled where it was.
    pub is_redrawn: StoredValue<bool>,
}

impl Handled {
    /// What whoever shows the view said of it.
    pub(super) fn get() -> Option<Self> {
        use_context()
    }

    fn is_selected(self, row: &RowId) -> bool {
        self.selected.with(|selected| selected.contains(row))
    }
}

/// What a row is called: a button where the row can be taken hold of, with another one for its menu.
pub(super) fn name(i18n: I18n, row: &RowId, label: &str) -> AnyView {
    match Handled::get() {
        None => unbroken(label).into_any(),
        Some(handled) => held(i18n, handled, label, row.clone()),
    }
}

fn held(i18n: I18n, handled: Handled, label: &str, row: RowId) -> AnyView {
    let label = StoredValue::new(label.to_owned());
    let is_named = label.with_value(|label| !label.trim().is_empty());
    let name = move || if is_named { label.get_value() } else { i18n.text("builder.unnamed") };
    let menu = move || i18n.fill("builder.hands.menu", &[("row", &name())]);
    let is_selected = Memo::new(move |_| handled.is_selected(&row));
    view! {
        <button
            type="button"
            class="row-name"
            class:selected=is_selected
            aria-describedby=handled.keys
            aria-current=move || is_selected.get().then_some("true")
        >
            {move || unbroken(&name())}
        </button>
        <button type="button" class="icon-button row-menu" aria-label=menu aria-haspopup="menu">
            <Icon glyph=Glyph::Ellipsis/>
        </button>
    }
    .into_any()
}
