//! Lying bars: parts below each other, numbers grow along the lines.

use super::drawing::{Anchor, Area, Drawing, Mark, Paint, Shape};
use super::labels::{shortened, width_of};
use super::scale::{Scale, float};
use super::series::Series;

/// The height of a part.
const ROW: f64 = 32.0;
/// The height of a bar.
const BAR: f64 = 14.0;
/// The largest part of the width that names may take.
const NAMES_MAX: f64 = 0.42;

/// How high the drawing is.
pub(super) fn height(parts: usize) -> f64 {
    ROW * float(parts)
}

/// Lying bars with their values at their ends.
pub(super) fn bars(series: &Series, width: f64) -> Drawing {
    let widest = |texts: Vec<String>| texts.iter().map(|text| width_of(text)).fold(0.0, f64::max);
    let written: Vec<_> = (0..series.x.len()).map(|at| series.written(series.value(at))).collect();
    let names = widest(series.names()).min(width * NAMES_MAX) + 12.0;
    let end = width - widest(written.clone()) - 10.0;
    let scale = Scale::new(series.greatest(), 3, series.format.least_step(), (names, end));
    let height = height(series.x.len());
    let mut drawing = Drawing { width, height, columns: 1, ..Drawing::default() };
    for tick in scale.ticks() {
        drawing.grid.push([scale.at(tick), 0.0, scale.at(tick), height]);
    }
    for (position, (part, written)) in series.x.iter().zip(written).enumerate() {
        let value = series.value(position);
        let (y, far) = (ROW * float(position), scale.at(value.unwrap_or_default()));
        let middle = y + ROW / 2.0;
        let bar = Area { x: names, y: middle - BAR / 2.0, width: far - names, height: BAR };
        if bar.width > 0.0 {
            drawing.shapes.push(Shape::Block(bar, Paint::of(part.color)));
        }
        drawing.note(shortened(&part.name, names - 12.0), (0.0, middle + 4.0), Anchor::Start, "name");
        drawing.note(written.clone(), (far + 6.0, middle + 4.0), Anchor::Start, "value");
        let hit = Area { x: 0.0, y, width, height: ROW };
        drawing.marks.push(Mark {
            name: part.name.clone(),
            value: written,
            hit,
            outline: None,
            tip: (far, middle - BAR / 2.0),
        });
    }
    drawing
}

#[cfg(test)]
mod tests {
    use shared::blueprint::ChartKind;

    use super::super::series::tests::series;
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_numbers_and_stay_inside() {
        for width in [260.0, 480.0] {
            let drawing = bars(&series(ChartKind::Bar, &[Some(3.0), Some(6.0), None]), width);
            let lengths = drawing.shapes.iter().map(|shape| match shape {
                Shape::Block(area, _) => (area.width, area.x + area.width),
                _ => (0.0, 0.0),
            });
            let lengths: Vec<_> = lengths.collect();
            assert_eq!(lengths.len(), 2, "what is unknown has no bar");
            assert!((lengths[1].0 / lengths[0].0 - 2.0).abs() < 1e-9);
            assert!(lengths.iter().all(|(_, end)| *end <= width));
            assert_eq!(drawing.height, height(3));
        }
    }
}
