//! Counting requests: a seam, and the counter inside this process.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{DefaultKeyedRateLimiter, Quota};

/// Seconds of the window that limits are told in.
pub(crate) const WINDOW_SECONDS: u64 = 60;

/// Says whether an address may send one more request.
pub(crate) trait RateLimiter: Send + Sync {
    /// Counts one request of `address`.
    fn check(&self, address: IpAddr) -> Verdict;

    /// Forgets addresses that have not been seen for a while.
    fn forget_idle(&self);
}

/// What a limiter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Requests allowed in [`WINDOW_SECONDS`].
    pub(crate) limit: u32,
    /// Requests left now.
    pub(crate) remaining: u32,
    /// Seconds until there is at least one more.
    pub(crate) reset_seconds: u64,
    /// Whether this one was one too many.
    pub(crate) refused: bool,
}

/// Counts in this process.
pub(crate) struct InProcess {
    limit: NonZeroU32,
    limiter: governor::RateLimiter<
        IpAddr,
        DefaultKeyedStateStore<IpAddr>,
        DefaultClock,
        StateInformationMiddleware,
    >,
}

impl InProcess {
    /// A counter that allows `limit` requests a minute.
    pub(crate) fn new(limit: NonZeroU32) -> Self {
        let limiter = DefaultKeyedRateLimiter::keyed(Quota::per_minute(limit)).with_middleware();
        Self { limit, limiter }
    }
}

impl RateLimiter for InProcess {
    fn check(&self, address: IpAddr) -> Verdict {
        let verdict = |remaining, wait, refused| Verdict {
            limit: self.limit.get(),
            remaining,
            reset_seconds: whole_seconds(wait),
            refused,
        };
        match self.limiter.check_key(&address) {
            Ok(state) => {
                let one_more = state.quota().replenish_interval();
                verdict(state.remaining_burst_capacity(), one_more, false)
            }
            Err(not_until) => verdict(0, not_until.wait_time_from(DefaultClock::default().now()), true),
        }
    }

    fn forget_idle(&self) {
        self.limiter.retain_recent();
    }
}

/// Rounded up: who comes back after as many seconds is not refused again.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_millis().div_ceil(1000).max(1).try_into().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn an_address_has_its_own_limit() {
        let limiter = InProcess::new(NonZeroU32::new(2).expect("not zero"));
        let check = |last| limiter.check(Ipv4Addr::new(203, 0, 113, last).into());

        assert_eq!(check(1), Verdict { limit: 2, remaining: 1, reset_seconds: 30, refused: false });
        assert_eq!(check(1), Verdict { limit: 2, remaining: 0, reset_seconds: 30, refused: false });
        assert_eq!(check(1), Verdict { limit: 2, remaining: 0, reset_seconds: 30, refused: true });
        assert!(!check(2).refused);

        limiter.forget_idle();
        assert!(check(1).refused, "addresses seen just now are remembered");
    }
}
