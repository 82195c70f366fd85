//! Direction of the page and length of its texts; the theme is in the top bar.

use leptos::prelude::*;

use super::specimen::say;
use crate::browser::{boot, page};
use crate::components::{Segment, Segmented, Switch};

/// Direction of the page and length of its texts.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let usual = page::direction();
    let direction = RwSignal::new(usual);
    let turn = move |to: &'static str| {
        page::set_direction(to);
        direction.set(to);
    };
    on_cleanup(move || page::set_direction(usual));
    let segment = |value, name| Segment { value, name: say(name), glyph: None };
    view! {
        <div class="kit-tools">
            <Segmented
                legend=say("Direction of the page")
                name="kit-direction"
                segments=vec![segment("ltr", "Left to right"), segment("rtl", "Right to left")]
                chosen=direction
                on_choose=turn
            />
            <Switch
                label=say("Longer texts")
                is_on=Signal::stored(boot::is_lengthened())
                on_change=boot::lengthen
            />
        </div>
    }
}
