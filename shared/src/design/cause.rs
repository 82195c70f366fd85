//! Short names of the answers that ask for elements.

use crate::answers::{Complexity, Feature, Priority, TeamSize};
use crate::blueprint::Cause;

pub(super) const ALWAYS: Cause = Cause::Always;

pub(super) const TAGS: Cause = Cause::Feature(Feature::Tags);
pub(super) const PROJECTS: Cause = Cause::Feature(Feature::Projects);
pub(super) const TIMELINE: Cause = Cause::Feature(Feature::Timeline);
pub(super) const TEMPLATES: Cause = Cause::Feature(Feature::Templates);
pub(super) const REMINDERS: Cause = Cause::Feature(Feature::Reminders);
pub(super) const EXPORTS: Cause = Cause::Feature(Feature::Exports);
pub(super) const DASHBOARD: Cause = Cause::Feature(Feature::Dashboard);
pub(super) const ARCHIVE: Cause = Cause::Feature(Feature::Archive);

pub(super) const ORGANIZATION: Cause = Cause::Priority(Priority::Organization);
pub(super) const SEARCH: Cause = Cause::Priority(Priority::Search);
pub(super) const ANALYTICS: Cause = Cause::Priority(Priority::Analytics);
pub(super) const COLLABORATION: Cause = Cause::Priority(Priority::Collaboration);
pub(super) const AUTOMATION: Cause = Cause::Priority(Priority::Automation);
pub(super) const SIMPLICITY: Cause = Cause::Priority(Priority::Simplicity);
pub(super) const PORTABILITY: Cause = Cause::Priority(Priority::Portability);
pub(super) const INTEGRATION: Cause = Cause::Priority(Priority::Integration);

/// Two people or more.
pub(super) const TEAM: Cause = Cause::TeamSize(TeamSize::TwoToFive);
/// Six people or more.
pub(super) const LARGE_TEAM: Cause = Cause::TeamSize(TeamSize::SixToTwenty);
/// More than twenty people.
pub(super) const COMPANY: Cause = Cause::TeamSize(TeamSize::OverTwenty);

pub(super) const ADVANCED: Cause = Cause::Complexity(Complexity::Advanced);
pub(super) const CUSTOMIZATION: Cause = Cause::Customization;
