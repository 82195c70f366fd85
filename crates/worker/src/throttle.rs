//! How often news of a rendering is told.

use std::cell::Cell;

/// Lets a piece of news through where it moves a bar by what an eye can see: a hundredth.
#[derive(Default)]
pub(crate) struct Throttle(Cell<Option<usize>>);

impl Throttle {
    /// Whether `done` of `total` is worth telling after what was told before.
    pub(crate) fn is_news(&self, done: usize, total: usize) -> bool {
        let percent = done.saturating_mul(100) / total.max(1);
        self.0.replace(Some(percent)) != Some(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_parts_are_a_hundred_pieces_of_news() {
        let throttle = Throttle::default();

        let told = (0..=10_000).filter(|done| throttle.is_news(*done, 10_000)).count();

        assert_eq!(told, 101);
        assert!(!throttle.is_news(3, 3), "all of it was told");
    }
}
