//! What part of a drawing is in sight, and how big: arithmetic alone.

/// Room around the drawing.
const MARGIN: f64 = 20.0;
/// The drawing is never bigger than this many times its size.
const SCALE_MAX: f64 = 2.0;

/// A place, from the corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spot {
    /// How far right.
    pub x: f64,
    /// How far down.
    pub y: f64,
}

/// How big something is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    /// How wide.
    pub width: f64,
    /// How tall.
    pub height: f64,
}

/// Where the drawing lies in its frame: a place of the drawing times `scale`, plus the offset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    /// How many times its size the drawing is.
    pub scale: f64,
    /// Where the drawing's corner is in the frame.
    pub offset: Spot,
}

/// A drawing and the frame it is seen through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stage {
    /// The drawing.
    pub drawing: Size,
    /// The frame.
    pub frame: Size,
}

impl View {
    /// Where a place of the drawing is in the frame.
    pub(super) fn to_frame(self, spot: Spot) -> Spot {
        Spot { x: spot.x * self.scale + self.offset.x, y: spot.y * self.scale + self.offset.y }
    }

    /// Which place of the drawing is at a place of the frame.
    pub(super) fn to_drawing(self, spot: Spot) -> Spot {
        Spot { x: (spot.x - self.offset.x) / self.scale, y: (spot.y - self.offset.y) / self.scale }
    }

    /// As SVG says it.
    pub(super) fn transform(self) -> String {
        format!("translate({:.2} {:.2}) scale({:.4})", self.offset.x, self.offset.y, self.scale)
    }
}

impl Stage {
    /// Everything in sight, in the middle, never bigger than it is.
    pub(super) fn fit(self) -> View {
        let View { scale, .. } = View { scale: self.least(), offset: Spot::default() };
        self.kept(View { scale, offset: Spot::default() })
    }

    /// The scale at which everything is in sight.
    fn least(self) -> f64 {
        let share = |frame: f64, drawing: f64| (frame - 2.0 * MARGIN).max(1.0) / drawing.max(1.0);
        let across = share(self.frame.width, self.drawing.width);
        across.min(share(self.frame.height, self.drawing.height)).min(1.0)
    }

    /// `factor` times as big as `view`, with what is at the place `at` of the frame staying there.
    pub(super) fn zoomed(self, view: View, factor: f64, at: Spot) -> View {
        let scale = (view.scale * factor).clamp(self.least(), SCALE_MAX);
        let fixed = view.to_drawing(at);
        self.kept(View { scale, offset: Spot { x: at.x - fixed.x * scale, y: at.y - fixed.y * scale } })
    }

    /// `view` with the drawing moved by so many pixels.
    pub(super) fn panned(self, view: View, by: Spot) -> View {
        let offset = Spot { x: view.offset.x + by.x, y: view.offset.y + by.y };
        self.kept(View { offset, ..view })
    }

    /// `view`, moved as little as brings the part of the drawing between two corners into sight.
    pub(super) fn revealed(self, view: View, from: Spot, to: Spot) -> View {
        let (from, to) = (view.to_frame(from), view.to_frame(to));
        let shift = |from: f64, to: f64, frame: f64| {
            // What does not fit as a whole shows its beginning.
            if from < MARGIN || to - from > frame - 2.0 * MARGIN {
                MARGIN - from
            } else {
                (frame - MARGIN - to).min(0.0)
            }
        };
        let by = Spot { x: shift(from.x, to.x, self.frame.width), y: shift(from.y, to.y, self.frame.height) };
        self.panned(view, by)
    }

    /// What was in the middle of a frame of size `before` in the middle of this one.
    pub(super) fn resized(self, view: View, before: Size) -> View {
        let middle = view.to_drawing(Spot { x: before.width / 2.0, y: before.height / 2.0 });
        let scale = view.scale.clamp(self.least(), SCALE_MAX);
        let now = self.middle();
        self.kept(View { scale, offset: Spot { x: now.x - middle.x * scale, y: now.y - middle.y * scale } })
    }

    /// The middle of the frame.
    pub(super) fn middle(self) -> Spot {
        Spot { x: self.frame.width / 2.0, y: self.frame.height / 2.0 }
    }

    /// `view` without empty room on one side while the other hides something; what fits stands in the middle.
    fn kept(self, view: View) -> View {
        let along = |offset: f64, drawing: f64, frame: f64| {
            let free = frame - drawing * view.scale;
            if free >= 2.0 * MARGIN - 0.001 { free / 2.0 } else { offset.clamp(free - MARGIN, MARGIN) }
        };
        let x = along(view.offset.x, self.drawing.width, self.frame.width);
        let y = along(view.offset.y, self.drawing.height, self.frame.height);
        View { offset: Spot { x, y }, ..view }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGE: Stage =
        Stage { drawing: Size { width: 1000.0, height: 500.0 }, frame: Size { width: 540.0, height: 400.0 } };

    fn spot(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    #[track_caller]
    fn assert_near(one: Spot, other: Spot) {
        assert!((one.x - other.x).abs() < 1e-6 && (one.y - other.y).abs() < 1e-6, "{one:?} and {other:?}");
    }

    #[test]
    fn everything_fits_in_the_middle() {
        let view = STAGE.fit();
        assert_eq!(view, View { scale: 0.5, offset: spot(20.0, 75.0) });
        let small = Stage { drawing: Size { width: 100.0, height: 50.0 }, ..STAGE };
        assert_eq!(small.fit(), View { scale: 1.0, offset: spot(220.0, 175.0) });
    }

    #[test]
    fn places_lead_to_the_frame_and_back() {
        let view = View { scale: 0.8, offset: spot(-120.0, 14.0) };
        for place in [spot(0.0, 0.0), spot(1000.0, 500.0), spot(33.0, -7.0)] {
            assert_near(view.to_drawing(view.to_frame(place)), place);
            assert_near(view.to_frame(view.to_drawing(place)), place);
        }
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let view = STAGE.zoomed(STAGE.fit(), 3.0, spot(270.0, 200.0));
        let at = spot(200.0, 150.0);
        let closer = STAGE.zoomed(view, 1.2, at);
        assert_near(closer.to_drawing(at), view.to_drawing(at));
        let back = STAGE.zoomed(closer, 1.0 / 1.2, at);
        assert_near(back.offset, view.offset);
    }

    #[test]
    fn size_has_limits() {
        assert_eq!(STAGE.zoomed(STAGE.fit(), 0.1, spot(0.0, 0.0)), STAGE.fit());
        assert!((STAGE.zoomed(STAGE.fit(), 100.0, STAGE.middle()).scale - SCALE_MAX).abs() < 1e-9);
    }

    #[test]
    fn the_drawing_never_leaves_the_frame() {
        assert_eq!(STAGE.panned(STAGE.fit(), spot(500.0, 500.0)), STAGE.fit());
        let close = STAGE.zoomed(STAGE.fit(), 4.0, STAGE.middle());
        assert_eq!(STAGE.panned(close, spot(9000.0, 9000.0)).offset, spot(MARGIN, MARGIN));
        let end = STAGE.panned(close, spot(-9000.0, -9000.0));
        assert_near(end.to_frame(spot(1000.0, 500.0)), spot(540.0 - MARGIN, 400.0 - MARGIN));
    }

    #[test]
    fn panning_there_and_back_is_the_same_view() {
        let view = STAGE.zoomed(STAGE.fit(), 3.0, STAGE.middle());
        let there = STAGE.panned(view, spot(30.0, -40.0));
        assert_ne!(there, view);
        assert_near(STAGE.panned(there, spot(-30.0, 40.0)).offset, view.offset);
    }

    #[test]
    fn what_is_asked_for_comes_into_sight() {
        let close = STAGE.zoomed(STAGE.fit(), 4.0, spot(0.0, 0.0));
        let (from, to) = (spot(800.0, 300.0), spot(900.0, 400.0));
        let view = STAGE.revealed(close, from, to);
        assert!(view.to_frame(to).x <= 540.0 && view.to_frame(from).x >= 0.0);
        assert!(view.to_frame(to).y <= 400.0 && view.to_frame(from).y >= 0.0);
        assert_eq!(STAGE.revealed(view, from, to), view);
    }

    #[test]
    fn another_frame_keeps_the_middle() {
        let view = STAGE.zoomed(STAGE.fit(), 4.0, STAGE.middle());
        let wider = Stage { frame: Size { width: 600.0, height: 300.0 }, ..STAGE };
        let resized = wider.resized(view, STAGE.frame);
        assert_near(resized.to_drawing(wider.middle()), view.to_drawing(STAGE.middle()));
        assert_near(STAGE.resized(resized, wider.frame).offset, view.offset);
    }
}
