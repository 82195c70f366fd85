use std::sync::Arc;

use super::*;
use crate::blueprint::fixture::small;
use crate::blueprint::{Blueprint, CellValue, FieldKind, KindName, NumberFormat, Table};
use crate::operation::intention::Intention;
use crate::operation::{Element, ElementKind, Operation, apply_all};
use crate::validate::validate;
use crate::words::{Language, assert_complete};

fn sheet(text: &str) -> Sheet {
    let mut rows = text.lines().map(|line| line.split('|').map(str::to_owned).collect::<Vec<_>>());
    let headers = rows.next().unwrap();
    let rows: Vec<_> = rows.collect();
    Sheet { name: "Sheet1".into(), headers, row_count: rows.len(), rows, columns_left_out: 0 }
}

fn proposal(text: &str) -> Proposal {
    propose(Arc::new(sheet(text)), "my_books.csv", &small(), Language::En)
}

fn added(proposal: &Proposal, blueprint: &Blueprint) -> Added {
    let mut count = 0;
    let mut new_id = |kind: ElementKind| {
        count += 1;
        format!("{}_file_{count}", kind.prefix())
    };
    proposal.add_table(blueprint, &mut new_id, Language::En)
}

fn table(proposal: &Proposal) -> Table {
    match added(proposal, &small()).operations.pop() {
        Some(Operation::Add { element, .. }) => match *element {
            Element::Table(table) => table,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// What is made of a column of these values that stands after the title.
#[track_caller]
fn check(name: &str, values: &str, kind: KindName, why: Why) {
    let rows = values.split('/').enumerate().map(|(at, value)| format!("Row {at}|{value}"));
    let text = std::iter::once(format!("Title|{name}")).chain(rows).collect::<Vec<_>>().join("\n");
    let column = proposal(&text).columns.pop().unwrap();
    assert_eq!((column.kind, column.why), (kind, why), "{values}");
}

#[test]
fn kinds_are_guessed_by_names_and_values() {
    check("A", "//", KindName::Text, Why::NoValues);
    check("A", "yes/no//Yes", KindName::Checkbox, Why::Checks);
    check("A", "1/0/1", KindName::Number, Why::Whole);
    check("A", "1/2/n\\a", KindName::Text, Why::Short);
    check("A", "12/-/1,234", KindName::Number, Why::Whole);
    check("A", "1.5/2", KindName::Number, Why::Decimals);
    check("A", "1,5/2", KindName::Number, Why::Commas);
    check("A", "12 %/3.5%", KindName::Number, Why::Percent);
    check("A", "00123/00456", KindName::Text, Why::Codes);
    check("Rating", "1/5/3", KindName::Rating, Why::Stars);
    check("Rating", "1/50/3", KindName::Number, Why::Whole);
    check("A", "2026-03-20/2026-04-01", KindName::Date, Why::Days);
    check("A", "20.03.2026/01.04.2026", KindName::Date, Why::DaysFirst);
    check("A", "2026-03-20 00:00:00/2026-04-01", KindName::Date, Why::Days);
    check("A", "2026-03-20 09:30/2026-04-01", KindName::Datetime, Why::Moments);
    check("A", "ada@example.com/bo@example.org", KindName::Email, Why::Mails);
    check("A", "Open/Done/open/Done", KindName::Select, Why::Options { count: 2 });
    check("A", "Open/Done", KindName::Text, Why::Short);
    check("A", "a, b/b, c/c, a/a", KindName::MultiSelect, Why::Lists { count: 3 });
    check("A", &"long ".repeat(40), KindName::LongText, Why::Long);
    check("A", "one/two/three", KindName::Text, Why::Short);
}

#[test]
fn slashes_part_days_and_addresses() {
    let read = |values: [&str; 2]| {
        let text = format!("Title|A\nOne|{}\nTwo|{}", values[0], values[1]);
        proposal(&text).columns.pop().unwrap().why
    };
    assert_eq!(read(["20/03/2026", "01/04/2026"]), Why::DaysFirst);
    assert_eq!(read(["03/20/2026", "04/01/2026"]), Why::MonthsFirst);
    assert_eq!(read(["https://example.com/a", "http://example.com"]), Why::Addresses);
    assert_eq!(read(["example.com/a", "http://example.com"]), Why::Short);
}

#[test]
fn the_title_is_the_best_text() {
    let title = |text: &str| {
        let proposal = proposal(text);
        let title = proposal.columns.into_iter().find(|column| column.kind == KindName::Title).unwrap();
        (title.name, title.why)
    };
    assert_eq!(title("Id|Name\nA1|Ada\nA2|Ada"), ("Name".into(), Why::TitleByName));
    assert_eq!(title("N|Word|Other\n1|a|b\n2|a|c"), ("Other".into(), Why::TitleUnique));
    assert_eq!(title("N|Word\n1|a\n2|a"), ("Word".into(), Why::TitleFirst));
    assert_eq!(title("N\n1\n2"), ("N".into(), Why::TitleFirst));
    assert_eq!(title("N|M"), ("N".into(), Why::TitleFirst));
}

#[test]
fn headers_become_names_that_differ() {
    let proposal = proposal("Name||name|  \n1|2|3|4");
    let names: Vec<_> = proposal.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Name", "Column 2", "name 2", "Column 4"]);
}

#[test]
fn a_table_is_called_by_its_sheet_or_its_file() {
    let name = |sheet_name: &str, file: &str| {
        let sheet = Sheet { name: sheet_name.into(), ..sheet("A\nb") };
        propose(Arc::new(sheet), file, &small(), Language::En).table
    };
    assert_eq!(name("Sheet1", "my_books.csv"), "my books");
    assert_eq!(name("Tabelle 2", "books.xlsx"), "books");
    assert_eq!(name("Contacts", "books.xlsx"), "Contacts");
    assert_eq!(name("", "sessions.csv"), "sessions 2", "another table has that name");
    assert_eq!(name("", ".csv"), "Table");
}

#[test]
fn a_table_holds_what_the_sheet_says() {
    let text = "Pages|Book|Read|Price|State\n120|Emma|yes|1.234,50|new\n90|Ulysses|no|12|old\n5|Faust|yes|0,5|New\n1|Momo||-|old";
    let table = table(&proposal(text));
    let names: Vec<_> = table.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["Book", "Pages", "Read", "Price", "State"]);
    let kinds: Vec<_> = table.fields.iter().map(|field| field.kind.name()).collect();
    let expected =
        [KindName::Title, KindName::Number, KindName::Checkbox, KindName::Number, KindName::Select];
    assert_eq!(kinds, expected);
    assert_eq!(table.fields[3].kind, FieldKind::Number { format: NumberFormat::Decimal });
    let options: Vec<_> = table.fields[4].kind.options().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(options, ["new", "old"]);
    let cells = &table.sample_rows[2].cells;
    let value = |at: usize| cells.get(&table.fields[at].id).cloned();
    assert_eq!(value(0), Some("Faust".into()));
    assert_eq!(value(2), Some(CellValue::Bool(true)));
    assert_eq!(value(3), Some(CellValue::Number(0.5)));
    assert_eq!(value(4), Some(CellValue::Text(table.fields[4].kind.options()[0].id.to_string())));
    assert_eq!(table.sample_rows[3].cells.len(), 3, "what says nothing stays empty");
    assert_eq!((table.views.len(), table.description.as_str()), (1, "Read from my_books.csv."));
}

#[test]
fn the_title_goes_from_column_to_column() {
    let mut proposal = proposal("Name|State\nAda|new\nBo|old\nCy|new\nDi|old");
    let kinds = |proposal: &Proposal| proposal.columns.iter().map(|it| it.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&proposal), [KindName::Title, KindName::Select]);
    proposal.set_kind(1, KindName::Title);
    assert_eq!(kinds(&proposal), [KindName::Text, KindName::Title]);
    proposal.set_kind(1, KindName::Checkbox);
    assert_eq!(kinds(&proposal), [KindName::Title, KindName::Checkbox]);
    assert_eq!(proposal.unfit(1), 4);
    proposal.keep(0, false);
    assert_eq!(kinds(&proposal), [KindName::Text, KindName::Title]);
    assert!(!proposal.can_leave_out(1));
    proposal.keep(1, false);
    assert!(proposal.columns[1].is_kept, "one must stay");
    assert_eq!(table(&proposal).fields.len(), 1);
}

#[test]
fn names_can_be_changed_and_stay_free() {
    let mut proposal = proposal("Name|State\nAda|new");
    proposal.name_column(1, " NAME ");
    assert_eq!(proposal.columns[1].name, "NAME 2");
    proposal.name_column(1, "  ");
    assert_eq!(proposal.columns[1].name, "NAME 2");
    proposal.name_table("Sessions", &small());
    assert_eq!(proposal.table, "Sessions 2");
}

#[test]
fn only_kinds_that_fit_are_offered() {
    let proposal = proposal("Name|Nothing\nAda|");
    assert!(proposal.fitting(0).contains(&KindName::Select));
    assert!(!proposal.fitting(1).contains(&KindName::Select), "a select needs options");
    assert!(!proposal.fitting(0).contains(&KindName::Relation));
    assert_eq!(proposal.rows_choices(), [0, 1]);
}

#[test]
fn examples_are_different_and_short() {
    let proposal = proposal(&format!("Name\nAda\n\nAda\n{}\nBo\nCy", "x".repeat(80)));
    let examples = proposal.examples(0, 3);
    assert_eq!(examples, ["Ada".to_owned(), format!("{}…", "x".repeat(60)), "Bo".to_owned()]);
}

#[test]
fn a_table_from_a_file_is_one_step_without_errors() {
    let mut blueprint = small();
    let made = added(&proposal("Name|State\nAda|new\nBo|old"), &blueprint);
    let label = Intention::FromFile(made.name.clone()).label(&blueprint, Language::En);
    apply_all(&mut blueprint, made.operations).unwrap();
    assert_eq!(label, "Added table my books from a file");
    assert_eq!(validate(&blueprint, None), validate(&small(), None));
    assert_eq!(blueprint.table(&made.table).unwrap().sample_rows.len(), 2);
}

#[test]
fn the_words_of_sheets_are_complete() {
    assert_complete(&WORDS);
    let errors = [
        SheetError::TooLarge { max_mb: 64 },
        SheetError::Empty,
        SheetError::OtherWorkbook,
        SheetError::NoTable,
        SheetError::Encoding { line: 3 },
        SheetError::OpenQuote { line: 3 },
        SheetError::Unpacked { max_mb: 512 },
        SheetError::Broken { detail: "eof".into() },
        SheetError::BrokenSheet { sheet: "A".into(), detail: "eof".into() },
    ];
    for language in Language::ALL {
        assert!(errors.iter().all(|error| error.sentence(language).contains([' ', '。'])));
    }
    assert!(SheetError::Encoding { line: 3 }.sentence(Language::En).starts_with("Line 3 "));
}
