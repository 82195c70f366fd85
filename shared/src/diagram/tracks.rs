//! Relations between two columns: each has a track of its own to go up and down on.

/// A relation between two columns, or from a column back to itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Route {
    /// The relation, by its place.
    pub(super) edge: usize,
    /// Where it starts and ends.
    pub(super) stops: [Stop; 2],
}

/// Where a relation meets a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The card, by its place.
    pub(super) card: usize,
    /// Whether the column is left of the tracks.
    pub(super) is_left: bool,
    /// How far down.
    pub(super) y: i32,
}

/// Stops nearer than this lie on one another.
const NEAR: i32 = 5;
/// What it costs when two relations lie on one another, in crossings.
const OVERLAP: usize = 8;

/// Orders `routes` from left to right so that they cross each other as little as a few swaps can achieve.
pub(super) fn sort(routes: &mut [Route]) {
    routes.sort_by_key(|route| (route.stops.map(|stop| stop.y).iter().min().copied(), route.edge));
    for _ in 0..routes.len() {
        let mut is_sorted = true;
        for index in 1..routes.len() {
            let is_better = match (routes.get(index - 1), routes.get(index)) {
                (Some(left), Some(right)) => crossings(right, left) < crossings(left, right),
                _ => false,
            };
            if is_better {
                routes.swap(index - 1, index);
                is_sorted = false;
            }
        }
        if is_sorted {
            break;
        }
    }
}

/// What it costs to have `left` left of `right`.
fn crossings(left: &Route, right: &Route) -> usize {
    let meets = |route: &Route, y: i32| {
        let [one, other] = route.stops.map(|stop| stop.y);
        one.min(other) < y && y < one.max(other)
    };
    let from_left = right.stops.iter().filter(|stop| stop.is_left);
    let from_right = left.stops.iter().filter(|stop| !stop.is_left);
    let overlaps =
        from_left.clone().flat_map(|one| from_right.clone().map(move |other| (one.y - other.y).abs()));
    let overlaps = overlaps.filter(|distance| *distance < NEAR).count();
    from_left.filter(|stop| meets(left, stop.y)).count()
        + from_right.filter(|stop| meets(right, stop.y)).count()
        + overlaps * OVERLAP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(edge: usize, left: i32, right: i32) -> Route {
        let stop = |is_left, y| Stop { card: 0, is_left, y };
        Route { edge, stops: [stop(true, left), stop(false, right)] }
    }

    #[test]
    fn parallel_relations_do_not_cross() {
        let mut routes = [route(0, 10, 100), route(1, 20, 120), route(2, 300, 200), route(3, 320, 220)];

        sort(&mut routes);

        let all = (0..routes.len()).flat_map(|left| (left + 1..routes.len()).map(move |right| (left, right)));
        assert_eq!(all.map(|(left, right)| crossings(&routes[left], &routes[right])).sum::<usize>(), 0);
    }
}
