//! How the builder is laid out: what can be done at the top, the outline, the canvas and the side, a line at the end.

use leptos::prelude::*;

use super::canvas::Canvas;
use super::clipboard;
use super::from_file::FromFile;
use super::keys;
use super::outline::Outline;
use super::palette::Palette;
use super::session::{OUTLINE_WIDTH, SIDE_WIDTH};
use super::side::Side;
use super::splitter::Splitter;
use super::status::Status;
use super::store::use_workbench;
use super::toolbar::Toolbar;
use crate::components::{ReasonNotes, Segment, Segmented};
use crate::i18n::t;

/// The pane that a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pane {
    /// What there is.
    Outline,
    /// What is open.
    Canvas,
    /// What can be changed.
    Side,
}

impl Pane {
    fn as_str(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Canvas => "canvas",
            Self::Side => "side",
        }
    }

    fn parse(name: &str) -> Self {
        match name {
            "outline" => Self::Outline,
            "side" => Self::Side,
            _ => Self::Canvas,
        }
    }
}

/// The builder.
#[component]
pub(crate) fn Bench() -> impl IntoView {
    let bench = use_workbench();
    let (pane, session) = (bench.pane, bench.session);
    let outline = Memo::new(move |_| session.with(|it| it.is_outline_open));
    let side = Memo::new(move |_| session.with(|it| it.is_side_open));
    let outline_width = Memo::new(move |_| session.with(|it| it.outline_width));
    let side_width = Memo::new(move |_| session.with(|it| it.side_width));
    keys::watch(bench);
    clipboard::watch(bench);
    bench.settle_once_drawn();
    view! {
        <div
            class="bench dense"
            data-pane=move || pane.get().as_str()
            class:no-outline=move || !outline.get()
            class:no-side=move || !side.get()
            style=("--outline", move || format!("{}px", outline_width.get()))
            style=("--side", move || format!("{}px", side_width.get()))
        >
            <ReasonNotes>
                <Toolbar/>
                <Outline/>
                <Splitter
                    label=t!("builder.split.outline")
                    width=outline_width
                    usual=OUTLINE_WIDTH
                    on_change=move |width| bench.arrange(|it| it.outline_width = width)
                />
                <Canvas/>
                <Splitter
                    label=t!("builder.split.side")
                    width=side_width
                    usual=SIDE_WIDTH
                    is_after=true
                    on_change=move |width| bench.arrange(|it| it.side_width = width)
                />
                <Side/>
                <Status/>
                <Panes pane/>
                <Palette/>
                <FromFile/>
            </ReasonNotes>
            <p class="visually-hidden" role="status">{move || bench.said.get()}</p>
        </div>
    }
}

/// The way from pane to pane on a narrow screen.
#[component]
fn Panes(
    /// The pane in sight.
    pane: RwSignal<Pane>,
) -> impl IntoView {
    let segment = |pane: Pane, name| Segment { value: pane.as_str(), name, glyph: None };
    view! {
        <div class="bench-panes">
            <Segmented
                legend=t!("builder.panes")
                name="pane"
                segments=vec![
                    segment(Pane::Outline, t!("builder.outline")),
                    segment(Pane::Canvas, t!("builder.canvas")),
                    segment(Pane::Side, t!("builder.side")),
                ]
                chosen=Signal::derive(move || pane.get().as_str())
                on_choose=move |name: &'static str| pane.set(Pane::parse(name))
            />
        </div>
    }
}
