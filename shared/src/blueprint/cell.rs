//! Values of cells.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::FieldId;

/// Values of a row by field.
pub type Cells = BTreeMap<FieldId, CellValue>;

/// A stored value. The field's kind says how to read it.
///
/// | kind | value |
/// | --- | --- |
/// | title, text, long_text, url, email, attachment (a URL) | text |
/// | select | text: an option's id |
/// | multi_select | list of option ids |
/// | relation | list of row ids, at most one for [`super::Cardinality::One`] |
/// | person | list of names or e-mail addresses |
/// | date | text `2026-03-20` |
/// | datetime, created_at, updated_at | text `2026-03-20T09:30:00Z` |
/// | number, rating | number |
/// | auto_id | number: the running number without its prefix |
/// | checkbox | bool |
/// | rollup, formula | none: computed by [`crate::compute`] |
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum CellValue {
    /// Yes or no.
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// Text, an option id, a date or a time.
    Text(String),
    /// Option ids, row ids or people.
    List(Vec<String>),
}

impl CellValue {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The items of a list, nothing for other values.
    pub fn list(&self) -> &[String] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

/// Equal is what is written the same: 0 and -0 are not.
impl PartialEq for CellValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => {
                one == other && one.is_sign_negative() == other.is_sign_negative()
            }
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            _ => false,
        }
    }
}

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_they_are_written() {
        for number in [2.638344616030823e-256, 5e-324, 1e23, f64::MAX, 0.1 + 0.2, 7.0, 0.0, -0.0] {
            let value = CellValue::Number(number);
            let json = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<CellValue>(&json).unwrap(), value, "{json}");
            let through: serde_json::Value = serde_json::from_str(&json).unwrap();
            assert_eq!(through.to_string(), json);
        }
        assert_ne!(CellValue::Number(0.0), CellValue::Number(-0.0));
    }
}
