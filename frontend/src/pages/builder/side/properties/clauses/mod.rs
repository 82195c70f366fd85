//! What the properties of views, automations and charts are put together from.

mod facts;
mod focus;
mod naming;
mod order;
mod section;
mod tiles;

pub(super) use facts::{Fact, fact, facts, named};
pub(super) use focus::focus_later;
pub(super) use naming::Naming;
pub(super) use order::OrderButtons;
pub(super) use section::Section;
pub(super) use tiles::{Tile, Tiles};

/// `list` with the element at `at` taken one up (-1) or down (1), and where it now is; nothing where it cannot go there.
pub(super) fn shifted<T: Clone>(list: &[T], at: usize, by: isize) -> Option<(Vec<T>, usize)> {
    let to = at.checked_add_signed(by).filter(|to| *to < list.len() && at < list.len())?;
    let mut list = list.to_vec();
    let moved = list.remove(at);
    list.insert(to, moved);
    Some((list, to))
}

/// `list` with another element at `at`.
pub(super) fn replaced<T: Clone>(list: &[T], at: usize, new: T) -> Vec<T> {
    let mut list = list.to_vec();
    if let Some(old) = list.get_mut(at) {
        *old = new;
    }
    list
}

/// `list` without the element at `at`.
pub(super) fn without<T: Clone>(list: &[T], at: usize) -> Vec<T> {
    list.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, it)| it.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_move_one_place_and_no_further() {
        assert_eq!(shifted(&[1, 2, 3], 0, 1), Some((vec![2, 1, 3], 1)));
        assert_eq!(shifted(&[1, 2, 3], 2, -1), Some((vec![1, 3, 2], 1)));
        assert_eq!(shifted(&[1, 2, 3], 0, -1), None);
        assert_eq!(shifted(&[1, 2, 3], 2, 1), None);
        assert_eq!(shifted(&[1], 1, -1), None);
    }

    #[test]
    fn elements_are_replaced_and_taken_out() {
        assert_eq!(replaced(&[1, 2], 1, 5), [1, 5]);
        assert_eq!(replaced(&[1, 2], 2, 5), [1, 2]);
        assert_eq!(without(&[1, 2, 3], 1), [1, 3]);
        assert_eq!(without(&[1], 1), [1]);
    }
}
