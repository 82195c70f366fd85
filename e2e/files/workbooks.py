"""Workbooks, read by two programs that are not ours.

LibreOffice recalculates every formula and says what each sheet shows; every rollup, formula and dashboard number
must equal what the app itself computed, every arrow must lead to its row. openpyxl reads the form: `workbook_form`.
"""

import csv
import datetime
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

import workbook_form as form

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
        workbook = form.load(sample.file("xlsx"))
        names, printed = names_of(sample.file("xlsx"))
        sheets_printed = len(form.table_sheets(workbook)) + len(form.view_sheets(workbook))
        yield f"{sample.name}/xlsx print areas", form.same(len(printed), sheets_printed)
        growing = all(area.startswith("OFFSET(") for area in printed)
        yield f"{sample.name}/xlsx print areas grow", None if growing else f"{printed}"
        for what, fault in form.check(sample.expected, workbook, names):
            yield f"{sample.name}/xlsx {what}", fault
        for what, fault in check_jumps(sample.expected, workbook, shown[sample.name]):
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
    """Copies a workbook with its clock set to `today`, without the results we wrote into it, and with the addresses
    that its links lead to in their place."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = content.decode("utf-8")
                text = text.replace("<f>TODAY()</f>", f"<f>DATE({today.year},{today.month},{today.day})</f>")
                text = text.replace('HYPERLINK("#"&amp;CELL(', "CONCATENATE(CELL(")
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


def check_jumps(expected, workbook, shown):
    """Every arrow leads to the row it should: beside a relation to the first related row, in a view to its own."""
    sheets = form.table_sheets(workbook)
    places = {table["id"]: sheet.title for table, sheet in zip(expected["tables"], sheets)}
    rows = {row["id"]: (table["id"], at) for table in expected["tables"] for at, row in enumerate(table["rows"], 2)}
    for table, sheet in zip(expected["tables"], sheets):
        relations = [field for field in table["fields"] if field["kind"]["type"] == "relation"]
        jumps = [cell for cell in sheet[1] if form.is_jump(cell)]
        yield f"{sheet.title} jumps", form.same(len(jumps), len(relations))
        for header, field in zip(jumps, relations):
            for line, row in enumerate(table["rows"], 2):
                related = row["values"][field["id"]]["value"] or []
                wanted = min((rows[id] for id in related), key=lambda place: place[1], default=None)
                place = f"{header.column_letter}{line}"
                found = target(at(shown[sheet.title], place), sheet.title)
                yield f"{sheet.title}!{place} leads", form.same(found, wanted and (places[wanted[0]], wanted[1]))
    for sheet in form.view_sheets(workbook):
        for line in range(5, 5 + 200):
            title = at(shown[sheet.title], f"A{line}")
            found = target(at(shown[sheet.title], f"B{line}"), sheet.title)
            there = at(shown[found[0]], f"A{found[1]}") if found else ""
            yield f"{sheet.title}!B{line} leads to a row of its title", form.same(there, title)


def target(address, own):
    """The sheet and the row of an address such as `'Action Items'!$A$5`; the sheet itself where it names none."""
    found = re.fullmatch(r"(?:(?:'((?:[^']|'')*)'|([^'!]*))!)?\$A\$(\d+)→", address)
    return ((found[1] or found[2] or own).replace("''", "'"), int(found[3])) if found else None


def names_of(path):
    """What the workbook's names stand for, and how far its sheets are printed."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    defined = root.findall(".//{*}definedName")
    names = {name.get("name"): name.text for name in defined if name.get("localSheetId") is None}
    printed = [name.text for name in defined if name.get("name") == "_xlnm.Print_Area"]
    return names, printed
