"""Schemas and types: they are what they claim to be, and take the sample rows and nothing else.

The JSON Schema is checked by `jsonschema`, the OpenAPI document by `openapi-spec-validator`, redocly and spectral, types
by the compilers of Rust and TypeScript.
"""

import copy
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from records import Records

E2E = Path(__file__).parent.parent
REPOSITORY = E2E.parent
RULES = Path(__file__).parent / "schemas"
PATIENCE_SECONDS = 600
# A crate of its own beside everything else that is built; with the workspace's versions, so nothing is downloaded.
CRATE = REPOSITORY / "target/types-of-samples"
MANIFEST = """[package]
name = "types-of-samples"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["alloc", "serde"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
"""


def check(samples):
    records = {sample.name: Records(json.loads(sample.text("json_schema")), sample.expected["tables"]) for sample in samples}
    for sample in samples:
        yield from json_schema(sample.name, records[sample.name])
        yield from openapi(sample)
    files = [str(sample.file("openapi").resolve()) for sample in samples]
    redocly = ["npx", "redocly", "lint", "--config", str(RULES / "redocly.yaml"), *files]
    yield "openapi, redocly", fault_of(redocly, E2E)
    spectral = ["npx", "spectral", "lint", "--ruleset", str(RULES / "spectral.yaml"), "--fail-severity", "hint", *files]
    yield "openapi, spectral", fault_of(spectral, E2E)
    yield from rust(samples, records)
    yield from typescript(samples, records)


def json_schema(place, records):
    schema, data = records.schema, records.data()
    Draft202012Validator.check_schema(schema)
    yield f"{place}/json_schema names", records.misnamed()
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    yield f"{place}/json_schema rows", next((error.message for error in validator.iter_errors(data)), None)
    for what, wrong in wrong_data(records, data):
        yield f"{place}/json_schema {what}", "was taken" if validator.is_valid(wrong) else None
    examples = [
        error.message
        for definition in records.definitions
        for example in definition.get("examples", [])
        for error in Draft202012Validator(definition).iter_errors(example)
    ]
    yield f"{place}/json_schema examples", next(iter(examples), None)


def wrong_data(records, data):
    """The rows with one thing in them that must not be, and what it is."""
    key, definition = records.keys[0], records.definitions[0]

    def spoiled(spoil):
        wrong = copy.deepcopy(data)
        spoil(wrong[key][0])
        return wrong

    title, choice = (
        next(name for name, item in definition["properties"].items() if is_wanted(name, item))
        for is_wanted in (lambda name, item: name != "id" and "minLength" in item, lambda _, item: "enum" in item)
    )
    yield "an unknown table", {**data, "nobody_knows": []}
    yield "an unknown property", spoiled(lambda row: row.update(nobody_knows=1))
    yield "no title", spoiled(lambda row: row.pop(title))
    yield "an unknown option", spoiled(lambda row: row.update({choice: "nobody knows"}))
    moments = [name for name, item in definition["properties"].items() if item.get("format") == "date-time"]
    for name in moments[:1]:
        yield "no time", spoiled(lambda row: row.update({name: "yesterday"}))


def openapi(sample):
    document = json.loads(sample.text("openapi"))
    errors = OpenAPIV31SpecValidator(document).iter_errors()
    yield f"{sample.name}/openapi", next((error.message for error in errors), None)
    operations = [operation for path in document["paths"].values() for operation in path.values() if isinstance(operation, dict)]
    count = 5 * len(sample.expected["tables"])
    yield f"{sample.name}/openapi operations", None if len(operations) == count else f"{len(operations)} of {count}"


def rust(samples, records):
    """Compiles every sample's types, and has them read the rows and write them again."""
    (CRATE / "src").mkdir(parents=True, exist_ok=True)
    (CRATE / "Cargo.toml").write_text(MANIFEST)
    shutil.copy(REPOSITORY / "Cargo.lock", CRATE / "Cargo.lock")
    modules = "".join(f'#[path = {json.dumps(str(sample.file("rust_types").resolve()))}]\nmod s{sample.name};\n' for sample in samples)
    arms = "".join(f'"{sample.name}" => again::<s{sample.name}::Data>(&rows),\n' for sample in samples)
    (CRATE / "src/main.rs").write_text(
        f"""#![allow(dead_code)]
#![deny(warnings)]
{modules}
fn again<T: serde::de::DeserializeOwned + serde::Serialize>(rows: &str) -> String {{
    serde_json::to_string(&serde_json::from_str::<T>(rows).unwrap()).unwrap()
}}
fn main() {{
    let rows = std::io::read_to_string(std::io::stdin()).unwrap();
    let sample = std::env::args().nth(1).unwrap();
    println!("{{}}", match sample.as_str() {{ {arms} _ => unreachable!() }});
}}
"""
    )
    environment = {**os.environ, "CARGO_TARGET_DIR": str(CRATE / "target")}
    fault = fault_of(["cargo", "build", "--offline", "--quiet"], CRATE, environment)
    yield "rust_types compile", fault
    if fault:
        return
    program = str(CRATE / "target/debug/types-of-samples")
    for sample in samples:
        data = records[sample.name].data()
        ran = subprocess.run([program, sample.name], input=json.dumps(data), capture_output=True, text=True, check=False)
        well = ran.returncode == 0 and json.loads(ran.stdout) == data
        yield f"{sample.name}/rust_types rows", None if well else ran.stderr[-1000:] or "other rows came back"
    data = json.dumps({**records[samples[0].name].data(), "nobody_knows": []})
    ran = subprocess.run([program, samples[0].name], input=data, capture_output=True, text=True, check=False)
    yield "rust_types an unknown table", None if ran.returncode else "was taken"


def typescript(samples, records):
    """The compiler, as strict as it can be, takes the types and the rows as values of them, and nothing else."""
    with tempfile.TemporaryDirectory(dir=E2E) as scratch:
        scratch = Path(scratch)
        for sample in samples:
            folder = scratch / sample.name
            folder.mkdir()
            (folder / "types.ts").write_text(sample.text("typescript_types"), encoding="utf-8")
            rows = json.dumps(records[sample.name].data(), ensure_ascii=False)
            (folder / "rows.ts").write_text(
                'import type { Data } from "./types.js";\n'
                f"export const rows: Data = {rows};\n"
                "// @ts-expect-error No system has such a table.\n"
                "export const wrong: Data = { nobody_knows: [] };\n",
                encoding="utf-8",
            )
        options = {"strict": True, "noEmit": True, "target": "ES2022", "module": "NodeNext", "types": []}
        options |= {"noUncheckedIndexedAccess": True, "exactOptionalPropertyTypes": True, "isolatedModules": True}
        config = scratch / "tsconfig.json"
        config.write_text(json.dumps({"compilerOptions": options, "include": ["*/*.ts"]}))
        yield "typescript_types", fault_of(["npx", "tsc", "--project", str(config)], E2E)


def fault_of(command, folder, environment=None):
    """The end of what a program says when it fails."""
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    return None if ran.returncode == 0 else (ran.stdout + ran.stderr)[-3000:]
