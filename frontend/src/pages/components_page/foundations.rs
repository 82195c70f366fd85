//! Colours, type and shapes.

use leptos::prelude::*;
use shared::blueprint::Color;

use super::specimen::{Family, Specimen, States, say};
use crate::components::{Badge, Glyph, Icon, Kbd, OptionChip};

const COLORS: [(Color, &str); 10] = [
    (Color::Gray, "Gray"),
    (Color::Red, "Red"),
    (Color::Orange, "Orange"),
    (Color::Yellow, "Yellow"),
    (Color::Green, "Green"),
    (Color::Teal, "Teal"),
    (Color::Blue, "Blue"),
    (Color::Purple, "Purple"),
    (Color::Pink, "Pink"),
    (Color::Brown, "Brown"),
];
const SIZES: [u8; 8] = [44, 32, 24, 20, 16, 14, 13, 12];
const GLYPHS: [Glyph; 12] = [
    Glyph::Table,
    Glyph::Calendar,
    Glyph::SquareKanban,
    Glyph::ChartColumn,
    Glyph::Search,
    Glyph::Pencil,
    Glyph::Copy,
    Glyph::Download,
    Glyph::ArrowRight,
    Glyph::Undo2,
    Glyph::Trash2,
    Glyph::Ellipsis,
];

/// Colours, type and shapes.
#[component]
pub(super) fn Foundations() -> impl IntoView {
    let ramp = (1..=12)
        .map(|step| view! { <span class="ramp-swatch" style:background=format!("var(--n-{step})")></span> });
    let sizes = SIZES.map(|size| {
        view! { <p class="type-line" style:font-size=format!("var(--text-{size})")><code>{size}</code> {say("Chats worth keeping")}</p> }
    });
    let icons = |large: bool| GLYPHS.map(|glyph| view! { <Icon glyph large/> }).collect_view();
    view! {
        <Family name="Foundations">
            <Specimen name="--n-1 … --n-12" when="Twelve steps from the page to the text. Use the names of what they are for.">
                <div class="ramp" aria-hidden="true">{ramp.collect_view()}</div>
            </Specimen>
            <Specimen name="OptionChip" when="An option of a select field, in one of ten colours.">
                <States>
                    {COLORS.map(|(color, name)| view! { <OptionChip name=say(name).get_untracked() color/> }).collect_view()}
                </States>
            </Specimen>
            <Specimen name="--text-…" when="14 in the workbench, 16 on pages, larger for headings alone.">
                <div class="type-scale">{sizes.collect_view()}</div>
            </Specimen>
            <Specimen name="Icon" when="Beside a text that says the same, at 16 or 20 px. Lines are 1.5 px thick at both.">
                <States>{icons(false)}</States>
                <States>{icons(true)}</States>
            </Specimen>
            <Specimen name="Badge" when="A small fact beside a name. Colour repeats what the word says.">
                <States>
                    <Badge text=say("Draft")/>
                    <Badge text=say("Exact") tone="green"/>
                    <Badge text=say("Adapted") tone="amber"/>
                    <Badge text=say("Failed") tone="red"/>
                    <Badge text=say("By hand") tone="blue"/>
                </States>
            </Specimen>
            <Specimen name="Kbd" when="Keys to press, as they are called on this keyboard.">
                <States>
                    <Kbd keys="Mod+K"/>
                    <Kbd keys="Shift+?"/>
                    <Kbd keys="Up"/>
                    <Kbd keys="Enter"/>
                </States>
            </Specimen>
        </Family>
    }
}
