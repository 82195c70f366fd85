//! Ids of elements as text, in both directions: for lines of the outline, and for what is dragged.

use shared::blueprint::Blueprint;
use shared::operation::ElementId;

/// The address of an element as one text, such as `field:fld_sessions_title`.
pub(crate) fn write(element: &ElementId) -> String {
    format!("{}:{}", element.kind().as_str(), element.as_str())
}

/// The address that [`write`] wrote; nothing for another text.
pub(crate) fn read(text: &str) -> Option<ElementId> {
    let (kind, id) = text.split_once(':')?;
    Some(match kind {
        "blueprint" => ElementId::Blueprint,
        "table" => ElementId::Table(id.into()),
        "field" => ElementId::Field(id.into()),
        "option" => ElementId::Option(id.into()),
        "view" => ElementId::View(id.into()),
        "row" => ElementId::Row(id.into()),
        "automation" => ElementId::Automation(id.into()),
        "dashboard" => ElementId::Dashboard(id.into()),
        "chart" => ElementId::Chart(id.into()),
        _ => return None,
    })
}

/// The element whose id this is, of whatever kind.
pub(crate) fn find(blueprint: &Blueprint, id: &str) -> Option<ElementId> {
    let kinds = ["table", "field", "option", "view", "row", "automation", "dashboard", "chart"];
    let mut all = kinds.iter().filter_map(|kind| read(&format!("{kind}:{id}")));
    all.find(|element| element.is_in(blueprint))
}

/// An element of every kind, to test with.
#[cfg(test)]
pub(crate) fn one_of_each() -> [ElementId; 9] {
    [
        ElementId::Blueprint,
        ElementId::Table("tbl_a".into()),
        ElementId::Field("fld_a".into()),
        ElementId::Option("opt_a".into()),
        ElementId::View("viw_a".into()),
        ElementId::Row("row_a".into()),
        ElementId::Automation("aut_a".into()),
        ElementId::Dashboard("dsh_a".into()),
        ElementId::Chart("cht_a".into()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_they_are_written() {
        for element in one_of_each() {
            assert_eq!(read(&write(&element)), Some(element));
        }
        assert_eq!(read("tbl_a"), None);
        assert_eq!(read("table_of:tbl_a"), None);
    }
}
