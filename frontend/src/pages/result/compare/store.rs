//! Which two platforms are compared, and what becomes of the system on each.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use shared::plan::{Comparison, Plan, State, Target, compare, plan};
use shared::platform::Platform;

use super::super::store::System;

/// Where the address says which platform stands first; the system's own without it.
const ONE: &str = "of";
/// Where the address says which platform it is compared with.
const OTHER: &str = "with";

/// The platform of the system beside another. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// The platform that stands first.
    pub one: Memo<Platform>,
    /// The platform that it is compared with.
    pub other: Memo<Platform>,
    plans: Memo<(Arc<Plan>, Arc<Plan>)>,
    comparison: Memo<Arc<Comparison>>,
    go: Callback<(Platform, Platform)>,
}

impl Sides {
    /// Of `system`, as the address says.
    pub(super) fn of(system: System) -> Self {
        let query = use_query_map();
        let named = move |name| query.with(|query| query.get(name).and_then(|name| Platform::parse(&name)));
        let one = Memo::new(move |_| named(ONE).unwrap_or_else(|| system.platform.get()));
        let other = Memo::new(move |_| other(named(OTHER), one.get()));
        let planned = move |platform| {
            let target = Target { platform };
            Arc::new(system.blueprint.with(|blueprint| plan(blueprint, &target, &State::default())))
        };
        let first = Memo::new(move |_| {
            if one.get() == system.platform.get() { system.plan.get() } else { planned(one.get()) }
        });
        let second = Memo::new(move |_| planned(other.get()));
        let plans = Memo::new(move |_| (first.get(), second.get()));
        let comparison = Memo::new(move |_| plans.with(|(one, other)| Arc::new(compare(one, other))));
        let navigate = use_navigate();
        let go = Callback::new(move |(one, other): (Platform, Platform)| {
            let own = system.platform.get_untracked();
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&href((one != own).then_some(one), other), options);
        });
        Self { one, other, plans, comparison, go }
    }

    /// The plans for both platforms.
    pub(super) fn plans(self) -> (Arc<Plan>, Arc<Plan>) {
        self.plans.get()
    }

    /// What differs, and what does not.
    pub(super) fn comparison(self) -> Arc<Comparison> {
        self.comparison.get()
    }

    /// Puts the platform of this name first; if it is the other one, both change places.
    pub(super) fn choose_one(self, name: &str) {
        let (one, other) = (self.one.get_untracked(), self.other.get_untracked());
        if let Some(chosen) = Platform::parse(name) {
            self.go.run((chosen, if chosen == other { one } else { other }));
        }
    }

    /// Compares with the platform of this name; if it stands first, both change places.
    pub(super) fn choose_other(self, name: &str) {
        let (one, other) = (self.one.get_untracked(), self.other.get_untracked());
        if let Some(chosen) = Platform::parse(name) {
            self.go.run((if chosen == one { other } else { one }, chosen));
        }
    }
}

/// The address of a comparison.
pub(super) fn href(one: Option<Platform>, other: Platform) -> String {
    let one = one.map(|one| format!("{ONE}={one}&")).unwrap_or_default();
    format!("/system/compare?{one}{OTHER}={other}")
}

fn other(chosen: Option<Platform>, one: Platform) -> Platform {
    let mut others = Platform::ALL.into_iter().filter(|platform| *platform != one);
    chosen.filter(|platform| *platform != one).or_else(|| others.next()).unwrap_or(one)
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

    #[test]
    fn an_address_names_what_is_compared() {
        assert_eq!(href(None, Platform::Airtable), "/system/compare?with=airtable");
        assert_eq!(href(Some(Platform::Jira), Platform::Coda), "/system/compare?of=jira&with=coda");
    }
}
