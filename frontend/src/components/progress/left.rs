//! How long something will still take, from how long it has taken.

/// Before this share nobody can tell.
const SHARE_MIN: f64 = 0.02;
/// Before this much time nobody can tell.
const ELAPSED_MIN_MS: f64 = 1_000.0;
/// Estimates below a minute are told in steps of these seconds, so that they do not flicker.
const STEP_SECONDS: f64 = 5.0;
/// Longer estimates are guesses that help nobody.
const LEFT_MAX_MS: f64 = 24.0 * 3_600_000.0;

/// How long something will still take, as precisely as one can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// Less than a minute.
    Seconds(usize),
    /// A minute or more.
    Minutes(usize),
}

/// How long it will still take when `share`, from 0 to 1, took `elapsed_ms`; nothing while nobody can tell.
pub(crate) fn left(elapsed_ms: f64, share: f64) -> Option<Left> {
    if !(SHARE_MIN..1.0).contains(&share) || elapsed_ms.is_nan() || elapsed_ms < ELAPSED_MIN_MS {
        return None;
    }
    let left_ms = elapsed_ms * (1.0 - share) / share;
    if left_ms > LEFT_MAX_MS {
        return None;
    }
    let seconds = (left_ms / 1_000.0 / STEP_SECONDS).ceil() * STEP_SECONDS;
    if seconds < 60.0 {
        return Some(Left::Seconds(seconds as usize));
    }
    Some(Left::Minutes((seconds / 60.0).round() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_tells_how_long_the_rest_takes() {
        for (elapsed_ms, share, expected) in [
            (10_000.0, 0.5, Some(Left::Seconds(10))),
            (10_000.0, 0.45, Some(Left::Seconds(15))),
            (10_000.0, 0.9, Some(Left::Seconds(5))),
            (30_000.0, 0.34, Some(Left::Minutes(1))),
            (60_000.0, 0.1, Some(Left::Minutes(9))),
            (999.0, 0.5, None),
            (5_000.0, 0.01, None),
            (5_000.0, 0.0, None),
            (5_000.0, 1.0, None),
            (f64::NAN, 0.5, None),
            (1e9, 0.02, None),
        ] {
            assert_eq!(left(elapsed_ms, share), expected, "{share} after {elapsed_ms} ms");
        }
    }

    #[test]
    fn an_even_pace_never_promises_less_than_it_takes() {
        let total_ms = 55_000.0;
        for step in 2..100 {
            let share = f64::from(step) / 100.0;
            if let Some(Left::Seconds(seconds)) = left(total_ms * share, share) {
                assert!(seconds as f64 * 1_000.0 >= total_ms * (1.0 - share) - 1.0, "at {share}");
            }
        }
    }
}
