"""CSV files and YAML, read by programs that are not ours.

Python's csv module reads every table strictly and every value must be the one the app computed; frictionless checks
the tables against their description; PyYAML (YAML 1.1) and ruamel.yaml (YAML 1.2) must both give the blueprint's JSON.
In the files that platforms import, every link must find the one row it means by its name.
"""

import csv
import datetime
import io
import json
import re
import tempfile
import urllib.parse
import zipfile
from pathlib import Path

import frictionless
import ruamel.yaml
import yaml

from samples import in_every_language

# What a spreadsheet could take for a formula: one of these after nothing but blanks and apostrophes.
BLANK = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
GUARDED = re.compile(rf"'*(?:{BLANK}|')*[=+\-@＝＋－＠]|'*[\t\r\n]")
RUNS = re.compile(rf"{BLANK}*[=+\-@＝＋－＠]|[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?%?")
MARK = b"\xef\xbb\xbf"
# How importers want values: what a checked and an unchecked box are, how times are written, how lists are parted.
IMPORTERS = {
    "airtable": (("checked", ""), "%Y-%m-%dT%H:%M:%S.000Z", "quoted"),
    "coda": (("true", "false"), "%Y-%m-%d %H:%M:%S", "quoted"),
    "notion": (("Yes", "No"), "%Y-%m-%dT%H:%M:%SZ", "plain"),
}
READ_MES = {f"{title}.md" for title in in_every_language("imports", "title")}


def check(samples):
    """Every check of every file, as (what, fault or nothing)."""
    for sample in samples:
        yield from check_csv_zip(sample)
        yield from check_yaml(sample)
    for platform in IMPORTERS:
        for sample in samples:
            yield from check_import(sample, platform)


def check_csv_zip(sample):
    place = f"{sample.name}/csv_zip"
    files = sample.archive("csv_zip")
    tables = sample.expected["tables"]
    resources = json.loads(files["datapackage.json"])["resources"]
    paths = [resource["path"] for resource in resources]
    read_me = f'{sample.word("imports", "title")}.md'
    yield f"{place} files", same(set(files), {*paths, "datapackage.json", read_me})
    for table, resource in zip(tables, resources, strict=True):
        content = files[resource["path"]]
        what = f"{place} {resource['path']}"
        yield f"{what} mark", same(content[:3], MARK)
        header, rows = read(content.removeprefix(MARK))
        titles = [field.get("title") for field in resource["schema"]["fields"]]
        yield f"{what} columns", same(titles, [field["name"] for field in table["fields"]] + [None])
        yield f"{what} formulas", runs([header, *rows])
        yield f"{what} rows", same([row[-1] for row in rows], [row["id"] for row in table["rows"]])
        yield f"{what} values", differs(tables, table, table["fields"], rows)
    yield f"{place} datapackage.json", invalid(sample.file("csv_zip"))


def read(content):
    """The header and the rows of a CSV file that must be as RFC 4180 says."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n"), "the last line has no end"
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1, "rows differ in length"
    return rows[0], rows[1:]


def runs(rows):
    """The first cell that a spreadsheet would run."""
    for row in rows:
        for cell in row:
            if RUNS.match(cell) and not NUMBER.fullmatch(cell):
                return f"`{cell}` could run as a formula"
    return None


def bare(cell):
    """The cell without its guard, as the read-me says."""
    return cell[1:] if cell.startswith("'") and GUARDED.match(cell[1:]) else cell


def differs(tables, table, fields, rows):
    """The first cell that does not hold the value the app computed."""
    for row, expected in zip(rows, table["rows"], strict=True):
        for cell, field in zip(row, fields):
            wanted = wanted_text(tables, field, expected["values"][field["id"]]["value"])
            found = as_number(cell) if isinstance(wanted, float) else bare(cell)
            if found != wanted:
                return f"{expected['id']}, {field['id']} is `{cell}`, not `{wanted}`"
    return None


def wanted_text(tables, field, value):
    kind = field["kind"]["type"]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, list):
        if kind == "relation":
            value = [reference(tables, field["kind"]["table"], row) for row in value]
        return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in value)
    is_moment = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value)
    return f"{value}Z" if is_moment and kind not in ("title", "text", "long_text") else value


def reference(tables, table_id, row_id):
    """A row's title, its id where its table has a title twice or not at all."""
    [table] = [table for table in tables if table["id"] == table_id]
    titles = {row["id"]: title(table, row) for row in table["rows"]}
    are_unique = "" not in titles.values() and len(set(titles.values())) == len(titles)
    return titles[row_id] if are_unique else row_id


def title(table, row):
    [field] = [field for field in table["fields"] if field["kind"]["type"] == "title"]
    return row["values"][field["id"]]["value"] or ""


def as_number(cell):
    try:
        return float(cell)
    except ValueError:
        return cell


def invalid(path):
    """What frictionless finds wrong with the tables or their description."""
    with tempfile.TemporaryDirectory() as scratch:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(scratch)
        package = frictionless.Package(str(Path(scratch) / "datapackage.json"))
        report = package.validate()
    faults = report.flatten(["name", "rowNumber", "fieldNumber", "type", "note"])
    return None if report.valid else f"{faults[:3]}"


def check_import(sample, platform):
    """Every file of a platform's import: values, links that find their rows, and nothing missing without a reason."""
    place = f"{sample.name}/{platform}_import"
    files = sample.archive(f"{platform}_import")
    tables = sample.expected["tables"]
    read_me = files[f'{sample.word("imports", "title")}.md'].decode("utf-8")
    sheets = {}
    for path, content in files.items():
        if path.endswith(".csv"):
            header, rows = read(content)
            yield f"{place} {path} formulas", runs([header, *rows])
            found = [table for table in tables if is_of(table, header, rows) and table["id"] not in sheets]
            yield f"{place} {path} table", None if len(found) == 1 else f"it could be {len(found)} tables"
            sheets |= {table["id"]: Sheet(table, header, rows) for table in found}
    yield f"{place} tables", same(set(sheets), {table["id"] for table in tables})
    if len(sheets) < len(tables):
        return
    for sheet in sheets.values():
        what = f"{place} {sheet.table['id']}"
        yield f"{what} names", None if len(set(sheet.names)) == len(sheet.names) else "two rows have one name"
        yield f"{what} values", wrong_value(sheets, sheet, IMPORTERS[platform])
        yield f"{what} columns", missing(sheets, sheet)
        unsaid = [field["name"] for field in sheet.fields if plain(field["name"]) not in plain(read_me)]
        yield f"{what} in the read-me", f"{unsaid} are not spoken of" if unsaid else None
    yield f"{place} order", too_early(list(sheets.values()))
    if platform == "notion":
        yield f"{place} pages", wrong_pages(files, tables)


class Sheet:
    """A CSV file, with the fields of its columns."""

    def __init__(self, table, header, rows):
        self.table, self.rows = table, rows
        self.fields = fields_of(table, header)
        self.names = [bare(row[0]) for row in rows]
        # As it stands in the file: links must name rows exactly so.
        self.by_row = {expected["id"]: row[0] for expected, row in zip(table["rows"], rows)}


def fields_of(table, header):
    """The fields of a file's columns: the title, then the table's own order; names that two share are numbered."""
    waiting = sorted(table["fields"], key=lambda field: field["kind"]["type"] != "title")
    found = []
    for name in map(bare, header):
        unnumbered = re.sub(r" \(\d+\)$", "", name)
        while waiting:
            field = waiting.pop(0)
            if field["name"].strip() in (name, unnumbered):
                found.append(field)
                break
    return found


def is_of(table, header, rows):
    """Whether a file is a table's: its columns are fields of it, its rows its rows, by their titles."""
    titles = [title(table, row) for row in table["rows"]]
    names = [bare(row[0]) for row in rows]
    return (
        len(fields_of(table, header)) == len(header)
        and len(names) == len(titles)
        and all(
            name == (wanted.strip() or row["id"]) or name.startswith(f"{wanted.strip()} (")
            for name, wanted, row in zip(names, titles, table["rows"])
        )
    )


def wrong_value(sheets, sheet, form):
    """The first cell that does not hold the value the app computed, or does not name the row it should."""
    for row, expected in zip(sheet.rows, sheet.table["rows"], strict=True):
        for cell, field in list(zip(row, sheet.fields, strict=True))[1:]:
            wanted = expected["values"][field["id"]]["value"]
            found, wanted = comparable(sheets, field, cell, wanted, form)
            if found != wanted:
                return f"{expected['id']}, {field['id']} is {found!r} (`{cell}`), not {wanted!r}"
    return None


def comparable(sheets, field, cell, wanted, form):
    """What a cell says and what it should, in one form."""
    kind = field["kind"]["type"]
    boxes, moment, lists = form
    if isinstance(wanted, bool):
        return cell, boxes[0 if wanted else 1]
    if wanted is None:
        return cell, ""
    if isinstance(wanted, (int, float)):
        number = float(cell.removesuffix("%")) / (100 if cell.endswith("%") else 1)
        return round(number, 12), round(float(wanted), 12)
    if isinstance(wanted, list):
        if kind == "relation":
            wanted = [sheets[field["kind"]["table"]].by_row[row] for row in wanted]
        else:
            cell = bare(cell)
        if lists == "plain":
            return cell, ", ".join(wanted)
        [items] = csv.reader(io.StringIO(cell, newline=""), skipinitialspace=True, strict=True)
        return items, wanted
    if kind in ("datetime", "created_at", "updated_at"):
        return cell, datetime.datetime.fromisoformat(wanted).strftime(moment)
    return bare(cell), wanted


def missing(sheets, sheet):
    """The first field without a column that is neither computed nor the other side of a column."""
    there = {field["id"] for other in sheets.values() for field in other.fields}
    for field in sheet.table["fields"]:
        is_mirror = field["kind"].get("inverse") in there
        if field["id"] not in there and field["kind"]["type"] not in ("rollup", "formula") and not is_mirror:
            return f"{field['id']} has no column"
    return None


def too_early(sheets):
    """The first table that comes before one it links to, though that does not link back, however far around."""
    links = {
        sheet.table["id"]: {field["kind"]["table"] for field in sheet.fields if field["kind"]["type"] == "relation"}
        for sheet in sheets
    }
    order = [sheet.table["id"] for sheet in sheets]
    for at, table in enumerate(order):
        for target in links[table]:
            if order.index(target) > at and table not in reached(links, target):
                return f"{table} comes before {target}"
    return None


def reached(links, start):
    seen, waiting = set(), [start]
    while waiting:
        table = waiting.pop()
        if table not in seen:
            seen.add(table)
            waiting += links[table]
    return seen


def wrong_pages(files, tables):
    """Links of the home page that lead nowhere, or long texts that are on no page."""
    [home] = [path for path in files if path.endswith(".md") and "/" not in path and path not in READ_MES]
    links = re.findall(r"^\[.*\]\(([^()\s]+)\)$", files[home].decode("utf-8"), re.MULTILINE)
    paths = [urllib.parse.unquote(link) for link in links]
    if len(paths) != len(tables) or not set(paths) <= set(files):
        return f"the home page links to {paths}"
    pages = [content.decode("utf-8") for path, content in files.items() if path.count("/") == 2]
    for table in tables:
        for field in table["fields"]:
            for row in table["rows"] if field["kind"]["type"] == "long_text" else []:
                text = row["values"][field["id"]]["value"]
                if text and not any(text.strip() in page for page in pages):
                    return f"{row['id']}, {field['id']} is on no page"
    return None


def plain(text):
    """Letters and digits alone: Markdown escapes the rest."""
    return "".join(filter(str.isalnum, text))


def check_yaml(sample):
    wanted = json.loads(sample.text("blueprint_json"))
    text = sample.text("blueprint_yaml")
    place = f"{sample.name}/blueprint_yaml"
    yield f"{place} as YAML 1.1", first_difference("#", yaml.safe_load(text), wanted)
    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    yield f"{place} as YAML 1.2", first_difference("#", reader.load(text), wanted)


def first_difference(place, found, wanted):
    """Where two documents differ; a number is no text and 1 is not 1.0."""
    if type(found) is not type(wanted):
        return f"{place} is {found!r}, not {wanted!r}"
    if isinstance(wanted, dict):
        if list(found) != list(wanted):
            return f"{place} has the keys {list(found)}, not {list(wanted)}"
        pairs = ((f"{place}/{key}", found[key], wanted[key]) for key in wanted)
    elif isinstance(wanted, list):
        if len(found) != len(wanted):
            return f"{place} has {len(found)} items, not {len(wanted)}"
        pairs = ((f"{place}/{at}", *pair) for at, pair in enumerate(zip(found, wanted)))
    else:
        return same(found, wanted)
    return next((fault for fault in (first_difference(*pair) for pair in pairs) if fault), None)


def same(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
