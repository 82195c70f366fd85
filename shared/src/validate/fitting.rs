//! The rules as questions, so that forms offer only what breaks none.

use super::index::{Class, Index};
use super::views::has_columns;
use crate::blueprint::{Blueprint, Field};

/// What the fields of a blueprint are fit for.
#[derive(Debug)]
pub struct Fitting<'a> {
    index: Index<'a>,
}

impl<'a> Fitting<'a> {
    /// Of `blueprint`, looked through once for all questions.
    pub fn new(blueprint: &'a Blueprint) -> Self {
        Self { index: Index::new(blueprint) }
    }

    /// How rules see the values of a field; nothing where a computed one cannot be computed.
    pub fn class(&self, field: &Field) -> Option<Class> {
        self.index.class(field)
    }

    /// Whether a board by this field has columns.
    pub fn makes_columns(&self, field: &Field) -> bool {
        has_columns(&self.index, field) == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fixture::small;

    #[track_caller]
    fn check(field: &str, class: Class, makes_columns: bool) {
        let blueprint = small();
        let fitting = Fitting::new(&blueprint);
        let (_, field) = blueprint.field(&field.into()).unwrap();
        assert_eq!((fitting.class(field), fitting.makes_columns(field)), (Some(class), makes_columns));
    }

    #[test]
    fn fields_say_what_they_are_fit_for() {
        check("fld_title", Class::Text, false);
        check("fld_status", Class::Option, true);
        check("fld_tags", Class::Options, false);
        check("fld_done", Class::Bool, true);
        check("fld_due", Class::Date, false);
        check("fld_created", Class::Datetime, false);
        check("fld_owner", Class::People, true);
        check("fld_project", Class::Rows, true);
        check("fld_project_sessions", Class::Rows, false);
        check("fld_hours", Class::Number, false);
        check("fld_project_last", Class::Datetime, false);
    }
}
