//! Properties of elements: what one edit sets, and what the last one who writes it wins.

use std::mem;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::answers::DateFormat;
use crate::blueprint::{
    Action, Automation, Blueprint, BlueprintId, Chart, ChartKind, Color, Dashboard, Field, FieldId, Filter,
    Grouping, Measure, Reason, SelectOption, Sort, Table, Trigger, View, ViewKind,
};
use crate::words::Language;

macro_rules! properties {
    ($(#[$doc:meta])* $name:ident of $target:ty { $($(#[$each:meta])* $variant:ident($type:ty) = $key:literal, $($path:ident).+;)+ }) => {
        $(#[$doc])*
        ///
        /// APPEND-ONLY, WIRE: operations are stored and sent.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$each])* $variant($type),)+
        }

        impl $name {
            /// The name of the property, such as `name`.
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $key,)+
                }
            }

            /// Every property of `target` as it now is.
            pub(super) fn all(target: &$target) -> Vec<Self> {
                vec![$(Self::$variant(target.$($path).+.clone()),)+]
            }

            /// Sets the property and gives back what it was.
            pub(super) fn swap(self, target: &mut $target) -> Self {
                match self {
                    $(Self::$variant(value) => Self::$variant(mem::replace(&mut target.$($path).+, value)),)+
                }
            }

            /// Whether the property of `target` has this value.
            pub(super) fn holds(&self, target: &$target) -> bool {
                match self {
                    $(Self::$variant(value) => target.$($path).+ == *value,)+
                }
            }
        }
    };
}

properties! {
    /// A property of the blueprint itself.
    BlueprintProperty of Blueprint {
        /// Its id. Only a comparison with another document sets it.
        Id(BlueprintId) = "id", id;
        /// What people call the system.
        Name(String) = "name", name;
        /// What it is for.
        Description(String) = "description", description;
        /// Language of what is made from it.
        Language(Language) = "language", settings.language;
        /// IANA time zone; empty means UTC.
        Timezone(String) = "timezone", settings.timezone;
        /// How dates are written.
        DateFormat(DateFormat) = "date_format", settings.date_format;
        /// How session titles are written.
        NamingConvention(String) = "naming_convention", settings.naming_convention;
        /// The day the sample rows are dated around.
        SampleToday(Option<NaiveDate>) = "sample_today", settings.sample_today;
        /// Why it looks as it does.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of a table.
    TableProperty of Table {
        /// Its name.
        Name(String) = "name", name;
        /// What one row is.
        Description(String) = "description", description;
        /// The name of its icon.
        Icon(String) = "icon", icon;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of a field. Its kind is changed by [`super::Operation::ChangeKinds`].
    FieldProperty of Field {
        /// Its name.
        Name(String) = "name", name;
        /// What belongs in it.
        Description(String) = "description", description;
        /// Whether a row must have a value.
        Required(bool) = "required", required;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of an option.
    OptionProperty of SelectOption {
        /// Its name.
        Name(String) = "name", name;
        /// Its colour.
        Color(Color) = "color", color;
    }
}

properties! {
    /// A property of a view.
    ViewProperty of View {
        /// Its name.
        Name(String) = "name", name;
        /// What it is good for.
        Description(String) = "description", description;
        /// How rows are laid out.
        Kind(ViewKind) = "kind", kind;
        /// Which rows it shows.
        Filter(Option<Filter>) = "filter", filter;
        /// Order of rows.
        Sorts(Vec<Sort>) = "sorts", sorts;
        /// What parts the rows into sections.
        Group(Option<FieldId>) = "group", group;
        /// Fields it shows, in order.
        VisibleFields(Vec<FieldId>) = "visible_fields", visible_fields;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of an automation. One that watches another table is another automation.
    AutomationProperty of Automation {
        /// Its name.
        Name(String) = "name", name;
        /// The rule as a sentence.
        Description(String) = "description", description;
        /// What starts it.
        Trigger(Trigger) = "trigger", trigger;
        /// Which rows it acts on.
        Filter(Option<Filter>) = "filter", filter;
        /// What it does.
        Actions(Vec<Action>) = "actions", actions;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of a dashboard.
    DashboardProperty of Dashboard {
        /// Its name.
        Name(String) = "name", name;
        /// The questions it answers.
        Description(String) = "description", description;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}

properties! {
    /// A property of a chart. One over another table is another chart.
    ChartProperty of Chart {
        /// Its name.
        Name(String) = "name", name;
        /// How it is drawn.
        Kind(ChartKind) = "kind", kind;
        /// Which rows it counts.
        Filter(Option<Filter>) = "filter", filter;
        /// What parts the rows along the first axis.
        X(Option<Grouping>) = "x", x;
        /// What parts the rows along the second axis.
        Y(Option<Grouping>) = "y", y;
        /// What is shown of each part.
        Measure(Measure) = "measure", measure;
        /// Which answer asked for it.
        Reason(Option<Reason>) = "reason", reason;
    }
}
