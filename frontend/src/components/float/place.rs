//! Where something floats: beside what it belongs to, inside the window.

/// A place and a size in the window, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    /// From the left edge of the window.
    pub left: f64,
    /// From its top.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A size, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// How something floats beside its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Below, from where the anchor starts; above where there is no room.
    Below,
    /// Below, to where the anchor ends; above where there is no room.
    BelowToEnd,
    /// Above, in its middle; below where there is no room.
    AboveMiddle,
}

/// Room that is left to the edges of the window.
const EDGE: f64 = 8.0;

/// Left and top of something of `size` that floats at `side` of `anchor`, `gap` away from it.
pub(crate) fn place(
    anchor: Rect,
    size: Size,
    window: Size,
    side: Side,
    gap: f64,
    is_rtl: bool,
) -> (f64, f64) {
    let end = anchor.left + anchor.width - size.width;
    let left = match (side, is_rtl) {
        (Side::Below, false) | (Side::BelowToEnd, true) => anchor.left,
        (Side::Below, true) | (Side::BelowToEnd, false) => end,
        (Side::AboveMiddle, _) => anchor.left + (anchor.width - size.width) / 2.0,
    };
    let below = anchor.top + anchor.height + gap;
    let above = anchor.top - gap - size.height;
    let fits_below = below + size.height <= window.height - EDGE;
    let fits_above = above >= EDGE;
    let is_above = match side {
        Side::AboveMiddle => fits_above || !fits_below,
        Side::Below | Side::BelowToEnd => fits_above && !fits_below,
    };
    let top = if is_above { above } else { below };
    (within(left, size.width, window.width), within(top, size.height, window.height))
}

/// `start` moved as little as it takes for `length` to be in sight; its beginning, where it cannot be wholly.
fn within(start: f64, length: f64, window: f64) -> f64 {
    start.min(window - EDGE - length).max(EDGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size { width: 400.0, height: 300.0 };
    const LIST: Size = Size { width: 200.0, height: 100.0 };

    #[track_caller]
    fn check(anchor: (f64, f64), side: Side, is_rtl: bool, expected: (f64, f64)) {
        let anchor = Rect { left: anchor.0, top: anchor.1, width: 80.0, height: 40.0 };
        assert_eq!(place(anchor, LIST, WINDOW, side, 4.0, is_rtl), expected);
    }

    #[test]
    fn floats_below_from_the_start_of_the_line() {
        check((20.0, 20.0), Side::Below, false, (20.0, 64.0));
        check((220.0, 20.0), Side::Below, true, (100.0, 64.0));
        check((220.0, 20.0), Side::BelowToEnd, false, (100.0, 64.0));
        check((20.0, 20.0), Side::BelowToEnd, true, (20.0, 64.0));
    }

    #[test]
    fn changes_sides_where_there_is_no_room() {
        check((20.0, 200.0), Side::Below, false, (20.0, 96.0));
        check((160.0, 20.0), Side::AboveMiddle, false, (100.0, 64.0));
        check((160.0, 150.0), Side::AboveMiddle, false, (100.0, 46.0));
    }

    #[test]
    fn stays_in_the_window() {
        check((350.0, 20.0), Side::Below, false, (192.0, 64.0));
        check((0.0, 20.0), Side::AboveMiddle, false, (8.0, 64.0));
        // Room neither above nor below: the beginning is what one sees.
        let tall = Size { width: 50.0, height: 400.0 };
        let anchor = Rect { left: 20.0, top: 100.0, width: 10.0, height: 10.0 };
        assert_eq!(place(anchor, tall, WINDOW, Side::Below, 4.0, false).1, 8.0);
    }
}
