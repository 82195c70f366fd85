"""Workbooks, read by two programs that are not ours.

LibreOffice recalculates every formula and says what each sheet shows; every rollup, formula and dashboard number
must equal what the app itself computed. openpyxl looks for the tables, dropdowns, charts and frozen headers.
"""

import csv
import datetime
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl

# Every sheet as a file of its own, in UTF-8, with values as they are and not as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
# Cells that LibreOffice should calculate again whatever the file says.
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
TOLERANCE = 1e-9
# A second, in days: what a time may lose on its way through a text.
SECOND = 1 / 86_400
PATIENCE_SECONDS = 600


def check(samples):
    """Every check of every workbook, as (what, fault or nothing)."""
    with tempfile.TemporaryDirectory() as scratch:
        shown = recalculate(samples, Path(scratch))
    for sample in samples:
        for what, fault in check_numbers(sample.expected, shown[sample.name]):
            yield f"{sample.name}/xlsx {what}", fault
        for what, fault in check_form(sample.expected, sample.file("xlsx")):
            yield f"{sample.name}/xlsx {what}", fault


def recalculate(samples, scratch):
    """What LibreOffice shows of every workbook: sheets by name, each a list of rows."""
    profile = scratch / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, encoding="utf-8")
    copies, target = scratch / "copies", scratch / "csv"
    copies.mkdir()
    for sample in samples:
        today = datetime.date.fromisoformat(sample.expected["today"])
        without_results(sample.file("xlsx"), copies / f"{sample.name}.xlsx", today)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--norestore",
         "--convert-to", CSV, "--outdir", str(target), *map(str, sorted(copies.glob("*.xlsx")))],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE_SECONDS,
    )
    return {sample.name: sheets(target, sample.name) for sample in samples}


def without_results(source, target, today):
    """Copies a workbook with its clock set to `today` and without the results we wrote into it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = content.decode("utf-8")
                text = text.replace("<f>TODAY()</f>", f"<f>DATE({today.year},{today.month},{today.day})</f>")
                content = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", text).encode("utf-8")
            new.writestr(name, content)


def sheets(folder, stem):
    found = {}
    for path in folder.glob(f"{stem}-*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem.removeprefix(f"{stem}-")] = list(csv.reader(file))
    return found


def check_numbers(expected, shown):
    """Every computed cell, as (place, fault or nothing)."""
    for cell in expected["cells"]:
        place = f"{cell['sheet']}!{cell['cell']}"
        rows = shown.get(cell["sheet"])
        if rows is None:
            yield place, f"no such sheet among {sorted(shown)}"
            continue
        yield place, differs(cell, at(rows, cell["cell"]))


def at(rows, address):
    column, row = split(address)
    line = rows[row - 1] if row <= len(rows) else []
    return line[column - 1] if column <= len(line) else ""


def split(address):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    return openpyxl.utils.column_index_from_string(letters), int(row)


def differs(cell, found):
    wanted = cell["value"]
    if not cell["is_number"]:
        return None if found == wanted else f"shows `{found}`, not `{wanted}`"
    number = as_number(found)
    if number is None:
        return f"shows `{found}`, not the number {wanted}"
    allowed = SECOND if ":" in found else TOLERANCE * max(1, abs(float(wanted)))
    return None if abs(number - float(wanted)) <= allowed else f"shows {found}, not {wanted}"


def as_number(text):
    """A number as LibreOffice writes it: plain, with a percent sign, or as a day with or without a time."""
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        pass
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%Y-%m-%d %H:%M:%S", "%m/%d/%Y %H:%M:%S"):
        try:
            passed = datetime.datetime.strptime(text, form) - datetime.datetime(1899, 12, 30)
            return passed.total_seconds() / 86_400
        except ValueError:
            continue
    return None


def check_form(expected, path):
    """Tables, dropdowns, frozen headers and charts, as (what, fault or nothing)."""
    workbook = openpyxl.load_workbook(path)
    tables = [sheet for sheet in workbook.worksheets if sheet.tables]
    yield "tables", same(len(tables), len(expected["tables"]))
    charts = sum(len(sheet._charts) for sheet in workbook.worksheets)
    yield "charts", same(charts, expected["charts"])
    for sheet in tables:
        yield f"{sheet.title} frozen at", same(sheet.freeze_panes, "B2")
    lists = [rule for sheet in tables for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    yield "dropdowns", None if lists else "there are none"
    colors = [sheet for sheet in tables if sheet.conditional_formatting]
    yield "conditional colours", None if colors else "there are none"
    yield "created at a fixed time", same(workbook.properties.created, datetime.datetime(2026, 1, 1))


def same(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
