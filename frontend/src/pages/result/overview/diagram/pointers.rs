//! What fingers and mice do to a drawing.

use super::view::Spot;

/// How far a pointer goes before it is no click any more.
const CLICK_PX: f64 = 4.0;

/// The pointers that are down.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pointers {
    down: Vec<(i32, Spot)>,
    start: Spot,
    is_drag: bool,
}

/// A move of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Move {
    /// How many times as big it becomes.
    pub factor: f64,
    /// What stays in place meanwhile.
    pub at: Spot,
    /// How far it goes.
    pub by: Spot,
}

impl Pointers {
    /// A pointer goes down.
    pub(super) fn down(&mut self, id: i32, at: Spot) {
        self.up(id);
        if self.down.is_empty() {
            (self.start, self.is_drag) = (at, false);
        }
        self.down.push((id, at));
    }

    /// A pointer goes up.
    pub(super) fn up(&mut self, id: i32) {
        self.down.retain(|(other, _)| *other != id);
    }

    /// A pointer moves; nothing while it may still be a click.
    pub(super) fn moved(&mut self, id: i32, at: Spot) -> Option<Move> {
        let before = self.grip()?;
        let pointer = self.down.iter_mut().find(|(other, _)| *other == id)?;
        if !self.is_drag && distance(self.start, at) < CLICK_PX {
            return None;
        }
        pointer.1 = at;
        self.is_drag = true;
        let now = self.grip()?;
        let factor = if before.1 > 0.0 && now.1 > 0.0 { now.1 / before.1 } else { 1.0 };
        let by = Spot { x: now.0.x - before.0.x, y: now.0.y - before.0.y };
        Some(Move { factor, at: before.0, by })
    }

    /// Whether what is going on is more than a click.
    pub(super) fn is_drag(&self) -> bool {
        self.is_drag && !self.down.is_empty()
    }

    /// The middle of the first two pointers and how far they are apart.
    fn grip(&self) -> Option<(Spot, f64)> {
        match self.down.as_slice() {
            [] => None,
            [(_, only)] => Some((*only, 0.0)),
            [(_, one), (_, other), ..] => {
                let middle = Spot { x: f64::midpoint(one.x, other.x), y: f64::midpoint(one.y, other.y) };
                Some((middle, distance(*one, *other)))
            }
        }
    }
}

fn distance(one: Spot, other: Spot) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    #[test]
    fn a_click_moves_nothing_and_a_drag_all_the_way() {
        let mut pointers = Pointers::default();
        pointers.down(1, spot(10.0, 10.0));
        assert_eq!(pointers.moved(1, spot(12.0, 11.0)), None);
        assert!(!pointers.is_drag());
        let moved = pointers.moved(1, spot(30.0, 15.0));
        assert_eq!(moved, Some(Move { factor: 1.0, at: spot(10.0, 10.0), by: spot(20.0, 5.0) }));
        assert!(pointers.is_drag());
        pointers.up(1);
        assert_eq!(pointers.moved(1, spot(50.0, 50.0)), None);
    }

    #[test]
    fn two_fingers_apart_make_it_bigger() {
        let mut pointers = Pointers::default();
        pointers.down(1, spot(100.0, 100.0));
        pointers.down(2, spot(200.0, 100.0));
        let moved = pointers.moved(2, spot(300.0, 100.0));
        assert_eq!(moved, Some(Move { factor: 2.0, at: spot(150.0, 100.0), by: spot(50.0, 0.0) }));
    }
}
