//! Columns, and lines over time: numbers grow upwards, parts follow each other along the ground.

use super::drawing::{Anchor, Area, Drawing, Mark, Paint, Shape};
use super::labels::{Stand, shortened, width_of};
use super::scale::{Bands, Scale};
use super::series::Series;

/// How high the drawing is.
pub(super) const HEIGHT: f64 = 232.0;
/// Above the highest named number: room for a value.
const HEADROOM: f64 = 20.0;
/// Below the ground: a line of names.
const NAMES: f64 = 26.0;
/// Below the ground: slanted names.
const SLANTED_NAMES: f64 = 64.0;
/// The widest a column gets.
const WIDEST: f64 = 44.0;

/// Upright bars.
pub(super) fn columns(series: &Series, width: f64) -> Drawing {
    let frame = Frame::of(series, width);
    let mut drawing = frame.drawing(series);
    for (position, part) in series.x.iter().enumerate() {
        let value = series.value(position);
        let top = frame.scale.at(value.unwrap_or_default());
        let (x, bar) = frame.bands.bar(position, WIDEST);
        let area = Area { x, y: top, width: bar, height: frame.ground - top };
        if area.height > 0.0 {
            drawing.shapes.push(Shape::Block(area, Paint::of(part.color)));
        }
        frame.mark(&mut drawing, series, position, top);
    }
    frame.values(&mut drawing, series);
    drawing
}

/// A line over time; where nothing is known it has a gap.
pub(super) fn line(series: &Series, width: f64) -> Drawing {
    let frame = Frame::of(series, width);
    let mut drawing = frame.drawing(series);
    let point = |position: usize| {
        series.value(position).map(|value| (frame.bands.middle(position), frame.scale.at(value)))
    };
    let points: Vec<_> = (0..series.x.len()).map(point).collect();
    for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
        let run: Vec<_> = run.iter().copied().flatten().collect();
        drawing.shapes.push(Shape::Below(run.clone(), frame.ground));
        drawing.shapes.push(Shape::Line(run));
    }
    drawing.shapes.extend(points.iter().copied().flatten().map(Shape::Dot));
    for (position, point) in points.iter().enumerate() {
        frame.mark(&mut drawing, series, position, point.map_or(frame.ground, |(_, y)| y));
    }
    drawing
}

/// The axes.
struct Frame {
    scale: Scale,
    bands: Bands,
    stand: Stand,
    width: f64,
    /// Where the ground is.
    ground: f64,
    /// Where the plot starts.
    start: f64,
}

impl Frame {
    fn of(series: &Series, width: f64) -> Self {
        let measured = Scale::new(series.greatest(), 4, series.format.least_step(), (0.0, 1.0));
        let names = measured.ticks().into_iter().map(|tick| width_of(&series.format.write(tick)));
        let start = names.fold(0.0, f64::max) + 10.0;
        let bands = Bands::new(series.x.len(), start, width);
        let stand = Stand::of(&series.names(), bands.width, series.follows_in_time);
        let names = if stand == Stand::Slanted { SLANTED_NAMES } else { NAMES };
        let ground = HEIGHT - names;
        let scale = Scale::new(series.greatest(), 4, series.format.least_step(), (ground, HEADROOM));
        Self { scale, bands, stand, width, ground, start }
    }

    /// The grid, the named numbers and the names of the parts.
    fn drawing(&self, series: &Series) -> Drawing {
        let columns = series.x.len();
        let mut drawing = Drawing { width: self.width, height: HEIGHT, columns, ..Drawing::default() };
        for tick in self.scale.ticks() {
            let y = self.scale.at(tick);
            drawing.grid.push([self.start, y, self.width, y]);
            drawing.note(series.format.write(tick), (self.start - 8.0, y + 4.0), Anchor::End, "axis");
        }
        for (position, part) in series.x.iter().enumerate().filter(|(at, _)| self.stand.shows(*at)) {
            self.name(&mut drawing, position, &part.name);
        }
        drawing
    }

    fn name(&self, drawing: &mut Drawing, position: usize, name: &str) {
        let middle = self.bands.middle(position);
        if self.stand == Stand::Slanted {
            drawing.note(shortened(name, 80.0), (middle + 4.0, self.ground + 16.0), Anchor::End, "axis");
            if let Some(note) = drawing.notes.last_mut() {
                note.slanted = true;
            }
            return;
        }
        // The first and the last name stay inside.
        let half = width_of(name) / 2.0;
        let x = middle.min(self.width - half).max(half.min(middle));
        drawing.note(name, (x, self.ground + 18.0), Anchor::Middle, "axis");
    }

    /// The values above their columns, where there is room for all of them.
    fn values(&self, drawing: &mut Drawing, series: &Series) {
        let written: Vec<_> = (0..series.x.len()).map(|at| series.written(series.value(at))).collect();
        if written.iter().any(|text| width_of(text) + 4.0 > self.bands.width) {
            return;
        }
        for (position, text) in written.into_iter().enumerate() {
            // Nothing is said by an empty place.
            let Some(value) = series.value(position).filter(|value| *value > 0.0) else { continue };
            let at = (self.bands.middle(position), self.scale.at(value) - 6.0);
            drawing.note(text, at, Anchor::Middle, "value");
        }
    }

    fn mark(&self, drawing: &mut Drawing, series: &Series, position: usize, top: f64) {
        let Bands { start, width } = self.bands;
        let x = start + width * super::scale::float(position);
        drawing.marks.push(Mark {
            name: series.x.get(position).map(|part| part.name.clone()).unwrap_or_default(),
            value: series.written(series.value(position)),
            hit: Area { x, y: HEADROOM, width, height: self.ground - HEADROOM },
            outline: None,
            tip: (self.bands.middle(position), top),
        });
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::ChartKind;

    use super::super::series::tests::series;
    use super::*;

    #[test]
    fn every_part_has_a_column_and_a_place_to_read_it() {
        let drawing = columns(&series(ChartKind::Column, &[Some(2.0), Some(0.0), Some(4.0)]), 400.0);
        assert_eq!(drawing.marks.len(), 3);
        let heights = drawing.shapes.iter().map(|shape| match shape {
            Shape::Block(area, _) => area.height,
            _ => 0.0,
        });
        let heights: Vec<_> = heights.collect();
        assert_eq!(heights.len(), 2, "nothing is drawn of nothing");
        assert!((heights.last().unwrap() / heights.first().unwrap() - 2.0).abs() < 1e-9);
    }

    #[test]
    fn everything_stays_inside() {
        for width in [240.0, 320.0, 640.0, 1200.0] {
            let drawing = columns(&series(ChartKind::Column, &[Some(7.0); 14]), width);
            for mark in &drawing.marks {
                assert!(mark.hit.x >= 0.0 && mark.hit.x + mark.hit.width <= width + 1e-6);
            }
            for note in &drawing.notes {
                assert!(note.at.0 >= 0.0 && note.at.0 <= width && note.at.1 <= HEIGHT, "{note:?}");
            }
        }
    }

    #[test]
    fn a_line_has_a_gap_where_nothing_is_known() {
        let values = [Some(1.0), Some(2.0), None, Some(3.0), Some(1.0), None, Some(2.0)];
        let drawing = line(&series(ChartKind::Line, &values), 600.0);
        let lines = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Line(_))).count();
        let dots = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Dot(_))).count();
        assert_eq!((lines, dots, drawing.marks.len()), (2, 5, 7));
    }
}
