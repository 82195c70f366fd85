//! What the diagram shows: the drawing, the view of it, and what stands out.

use std::sync::Arc;

use leptos::prelude::*;
use shared::blueprint::{Blueprint, Table, TableId};
use shared::diagram::{self, CARD_WIDTH, Card, Edge};
use shared::words::Direction;

use super::drawn::Drawn;
use super::neighbours::reading_order;
use super::pointers::Move;
use super::view::{Size, Spot, Stage, View};
use crate::i18n::I18n;

/// How much bigger or smaller a press makes it.
pub(super) const STEP: f64 = 1.25;
/// Below this size, cards show their names alone, and big.
const FAR: f64 = 0.55;

/// The tables of a system, and where each is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Picture {
    /// The system.
    pub blueprint: Arc<Blueprint>,
    /// Where everything is; from right to left where the interface is.
    pub drawn: diagram::Diagram,
    /// The tables by their places, in reading order.
    pub order: Vec<usize>,
    /// Whether it is read from right to left.
    pub from_right: bool,
}

impl Picture {
    fn new(blueprint: Arc<Blueprint>, from_right: bool) -> Self {
        let drawn = diagram::diagram(&blueprint);
        let drawn = if from_right { drawn.mirrored() } else { drawn };
        let order = reading_order(&drawn.cards, from_right);
        Self { blueprint, drawn, order, from_right }
    }

    /// The table at `place`.
    pub(super) fn table(&self, place: usize) -> Option<&Table> {
        self.blueprint.tables.get(place)
    }

    /// The card at `place`.
    pub(super) fn card(&self, place: usize) -> Option<&Card> {
        self.drawn.cards.get(place)
    }

    /// The relations of the table at `place`.
    pub(super) fn relations(&self, place: usize) -> impl Iterator<Item = &Edge> {
        self.drawn.edges.iter().filter(move |edge| edge.touches(place))
    }

    /// Whose colour a relation has: the table with fewer relations, as those of the hub would all look alike.
    pub(super) fn color_of(&self, edge: &Edge) -> usize {
        let count = |place| self.relations(place).count();
        if count(edge.from.table) < count(edge.to.table) { edge.from.table } else { edge.to.table }
    }

    fn size(&self) -> Size {
        Size { width: f64::from(self.drawn.width), height: f64::from(self.drawn.height) }
    }
}

/// What stands out while the rest steps back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lit {
    /// The table at this place, with its relations.
    Table(usize),
    /// The relation at this place, with its tables.
    Relation(usize),
}

impl Lit {
    /// Whether the table at `place` stands out.
    pub(super) fn has_table(self, picture: &Picture, place: usize) -> bool {
        match self {
            Self::Table(lit) => lit == place || picture.relations(lit).any(|edge| edge.touches(place)),
            Self::Relation(lit) => picture.drawn.edges.get(lit).is_some_and(|edge| edge.touches(place)),
        }
    }

    /// Whether the relation at `place` stands out.
    pub(super) fn has_relation(self, picture: &Picture, place: usize) -> bool {
        match self {
            Self::Table(lit) => picture.drawn.edges.get(place).is_some_and(|edge| edge.touches(lit)),
            Self::Relation(lit) => lit == place,
        }
    }
}

/// What the diagram shows. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Store {
    /// The drawing.
    pub picture: Memo<Arc<Picture>>,
    /// Called with the table that the person opens.
    pub on_open: Callback<TableId>,
    /// Called with two tables that the person connects; nothing where tables are only looked at.
    pub on_connect: Option<Callback<(TableId, TableId)>>,
    /// A relation that is being drawn.
    pub drawn: RwSignal<Option<Drawn>>,
    /// What stands out.
    pub lit: RwSignal<Option<Lit>>,
    /// The table that the focus comes to.
    pub current: RwSignal<usize>,
    frame: RwSignal<Size>,
    view: RwSignal<View>,
    is_moved: StoredValue<bool>,
}

impl Store {
    /// Of `blueprint`, with everything in sight.
    pub(super) fn new(
        i18n: I18n,
        blueprint: Memo<Arc<Blueprint>>,
        on_open: Callback<TableId>,
        on_connect: Option<Callback<(TableId, TableId)>>,
    ) -> Self {
        let picture = Memo::new(move |_| {
            let from_right = i18n.language().direction() == Direction::RightToLeft;
            Arc::new(Picture::new(blueprint.get(), from_right))
        });
        let view = View { scale: 1.0, offset: Spot::default() };
        Self {
            picture,
            on_open,
            on_connect,
            drawn: RwSignal::new(None),
            lit: RwSignal::new(None),
            current: RwSignal::new(0),
            frame: RwSignal::new(Size::default()),
            view: RwSignal::new(view),
            is_moved: StoredValue::new(false),
        }
    }

    /// The view of the drawing; everything until the person moves it.
    pub(super) fn view(self) -> View {
        let view = self.view.get();
        if self.is_moved.get_value() { view } else { self.stage().fit() }
    }

    /// Whether so little is seen of a card that its name is all there is room for.
    pub(super) fn is_far(self) -> bool {
        self.view().scale < FAR
    }

    /// Takes note of how big the frame is now.
    pub(super) fn resize(self, frame: Size) {
        let (before, view) = (self.frame.get_untracked(), self.view.get_untracked());
        self.frame.set(frame);
        if self.is_moved.get_value() {
            self.view.set(self.stage_now().resized(view, before));
        }
    }

    /// Everything in sight, and as the frame changes, too.
    pub(super) fn fit(self) {
        self.is_moved.set_value(false);
        self.view.set(self.stage_now().fit());
    }

    /// So many times as big around the middle.
    pub(super) fn zoom(self, factor: f64) {
        self.zoom_at(factor, self.stage_now().middle());
    }

    /// So many times as big around a place of the frame.
    pub(super) fn zoom_at(self, factor: f64, at: Spot) {
        self.set(self.stage_now().zoomed(self.view_now(), factor, at));
    }

    /// Moves the drawing; whether there was anything to move.
    pub(super) fn pan(self, by: Spot) -> bool {
        let before = self.view_now();
        self.set(self.stage_now().panned(before, by));
        self.view_now() != before
    }

    /// Follows pointers; whether anything moved.
    pub(super) fn follow(self, step: Move) {
        let stage = self.stage_now();
        self.set(stage.panned(stage.zoomed(self.view_now(), step.factor, step.at), step.by));
    }

    /// Brings the table at `place` into sight.
    pub(super) fn reveal(self, place: usize) {
        let corners = self.picture.with_untracked(|picture| {
            let card = picture.card(place)?;
            let (left, top) = (f64::from(card.left), f64::from(card.top));
            let end = Spot { x: left + f64::from(CARD_WIDTH), y: top + f64::from(card.height) };
            Some((Spot { x: left, y: top }, end))
        });
        if let Some((from, to)) = corners {
            let view = self.stage_now().revealed(self.view_now(), from, to);
            if view != self.view_now() {
                self.set(view);
            }
        }
    }

    fn set(self, view: View) {
        if view == self.stage_now().fit() {
            return self.fit();
        }
        self.is_moved.set_value(true);
        self.view.set(view);
    }

    fn view_now(self) -> View {
        untrack(|| self.view())
    }

    fn stage(self) -> Stage {
        Stage { drawing: self.picture.with(|picture| picture.size()), frame: self.frame.get() }
    }

    fn stage_now(self) -> Stage {
        untrack(|| self.stage())
    }
}
