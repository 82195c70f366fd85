//! A heat map: two axes, a shade a cell.

use super::drawing::{Anchor, Area, Drawing, Mark, Paint, Shape};
use super::labels::{shortened, width_of};
use super::scale::{Bands, float};
use super::series::Series;

/// The height of a line of cells.
const ROW: f64 = 32.0;
/// Above the cells: a line of names.
const HEAD: f64 = 24.0;
/// Between cells.
const GAP: f64 = 3.0;
/// How many shades there are besides none.
pub(super) const SHADES: u8 = 4;

/// A heat map; where the names of the first axis have no room, the axes change places.
pub(super) fn cells(series: &Series, width: f64) -> Drawing {
    let map = Map::of(series, width);
    let height = HEAD + ROW * float(map.rows.len());
    let mut drawing = Drawing { width, height, columns: map.columns.len(), ..Drawing::default() };
    for (position, name) in map.columns.iter().enumerate() {
        let name = shortened(name, map.bands.width - 4.0);
        drawing.note(name, (map.bands.middle(position), HEAD - 9.0), Anchor::Middle, "axis");
    }
    let greatest = series.greatest();
    for (row, name) in map.rows.iter().enumerate() {
        let y = HEAD + ROW * float(row);
        drawing.note(
            shortened(name, map.bands.start - 8.0),
            (0.0, y + ROW / 2.0 + 3.0),
            Anchor::Start,
            "axis",
        );
        for column in 0..map.columns.len() {
            map.cell(&mut drawing, series, (column, row), greatest);
        }
    }
    drawing
}

/// How high the drawing is at this width.
pub(super) fn height(series: &Series, width: f64) -> f64 {
    HEAD + ROW * float(Map::of(series, width).rows.len())
}

struct Map {
    columns: Vec<String>,
    rows: Vec<String>,
    bands: Bands,
    turned: bool,
}

impl Map {
    fn of(series: &Series, width: f64) -> Self {
        let straight = Self::turned(series.names(), series.y.clone(), false, width);
        let fits = straight.columns.iter().all(|name| width_of(name) + 4.0 <= straight.bands.width);
        if fits { straight } else { Self::turned(series.y.clone(), series.names(), true, width) }
    }

    fn turned(columns: Vec<String>, rows: Vec<String>, turned: bool, width: f64) -> Self {
        let names = rows.iter().map(|name| width_of(name)).fold(0.0, f64::max).min(width * 0.35);
        let bands = Bands::new(columns.len(), names + 10.0, width);
        Self { columns, rows, bands, turned }
    }

    fn cell(&self, drawing: &mut Drawing, series: &Series, (column, row): (usize, usize), greatest: f64) {
        let (x, y) = if self.turned { (row, column) } else { (column, row) };
        let value = series.values.get(y).and_then(|line| line.get(x)).copied().flatten();
        let shade = shade(value.unwrap_or_default(), greatest);
        let area = Area {
            x: self.bands.start + self.bands.width * float(column) + GAP / 2.0,
            y: HEAD + ROW * float(row) + GAP / 2.0,
            width: self.bands.width - GAP,
            height: ROW - GAP,
        };
        drawing.shapes.push(Shape::Block(area, Paint::Shade(shade)));
        let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0 + 4.0);
        if shade > 0 {
            let class = if shade > 2 { "on-accent" } else { "value" };
            drawing.note(series.written(value), middle, Anchor::Middle, class);
        }
        let names = [&self.rows, &self.columns].map(|names| names.as_slice());
        let name = [names[0].get(row), names[1].get(column)].map(|name| name.cloned().unwrap_or_default());
        let name = if self.turned { name.join(", ") } else { [name[1].clone(), name[0].clone()].join(", ") };
        drawing.marks.push(Mark {
            name,
            value: series.written(value),
            hit: area,
            outline: None,
            tip: (middle.0, area.y),
        });
    }
}

/// The shade of a value: none for nothing, then as many of equal width as there are.
fn shade(value: f64, greatest: f64) -> u8 {
    if value <= 0.0 || greatest <= 0.0 {
        return 0;
    }
    (1..SHADES).find(|shade| value / greatest <= f64::from(*shade) / f64::from(SHADES)).unwrap_or(SHADES)
}

#[cfg(test)]
mod tests {
    use shared::blueprint::ChartKind;

    use super::super::series::tests::series;
    use super::*;

    fn week() -> Series {
        let mut series = series(ChartKind::Heatmap, &[Some(1.0); 7]);
        series.x.iter_mut().for_each(|part| part.name = "Wednesday".into());
        series.y = ["Night", "Morning", "Afternoon", "Evening"].map(str::to_owned).into();
        series.values = vec![vec![Some(1.0); 7]; 4];
        series
    }

    #[test]
    fn the_axes_change_places_where_names_have_no_room() {
        let (wide, narrow) = (cells(&week(), 900.0), cells(&week(), 320.0));
        assert_eq!((wide.columns, wide.marks.len()), (7, 28));
        assert_eq!((narrow.columns, narrow.marks.len()), (4, 28));
        assert_eq!(wide.marks.first().unwrap().name, "Wednesday, Night");
        assert_eq!(narrow.marks.first().unwrap().name, "Wednesday, Night");
        assert_eq!(narrow.height, height(&week(), 320.0));
    }

    #[test]
    fn shades_have_equal_widths() {
        assert_eq!([0.0, 1.0, 4.0, 5.0, 16.0].map(|value| shade(value, 16.0)), [0, 1, 1, 2, 4]);
        assert_eq!(shade(1.0, 0.0), 0);
    }
}
