"""CSV files and YAML, read by programs that are not ours.

Python's csv module reads every table strictly and every value must be the one the app computed; frictionless checks
the tables against their description; PyYAML (YAML 1.1) and ruamel.yaml (YAML 1.2) must both give the blueprint's JSON.
"""

import csv
import io
import json
import re
import tempfile
import zipfile
from pathlib import Path

import frictionless
import ruamel.yaml
import yaml

# What a spreadsheet could take for a formula: one of these after nothing but blanks and apostrophes.
BLANK = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
GUARDED = re.compile(rf"'*(?:{BLANK}|')*[=+\-@＝＋－＠]|'*[\t\r\n]")
RUNS = re.compile(rf"{BLANK}*[=+\-@＝＋－＠]|[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?%?")
MARK = b"\xef\xbb\xbf"
READ_ME = {"en": "Read me first.md", "de": "Zuerst lesen.md"}


def check(samples):
    """Every check of every file, as (what, fault or nothing)."""
    for sample in samples:
        yield from check_csv_zip(sample)
        yield from check_yaml(sample)


def check_csv_zip(sample):
    place = f"{sample.name}/csv_zip"
    files = sample.archive("csv_zip")
    tables = sample.expected["tables"]
    resources = json.loads(files["datapackage.json"])["resources"]
    paths = [resource["path"] for resource in resources]
    read_me = READ_ME[sample.expected["language"]]
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
