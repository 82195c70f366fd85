//! How long a system takes to set up.
//!
//! A simple model, in seconds of a person who knows the platform and reads along in the guide. What somebody does by
//! hand is counted click by click; what the file from this app brings is counted once, with the time to open it.
//! What a platform cannot do costs nothing, and so do sample rows: nobody types them.

use crate::artifact::ArtifactFormat;
use crate::blueprint::{Automation, Blueprint, Chart, Field, FieldKind, Table, View};
use crate::platform::{AutomationCase, Capabilities, Delivery, Place, Support, SupportLevel, ViewName};

/// Make a table, name it, look at it.
const TABLE: u32 = 30;
/// Add a field, name it, choose its kind.
const FIELD: u32 = 12;
/// Type an option and choose its colour.
const OPTION: u32 = 4;
/// Choose the other table of a relation and name its other side.
const RELATION: u32 = 15;
/// Choose what a rollup computes, or type a formula.
const COMPUTED: u32 = 25;
/// Add a view, name it, choose its kind.
const VIEW: u32 = 20;
/// Add a condition, a sort or a group.
const RULE_OF_VIEW: u32 = 8;
/// Add an automation, name it, choose its trigger and switch it on.
const AUTOMATION: u32 = 60;
/// Add a condition or an action of an automation.
const RULE_OF_AUTOMATION: u32 = 15;
/// Add a dashboard and name it.
const DASHBOARD: u32 = 20;
/// Add a chart, choose what it counts and by what.
const CHART: u32 = 40;
/// Save the file and open it, or start the import.
const OPEN_FILE: u32 = 45;
/// Bring in one table of an import and check what was made of its columns.
const IMPORT_TABLE: u32 = 30;
/// Open it in this app.
const OPEN_HERE: u32 = 5;

/// How long a system takes to set up, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// All of it by hand, click by click.
    pub by_hand: u32,
    /// With what this app prepares, and by hand what that leaves over. Never more than by hand.
    pub prepared: u32,
    /// How this app prepares it.
    pub way: Way,
}

/// How this app prepares a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is made here.
    Here,
    /// A file holds all of it.
    File,
    /// A file brings tables, fields and rows; the rest is made by hand.
    Import,
}

/// How long `blueprint` takes to set up on the platform with these capabilities.
pub fn estimate(blueprint: &Blueprint, of: &Capabilities) -> Estimate {
    let way = way(of);
    let costs: Vec<_> = costs(blueprint, of).collect();
    let by_hand: u32 = costs.iter().map(|cost| cost.seconds).sum();
    let left_over: u32 = costs.iter().filter(|cost| !cost.is_brought_by(way)).map(|cost| cost.seconds).sum();
    let tables = u32::try_from(blueprint.tables.len()).unwrap_or(u32::MAX);
    let opening = match way {
        Way::Here => OPEN_HERE,
        Way::File => OPEN_FILE,
        Way::Import => OPEN_FILE + tables.saturating_mul(IMPORT_TABLE),
    };
    Estimate { by_hand, prepared: (opening + left_over).min(by_hand), way }
}

/// How this app prepares a system for a platform, by the file that the platform takes best.
fn way(of: &Capabilities) -> Way {
    if of.delivery == Delivery::Here {
        return Way::Here;
    }
    let holds_all = of.delivery == Delivery::Files || of.files.first() == Some(&ArtifactFormat::Xlsx);
    if holds_all { Way::File } else { Way::Import }
}

/// What one element takes by hand.
struct Cost {
    seconds: u32,
    support: Support,
    /// Whether a table of plain values can bring it.
    is_plain: bool,
}

impl Cost {
    fn new(seconds: u32, support: Support, is_plain: bool) -> Self {
        let is_free = support.level == SupportLevel::Impossible || support.place == Place::Text;
        Self { seconds: if is_free { 0 } else { seconds }, support, is_plain }
    }

    fn is_brought_by(&self, way: Way) -> bool {
        match way {
            Way::Here => true,
            Way::File => self.support.level != SupportLevel::Manual,
            Way::Import => self.is_plain,
        }
    }
}

fn costs<'a>(blueprint: &'a Blueprint, of: &'a Capabilities) -> impl Iterator<Item = Cost> + 'a {
    let tables = blueprint.tables.iter().flat_map(|table| costs_of_table(table, of));
    let automations = blueprint.automations.iter().map(|automation| cost_of_automation(automation, of));
    let charts = blueprint.dashboards.iter().flat_map(|dashboard| &dashboard.charts);
    let charts = charts.map(|chart: &Chart| Cost::new(CHART, of.chart(chart.kind), false));
    let dashboards = blueprint.dashboards.iter().map(|_| Cost::new(DASHBOARD, of.dashboards, false));
    tables.chain(automations).chain(dashboards).chain(charts)
}

fn costs_of_table<'a>(table: &'a Table, of: &'a Capabilities) -> impl Iterator<Item = Cost> + 'a {
    let fields = table.fields.iter().map(|field| cost_of_field(field, of));
    let views = table.views.iter().map(|view| cost_of_view(view, of));
    std::iter::once(Cost::new(TABLE, of.tables, true)).chain(fields).chain(views)
}

fn cost_of_field(field: &Field, of: &Capabilities) -> Cost {
    let support = of.field(field.kind.name());
    let options = u32::try_from(field.kind.options().len()).unwrap_or(u32::MAX);
    match &field.kind {
        FieldKind::Title => Cost::new(0, support, true),
        FieldKind::Relation { .. } => Cost::new(FIELD + RELATION, support, false),
        FieldKind::Rollup { .. } | FieldKind::Formula { .. } => Cost::new(FIELD + COMPUTED, support, false),
        _ => Cost::new(FIELD.saturating_add(options.saturating_mul(OPTION)), support, true),
    }
}

fn cost_of_view(view: &View, of: &Capabilities) -> Cost {
    let conditions = view.filter.iter().map(|filter| filter.conditions.len()).sum::<usize>();
    let rules = conditions + view.sorts.len() + usize::from(view.group.is_some());
    Cost::new(VIEW + times(rules, RULE_OF_VIEW), of.view(ViewName::from(&view.kind)), false)
}

fn cost_of_automation(automation: &Automation, of: &Capabilities) -> Cost {
    let conditions = automation.filter.iter().map(|filter| filter.conditions.len()).sum::<usize>();
    let rules = conditions + automation.actions.len();
    let support = of.automation(AutomationCase::Other);
    Cost::new(AUTOMATION + times(rules, RULE_OF_AUTOMATION), support, false)
}

fn times(count: usize, seconds: u32) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(seconds)
}
