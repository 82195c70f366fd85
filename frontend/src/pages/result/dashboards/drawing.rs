//! A drawing as data: shapes in pixels, and the places where a value can be read.

use shared::blueprint::Color;

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// The accent.
    Accent,
    /// The colour of an option.
    Option(Color),
    /// A shade of the accent, from 0 for none to 4.
    Shade(u8),
}

impl Paint {
    /// The paint of a part: its option's colour, else the accent.
    pub(super) fn of(color: Option<Color>) -> Self {
        color.map_or(Self::Accent, Self::Option)
    }

    /// Its class.
    pub(super) fn class(self) -> String {
        match self {
            Self::Accent => "paint".to_owned(),
            Self::Option(color) => format!("paint {}", color.as_str()),
            Self::Shade(shade) => format!("paint shade-{shade}"),
        }
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A rectangle with round corners.
    Block(Area, Paint),
    /// A line through points.
    Line(Vec<(f64, f64)>),
    /// What is between a line and the axis at this height.
    Below(Vec<(f64, f64)>, f64),
    /// A point.
    Dot((f64, f64)),
    /// A part of a ring around `middle`, from one share of the circle to another, clockwise from the top.
    Slice {
        /// The middle of the ring.
        middle: (f64, f64),
        /// The outer and the inner radius.
        radii: (f64, f64),
        /// Where it starts and ends, as shares of the circle.
        from_to: (f64, f64),
        /// What it is painted with.
        paint: Paint,
    },
}

/// Which side of its point a text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It starts there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    /// What it says.
    pub text: String,
    /// Where.
    pub at: (f64, f64),
    /// On which side of that.
    pub anchor: Anchor,
    /// What it is: `axis`, `value` or `on-accent`.
    pub class: &'static str,
    /// Whether it is slanted.
    pub slanted: bool,
}

/// A place where a value can be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// What the value is of.
    pub name: String,
    /// The value in words.
    pub value: String,
    /// Where it is looked for.
    pub hit: Area,
    /// The outline of that, where it is no rectangle.
    pub outline: Option<String>,
    /// Where what it says points to.
    pub tip: (f64, f64),
}

/// A drawing of a given width.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Light lines, from point to point.
    pub grid: Vec<[f64; 4]>,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
    /// What is written.
    pub notes: Vec<Note>,
    /// Where values can be read, row by row.
    pub marks: Vec<Mark>,
    /// How many marks stand in a row.
    pub columns: usize,
}

impl Drawing {
    /// Adds a text.
    pub(super) fn note(
        &mut self,
        text: impl Into<String>,
        at: (f64, f64),
        anchor: Anchor,
        class: &'static str,
    ) {
        self.notes.push(Note { text: text.into(), at, anchor, class, slanted: false });
    }

    /// The drawing for those who read from right to left: what stood on the left stands on the right. Rings stay.
    pub(super) fn mirrored(mut self) -> Self {
        let width = self.width;
        let turn = |area: &mut Area| area.x = width - area.x - area.width;
        for line in &mut self.grid {
            *line = [width - line[0], line[1], width - line[2], line[3]];
        }
        for note in &mut self.notes {
            note.at.0 = width - note.at.0;
        }
        for mark in &mut self.marks {
            turn(&mut mark.hit);
            mark.tip.0 = width - mark.tip.0;
        }
        for shape in &mut self.shapes {
            match shape {
                Shape::Block(area, _) => turn(area),
                Shape::Line(points) | Shape::Below(points, _) => {
                    points.iter_mut().for_each(|point| point.0 = width - point.0);
                }
                Shape::Dot(point) => point.0 = width - point.0,
                Shape::Slice { .. } => {}
            }
        }
        self
    }
}

/// Where a key leads from the mark at `now`, if it leads anywhere. `forward` is the key that leads on in the
/// direction of reading.
pub(super) fn after(key: &str, forward: &str, now: usize, count: usize, columns: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let next = match key {
        "ArrowLeft" | "ArrowRight" if key == forward => now + 1,
        "ArrowLeft" | "ArrowRight" => now.checked_sub(1)?,
        "ArrowDown" => now + columns.max(1),
        "ArrowUp" => now.checked_sub(columns.max(1))?,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    (next <= last).then_some(next)
}

/// The outline of a shape as an SVG path.
pub(super) fn path(shape: &Shape) -> String {
    match shape {
        Shape::Line(points) => polyline(points),
        Shape::Below(points, base) => match (points.first(), points.last()) {
            (Some(first), Some(last)) => {
                format!("{}L{:.1} {base:.1}L{:.1} {base:.1}Z", polyline(points), last.0, first.0)
            }
            _ => String::new(),
        },
        Shape::Slice { middle, radii, from_to, .. } => slice(*middle, *radii, *from_to),
        Shape::Block(..) | Shape::Dot(_) => String::new(),
    }
}

fn polyline(points: &[(f64, f64)]) -> String {
    let point =
        |(at, (x, y)): (usize, &(f64, f64))| format!("{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" });
    points.iter().enumerate().map(point).collect()
}

fn slice(middle: (f64, f64), (outer, inner): (f64, f64), (from, to): (f64, f64)) -> String {
    // A whole ring has no two ends to draw an arc between: it stops a hair short.
    let to = if to - from > 0.9999 { from + 0.9999 } else { to };
    let on = |radius: f64, share: f64| {
        let angle = share * std::f64::consts::TAU;
        format!("{:.2} {:.2}", middle.0 + radius * angle.sin(), middle.1 - radius * angle.cos())
    };
    let large = u8::from(to - from > 0.5);
    format!(
        "M{} A{outer} {outer} 0 {large} 1 {} L{} A{inner} {inner} 0 {large} 0 {}Z",
        on(outer, from),
        on(outer, to),
        on(inner, to),
        on(inner, from)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_from_value_to_value() {
        for (key, now, expected) in [
            ("ArrowRight", 0, Some(1)),
            ("ArrowRight", 7, None),
            ("ArrowLeft", 0, None),
            ("ArrowDown", 1, Some(5)),
            ("ArrowDown", 5, None),
            ("ArrowUp", 5, Some(1)),
            ("Home", 5, Some(0)),
            ("End", 0, Some(7)),
            ("Enter", 0, None),
        ] {
            assert_eq!(after(key, "ArrowRight", now, 8, 4), expected, "{key} from {now}");
        }
        assert_eq!(after("ArrowLeft", "ArrowLeft", 0, 8, 4), Some(1));
        assert_eq!(after("End", "ArrowRight", 0, 0, 1), None);
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        let area = Area { x: 10.0, y: 0.0, width: 20.0, height: 5.0 };
        let mut drawing = Drawing { width: 100.0, height: 50.0, ..Drawing::default() };
        drawing.grid.push([0.0, 1.0, 100.0, 1.0]);
        drawing.shapes.extend([Shape::Block(area, Paint::Accent), Shape::Line(vec![(1.0, 2.0), (3.0, 4.0)])]);
        drawing.marks.push(Mark {
            name: String::new(),
            value: String::new(),
            hit: area,
            outline: None,
            tip: (20.0, 0.0),
        });
        let once = drawing.clone().mirrored();
        assert_eq!(once.marks.first().unwrap().hit.x, 70.0);
        assert_eq!(once.mirrored(), drawing);
    }

    #[test]
    fn outlines_are_closed_where_they_hold_something() {
        let points = vec![(0.0, 5.0), (10.0, 0.0)];
        assert_eq!(path(&Shape::Line(points.clone())), "M0.0 5.0L10.0 0.0");
        assert_eq!(path(&Shape::Below(points, 9.0)), "M0.0 5.0L10.0 0.0L10.0 9.0L0.0 9.0Z");
        let quarter = slice((50.0, 50.0), (40.0, 20.0), (0.0, 0.25));
        assert_eq!(quarter, "M50.00 10.00 A40 40 0 0 1 90.00 50.00 L70.00 50.00 A20 20 0 0 0 50.00 30.00Z");
        assert!(slice((50.0, 50.0), (40.0, 20.0), (0.0, 1.0)).contains(" 0 1 1 "));
    }
}
