"""What a workbook is made of, as openpyxl reads it: tables, lists, names, filters, protection, notes, print set-up."""

import datetime
import unicodedata
import warnings

import openpyxl

# Paper, as Excel numbers it.
A4 = "9"
NOTE_MAX = 1_500


def load(path):
    with warnings.catch_warnings():
        # Print areas are formulas, which openpyxl keeps to itself.
        warnings.filterwarnings("ignore", message="Print area cannot be set")
        return openpyxl.load_workbook(path)


def table_sheets(workbook):
    """The sheets to type in, in the order of the blueprint's tables."""
    return [sheet for sheet in workbook.worksheets if sheet.tables]


def view_sheets(workbook):
    return [sheet for sheet in workbook.worksheets if sheet.auto_filter.ref]


def check(expected, workbook, names):
    """Every check of one workbook, as (what, fault or nothing); `names` are its names in formulas."""
    tables, views = table_sheets(workbook), view_sheets(workbook)
    others = [sheet for sheet in workbook.worksheets if sheet not in tables + views]
    yield "tables", same(len(tables), len(expected["tables"]))
    charts = sum(len(sheet._charts) for sheet in workbook.worksheets)
    yield "charts", same(charts, expected["charts"])
    yield "created at a fixed time", same(workbook.properties.created, datetime.datetime(2026, 1, 1))
    for sheet in tables:
        yield f"{sheet.title} frozen at", same(sheet.freeze_panes, "B2")
    colors = [sheet for sheet in tables if sheet.conditional_formatting]
    yield "conditional colours", None if colors else "there are none"
    for topic in (check_names, check_protection, check_pages, check_direction):
        yield from topic(expected, workbook, names)
    for sheet, table in zip(tables, expected["tables"]):
        yield from check_notes(sheet, table)
        yield from check_rules(sheet)
    # The last one but that of the lists is the help.
    fields = sum(len(table["fields"]) for table in expected["tables"])
    links = [cell for row in others[-2].iter_rows() for cell in row if cell.hyperlink]
    yield "links of the help", same(len(links), fields + len(tables))
    ends = {link.hyperlink.location.rsplit("!", 1)[0].strip("'").replace("''", "'") for link in links}
    yield "links of the help lead to", same(ends, {sheet.title for sheet in tables})


def check_names(expected, workbook, names):
    """Names are one of a kind and stand for what they should."""
    spelled = [name.casefold() for name in names] + [t.casefold() for s in workbook for t in s.tables]
    yield "names", same(len(set(spelled)), len(spelled))
    lists = [
        [shown(option["name"]) for option in field["kind"]["options"]]
        for table in expected["tables"] for field in table["fields"] if field["kind"].get("options")
    ]
    found = {name: cells(workbook, names[name]) for name in names}
    yield "named lists", same(sorted(found[name] for name in names if name.startswith("lst_")), sorted(lists))
    numbers = sum(field["kind"]["type"] == "auto_id" for table in expected["tables"] for field in table["fields"])
    keys = [name for name in names if name.startswith("key_")]
    yield "named keys", same(len(keys), len(expected["tables"]) + numbers)
    for sheet, table in zip(table_sheets(workbook), expected["tables"]):
        target = f"'{sheet.title}'!$A$2:$A${last_row(sheet)}"
        yield f"{sheet.title} has a named key", None if target in names.values() else f"{names}"
    days = [name for name in names if not name.startswith(("lst_", "key_"))]
    yield "a name for today", same([names[name] for name in days], [f"'{workbook.worksheets[0].title}'!$B$4"])
    rules = [rule for sheet in table_sheets(workbook) for rule in sheet.data_validations.dataValidation]
    chosen = {rule.formula1 for rule in rules if rule.type == "list"}
    listed = {names[name] for name in names if name.startswith("lst_")}
    yield "dropdowns show the named lists", None if listed <= chosen else f"{listed - chosen} are not shown"


def cells(workbook, reference):
    """The texts in the cells that a name stands for."""
    sheet, area = reference.rsplit("!", 1)
    found = workbook[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


def check_protection(expected, workbook, _names):
    """Sheets to type in are open, all others but the lists are closed; the day can be typed over."""
    tables, last = table_sheets(workbook), workbook.worksheets[-1]
    for sheet in workbook.worksheets:
        is_open = sheet in tables or sheet is last
        yield f"{sheet.title} is protected", same(bool(sheet.protection.sheet), not is_open)
        yield f"{sheet.title} has a password", same(sheet.protection.password, None)
    yield "the day is open", same(workbook.worksheets[0]["B4"].protection.locked, False)
    for sheet in view_sheets(workbook):
        # openpyxl says what is forbidden.
        yield f"{sheet.title} filters when protected", same(sheet.protection.autoFilter, False)


def check_pages(expected, workbook, _names):
    for sheet in workbook.worksheets:
        setup = sheet.page_setup
        yield f"{sheet.title} lies", same(setup.orientation, "landscape")
        # One page wide is what is meant where nothing is said.
        fits = (sheet.sheet_properties.pageSetUpPr.fitToPage, int(setup.fitToWidth or 1), int(setup.fitToHeight))
        yield f"{sheet.title} fits the width", same(fits, (True, 1, 0))
        yield f"{sheet.title} has numbered pages", same(sheet.oddFooter.center.text, "&P / &N")
        if expected["language"] != "en":
            yield f"{sheet.title} on A4", same(str(setup.paperSize), A4)
    for sheets, row in ((table_sheets(workbook), "$1:$1"), (view_sheets(workbook), "$4:$4")):
        for sheet in sheets:
            yield f"{sheet.title} repeats its header", same(sheet.print_title_rows, row)


def check_direction(expected, workbook, _names):
    """Sheets run as most names of tables, fields and views do, by Unicode's own classes."""
    named = [item["name"] for table in expected["tables"] for item in (table, *table["fields"], *table["views"])]
    directions = [next((unicodedata.bidirectional(c) for c in name if c.isalpha()), "") for name in named]
    right = sum(direction in ("R", "AL") for direction in directions)
    left = sum(direction == "L" for direction in directions)
    for sheet in workbook.worksheets:
        yield f"{sheet.title} runs from the right", same(bool(sheet.sheet_view.rightToLeft), right > left)


def check_notes(sheet, table):
    """Every header says what belongs in its column."""
    titles = [field for field in table["fields"] if field["kind"]["type"] == "title"]
    fields = iter(titles + [field for field in table["fields"] if field not in titles])
    for cell in sheet[1]:
        note = cell.comment.text if cell.comment else ""
        if is_jump(cell):
            yield f"{sheet.title}!{cell.coordinate} has a note", None if note else "it has none"
            continue
        description = shown(next(fields)["description"])
        fault = None if description in note or len(note) >= NOTE_MAX else f"`{note}` lacks `{description}`"
        yield f"{sheet.title}!{cell.coordinate} has a note", fault
    yield f"{sheet.title} has a column a field", same(next(fields, None), None)


def check_rules(sheet):
    """Headers and computed cells refuse what is typed over them."""
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "custom"]
    headers = {str(rule.sqref) for rule in rules if rule.formula1.startswith("EXACT(")}
    yield f"{sheet.title} keeps its headers", same(headers, {cell.coordinate for cell in sheet[1]})
    last = last_row(sheet)
    computed = {cell.column_letter for cell in sheet[last] if is_formula(cell)}
    kept = {str(rule.sqref) for rule in rules if "ISFORMULA(" in rule.formula1}
    yield f"{sheet.title} keeps its formulas", same(kept, {f"{letter}2:{letter}{last}" for letter in computed})
    whole = all(is_formula(sheet.cell(row, sheet[f"{letter}1"].column)) for letter in computed for row in range(2, last))
    yield f"{sheet.title} computes every row", None if whole else "a row lacks a formula"


def is_formula(cell):
    return cell.data_type == "f" or isinstance(cell.value, openpyxl.worksheet.formula.ArrayFormula)


def is_jump(cell):
    return str(cell.value).startswith("→ ") or cell.value == "→"


def last_row(sheet):
    [table] = sheet.tables.values()
    return int(table.ref.rsplit("$")[-1].split(":")[-1].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def shown(text):
    """A text as cells hold it: without tabs, which no program shows."""
    return text.replace("\t", " ")


def same(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
