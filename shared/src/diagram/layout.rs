//! Where everything stands.

use std::collections::HashMap;

use super::card::{CARD_WIDTH, Card, HEADER};
use super::columns::{Cluster, clusters};
use super::edges::{Edge, End, edges};
use super::heights::{Port, tops};
use super::line::{Line, Point};
use super::tracks::{self, Route, Stop};
use crate::blueprint::Blueprint;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Tables, in the order of the blueprint.
    pub cards: Vec<Card>,
    /// Relations, in the order of the fields.
    pub edges: Vec<Edge>,
    /// Where relations run.
    pub lines: Vec<Line>,
    /// How wide it is.
    pub width: i32,
    /// How tall it is.
    pub height: i32,
}

/// Places the tables of `blueprint` and the relations among them.
pub fn diagram(blueprint: &Blueprint) -> Diagram {
    let cards: Vec<Card> = blueprint.tables.iter().map(|table| Card::new(blueprint, table)).collect();
    let edges = edges(blueprint);
    let heights: Vec<i32> = cards.iter().map(|card| card.height).collect();
    let pairs: Vec<_> = edges.iter().map(|edge| (edge.from.table, edge.to.table)).collect();
    let mut diagram = Diagram { cards, edges, ..Diagram::default() };
    let is_alone = |cluster: &Cluster| match cluster.columns.as_slice() {
        [column] => {
            column.iter().all(|place| pairs.iter().all(|(one, other)| one != place && other != place))
        }
        _ => false,
    };
    let (alone, joined): (Vec<_>, Vec<_>) = clusters(&heights, &pairs).into_iter().partition(is_alone);
    for cluster in joined {
        diagram.place(cluster, &heights);
    }
    let alone: Vec<usize> =
        alone.iter().flat_map(|cluster| cluster.columns.iter().flatten().copied()).collect();
    diagram.place_alone(&alone);
    diagram
}

impl Diagram {
    /// The same, read from right to left.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for card in &mut self.cards {
            card.left = self.width - card.left - CARD_WIDTH;
        }
        for line in &mut self.lines {
            *line = line.mirrored(self.width);
        }
        self
    }

    /// Puts the card at `place` where it belongs.
    fn put(&mut self, place: usize, left: i32, top: i32) {
        if let Some(card) = self.cards.get_mut(place) {
            (card.left, card.top) = (left, top);
            self.width = self.width.max(left + CARD_WIDTH);
            self.height = self.height.max(top + card.height);
        }
    }

    /// Where the next row of things begins.
    fn next_top(&self) -> i32 {
        if self.height == 0 { 0 } else { self.height + GAP }
    }

    fn place(&mut self, mut cluster: Cluster, heights: &[i32]) {
        let top = self.next_top();
        let port = |end: &End| {
            let middle = end.field.and_then(|field| self.cards.get(end.table)?.middle(field));
            Port { card: end.table, below: middle.unwrap_or(HEADER / 2) }
        };
        let links: Vec<_> = self.edges.iter().map(|edge| (port(&edge.from), port(&edge.to))).collect();
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
            spread(routes, &self.edges);
            tracks::sort(routes);
            x = self.draw(routes, x, (number > 0, number < cluster.columns.len()));
            for place in cluster.columns.get(number).into_iter().flatten() {
                self.put(*place, x, top + tops.get(*place).copied().unwrap_or_default());
            }
            x += if number < cluster.columns.len() { CARD_WIDTH } else { 0 };
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
    fn place_alone(&mut self, places: &[usize]) {
        let width = self.width.max(ALONE * (CARD_WIDTH + GAP) - GAP);
        let (mut x, mut top) = (0, self.next_top());
        for place in places {
            if x > 0 && x + CARD_WIDTH > width {
                (x, top) = (0, self.next_top());
            }
            self.put(*place, x, top);
            x += CARD_WIDTH + GAP;
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
        edges.get(edge).is_none_or(|edge| if end == 0 { edge.from.field } else { edge.to.field }.is_some())
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
