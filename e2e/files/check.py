"""Checks rendered files with programs that are not ours.

    python3 e2e/files/check.py FOLDER [TOPIC...]

FOLDER holds the samples that `cargo run --package render --example samples -- FOLDER [COUNT]` wrote; TOPIC is one of
the modules beside this one, all of them by default. Each module has a function `check(samples)` that yields
(what, fault or None) for everything it looked at.
"""

import importlib
import sys
from pathlib import Path

from samples import Sample

TOPICS = ["archives", "workbooks", "tables", "scripts", "vault", "databases", "imports", "graph", "schemas", "diagrams"]


def main():
    folder, topics = Path(sys.argv[1]), sys.argv[2:] or TOPICS
    designs = [path for path in folder.iterdir() if path.name.isdigit()]
    samples = [Sample(path) for path in sorted(designs, key=lambda path: int(path.name))]
    if not samples:
        sys.exit(f"{folder} holds no samples")
    passed, failures = 0, []
    for topic in topics:
        before = passed
        for what, fault in importlib.import_module(topic).check(samples):
            passed += fault is None
            failures += [f"{topic}: {what}: {fault}"] if fault else []
        print(f"{topic}: {passed - before} well")
        if passed == before:
            failures.append(f"{topic}: nothing was found well")
    for failure in failures[:50]:
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
