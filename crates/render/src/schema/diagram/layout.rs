//! Where everything stands.

use std::collections::HashMap;

use super::super::edges::{Edge, End};
use super::card::{Card, HEADER, WIDTH};
use super::columns::{Cluster, clusters};
use super::heights::{Port, tops};
use super::tracks::{self, Route, Stop};

/// Room between two tracks.
const TRACK: i32 = 14;
/// Room between a card and the nearest track: the marks at the ends of relations stand there.
const MARKS: i32 = 38;
/// Room outside the outermost track.
const OUTSIDE: i32 = 8;
/// Room between clusters, and between tables without relations.
const GAP: i32 = 44;
/// How many tables without relations stand side by side at least.
const ALONE: i32 = 3;

/// Where everything stands, from the corner of the drawing.
#[derive(Default)]
pub(super) struct Layout {
    /// Left and top of each card.
    pub(super) cards: Vec<(i32, i32)>,
    /// Relations.
    pub(super) lines: Vec<Line>,
    /// How wide it is.
    pub(super) width: i32,
    /// How tall it is.
    pub(super) height: i32,
}

/// A relation: from a point to a track, along it, and to a point.
pub(super) struct Line {
    /// The relation, by its place.
    pub(super) edge: usize,
    /// Where it starts.
    pub(super) from: Point,
    /// Where it ends.
    pub(super) to: Point,
    /// Where its track is.
    pub(super) track: i32,
}

/// Where a relation meets a card.
#[derive(Clone, Copy)]
pub(super) struct Point {
    /// How far right.
    pub(super) x: i32,
    /// How far down.
    pub(super) y: i32,
    /// 1 where the relation leaves to the right, -1 to the left.
    pub(super) towards: i32,
}

/// Places `cards` and the relations among them.
pub(super) fn layout(cards: &[Card], edges: &[Edge]) -> Layout {
    let heights: Vec<i32> = cards.iter().map(|card| card.height).collect();
    let pairs: Vec<_> = edges.iter().map(|edge| (edge.from.record, edge.to.record)).collect();
    let mut layout = Layout { cards: vec![(0, 0); cards.len()], ..Layout::default() };
    let is_alone = |cluster: &Cluster| match cluster.columns.as_slice() {
        [column] => {
            column.iter().all(|place| pairs.iter().all(|(one, other)| one != place && other != place))
        }
        _ => false,
    };
    let (alone, joined): (Vec<_>, Vec<_>) = clusters(&heights, &pairs).into_iter().partition(is_alone);
    for cluster in joined {
        layout.place(cluster, cards, &heights, edges);
    }
    let alone: Vec<usize> =
        alone.iter().flat_map(|cluster| cluster.columns.iter().flatten().copied()).collect();
    layout.place_alone(&alone, &heights);
    layout
}

impl Layout {
    /// Where the next row of things begins.
    fn next_top(&self) -> i32 {
        if self.height == 0 { 0 } else { self.height + GAP }
    }

    fn place(&mut self, mut cluster: Cluster, cards: &[Card], heights: &[i32], edges: &[Edge]) {
        let top = self.next_top();
        let port = |end: &End| {
            let middle = end.property.and_then(|property| cards.get(end.record)?.middle(property));
            Port { card: end.record, below: middle.unwrap_or(HEADER / 2) }
        };
        let links: Vec<_> = edges.iter().map(|edge| (port(&edge.from), port(&edge.to))).collect();
        let tops = tops(&mut cluster, heights, &links);
        let y = |port: &Port| top + tops.get(port.card).copied().unwrap_or_default() + port.below;
        let mut channels = vec![Vec::new(); cluster.columns.len() + 1];
        for (place, (from, to)) in links.iter().enumerate() {
            let Some((channel, sides)) = channel(&cluster, from.card, to.card) else { continue };
            let stop = |port: &Port, is_left| Stop { card: port.card, is_left, y: y(port) };
            let route = Route { edge: place, stops: [stop(from, sides.0), stop(to, sides.1)] };
            if let Some(routes) = channels.get_mut(channel) {
                routes.push(route);
            }
        }
        let mut x = 0;
        for (number, routes) in channels.iter_mut().enumerate() {
            spread(routes, edges);
            tracks::sort(routes);
            x = self.draw(routes, x, (number > 0, number < cluster.columns.len()));
            for place in cluster.columns.get(number).into_iter().flatten() {
                let card = (x, top + tops.get(*place).copied().unwrap_or_default());
                if let Some(known) = self.cards.get_mut(*place) {
                    *known = card;
                }
                self.height = self.height.max(card.1 + heights.get(*place).copied().unwrap_or_default());
            }
            x += if number < cluster.columns.len() { WIDTH } else { 0 };
        }
        self.width = self.width.max(x);
    }

    /// Draws the relations between two columns, or outside one, from `x` on; returns where they end.
    fn draw(&mut self, routes: &[Route], x: i32, (is_left, is_right): (bool, bool)) -> i32 {
        let count = i32::try_from(routes.len()).unwrap_or_default();
        if count == 0 {
            return x;
        }
        let first = x + if is_left { MARKS } else { OUTSIDE };
        let end = first + (count - 1) * TRACK + if is_right { MARKS } else { OUTSIDE };
        for (number, route) in (0..).zip(routes) {
            let point = |stop: Stop| match stop.is_left {
                true => Point { x, y: stop.y, towards: 1 },
                false => Point { x: end, y: stop.y, towards: -1 },
            };
            let [from, to] = route.stops.map(point);
            self.lines.push(Line { edge: route.edge, from, to, track: first + number * TRACK });
        }
        end
    }

    /// Places tables without relations in rows below everything else.
    fn place_alone(&mut self, places: &[usize], heights: &[i32]) {
        let width = self.width.max(ALONE * (WIDTH + GAP) - GAP);
        let (mut x, mut top) = (0, self.next_top());
        for place in places {
            if x > 0 && x + WIDTH > width {
                (x, top) = (0, self.next_top());
            }
            if let Some(known) = self.cards.get_mut(*place) {
                *known = (x, top);
            }
            self.width = self.width.max(x + WIDTH);
            self.height = self.height.max(top + heights.get(*place).copied().unwrap_or_default());
            x += WIDTH + GAP;
        }
    }
}

/// Between which columns a relation runs, and whether its two cards are left of there.
///
/// Within a column, it runs on the side away from the hub.
fn channel(cluster: &Cluster, from: usize, to: usize) -> Option<(usize, (bool, bool))> {
    let column = |place: usize| cluster.columns.iter().position(|column| column.contains(&place));
    let (from, to) = (column(from)?, column(to)?);
    Some(match (from, to) {
        (from, to) if from < to => (to, (true, false)),
        (from, to) if from > to => (from, (false, true)),
        (column, _) if column < cluster.hub => (column, (false, false)),
        (column, _) => (column + 1, (true, true)),
    })
}

/// Relations that no field shows meet the card at its name: side by side, not on one another.
fn spread(routes: &mut [Route], edges: &[Edge]) {
    let has_field = |edge: usize, end: usize| {
        edges
            .get(edge)
            .is_none_or(|edge| if end == 0 { edge.from.property } else { edge.to.property }.is_some())
    };
    let mut counts: HashMap<(usize, bool), i32> = HashMap::new();
    let mut bare: Vec<(i32, usize, usize)> = Vec::new();
    for (number, route) in routes.iter().enumerate() {
        for (end, stop) in route.stops.iter().enumerate().filter(|(end, _)| !has_field(route.edge, *end)) {
            *counts.entry((stop.card, stop.is_left)).or_default() += 1;
            // In the order of where they come from, so that they do not cross on their last steps.
            let other = route.stops.get(1 - end).map_or(0, |other| other.y);
            bare.push((other, number, end));
        }
    }
    bare.sort_unstable();
    let mut given: HashMap<(usize, bool), i32> = HashMap::new();
    for (_, number, end) in bare {
        let Some(stop) = routes.get_mut(number).and_then(|route| route.stops.get_mut(end)) else { continue };
        let key = (stop.card, stop.is_left);
        let count = counts.get(&key).copied().unwrap_or(1);
        let number = given.entry(key).or_default();
        *number += 1;
        stop.y += *number * HEADER / (count + 1) - HEADER / 2;
    }
}
