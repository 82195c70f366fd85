//! The rules by name, with how bad it is to break each.

use serde::{Deserialize, Serialize};

use super::Severity;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $severity:ident;)+) => {
        /// The rules.
        ///
        /// APPEND-ONLY: names are stored and matched by programs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemKind {
            $($(#[$doc])* $name,)+
        }

        impl ProblemKind {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its name in documents, such as `duplicate_id`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                }
            }

            /// How bad it is to break it.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)+
                }
            }
        }
    };
}

kinds! {
    /// An id is used twice.
    DuplicateId = "duplicate_id", Error;
    /// An id is empty, too long or holds other than lower-case letters, digits and `_`.
    IdForm = "id_form", Error;
    /// The document states a schema version that is not the current one.
    SchemaVersion = "schema_version", Error;
    /// A table is named that is not there.
    UnknownTable = "unknown_table", Error;
    /// A field is named that is not there.
    UnknownField = "unknown_field", Error;
    /// A field is named that belongs to another table than the place needs.
    ForeignField = "foreign_field", Error;
    /// The inverse of a relation does not point back.
    InverseNotMutual = "inverse_not_mutual", Error;
    /// A rollup follows a field that is no relation.
    NotARelation = "not_a_relation", Error;
    /// A table has no title.
    NoTitle = "no_title", Error;
    /// A table has more than one title.
    SeveralTitles = "several_titles", Error;
    /// A number is infinite or none.
    NotFinite = "not_finite", Error;
    /// There are more elements than anybody can work with.
    TooMany = "too_many", Error;
    /// A text is longer than anybody reads.
    TextTooLong = "text_too_long", Error;
    /// There are no tables.
    EmptyBlueprint = "empty_blueprint", Warning;
    /// Something has no name.
    EmptyName = "empty_name", Error;
    /// Two things in one scope have the same name, whatever the case.
    DuplicateName = "duplicate_name", Error;
    /// Two options of a field have the same name, whatever the case.
    DuplicateOption = "duplicate_option", Error;
    /// A select without options.
    EmptySelect = "empty_select", Error;
    /// A rating's number of stars is not 1 to 10.
    RatingMax = "rating_max", Error;
    /// A rollup or formula depends on itself.
    ComputedCycle = "computed_cycle", Error;
    /// A rollup or formula builds upon too many others.
    ComputedChain = "computed_chain", Error;
    /// A rollup that needs a field has none.
    RollupWithoutField = "rollup_without_field", Error;
    /// A rollup's function does not fit the kind of its field.
    RollupFunction = "rollup_function", Error;
    /// A formula cannot be read.
    FormulaSyntax = "formula_syntax", Error;
    /// A formula names a field that its table does not have.
    FormulaField = "formula_field", Error;
    /// A formula's types do not fit.
    FormulaType = "formula_type", Error;
    /// A table without views.
    TableWithoutViews = "table_without_views", Notice;
    /// A board's field cannot make columns.
    BoardField = "board_field", Error;
    /// A board without columns.
    EmptyBoard = "empty_board", Warning;
    /// A calendar's field is no date.
    CalendarField = "calendar_field", Error;
    /// A timeline's field is no date.
    TimelineField = "timeline_field", Error;
    /// A view is grouped by a field that cannot group.
    GroupField = "group_field", Error;
    /// A view shows or sorts by a field twice.
    RepeatedField = "repeated_field", Warning;
    /// A filter without conditions.
    EmptyFilter = "empty_filter", Warning;
    /// A filter's operator does not fit the kind of its field.
    FilterOperator = "filter_operator", Error;
    /// A condition that needs a value has none.
    FilterValueMissing = "filter_value_missing", Error;
    /// A condition that needs no value has one.
    FilterValueUnneeded = "filter_value_unneeded", Notice;
    /// A condition's value has the wrong form.
    FilterValueForm = "filter_value_form", Error;
    /// A condition's value is no known range of days.
    FilterRange = "filter_range", Error;
    /// A condition's value is no option of its field.
    FilterOption = "filter_option", Error;
    /// A condition's value is no row of the related table.
    FilterRow = "filter_row", Error;
    /// A cell's value has the wrong form.
    CellForm = "cell_form", Error;
    /// A cell's value is no option of its field.
    CellOption = "cell_option", Error;
    /// A cell's value is no row of the related table.
    CellRow = "cell_row", Error;
    /// A cell names more than its field may hold.
    CellTooMany = "cell_too_many", Error;
    /// A cell names something twice.
    CellRepeats = "cell_repeats", Warning;
    /// A cell's number is outside what its field may hold.
    CellRange = "cell_range", Error;
    /// A computed field has a stored value.
    CellComputed = "cell_computed", Warning;
    /// A sample row lacks a value that is required.
    RequiredCellEmpty = "required_cell_empty", Notice;
    /// A sample row has no title.
    TitleCellEmpty = "title_cell_empty", Warning;
    /// An automation does nothing.
    AutomationWithoutActions = "automation_without_actions", Error;
    /// An automation sets a field that cannot be set.
    AutomationComputedField = "automation_computed_field", Error;
    /// An automation needs a date and names another field.
    AutomationDateField = "automation_date_field", Error;
    /// An automation tells people and names a field that holds none.
    AutomationPersonField = "automation_person_field", Error;
    /// A dashboard without charts.
    EmptyDashboard = "empty_dashboard", Warning;
    /// A chart lacks an axis that its kind needs.
    ChartAxisMissing = "chart_axis_missing", Error;
    /// A chart has an axis that its kind does not show.
    ChartAxisUnneeded = "chart_axis_unneeded", Warning;
    /// A chart's axis is a field that cannot group.
    ChartGroupField = "chart_group_field", Error;
    /// A chart's bucket does not fit the kind of its field.
    ChartBucket = "chart_bucket", Error;
    /// A chart's axis is a date without a bucket.
    ChartBucketMissing = "chart_bucket_missing", Warning;
    /// A chart's measure needs a field of numbers.
    ChartMeasureField = "chart_measure_field", Error;
    /// A chart shows a share and does not say of what.
    ChartShareFilter = "chart_share_filter", Error;
    /// A table's name is longer than the platform takes.
    PlatformTableName = "platform_table_name", Error;
    /// A field's name is longer than the platform takes.
    PlatformFieldName = "platform_field_name", Error;
    /// An option's name is longer than the platform takes.
    PlatformOptionName = "platform_option_name", Error;
    /// A table's name holds characters that the platform does not take.
    PlatformTableCharacters = "platform_table_characters", Error;
    /// An option's name holds characters that the platform does not take.
    PlatformOptionCharacters = "platform_option_characters", Error;
    /// A row's title is longer than the platform takes.
    PlatformTitle = "platform_title", Warning;
    /// A cell's text is longer than the platform takes.
    PlatformText = "platform_text", Warning;
    /// There are more tables than the platform takes.
    PlatformTables = "platform_tables", Error;
    /// A table has more fields than the platform takes.
    PlatformFields = "platform_fields", Error;
    /// A field has more options than the platform takes.
    PlatformOptions = "platform_options", Error;
    /// A position is out of bounds or of nothing, or elements are not in the order of their positions.
    PositionOrder = "position_order", Error;
}
