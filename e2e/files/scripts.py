"""Scripts that build a spreadsheet: they pass the type checker, run, and build what the workbook holds.

Each runs against a spreadsheet of our own making that knows the methods and limits of the provider's reference and
refuses the rest (`scripts/`). What it wrote is compared, cell by cell and formula by formula, with the workbook, whose
numbers LibreOffice checks.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from samples import in_every_language
from workbook_form import load

E2E = Path(__file__).parent.parent
SCRIPTS = Path(__file__).parent / "scripts"
# The type checker reads the builder, which is the same in all of them, and the form of the data.
TYPED_SAMPLES = 3
PATIENCE_SECONDS = 300
# What only the file has, in its languages: a sheet of help, and lines about the file below this heading.
HELP = in_every_language("guide", "sheet_help")
FILE = in_every_language("guide", "start_file")
OPTIONS = {"target": "ES2022", "lib": ["ES2022"], "moduleDetection": "legacy", "types": []}


def check(samples):
    with tempfile.TemporaryDirectory(dir=E2E) as scratch:
        scratch = Path(scratch)
        for sample in samples[:TYPED_SAMPLES]:
            yield from types(sample, scratch / f"types-{sample.name}")
        compiled = compile_all(samples, scratch)
        for sample in samples:
            workbook = cells(sample.file("xlsx"))
            for script, file in (("apps_script", sample.file("apps_script")), ("office_script", compiled[sample.name])):
                yield from build(f"{sample.name}/{script}", SCRIPTS / f"{script}.mjs", file, workbook)


def types(sample, scratch):
    """tsc, strict for Office Scripts; Apps Scripts are JavaScript."""
    office = {**OPTIONS, "strict": True, "noEmit": True}
    apps = {**OPTIONS, "allowJs": True, "checkJs": True, "strict": False, "noEmit": True}
    apps |= {"types": ["google-apps-script"], "typeRoots": [str(E2E / "node_modules/@types")]}
    declared = str(SCRIPTS / "excelscript.d.ts")
    for script, ending, options, others in (("office_script", "ts", office, [declared]), ("apps_script", "js", apps, [])):
        folder = scratch / script
        folder.mkdir(parents=True)
        (folder / f"script.{ending}").write_text(sample.text(script), encoding="utf-8")
        checked = compile_with(folder, options, [f"script.{ending}", *others])
        yield f"{sample.name}/{script} has types", None if checked.returncode == 0 else checked.stdout[-2000:]


def compile_all(samples, scratch):
    """Every Office Script as JavaScript, by the name of its sample."""
    folder = scratch / "scripts"
    folder.mkdir()
    for sample in samples:
        (folder / f"{sample.name}.ts").write_text(sample.text("office_script"), encoding="utf-8")
    compile_with(folder, {**OPTIONS, "noCheck": True}, [f"{sample.name}.ts" for sample in samples])
    return {sample.name: folder / f"{sample.name}.js" for sample in samples}


def compile_with(folder, options, files):
    config = folder / "tsconfig.json"
    config.write_text(json.dumps({"compilerOptions": options, "files": files}), encoding="utf-8")
    return run(["npx", "tsc", "--project", config], cwd=E2E)


def build(place, runner, script, workbook):
    """Runs a script and compares what it built with the workbook."""
    ran = run(["node", runner, script])
    if ran.returncode:
        yield f"{place} runs", ran.stderr[-2000:]
        return
    built = json.loads(ran.stdout)
    yield f"{place} says that it is done", None if len(built["said"]) == 1 else f"{built['said']}"
    yield f"{place} refuses to overwrite", None if built["isRefused"] else "it ran twice"
    yield from compare(place, {sheet["name"]: sheet for sheet in built["sheets"]}, workbook)


def run(command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=PATIENCE_SECONDS, **options)


def cells(path):
    """What stands in each cell of each sheet of a workbook, formulas as they are; without what only the file has."""
    workbook = load(path)
    sheets = {}
    for sheet in workbook.worksheets:
        if sheet.title in HELP:
            continue
        found = {}
        spread = set()
        for row in sheet.iter_rows():
            if sheet is workbook.worksheets[0] and row[0].value in FILE:
                break
            for cell in row:
                value = cell.value
                if cell.hyperlink and value in HELP:
                    continue
                if isinstance(value, openpyxl.worksheet.formula.ArrayFormula):
                    found[cell.coordinate] = {"formula": value.text.replace("_xlfn.", "")}
                    spread |= covered(value.ref) - {cell.coordinate}
                elif isinstance(value, str) and cell.data_type == "f":
                    found[cell.coordinate] = {"formula": value.replace("_xlfn.", "")}
                elif value is not None and value != "":
                    found[cell.coordinate] = {"value": serial(value)}
        sheets[sheet.title] = {
            "cells": {place: cell for place, cell in found.items() if place not in spread},
            "charts": len(sheet._charts),
            "lists": sum(rule.type == "list" for rule in sheet.data_validations.dataValidation),
        }
    return sheets


def covered(reference):
    return {cell for row in openpyxl.utils.cell.rows_from_range(reference) for cell in row}


def serial(value):
    if isinstance(value, (bool, int, float, str)):
        return value
    return openpyxl.utils.datetime.to_excel(value)


def compare(place, built, workbook):
    yield f"{place} sheets", same(sorted(built), sorted(workbook))
    for name, sheet in workbook.items():
        if name not in built:
            continue
        found = built[name]
        yield f"{place} {name}: charts", same(found["charts"], sheet["charts"])
        for address in sorted(set(sheet["cells"]) | set(found["cells"])):
            yield f"{place} {name}!{address}", differs(found["cells"].get(address), sheet["cells"].get(address))


def differs(found, wanted):
    if found is None or wanted is None:
        return f"{found}, not {wanted}"
    if "formula" in wanted:
        return same(bare(found.get("formula", "")), wanted["formula"])
    one, other = found.get("value"), wanted["value"]
    if isinstance(other, (int, float)) and isinstance(one, (int, float)):
        return None if abs(one - other) < 1e-6 else f"{one}, not {other}"
    return same(one, other)


def bare(formula):
    """A formula without the word that makes Google Sheets work cell by cell."""
    prefix = "=ARRAYFORMULA("
    return "=" + formula[len(prefix):-1] if formula.startswith(prefix) else formula


def same(found, wanted):
    return None if found == wanted else f"{found!r}, not {wanted!r}"
