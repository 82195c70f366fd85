//! Numbers to pixels and back, with round numbers to name along the way.

/// Numbers from zero to a round one above the greatest, along a length of pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// The number at the far end.
    top: f64,
    /// From one named number to the next.
    step: f64,
    /// Where zero is, in pixels.
    zero: f64,
    /// Where the far end is, in pixels; less than `zero` where numbers grow upwards.
    far: f64,
}

impl Scale {
    /// A scale for numbers up to `greatest` with at most `most` named numbers besides zero.
    ///
    /// `least_step` is the smallest difference that means anything: 1 for what is counted.
    pub(super) fn new(greatest: f64, most: u32, least_step: f64, (zero, far): (f64, f64)) -> Self {
        let greatest = if greatest > 0.0 { greatest } else { least_step };
        let step = nice_step(greatest / f64::from(most.max(1)), least_step).max(least_step);
        let top = (greatest / step - 1e-9).ceil().max(1.0) * step;
        Self { top, step, zero, far }
    }

    /// Where `number` is.
    pub(super) fn at(&self, number: f64) -> f64 {
        self.zero + (self.far - self.zero) * number / self.top
    }

    /// The numbers to name, zero first.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut count = 0_u32;
        while f64::from(count) * self.step <= self.top + self.step * 1e-6 {
            ticks.push(f64::from(count) * self.step);
            count += 1;
        }
        ticks
    }
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `rough` and no fraction of `least`.
fn nice_step(rough: f64, least: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let is_whole = |step: f64| step < least || least <= 0.0 || (step / least).fract() < 1e-9;
    let is_enough = |step: f64| step >= rough * (1.0 - 1e-9);
    let fits = |nice: &f64| is_enough(nice * power) && is_whole(nice * power);
    let nice = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(fits);
    nice.unwrap_or(10.0) * power
}

/// Equal places beside each other along a length of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bands {
    /// Where the first one starts.
    pub start: f64,
    /// How wide each is.
    pub width: f64,
}

impl Bands {
    /// `count` places from `start` to `end`.
    pub(super) fn new(count: usize, start: f64, end: f64) -> Self {
        Self { start, width: (end - start) / float(count.max(1)) }
    }

    /// The middle of the place at this position.
    pub(super) fn middle(self, position: usize) -> f64 {
        self.start + self.width * (float(position) + 0.5)
    }

    /// Where a bar of at most `widest` starts in the place at this position, and how wide it is.
    pub(super) fn bar(self, position: usize, widest: f64) -> (f64, f64) {
        let width = (self.width * 0.68).min(widest);
        (self.middle(position) - width / 2.0, width)
    }
}

/// How many things there are, to reckon with.
pub(super) fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(greatest: f64, least_step: f64, expected: &[f64]) {
        let ticks = Scale::new(greatest, 4, least_step, (0.0, 100.0)).ticks();
        assert_eq!(ticks.len(), expected.len(), "{ticks:?}");
        for (tick, expected) in ticks.iter().zip(expected) {
            assert!((tick - expected).abs() < 1e-9, "{ticks:?}");
        }
    }

    #[test]
    fn named_numbers_are_round() {
        check(4.0, 1.0, &[0.0, 1.0, 2.0, 3.0, 4.0]);
        check(7.0, 1.0, &[0.0, 2.0, 4.0, 6.0, 8.0]);
        check(1.0, 1.0, &[0.0, 1.0]);
        check(0.0, 1.0, &[0.0, 1.0]);
        check(46.0, 0.01, &[0.0, 20.0, 40.0, 60.0]);
        check(0.97, 0.01, &[0.0, 0.25, 0.5, 0.75, 1.0]);
        check(1_234.0, 1.0, &[0.0, 500.0, 1_000.0, 1_500.0]);
        check(1e9, 1.0, &[0.0, 2.5e8, 5e8, 7.5e8, 1e9]);
    }

    #[test]
    fn counted_things_are_never_halved() {
        for greatest in 1..200 {
            let ticks = Scale::new(f64::from(greatest), 4, 1.0, (0.0, 1.0)).ticks();
            assert!(ticks.iter().all(|tick| tick.fract() == 0.0), "{greatest}: {ticks:?}");
            assert!(ticks.last().is_some_and(|top| *top >= f64::from(greatest)));
            assert!((2..=5).contains(&ticks.len()), "{greatest}: {ticks:?}");
        }
    }

    #[test]
    fn numbers_have_their_places_in_both_directions() {
        let up = Scale::new(8.0, 4, 1.0, (200.0, 20.0));
        let across = Scale::new(8.0, 4, 1.0, (50.0, 450.0));
        assert_eq!([0.0, 4.0, 8.0].map(|number| up.at(number)), [200.0, 110.0, 20.0]);
        assert_eq!([0.0, 4.0, 8.0].map(|number| across.at(number)), [50.0, 250.0, 450.0]);
        assert_eq!(up.top, 8.0);
    }

    #[test]
    fn bars_stand_in_the_middle_of_their_places() {
        let bands = Bands::new(4, 40.0, 440.0);
        assert_eq!((bands.middle(0), bands.middle(3)), (90.0, 390.0));
        assert_eq!(bands.bar(1, 40.0), (170.0, 40.0));
        assert_eq!(Bands::new(0, 0.0, 10.0).width, 10.0);
    }
}
