//! Which of many things are shown where there is room for a few.

/// At most `room` of `items`, in their order: the first ones, but never without the new ones that there is room for.
pub(super) fn shown<T>(items: &[T], room: usize, is_new: impl Fn(&T) -> bool) -> Vec<&T> {
    let new = items.iter().filter(|item| is_new(item)).count().min(room);
    let (mut old_left, mut new_left) = (room - new, new);
    let mut take = |item: &T| {
        let left = if is_new(item) { &mut new_left } else { &mut old_left };
        let is_taken = *left > 0;
        *left = left.saturating_sub(1);
        is_taken
    };
    items.iter().filter(|item| take(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_things_take_the_place_of_later_ones() {
        let items = [1, 2, 3, 4, 5, 6];
        assert_eq!(shown(&items, 3, |_| false), [&1, &2, &3]);
        assert_eq!(shown(&items, 3, |item| *item == 5), [&1, &2, &5]);
        assert_eq!(shown(&items, 2, |item| *item > 2), [&3, &4]);
        assert_eq!(shown(&items, 9, |item| *item > 2).len(), 6);
        assert!(shown(&items, 0, |_| true).is_empty());
    }
}
