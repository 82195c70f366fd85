//! Why something is there: a quiet mark beside it, and one note for the whole page that says so.
//!
//! The note opens while a mark is pointed at or has the focus, and stays open while it is pointed at itself.
//! Escape closes it. However many marks there are, there is one note.

mod place;

use std::time::Duration;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::Reason;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use self::place::{Area, place};
use super::icon::{Glyph, Icon};
use crate::i18n::use_i18n;

/// The id of the note.
const NOTE: &str = "reason-note";
/// How long a pointer may be on its way from the mark to the note.
const WAY: Duration = Duration::from_millis(160);

/// What the note says, and beside which mark. Cheap to copy.
#[derive(Clone, Copy)]
struct Note {
    open: RwSignal<Option<Open>, LocalStorage>,
    /// Counts what was done, so that a closing that was thought better of does not come to pass.
    count: StoredValue<u32>,
}

#[derive(Clone)]
struct Open {
    mark: HtmlElement,
    sentence: String,
}

impl Note {
    fn open(self, mark: HtmlElement, sentence: String) {
        self.stay();
        self.open.set(Some(Open { mark, sentence }));
    }

    fn close(self) {
        self.stay();
        if self.open.with_untracked(Option::is_some) {
            self.open.set(None);
        }
    }

    /// Closes unless the pointer arrives somewhere that keeps it open. Focus on the mark keeps it open, too.
    fn close_soon(self) {
        self.stay();
        let counted = self.count.try_get_value();
        let close = move || {
            if self.count.try_get_value() != counted {
                return;
            }
            let is_focused =
                self.open.with_untracked(|open| open.as_ref().is_some_and(|it| has_focus(&it.mark)));
            if !is_focused {
                self.close();
            }
        };
        set_timeout(close, WAY);
    }

    fn stay(self) {
        self.count.try_update_value(|count| *count = count.wrapping_add(1));
    }

    fn is_open_at(self, mark: Option<&HtmlElement>) -> bool {
        self.open.with(|open| open.as_ref().zip(mark).is_some_and(|(open, mark)| open.mark == *mark))
    }
}

/// Gives the marks inside it a note to say their reasons in.
#[component]
pub(crate) fn ReasonNotes(
    /// What has marks.
    children: Children,
) -> impl IntoView {
    let note = Note { open: RwSignal::new_local(None), count: StoredValue::new(0) };
    provide_context(note);
    let listeners = [
        window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                note.close();
            }
        }),
        window_event_listener(leptos::ev::resize, move |_| note.close()),
        // Not everywhere does a tap elsewhere take the focus away from the mark.
        window_event_listener(leptos::ev::pointerdown, move |event: PointerEvent| {
            if !is_within(&event) {
                note.close();
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        {children()}
        <Bubble note/>
    }
}

#[component]
fn Bubble(
    /// What it says.
    note: Note,
) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    let lay = move || {
        if let (Some(open), Some(element)) = (note.open.get_untracked(), element.get_untracked()) {
            lay_out(&open.mark, &element);
        }
    };
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        // Where a browser knows no popovers, the note is shown by its style alone.
        if note.open.with(Option::is_some) {
            let _ = element.show_popover();
            lay();
        } else {
            let _ = element.hide_popover();
        }
    });
    let scrolled = window_event_listener_untyped("scroll", move |_| lay());
    on_cleanup(move || scrolled.remove());
    view! {
        <div
            id=NOTE
            class="reason-note"
            class:open=move || note.open.with(Option::is_some)
            popover="manual"
            role="tooltip"
            node_ref=element
            on:pointerenter=move |_| note.stay()
            on:pointerleave=move |_| note.close_soon()
        >
            {move || note.open.with(|open| open.as_ref().map(|open| open.sentence.clone()))}
        </div>
    }
}

/// Why something is there: a mark beside it that says so when it is asked.
#[component]
pub(crate) fn ReasonNote(
    /// The reason; without one nothing is shown.
    reason: Option<Reason>,
    /// The name of what is there, so that marks can be told apart without seeing what they stand beside.
    #[prop(into, optional)]
    of: String,
) -> impl IntoView {
    let note = use_context::<Note>()?;
    let sentence = reason?.sentence;
    let i18n = use_i18n();
    let name = move || match of.as_str() {
        "" => i18n.text("reason.why"),
        name => i18n.fill("reason.why_named", &[("name", name)]),
    };
    let mark = NodeRef::new();
    let open = move || {
        if let Some(mark) = mark.get_untracked() {
            let mark: web_sys::HtmlButtonElement = mark;
            note.open(mark.into(), sentence.clone());
        }
    };
    let (focus, press) = (open.clone(), open.clone());
    let enter = move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            open()
        }
    };
    let describes = move || note.is_open_at(mark.get().map(HtmlElement::from).as_ref()).then_some(NOTE);
    Some(view! {
        <button
            type="button"
            class="reason-mark"
            node_ref=mark
            aria-label=name
            aria-describedby=describes
            on:pointerenter=enter
            on:pointerleave=move |_| note.close_soon()
            on:focus=move |_| focus()
            on:blur=move |_| note.close()
            on:click=move |_| press()
        >
            <Icon glyph=Glyph::CircleHelp/>
        </button>
    })
}

/// Whether something happens on a mark or on the note.
fn is_within(event: &PointerEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target
        .is_some_and(|target| target.closest(".reason-mark, .reason-note").is_ok_and(|found| found.is_some()))
}

fn has_focus(mark: &HtmlElement) -> bool {
    document().active_element().is_some_and(|focused| *mark.unchecked_ref::<Element>() == focused)
}

fn lay_out(mark: &HtmlElement, note: &HtmlElement) {
    let (at, own) = (mark.get_bounding_client_rect(), note.get_bounding_client_rect());
    let root = document().document_element();
    let window =
        root.map_or((0.0, 0.0), |root| (f64::from(root.client_width()), f64::from(root.client_height())));
    let mark = Area { left: at.left(), top: at.top(), width: at.width(), height: at.height() };
    let (left, top) = place(mark, (own.width(), own.height()), window);
    let style = note.style();
    // Both names are valid, the only thing that these calls refuse.
    let _ = style.set_property("--left", &format!("{left:.0}px"));
    let _ = style.set_property("--top", &format!("{top:.0}px"));
}
