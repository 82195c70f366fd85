//! Two plans of one blueprint side by side: what ends the same on both platforms, and what does not.

use std::collections::BTreeMap;
use std::ops::Add;

use super::{Element, Plan};
use crate::platform::SupportLevel;

/// How many elements end how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// As they are.
    pub exact: usize,
    /// As something else.
    pub adapted: usize,
    /// By hand.
    pub manual: usize,
    /// Not at all.
    pub impossible: usize,
}

impl Fit {
    /// How many end as `level`.
    pub fn of(self, level: SupportLevel) -> usize {
        match level {
            SupportLevel::Exact => self.exact,
            SupportLevel::Adapted => self.adapted,
            SupportLevel::Manual => self.manual,
            SupportLevel::Impossible => self.impossible,
        }
    }

    /// How many there are.
    pub fn total(self) -> usize {
        self.exact.add(self.adapted).add(self.manual).add(self.impossible)
    }

    /// How much fits, to sort by: what is exact first, then what is done without a person, then what can be at all.
    pub fn rank(self) -> (usize, usize, usize) {
        (self.exact, self.adapted, self.manual)
    }
}

impl Plan {
    /// How many elements end how.
    pub fn fit(&self) -> Fit {
        let mut fit = Fit { exact: self.exact.len(), ..Fit::default() };
        for adaptation in &self.adaptations {
            match adaptation.outcome {
                SupportLevel::Exact => fit.exact += 1,
                SupportLevel::Adapted => fit.adapted += 1,
                SupportLevel::Manual => fit.manual += 1,
                SupportLevel::Impossible => fit.impossible += 1,
            }
        }
        fit
    }
}

/// What becomes of an element on one platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How it ends.
    pub level: SupportLevel,
    /// What it becomes, in the platform's words; empty for exact and impossible.
    pub native: String,
    /// What happens instead or why it cannot be; empty for exact.
    pub sentence: String,
}

/// An element that ends differently on two platforms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The element.
    pub element: Element,
    /// What becomes of it in the first plan.
    pub one: Outcome,
    /// What becomes of it in the second plan.
    pub other: Outcome,
}

/// Two plans of one blueprint side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What ends differently, in the order of the document.
    pub differences: Vec<Difference>,
    /// What ends the same, with how, in the order of the document.
    pub alike: Vec<(Element, SupportLevel)>,
}

/// Compares two plans of the same blueprint: every element is in exactly one list of the answer.
///
/// Elements end the same when they end on the same level as the same thing; sentences name their platform and do not
/// count.
pub fn compare(one: &Plan, other: &Plan) -> Comparison {
    let others = ended(other);
    let mut comparison = Comparison { differences: Vec::new(), alike: Vec::new() };
    let mut elements: Vec<_> = ended(one).into_values().collect();
    elements.sort_by_key(|(element, _)| position(&element.pointer));
    for (element, first) in elements {
        let Some((_, second)) = others.get(element.pointer.as_str()) else { continue };
        let same = first.level == second.level && first.native == second.native;
        match same {
            true => comparison.alike.push((element.clone(), first.level)),
            false => comparison.differences.push(Difference {
                element: element.clone(),
                one: first,
                other: second.clone(),
            }),
        }
    }
    comparison
}

/// Every element with what becomes of it, by its pointer.
fn ended(plan: &Plan) -> BTreeMap<&str, (&Element, Outcome)> {
    let exact = plan.exact.iter().map(|element| {
        let outcome = Outcome { level: SupportLevel::Exact, native: String::new(), sentence: String::new() };
        (element.pointer.as_str(), (element, outcome))
    });
    let others = plan.adaptations.iter().map(|it| {
        let outcome = Outcome { level: it.outcome, native: it.native.clone(), sentence: it.sentence.clone() };
        (it.element.pointer.as_str(), (&it.element, outcome))
    });
    exact.chain(others).collect()
}

/// What puts pointers in the order of the document: tables, automations, dashboards, each by number.
fn position<'a>(pointer: &'a str) -> Vec<(usize, &'a str)> {
    const ORDER: [&str; 7] = ["#", "tables", "automations", "dashboards", "fields", "views", "sample_rows"];
    let part = |part: &'a str| {
        let known = ORDER.iter().position(|known| *known == part);
        (known.or_else(|| part.parse().ok()).unwrap_or(ORDER.len()), part)
    };
    pointer.split('/').map(part).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
    use crate::design::design;
    use crate::plan::{State, Target, plan};
    use crate::platform::Platform;

    fn planned(platform: Platform) -> Plan {
        let answers = Answers {
            platform,
            team_size: TeamSize::SixToTwenty,
            priorities: Priority::ALL.into(),
            features: Feature::ALL.into(),
            complexity: Complexity::Advanced,
            customization: Customization::default(),
        };
        plan(&design(&answers), &Target { platform }, &State::default())
    }

    /// Each platform beside the one that people see next.
    fn pairs() -> Vec<(Plan, Plan)> {
        let plans = Platform::ALL.map(planned);
        plans.iter().cloned().zip(plans.iter().cloned().cycle().skip(1)).collect()
    }

    #[test]
    fn every_element_is_in_exactly_one_list() {
        for (one, other) in pairs() {
            let comparison = compare(&one, &other);
            let differing = comparison.differences.iter().map(|it| &it.element.pointer);
            let listed: Vec<_> =
                differing.chain(comparison.alike.iter().map(|(it, _)| &it.pointer)).collect();
            assert_eq!(listed.len(), one.fit().total());
            assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len());
        }
    }

    #[test]
    fn the_other_way_round_it_says_the_same_of_the_other() {
        for (one, other) in pairs() {
            let (there, back) = (compare(&one, &other), compare(&other, &one));
            let turned = back.differences.into_iter().map(|it| Difference {
                element: it.element,
                one: it.other,
                other: it.one,
            });
            assert_eq!(there.differences, turned.collect::<Vec<_>>());
            assert_eq!(there.alike, back.alike);
        }
    }

    #[test]
    fn a_platform_does_not_differ_from_itself() {
        let plan = planned(Platform::Trello);
        let comparison = compare(&plan, &plan);
        assert_eq!(comparison.differences, []);
        assert_eq!(comparison.alike.len(), plan.fit().total());
    }

    #[test]
    fn a_difference_says_what_becomes_of_it_on_both() {
        let comparison = compare(&planned(Platform::Builtin), &planned(Platform::Trello));
        assert!(!comparison.differences.is_empty());
        for difference in comparison.differences {
            assert_eq!(difference.one.level, SupportLevel::Exact);
            assert!(difference.other.level > SupportLevel::Exact);
            assert!(!difference.other.sentence.is_empty(), "{}", difference.element.pointer);
        }
    }

    #[test]
    fn elements_come_in_the_order_of_the_document() {
        let mut pointers =
            vec!["#/dashboards/0", "#/tables/10", "#/tables/2/views/0", "#/tables/2/fields/3", "#/tables/2"];
        pointers.sort_by_key(|pointer| position(pointer));
        assert_eq!(
            pointers,
            ["#/tables/2", "#/tables/2/fields/3", "#/tables/2/views/0", "#/tables/10", "#/dashboards/0"]
        );
    }
}
