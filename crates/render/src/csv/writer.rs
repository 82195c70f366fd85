//! RFC 4180, the twenty lines of it; a library would bring a reader and byte buffers along.

use super::Cell;

/// What Excel takes UTF-8 by, when a file is opened by a double click.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A CSV file that grows row by row: UTF-8, commas, lines that end in CR LF.
#[derive(Debug, Default)]
pub(crate) struct Csv {
    text: String,
}

impl Csv {
    /// Adds a row; the first is the header. Every row must have as many cells.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let start = self.text.len();
        let mut count = 0;
        for cell in cells {
            if count > 0 {
                self.text.push(',');
            }
            self.push(cell.as_str());
            count += 1;
        }
        if self.text.len() == start && count == 1 {
            // An empty line would be passed over by many readers.
            self.text.push_str("\"\"");
        }
        self.text.push_str("\r\n");
    }

    /// The file without a byte-order mark: some importers take the mark for a part of the first column's name.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// The file with a byte-order mark, without which Excel shows `Ã¤` for `ä` when the file is double-clicked.
    pub(crate) fn finish_for_excel(mut self) -> String {
        self.text.insert_str(0, BYTE_ORDER_MARK);
        self.text
    }

    /// Quotes more than must be: readers that part columns at semicolons or tabs, or trim, keep the cell whole, too.
    fn push(&mut self, text: &str) {
        let is_trimmed = text.trim() != text;
        if is_trimmed || text.contains(['"', ',', '\r', '\n', ';', '\t']) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut csv = Csv::default();

        csv.row(["a", "b c", "d,e", "f\"g", "h\ni", " j"].map(Cell::text));
        csv.row([Cell::Empty, Cell::number(-1.5)]);
        csv.row([Cell::Empty]);

        assert_eq!(csv.finish(), "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\" j\"\r\n,-1.5\r\n\"\"\r\n");
    }

    #[test]
    fn excel_gets_its_mark() {
        let mut csv = Csv::default();
        csv.row(["ä"].map(Cell::text));

        assert_eq!(csv.finish_for_excel(), "\u{feff}ä\r\n");
    }
}
