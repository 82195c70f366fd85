//! How long the person was at it.

use chrono::{DateTime, Utc};
use shared::chat::PAUSE_SECONDS_MAX;

/// When a chat began and ended, and how long somebody was active in between.
#[derive(Default)]
pub(super) struct Active {
    /// The earliest time.
    pub(super) first_at: Option<DateTime<Utc>>,
    /// The latest time.
    pub(super) last_at: Option<DateTime<Utc>>,
    /// The sum of the pauses that are short enough.
    pub(super) seconds: u64,
}

impl Active {
    /// Takes in the next message of the path. One that is older than the last one does not count: clocks jump.
    pub(super) fn add(&mut self, at: DateTime<Utc>) {
        self.first_at.get_or_insert(at);
        let Some(last) = self.last_at.replace(at) else { return };
        match u64::try_from((at - last).num_seconds()) {
            Ok(pause) if at >= last => self.seconds += if pause <= PAUSE_SECONDS_MAX { pause } else { 0 },
            _ => self.last_at = Some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seconds: &[i64], expected: u64) {
        let mut active = Active::default();
        for second in seconds {
            active.add(DateTime::from_timestamp(1_700_000_000 + second, 0).unwrap());
        }
        assert_eq!(active.seconds, expected, "{seconds:?}");
        assert!(active.first_at <= active.last_at);
    }

    #[test]
    fn pauses_count_up_to_half_an_hour() {
        check(&[], 0);
        check(&[5], 0);
        check(&[0, 60, 90], 90);
        check(&[0, 1_800, 3_601], 1_800);
        check(&[0, 86_400, 86_460], 60);
    }

    #[test]
    fn a_clock_that_jumps_back_adds_nothing() {
        check(&[100, 40, 160], 60);
        check(&[100, 40], 0);
    }
}
