//! Where a note stands.

/// Room between a mark and its note.
const GAP: f64 = 6.0;
/// Room between a note and the edge of the window.
const EDGE: f64 = 12.0;

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// How far right it begins.
    pub left: f64,
    /// How far down it begins.
    pub top: f64,
    /// How wide it is.
    pub width: f64,
    /// How tall it is.
    pub height: f64,
}

/// Left and top of a note of this size: below its mark and centred on it, above where there is no room below,
/// and never outside the window.
pub(super) fn place(mark: Area, (width, height): (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let left = mark.left + (mark.width - width) / 2.0;
    let left = left.min(window.0 - width - EDGE).max(EDGE);
    let below = mark.top + mark.height + GAP;
    let above = mark.top - height - GAP;
    let has_room_below = below + height + EDGE <= window.1;
    (left, if has_room_below || above < EDGE { below } else { above })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_by_its_mark_and_in_the_window() {
        let mark = |left, top| Area { left, top, width: 24.0, height: 24.0 };
        let (note, window) = ((200.0, 60.0), (400.0, 300.0));
        for (mark, expected) in [
            (mark(200.0, 100.0), (112.0, 130.0)),
            (mark(0.0, 100.0), (12.0, 130.0)),
            (mark(376.0, 100.0), (188.0, 130.0)),
            (mark(200.0, 260.0), (112.0, 194.0)),
        ] {
            assert_eq!(place(mark, note, window), expected);
        }
        assert_eq!(place(mark(200.0, 30.0), note, (400.0, 90.0)).1, 60.0);
    }
}
