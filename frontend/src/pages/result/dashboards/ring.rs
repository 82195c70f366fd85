//! Parts of a whole as a ring.

use super::drawing::{Area, Drawing, Mark, Paint, Shape, path};
use super::series::Series;

/// Width and height of the drawing.
pub(super) const SIZE: f64 = 168.0;
const MIDDLE: f64 = SIZE / 2.0;
const RADII: (f64, f64) = (80.0, 52.0);
/// Paints of parts that have no colour of their own, in turn.
const TURNS: [shared::blueprint::Color; 6] = {
    use shared::blueprint::Color;
    [Color::Purple, Color::Teal, Color::Orange, Color::Blue, Color::Pink, Color::Green]
};

/// What the part at this position is painted with: no two neighbours alike.
pub(super) fn paint(series: &Series, position: usize) -> Paint {
    let own = series.x.get(position).and_then(|part| part.color);
    Paint::Option(own.unwrap_or_else(|| TURNS.get(position % TURNS.len()).copied().unwrap_or_default()))
}

/// The share of the part at this position.
pub(super) fn share(series: &Series, position: usize) -> f64 {
    let total = series.total();
    if total > 0.0 { series.value(position).unwrap_or_default() / total } else { 0.0 }
}

/// A ring of shares; parts of nothing are only in the legend.
pub(super) fn ring(series: &Series) -> Drawing {
    let mut drawing = Drawing { width: SIZE, height: SIZE, columns: 1, ..Drawing::default() };
    let mut from = 0.0;
    for (position, part) in series.x.iter().enumerate() {
        let share = share(series, position);
        let (to, half) = (from + share, std::f64::consts::TAU * (from + share / 2.0));
        let between = (RADII.0 + RADII.1) / 2.0;
        let tip = (MIDDLE + between * half.sin(), MIDDLE - between * half.cos());
        if share > 0.0 {
            let paint = paint(series, position);
            let slice = Shape::Slice { middle: (MIDDLE, MIDDLE), radii: RADII, from_to: (from, to), paint };
            let outline = Some(path(&slice));
            drawing.shapes.push(slice);
            let value =
                format!("{} ({})", series.written(series.value(position)), series.format.hundredths(share));
            let hit = Area { x: tip.0 - 14.0, y: tip.1 - 14.0, width: 28.0, height: 28.0 };
            drawing.marks.push(Mark { name: part.name.clone(), value, hit, outline, tip });
        }
        from = to;
    }
    drawing
}

#[cfg(test)]
mod tests {
    use shared::blueprint::ChartKind;

    use super::super::series::tests::series;
    use super::*;

    #[test]
    fn shares_make_a_whole_ring() {
        let series = series(ChartKind::Pie, &[Some(1.0), Some(0.0), Some(3.0)]);
        let drawing = ring(&series);
        let ends = drawing.shapes.iter().map(|shape| match shape {
            Shape::Slice { from_to, .. } => *from_to,
            _ => (0.0, 0.0),
        });
        assert_eq!(ends.collect::<Vec<_>>(), [(0.0, 0.25), (0.25, 1.0)]);
        assert_eq!(drawing.marks.last().unwrap().value, "3 (75 %)");
    }

    #[test]
    fn a_whole_of_nothing_has_no_parts() {
        assert_eq!(ring(&series(ChartKind::Pie, &[Some(0.0), None])).shapes, []);
    }
}
