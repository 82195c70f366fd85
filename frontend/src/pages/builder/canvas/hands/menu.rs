//! The menu of a row in a view: every way that a pointer leads, in words.

use leptos::prelude::*;
use shared::operation::ElementId;
use shared::operation::intention::arrange::Hold;

use super::date::Dated;
use super::place::{Place, Way};
use super::scene::Scene;
use super::{Found, Hands};
use crate::components::Glyph;
use crate::pages::builder::menu::Extra;

impl Hands {
    /// Opens the menu of a row at a place of the window.
    pub(super) fn open_menu(self, found: &Found, at: (f64, f64)) {
        let extras = self.look(|scene| self.extras(scene, found)).unwrap_or_default();
        self.menu.open_with(self.bench, &ElementId::Row(found.row.clone()), extras, at);
    }

    fn extras(self, scene: &Scene<'_>, found: &Found) -> Vec<Extra> {
        let row = found.row.clone();
        let open = Callback::new(move |()| self.open(row.clone()));
        let mut extras = vec![self.extra("builder.hands.open", Glyph::Pencil, open)];
        if scene.holds(Hold::Whole) == Ok(true) {
            match scene.place(&found.row, found.column, Hold::Whole) {
                Some(Place::Column(at)) => extras.extend(self.columns(scene, found, at)),
                Some(place) => extras.extend(self.days(scene, found, place)),
                None => {}
            }
        }
        if scene.kind() == "timeline" && scene.holds(Hold::End) == Ok(true) {
            extras.push(self.step(
                "builder.hands.end_earlier",
                Glyph::ArrowLeft,
                found,
                (Hold::End, Way::Back),
            ));
            extras.push(self.step("builder.hands.end_later", Glyph::ArrowRight, found, (Hold::End, Way::On)));
        }
        extras
    }

    fn extra(self, key: &str, glyph: Glyph, run: Callback<()>) -> Extra {
        Extra { name: self.i18n.text(key), glyph, run }
    }

    /// A way into each other column.
    fn columns(self, scene: &Scene<'_>, found: &Found, from: usize) -> Vec<Extra> {
        let extra = |at: usize| {
            let column = scene.told(self.i18n, Place::Column(at));
            let found = found.clone();
            Extra {
                name: self.i18n.fill("builder.hands.move_to", &[("column", &column)]),
                glyph: Glyph::ArrowRight,
                run: Callback::new(move |()| self.put_at(&found, |_, _| Some(Place::Column(at)))),
            }
        };
        (0..scene.columns()).filter(|at| *at != from).map(extra).collect()
    }

    /// A day back, a day on, or to any.
    fn days(self, scene: &Scene<'_>, found: &Found, place: Place) -> Vec<Extra> {
        let held = found.clone();
        let name = scene.name(&found.row);
        let day = place.day().map(|day| day.to_string()).unwrap_or_default();
        let ask = move |()| {
            let dated = Dated { found: held.clone(), name: name.clone(), day: day.clone() };
            self.dated.set(Some(dated));
        };
        vec![
            self.step("builder.hands.earlier", Glyph::ArrowLeft, found, (Hold::Whole, Way::Back)),
            self.step("builder.hands.later", Glyph::ArrowRight, found, (Hold::Whole, Way::On)),
            self.extra("builder.hands.to_date", Glyph::Calendar, Callback::new(ask)),
        ]
    }

    fn step(self, key: &str, glyph: Glyph, found: &Found, (hold, way): (Hold, Way)) -> Extra {
        let found = Found { hold: Some(hold), ..found.clone() };
        self.extra(key, glyph, Callback::new(move |()| self.put_at(&found, |place, _| place.next(way, 0))))
    }
}
