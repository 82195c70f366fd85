//! What a pointer that went down on a row is about: a click, a drag, a finger that scrolls or one that stays.

/// How far a mouse goes before it drags.
const DRAG_PX: f64 = 5.0;
/// How far a finger goes before it scrolls the page.
const SCROLL_PX: f64 = 10.0;

/// A pointer that is down on a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Press {
    /// Which pointer.
    pub pointer: i32,
    /// Where it went down.
    pub start: (f64, f64),
    is_finger: bool,
    is_held: bool,
    is_moved: bool,
}

/// What a pointer that moved does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Nothing yet.
    Wait,
    /// It takes the row along from here on.
    Begin,
    /// It takes the row further.
    Follow,
    /// It is about something else, such as scrolling.
    Leave,
}

impl Press {
    /// A pointer goes down.
    pub(super) fn new(pointer: i32, start: (f64, f64), is_finger: bool) -> Self {
        Self { pointer, start, is_finger, is_held: false, is_moved: false }
    }

    /// The pointer stayed where it is for a while; whether that takes the row.
    pub(super) fn stay(&mut self) -> bool {
        let takes = self.is_finger && !self.is_held;
        self.is_held |= takes;
        takes
    }

    /// The pointer moves.
    pub(super) fn moved(&mut self, at: (f64, f64)) -> Then {
        let far = (at.0 - self.start.0).hypot(at.1 - self.start.1);
        match (self.is_held, self.is_finger) {
            (true, _) => {
                self.is_moved |= far >= DRAG_PX;
                Then::Follow
            }
            (false, true) if far >= SCROLL_PX => Then::Leave,
            (false, false) if far >= DRAG_PX => {
                (self.is_held, self.is_moved) = (true, true);
                Then::Begin
            }
            _ => Then::Wait,
        }
    }

    /// Whether it is a finger: those press long where a mouse has a second button.
    pub(super) fn is_finger(self) -> bool {
        self.is_finger
    }

    /// Whether it took the row and went nowhere with it.
    pub(super) fn is_long(self) -> bool {
        self.is_held && !self.is_moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mouse_clicks_or_drags() {
        let mut press = Press::new(1, (10.0, 10.0), false);
        assert_eq!(press.moved((12.0, 12.0)), Then::Wait);
        assert!(!press.stay());
        assert_eq!(press.moved((16.0, 10.0)), Then::Begin);
        assert_eq!(press.moved((10.0, 10.0)), Then::Follow);
        assert!(!press.is_long());
    }

    #[test]
    fn a_finger_scrolls_or_stays_and_drags() {
        let mut press = Press::new(1, (10.0, 10.0), true);
        assert_eq!(press.moved((10.0, 25.0)), Then::Leave);
        let mut press = Press::new(1, (10.0, 10.0), true);
        assert_eq!(press.moved((12.0, 12.0)), Then::Wait);
        assert!(press.stay() && !press.stay());
        assert!(press.is_long());
        assert_eq!(press.moved((40.0, 10.0)), Then::Follow);
        assert!(!press.is_long());
    }
}
