//! Names of CSV files and of their columns.

use shared::blueprint::{Blueprint, Table};

use crate::names::{Taken, short_file_name};

/// A file name without its ending for every table, in the blueprint's order: what the table is called, at most about
/// `chars` characters of it, each once.
///
/// Two dots in a row and a tilde in front are taken out: readers of data packages refuse such paths as unsafe.
pub(crate) fn file_stems(blueprint: &Blueprint, chars: usize) -> Vec<String> {
    let mut taken = Taken::default();
    let stem = |table: &Table| {
        let name = short_file_name(&table.name, table.id.as_str(), chars);
        let dots = name.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
        match dots.trim_start_matches(['~', ' ']) {
            "" => table.id.to_string(),
            name => name.to_owned(),
        }
    };
    blueprint.tables.iter().map(|table| taken.claim_file(stem(table))).collect()
}

/// The names of columns, each once: numbered like `Name (2)`, and `Column 3` for one without a name.
pub(crate) fn headers<'n>(names: impl IntoIterator<Item = &'n str>, unnamed: &str) -> Vec<String> {
    let mut taken = Taken::default();
    let named = (1..).zip(names).map(|(number, name)| match name.trim() {
        "" => format!("{unnamed} {number}"),
        name => name.to_owned(),
    });
    named.map(|name| taken.claim_file(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_a_name_each() {
        assert_eq!(headers(["A", "a", " ", "b "], "Column"), ["A", "a (2)", "Column 3", "b"]);
    }
}
