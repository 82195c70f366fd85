//! Which column of the diagram each table stands in, and in which order.
//!
//! Tables that belong together form a cluster. The one with the most relations is its hub and stands in the middle;
//! the others stand left and right of it, as many columns away as there are relations on the way. What hangs
//! together without the hub stays on one side, so no relation ever has to pass a column.

use std::collections::VecDeque;

/// Tables that relations join, in columns from left to right.
pub(super) struct Cluster {
    /// Tables by their places, top down.
    pub(super) columns: Vec<Vec<usize>>,
    /// The column of the hub.
    pub(super) hub: usize,
}

/// The clusters of tables with these heights and these relations; those with most tables first.
pub(super) fn clusters(heights: &[i32], pairs: &[(usize, usize)]) -> Vec<Cluster> {
    let graph = Graph::new(heights.len(), pairs);
    let all: Vec<usize> = (0..heights.len()).collect();
    let mut parts = graph.parts(&all);
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts.iter().map(|part| cluster(&graph, heights, part)).collect()
}

fn cluster(graph: &Graph, heights: &[i32], part: &[usize]) -> Cluster {
    let hub = part.iter().copied().rev().max_by_key(|place| graph.of(*place).len()).unwrap_or_default();
    let distances = graph.distances(hub);
    let others: Vec<usize> = part.iter().copied().filter(|place| *place != hub).collect();
    let mut groups = graph.parts(&others);
    let height = |group: &Vec<usize>| group.iter().filter_map(|place| heights.get(*place)).sum::<i32>();
    groups.sort_by_key(|group| std::cmp::Reverse(height(group)));
    let (mut left, mut right) = (Side::default(), Side::default());
    for group in &groups {
        let side = if right.height <= left.height { &mut right } else { &mut left };
        side.height += height(group);
        for place in group {
            let distance = distances.get(*place).copied().unwrap_or(1).max(1);
            side.columns.resize_with(side.columns.len().max(distance), Vec::new);
            if let Some(column) = side.columns.get_mut(distance - 1) {
                column.push(*place);
            }
        }
    }
    left.columns.reverse();
    let hub_column = left.columns.len();
    let columns = left.columns.into_iter().chain([vec![hub]]).chain(right.columns).collect();
    Cluster { columns, hub: hub_column }
}

#[derive(Default)]
struct Side {
    height: i32,
    columns: Vec<Vec<usize>>,
}

/// Which tables are related, in the order of the relations.
struct Graph(Vec<Vec<usize>>);

impl Graph {
    fn new(count: usize, pairs: &[(usize, usize)]) -> Self {
        let mut neighbours = vec![Vec::new(); count];
        for (one, other) in pairs.iter().filter(|(one, other)| one != other) {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(list) = neighbours.get_mut(*from)
                    && !list.contains(to)
                {
                    list.push(*to);
                }
            }
        }
        Self(neighbours)
    }

    fn of(&self, place: usize) -> &[usize] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }

    /// How many relations away from `start` each table is.
    fn distances(&self, start: usize) -> Vec<usize> {
        let mut distances = vec![usize::MAX; self.0.len()];
        let mut queue = VecDeque::from([(start, 0)]);
        while let Some((place, distance)) = queue.pop_front() {
            let Some(known) = distances.get_mut(place).filter(|known| **known == usize::MAX) else {
                continue;
            };
            *known = distance;
            queue.extend(self.of(place).iter().map(|next| (*next, distance + 1)));
        }
        distances.iter_mut().filter(|distance| **distance == usize::MAX).for_each(|distance| *distance = 0);
        distances
    }

    /// `places`, parted into those that relations among them join.
    fn parts(&self, places: &[usize]) -> Vec<Vec<usize>> {
        let mut waiting = places.to_vec();
        let mut parts = Vec::new();
        while let Some(first) = waiting.first().copied() {
            let mut part = vec![first];
            let mut next = 0;
            while let Some(place) = part.get(next).copied() {
                for other in self.of(place).iter().filter(|other| places.contains(other)) {
                    if !part.contains(other) {
                        part.push(*other);
                    }
                }
                next += 1;
            }
            waiting.retain(|place| !part.contains(place));
            part.sort_unstable();
            parts.push(part);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hub_stands_in_the_middle_and_what_hangs_together_on_one_side() {
        let pairs = [(0, 1), (0, 2), (0, 3), (2, 3), (3, 4), (5, 5)];

        let clusters = clusters(&[100; 6], &pairs);

        let columns: Vec<_> = clusters.iter().map(|cluster| (cluster.columns.clone(), cluster.hub)).collect();
        let expected = [(vec![vec![1], vec![0], vec![2, 3], vec![4]], 1), (vec![vec![5]], 0)];
        assert_eq!(columns, expected);
    }
}
