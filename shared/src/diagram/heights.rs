//! How high up each table of a cluster stands: related fields side by side as far as possible.

use super::columns::Cluster;

/// Least room between two cards of a column.
const GAP: i32 = 36;
/// Longer columns keep their order: trying others would take too long for what it gains.
const SORTED_MAX: usize = 40;
/// How often every column is looked at again.
const ROUNDS: usize = 4;

/// Where a relation meets a card.
#[derive(Clone, Copy)]
pub(super) struct Port {
    /// The card, by its place.
    pub(super) card: usize,
    /// How far below its top.
    pub(super) below: i32,
}

/// Orders the cards of each column and returns the top of each card by its place; the least is 0.
pub(super) fn tops(cluster: &mut Cluster, heights: &[i32], links: &[(Port, Port)]) -> Vec<i32> {
    let inside = |port: &Port| cluster.columns.iter().flatten().any(|place| *place == port.card);
    let links: Vec<_> = links.iter().filter(|(from, _)| inside(from)).copied().collect();
    let heights = Heights { heights, links: &links };
    heights.sort(&mut cluster.columns);
    let mut tops = heights.stacked(&cluster.columns);
    heights.align(cluster, &mut tops);
    let least = cluster.columns.iter().flatten().filter_map(|place| tops.get(*place)).min().copied();
    tops.iter_mut().for_each(|top| *top -= least.unwrap_or_default());
    tops
}

struct Heights<'a> {
    heights: &'a [i32],
    links: &'a [(Port, Port)],
}

impl Heights<'_> {
    fn height(&self, place: usize) -> i32 {
        self.heights.get(place).copied().unwrap_or_default()
    }

    /// Each column one below the other, its middle at 0.
    fn stacked(&self, columns: &[Vec<usize>]) -> Vec<i32> {
        let mut tops = vec![0; self.heights.len()];
        for column in columns {
            let all: i32 = column.iter().map(|place| self.height(*place) + GAP).sum();
            let mut top = (GAP - all) / 2;
            for place in column {
                if let Some(known) = tops.get_mut(*place) {
                    *known = top;
                }
                top += self.height(*place) + GAP;
            }
        }
        tops
    }

    /// Swaps cards of a column as long as that makes relations shorter.
    fn sort(&self, columns: &mut [Vec<usize>]) {
        let mut best = self.length(columns);
        for _ in 0..ROUNDS {
            let before = best;
            for column in 0..columns.len() {
                let count = columns.get(column).map_or(0, Vec::len);
                if count > SORTED_MAX {
                    continue;
                }
                for (first, second) in
                    (0..count).flat_map(|first| (first + 1..count).map(move |second| (first, second)))
                {
                    swap(columns, column, first, second);
                    let length = self.length(columns);
                    if length < best {
                        best = length;
                    } else {
                        swap(columns, column, first, second);
                    }
                }
            }
            if best == before {
                break;
            }
        }
    }

    /// How far up and down all relations go.
    fn length(&self, columns: &[Vec<usize>]) -> i32 {
        let tops = self.stacked(columns);
        let y = |port: &Port| tops.get(port.card).copied().unwrap_or_default() + port.below;
        self.links.iter().map(|(from, to)| (y(from) - y(to)).abs()).sum()
    }

    /// From the hub outwards, moves each column to where its relations are level on average.
    fn align(&self, cluster: &Cluster, tops: &mut [i32]) {
        let right = cluster.hub + 1..cluster.columns.len();
        let left = (0..cluster.hub).rev();
        let outwards =
            right.map(|column| (column, column - 1)).chain(left.map(|column| (column, column + 1)));
        for (column, inner) in outwards {
            let (Some(column), Some(inner)) = (cluster.columns.get(column), cluster.columns.get(inner))
            else {
                continue;
            };
            let wanted: Vec<i32> = column.iter().map(|place| self.wanted(*place, inner, tops)).collect();
            let sizes: Vec<i32> = column.iter().map(|place| self.height(*place) + GAP).collect();
            for (place, top) in column.iter().zip(apart(&wanted, &sizes)) {
                if let Some(known) = tops.get_mut(*place) {
                    *known = top;
                }
            }
        }
    }

    /// Where the relations of `place` to cards of the column `inner` would be level on average.
    fn wanted(&self, place: usize, inner: &[usize], tops: &[i32]) -> i32 {
        let both_ways = self.links.iter().flat_map(|(from, to)| [(from, to), (to, from)]);
        let own = both_ways.filter(|(own, other)| own.card == place && inner.contains(&other.card));
        let tops_wanted: Vec<i32> =
            own.filter_map(|(own, other)| Some(tops.get(other.card)? + other.below - own.below)).collect();
        let count = i32::try_from(tops_wanted.len()).unwrap_or(i32::MAX).max(1);
        tops_wanted.iter().sum::<i32>() / count
    }
}

fn swap(columns: &mut [Vec<usize>], column: usize, first: usize, second: usize) {
    if let Some(column) = columns.get_mut(column) {
        column.swap(first, second);
    }
}

/// The tops nearest to those wanted (least squares) at which no card of a column meets the next.
///
/// Cards that would meet form a block, which stands where its cards want to be on average.
fn apart(wanted: &[i32], sizes: &[i32]) -> Vec<i32> {
    struct Block {
        cards: usize,
        sum: i32,
        size: i32,
    }
    impl Block {
        fn top(&self) -> i32 {
            self.sum / i32::try_from(self.cards).unwrap_or(i32::MAX).max(1)
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (wanted, size) in wanted.iter().zip(sizes) {
        let mut block = Block { cards: 1, sum: *wanted, size: *size };
        while let Some(above) = blocks.pop_if(|above| above.top() + above.size > block.top()) {
            let cards = i32::try_from(block.cards).unwrap_or_default();
            block = Block {
                cards: above.cards + block.cards,
                sum: above.sum + block.sum - cards * above.size,
                size: above.size + block.size,
            };
        }
        blocks.push(block);
    }
    let mut sizes = sizes.iter();
    let mut tops = Vec::new();
    for block in &blocks {
        let mut top = block.top();
        for size in sizes.by_ref().take(block.cards) {
            tops.push(top);
            top += size;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_stand_apart_and_as_near_as_can_be() {
        assert_eq!(apart(&[0, 500, 510], &[100, 100, 100]), [0, 455, 555]);
        assert_eq!(apart(&[50, 0], &[100, 100]), [-25, 75]);
        assert_eq!(apart(&[], &[]), Vec::<i32>::new());
    }
}
