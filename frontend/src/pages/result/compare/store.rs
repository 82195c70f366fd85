//! Which two platforms are compared, and what becomes of the system on each.

use std::sync::Arc;

use leptos::prelude::*;
use shared::plan::{Plan, State, Target, plan};
use shared::platform::{Platform, SupportLevel};

use super::super::store::System;

/// What can become of an element, best first.
pub(super) const OUTCOMES: [SupportLevel; 4] =
    [SupportLevel::Exact, SupportLevel::Adapted, SupportLevel::Manual, SupportLevel::Impossible];

/// The platform of the system beside another.
#[derive(Clone, Copy)]
pub(super) struct Comparison {
    system: System,
    chosen: RwSignal<Option<Platform>>,
    other: Memo<Arc<Plan>>,
}

impl Comparison {
    /// Of `system` with the first platform that is not its own.
    pub(super) fn of(system: System) -> Self {
        let chosen = RwSignal::new(None);
        let other = Memo::new(move |_| {
            let target = Target { platform: other(chosen.get(), system.platform.get()) };
            Arc::new(system.blueprint.with(|blueprint| plan(blueprint, &target, &State::default())))
        });
        Self { system, chosen, other }
    }

    /// The platforms to compare with.
    pub(super) fn others(self) -> Vec<Platform> {
        let own = self.system.platform.get();
        Platform::ALL.into_iter().filter(|platform| *platform != own).collect()
    }

    /// The other platform.
    pub(super) fn other(self) -> Platform {
        other(self.chosen.get(), self.system.platform.get())
    }

    /// Compares with the platform of this name.
    pub(super) fn choose(self, name: &str) {
        self.chosen.set(Platform::parse(name));
    }

    /// The plans for both platforms.
    pub(super) fn plans(self) -> (Arc<Plan>, Arc<Plan>) {
        (self.system.plan.get(), self.other.get())
    }
}

fn other(chosen: Option<Platform>, own: Platform) -> Platform {
    let mut others = Platform::ALL.into_iter().filter(|platform| *platform != own);
    chosen.filter(|platform| *platform != own).or_else(|| others.next()).unwrap_or(own)
}

/// How many elements end as `outcome`.
pub(super) fn count(plan: &Plan, outcome: SupportLevel) -> usize {
    match outcome {
        SupportLevel::Exact => plan.exact.len(),
        _ => plan.adaptations.iter().filter(|it| it.outcome == outcome).count(),
    }
}

/// What the words call an outcome.
pub(super) fn name(outcome: SupportLevel) -> &'static str {
    match outcome {
        SupportLevel::Exact => "exact",
        SupportLevel::Adapted => "adapted",
        SupportLevel::Manual => "manual",
        SupportLevel::Impossible => "impossible",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_is_never_compared_with_itself() {
        assert_eq!(other(None, Platform::Notion), Platform::Airtable);
        assert_eq!(other(Some(Platform::Trello), Platform::Notion), Platform::Trello);
        assert_eq!(other(Some(Platform::Trello), Platform::Trello), Platform::Notion);
    }
}
