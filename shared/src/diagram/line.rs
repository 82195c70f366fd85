//! Relations as lines with crow's feet at their ends.

use super::edges::End;

/// How round lines are where they turn.
const ROUND: i32 = 8;

/// A relation: from a point to a track, along it, and to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The relation, by its place.
    pub edge: usize,
    /// Where it starts.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// How far right its track is.
    pub track: i32,
}

/// Where a relation meets a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// How far right.
    pub x: i32,
    /// How far down.
    pub y: i32,
    /// 1 where the relation leaves to the right, -1 to the left.
    pub towards: i32,
}

/// What says whether there may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Least {
    /// One at least: a bar, as an SVG path.
    Bar(String),
    /// None at all is fine: the middle of a ring.
    Ring {
        /// How far right.
        x: i32,
        /// How far down.
        y: i32,
    },
}

impl Line {
    /// The same line, `right` and `down` from here.
    #[must_use]
    pub fn moved(self, right: i32, down: i32) -> Self {
        let moved = |point: Point| Point { x: point.x + right, y: point.y + down, ..point };
        Self { from: moved(self.from), to: moved(self.to), track: self.track + right, ..self }
    }

    /// The same line in a drawing of this width that is read from right to left.
    #[must_use]
    pub fn mirrored(self, width: i32) -> Self {
        let mirrored = |point: Point| Point { x: width - point.x, towards: -point.towards, ..point };
        Self { from: mirrored(self.from), to: mirrored(self.to), track: width - self.track, ..self }
    }

    /// As an SVG path along the track, with round corners.
    pub fn path(&self) -> String {
        let Self { from, to, track, .. } = *self;
        let (down, drop) = ((to.y - from.y).signum(), (to.y - from.y).abs());
        if drop < 2 {
            return format!("M{},{} H{} L{},{}", from.x, from.y, track, to.x, to.y);
        }
        let round = ROUND.min(drop / 2);
        let turn = |y: i32, x: i32, y_to: i32| format!("Q{track},{y} {x},{y_to}");
        format!(
            "M{},{} H{} {} V{} {} H{}",
            from.x,
            from.y,
            track - from.towards * round,
            turn(from.y, track, from.y + down * round),
            to.y - down * round,
            turn(to.y, track - to.towards * round, to.y),
            to.x,
        )
    }
}

impl Point {
    /// A bar for one or a foot for many, as an SVG path.
    pub fn most(self, end: &End) -> String {
        let Self { x, y, towards } = self;
        let (upper, lower, toe) = (y - 6, y + 6, x + towards * 12);
        match end.is_many {
            true => format!("M{toe},{y} L{x},{upper} M{toe},{y} L{x},{lower}"),
            false => format!("M{0},{upper} V{lower}", x + towards * 8),
        }
    }

    /// What says whether there may be none; it stands before [`Point::most`].
    pub fn least(self, end: &End) -> Least {
        let x = self.x + self.towards * if end.is_many { 16 } else { 15 };
        match end.is_required {
            true => Least::Bar(format!("M{x},{} V{}", self.y - 6, self.y + 6)),
            false => Least::Ring { x, y: self.y },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        let from = Point { x: 272, y: 50, towards: 1 };
        Line { edge: 0, from, to: Point { x: 400, y: 90, towards: -1 }, track: 330 }
    }

    #[test]
    fn a_line_turns_at_its_track() {
        assert_eq!(line().path(), "M272,50 H322 Q330,50 330,58 V82 Q330,90 338,90 H400");
    }

    #[test]
    fn a_mirrored_line_is_the_same_seen_from_behind() {
        let mirrored = line().mirrored(672);
        assert_eq!(mirrored.path(), "M400,50 H350 Q342,50 342,58 V82 Q342,90 334,90 H272");
        assert_eq!(mirrored.mirrored(672), line());
        assert_eq!(line().moved(3, 4).moved(-3, -4), line());
    }
}
