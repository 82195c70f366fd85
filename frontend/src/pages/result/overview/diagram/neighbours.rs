//! Which table comes after which.

use shared::diagram::{CARD_WIDTH, Card};

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

impl Way {
    /// The way that a key leads.
    pub(super) fn of(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            _ => None,
        }
    }
}

/// The places of `cards` column by column, each top down, from the side where reading begins.
pub(super) fn reading_order(cards: &[Card], from_right: bool) -> Vec<usize> {
    let key = |card: &Card| (if from_right { -card.left } else { card.left }, card.top);
    let mut order: Vec<_> = cards.iter().enumerate().map(|(place, card)| (key(card), place)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, place)| place).collect()
}

/// The card that one comes to from the card at `from`, if there is one that way: near rather than straight ahead.
pub(super) fn neighbour(cards: &[Card], from: usize, way: Way) -> Option<usize> {
    let (x, y) = middle(cards.get(from)?);
    let cost = |card: &Card| {
        let (across, down) = (middle(card).0 - x, middle(card).1 - y);
        let (ahead, beside) = match way {
            Way::Left => (-across, down.abs()),
            Way::Right => (across, down.abs()),
            // What stands in another column is not above or below.
            Way::Up => (-down, across.abs() * 4),
            Way::Down => (down, across.abs() * 4),
        };
        (ahead > 0).then_some(ahead + beside)
    };
    let costs = cards.iter().enumerate().filter_map(|(place, card)| Some((cost(card)?, place)));
    costs.min().map(|(_, place)| place)
}

fn middle(card: &Card) -> (i32, i32) {
    (card.left + CARD_WIDTH / 2, card.top + card.height / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two columns: two tables beside a tall one.
    fn cards() -> Vec<Card> {
        let card = |left, top, height| Card { left, top, height, shown: Vec::new() };
        vec![card(400, 0, 600), card(0, 320, 200), card(0, 0, 200)]
    }

    #[test]
    fn tables_are_read_column_by_column() {
        assert_eq!(reading_order(&cards(), false), [2, 1, 0]);
        assert_eq!(reading_order(&cards(), true), [0, 2, 1]);
    }

    #[test]
    fn keys_lead_to_what_is_seen_there() {
        for (from, way, expected) in [
            (2, Way::Down, Some(1)),
            (1, Way::Up, Some(2)),
            (2, Way::Right, Some(0)),
            (0, Way::Left, Some(1)),
            (2, Way::Left, None),
            (0, Way::Right, None),
            (9, Way::Right, None),
        ] {
            assert_eq!(neighbour(&cards(), from, way), expected, "{way:?} from {from}");
        }
    }
}
