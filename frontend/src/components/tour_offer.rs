//! The offer to be shown around.

use leptos::prelude::*;

use super::button::{Button, Look};
use super::icon::Glyph;
use crate::i18n::t;
use crate::state::help::{Help, Place, Wanted};

/// The offer to be shown around, for those who never were; later it is found where the shortcuts are.
#[component]
pub(crate) fn TourOffer(
    /// Where.
    place: Place,
) -> impl IntoView {
    let help = expect_context::<Help>();
    view! {
        <Show when=move || help.is_new(place)>
            <div class="tour-offer">
                <Button text=t!("tour.start") look=Look::Quiet glyph=Glyph::Compass on_press=move |()| help.want(Wanted::Tour)/>
            </div>
        </Show>
    }
}
