//! A row on its way from one place of a view to another.

use leptos::prelude::*;
use shared::blueprint::RowId;
use shared::operation::intention::arrange::Hold;

use super::place::{Place, Way};
use super::{Found, Hands};
use crate::browser::layer;

/// A row that is being carried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Carry {
    /// Which.
    pub row: RowId,
    /// What it is called.
    pub name: String,
    /// Where it was taken up.
    pub from: Place,
    /// Where it would be put down.
    pub to: Place,
    /// Whether keys carry it, and no pointer.
    pub by_keys: bool,
}

impl Hands {
    /// Takes a row up; whether it could be taken. Why not is said.
    pub(super) fn take_up(self, found: &Found, by_keys: bool) -> bool {
        let carry = self.taken(found).map(|carry| Carry { by_keys, ..carry });
        let is_taken = carry.is_some();
        if let (true, Some(carry)) = (by_keys, &carry) {
            self.say("builder.hands.taken", carry);
        }
        self.carry.set(carry);
        is_taken
    }

    /// A row as it is taken up; nothing where it stays, which is said.
    fn taken(self, found: &Found) -> Option<Carry> {
        let hold = found.hold.unwrap_or(Hold::Whole);
        let taken = self.look(|scene| match scene.holds(hold) {
            Ok(true) => {
                let from = scene.place(&found.row, found.column, hold)?;
                let (row, name) = (found.row.clone(), self.named(&scene.name(&found.row)));
                Some(Ok(Carry { row, name, from, to: from, by_keys: false }))
            }
            Ok(false) => None,
            Err(why) => Some(Err(self.why(why))),
        });
        match taken.flatten()? {
            Ok(carry) => Some(carry),
            Err(why) => {
                self.bench.tell(why);
                None
            }
        }
    }

    fn named(self, name: &str) -> String {
        if name.trim().is_empty() { self.i18n.text("builder.unnamed") } else { name.to_owned() }
    }

    /// Carries the row on to another place.
    pub(super) fn carry_to(self, to: Place) {
        let is_there = self.carry.with_untracked(|carry| carry.as_ref().is_none_or(|carry| carry.to == to));
        if is_there {
            return;
        }
        self.carry.update(|carry| {
            if let Some(carry) = carry {
                carry.to = to;
            }
        });
        let carry = self.carry.get_untracked();
        if let Some(carry) = carry.filter(|carry| carry.by_keys) {
            let place = self.look(|scene| scene.told(self.i18n, carry.to)).unwrap_or_default();
            self.bench.said.set(place);
        }
    }

    /// Carries the row to the next place that way.
    pub(super) fn carry_on(self, way: Way) {
        let Some(carry) = self.carry.get_untracked() else { return };
        let next = self.look(|scene| carry.to.next(way, scene.columns())).flatten();
        if let Some(next) = next {
            self.carry_to(next);
        }
    }

    /// Puts the row down where it is carried now.
    pub(super) fn put_down(self) {
        if let Some(carry) = self.carry.get_untracked() {
            self.carry.set(None);
            self.put(&carry);
        }
    }

    /// Leaves the row where it was.
    pub(super) fn give_up(self) {
        if let Some(carry) = self.carry.get_untracked() {
            self.carry.set(None);
            self.say("builder.hands.left", &carry);
        }
    }

    /// Puts a row to where `to` leads from its place, at once.
    pub(super) fn put_at(self, found: &Found, to: impl FnOnce(Place, usize) -> Option<Place>) {
        let Some(carry) = self.taken(found) else { return };
        let to = self.look(|scene| to(carry.from, scene.columns())).flatten();
        if let Some(to) = to {
            if let (Some(day), Some(_)) = (to.day(), self.handled.day.get_value()) {
                // What is moved beyond the month in sight is followed.
                self.handled.day.set_value(Some(day));
            }
            self.put(&Carry { to, ..carry });
        }
    }

    /// Makes the row stand where it is put, as one step, and says where that is.
    fn put(self, carry: &Carry) {
        let operations = self.look(|scene| scene.operations(&carry.row, carry.from, carry.to));
        let Some(Ok(operations)) = operations else { return };
        if operations.is_empty() {
            return self.say("builder.hands.left", carry);
        }
        let column = match carry.to {
            Place::Column(at) => Some(at),
            _ => None,
        };
        self.focus.set_value(Some((carry.row.clone(), column)));
        if self.bench.perform(operations) {
            self.say("builder.hands.moved", carry);
            self.show_now(&carry.row);
        }
    }

    /// Draws the view as it now is, without waiting for an end of the edits; says where it leaves the row out.
    pub(super) fn show_now(self, row: &RowId) {
        self.bench.settled.set(self.bench.blueprint.get_untracked());
        let left_out = self.look(|scene| (!scene.shows(row)).then(|| self.named(&scene.name(row)))).flatten();
        if let Some(name) = left_out {
            self.bench.tell(self.i18n.fill("builder.hands.left_out", &[("row", &name)]));
        }
    }

    /// Says something about a row and where it is to stand.
    fn say(self, key: &str, carry: &Carry) {
        let place = self.look(|scene| scene.told(self.i18n, carry.to)).unwrap_or_default();
        self.bench.said.set(self.i18n.fill(key, &[("row", &carry.name), ("place", &place)]));
    }

    /// Where days run to the left.
    pub(super) fn is_rtl(self) -> bool {
        self.frame.get_untracked().is_some_and(|frame| layer::is_right_to_left(&frame))
    }
}
