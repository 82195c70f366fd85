"""Obsidian vaults: read by PyYAML and JSON, their links followed, their bases evaluated over their notes."""

import datetime
import json
import re

import yaml

from bases import Fault, File, Link, Row, parse, same, truthy

SETTINGS = {"app.json", "core-plugins.json", "daily-notes.json", "templates.json", "types.json"}
BASE_KEYS = {"filters", "formulas", "properties", "views"}
VIEW_KEYS = {"type", "name", "filters", "groupBy", "order", "sort", "summaries", "image"}
SUMMARIES = {"Average", "Sum", "Checked", "Filled"}
FIELDS = {"text": str, "multitext": list, "number": (int, float), "checkbox": bool, "date": datetime.date,
          "datetime": datetime.datetime, "aliases": list, "tags": list}
LINK = re.compile(r"(?<!\\)(!?)\[\[([^\]|#\\]+)(?:#([^\]|\\]+))?(?:\\?\|[^\]]*)?\]\]")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CARD = {"text": {"text"}, "file": {"file"}, "link": {"url"}, "group": set()}


def check(samples):
    for sample in samples:
        try:
            vault = Vault(sample)
        except (ValueError, yaml.YAMLError) as fault:
            yield f"{sample.name}/obsidian_vault", f"cannot be read: {fault}"
            continue
        for what, test in [
            ("settings", vault.settings), ("notes", vault.read), ("links", vault.links), ("canvas", vault.canvas),
            ("bases", vault.bases), ("extras", vault.extras), ("tables", vault.tables),
        ]:
            for part, fault in guarded(test):
                yield f"{sample.name}/obsidian_vault {what} {part}", fault


def guarded(test):
    try:
        yield from test()
    except (Fault, ValueError, LookupError, TypeError, AttributeError, yaml.YAMLError) as fault:
        yield "in all", f"{type(fault).__name__}: {fault}"


def one_line(text):
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


class Note(File):
    def __init__(self, path, text):
        super().__init__(path)
        self.front, self.body = {}, text
        if text.startswith("---\n"):
            front, _, self.body = text[4:].partition("\n---\n")
            self.front = yaml.safe_load(front) or {}
        self.blocks = [yaml.safe_load(block) for kind, block in FENCE.findall(self.body) if kind == "base"]
        self.prose = FENCE.sub("", self.body)


class Vault:
    def __init__(self, sample):
        self.expected = sample.expected
        self.bases_folder = sample.word("vault", "folder_bases")
        self.today = datetime.datetime.fromisoformat(sample.expected["today"])
        files = {name: data.decode("utf-8") for name, data in sample.archive("obsidian_vault").items()}
        self.roots = {name.split("/")[0] for name in files}
        self.files = {name.split("/", 1)[1]: text for name, text in files.items()}
        self.notes = {path: Note(path, text) for path, text in self.files.items() if path.endswith(".md")}
        self.names = {note.basename.casefold(): note for note in self.notes.values()}
        self.base = {path: yaml.safe_load(text) for path, text in self.files.items() if path.endswith(".base")}
        for note in self.notes.values():
            note.properties = {key: self.value(value) for key, value in note.front.items()}
        for note in self.notes.values():
            to = {self.find(target) for _, target, _ in LINK.findall(note.prose)}
            for value in note.properties.values():
                to |= {item.file for item in (value if isinstance(value, list) else [value]) if isinstance(item, Link)}
            for file in to - {None}:
                file.backlinks.append(Link(note.basename, note))

    def value(self, value):
        """A property as bases see it."""
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, str) and (found := LINK.fullmatch(value)):
            return Link(found[2], self.find(found[2]))
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return datetime.datetime(value.year, value.month, value.day)
        return float(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def find(self, target):
        """The note that a link leads to."""
        return self.notes.get(f"{target}.md") if "/" in target else self.names.get(target.casefold())

    def settings(self):
        yield "one folder", None if len(self.roots) == 1 else f"{self.roots}"
        hidden = {path for path in self.files if path.startswith(".")}
        yield "allowed", None if hidden == {f".obsidian/{name}" for name in SETTINGS} else f"{hidden}"
        endings = {path.rsplit(".", 1)[1] for path in self.files}
        yield "nothing executable", None if endings == {"json", "md", "base", "canvas"} else f"{endings}"
        for path in hidden:
            yield path, None if isinstance(json.loads(self.files[path]), dict) else "is no object"
        folder = json.loads(self.files[".obsidian/templates.json"])["folder"]
        yield "templates", None if any(path.startswith(folder + "/") for path in self.notes) else f"`{folder}` is empty"
        template = json.loads(self.files[".obsidian/daily-notes.json"])["template"]
        yield "daily note", None if f"{template}.md" in self.notes else f"there is no `{template}`"

    def read(self):
        yield "unique", None if len(self.names) == len(self.notes) else "two notes have one name"
        types = json.loads(self.files[".obsidian/types.json"])["types"]
        rows = {folder for folder, _ in map(self.table_of, self.base.values())}
        for path, note in self.notes.items():
            yield path, self.front(note, types, note.folder in rows)

    def front(self, note, types, is_row):
        """What is wrong with a note's front matter, or nothing."""
        if "\r" in note.body or "\ufeff" in note.body or (is_row and not note.front):
            return "holds what Obsidian would not read"
        for key, value in note.front.items():
            if key == "kanban-plugin":
                continue
            if not re.fullmatch("[a-z][a-z0-9_]*", key) or key not in types:
                return f"`{key}` has no type"
            if isinstance(value, list) and not all(isinstance(item, str) for item in value):
                return f"`{key}` holds {value}"
            wanted = FIELDS[types[key]]
            is_date = isinstance(value, datetime.datetime) if types[key] == "date" else False
            is_bool = isinstance(value, bool) if types[key] == "number" else False
            if is_row and value is not None and (not isinstance(value, wanted) or is_date or is_bool):
                return f"`{key}` is {types[key]}, not {value!r}"
        return None

    def links(self):
        seen = 0
        for path, note in self.notes.items():
            texts = [value for value in flat(note.front.values()) if isinstance(value, str)]
            found = LINK.findall(note.prose) + [one for text in texts if LINK.fullmatch(text) for one in LINK.findall(text)]
            seen += len(found)
            yield path, next((fault for link in found if (fault := self.broken(*link))), None)
        yield "some", None if seen > 20 else f"only {seen} links"

    def broken(self, _, target, view):
        if target.endswith(".base"):
            views = [found["name"] for found in self.base.get(target, {}).get("views", [])]
            return None if target in self.base and view in ("", *views) else f"`{target}#{view}` is not there"
        is_there = target in self.files if target.endswith(".canvas") else self.find(target)
        return None if is_there else f"`{target}` is not there"

    def canvas(self):
        [text] = [text for path, text in self.files.items() if path.endswith(".canvas")]
        canvas = json.loads(text)
        ids = {node["id"] for node in canvas["nodes"]}
        yield "ids", None if len(ids) == len(canvas["nodes"]) else "two nodes have one id"
        yield "tables", None if len(ids) == len(self.expected["tables"]) + 1 else f"{ids}"
        for node in canvas["nodes"]:
            numbers = [node[key] for key in ("x", "y", "width", "height")]
            is_whole = all(type(number) is int for number in numbers) and numbers[2] > 0 and numbers[3] > 0
            is_card = node["type"] in CARD and CARD[node["type"]] <= node.keys()
            link = next((fault for link in LINK.findall(node.get("text", "")) if (fault := self.broken(*link))), None)
            yield node["id"], link or (None if is_whole and is_card else f"{node}")
        for edge in canvas["edges"]:
            sides = {edge.get("fromSide"), edge.get("toSide")} <= {None, "top", "right", "bottom", "left"}
            is_held = {edge["fromNode"], edge["toNode"]} <= ids and sides and isinstance(edge["id"], str)
            yield edge["id"], None if is_held else f"{edge}"
        relations = [field for table in self.expected["tables"] for field in table["fields"] if field["kind"]["type"] == "relation"]
        yield "relations", None if bool(relations) == bool(canvas["edges"]) else "there are no edges"

    def bases(self):
        yield "a table each", None if len(self.base) == len(self.expected["tables"]) else f"{list(self.base)}"
        blocks = [(note.path, block) for note in self.notes.values() for block in note.blocks]
        for path, base in [*self.base.items(), *blocks]:
            yield path, self.shape(base)

    def shape(self, base):
        """What is wrong with the form of a base, or nothing."""
        if not base.keys() <= BASE_KEYS or not base.get("views"):
            return f"keys {list(base)}"
        types = json.loads(self.files[".obsidian/types.json"])["types"]
        formulas = base.get("formulas", {})
        def is_known(id):
            place, _, name = id.partition(".")
            return {"note": name in types, "formula": name in formulas, "file": name == "name"}.get(place, False)
        for view in base["views"]:
            groups = [view["groupBy"]["property"]] if "groupBy" in view else []
            sorts = [sort["property"] for sort in view.get("sort", [])]
            ids = [*view["order"], *groups, *sorts, *view.get("summaries", {}), *([view["image"]] if "image" in view else [])]
            if not view.keys() <= VIEW_KEYS or view["type"] not in ("table", "cards", "list"):
                return f"view {view}"
            if unknown := [id for id in ids if not is_known(id)]:
                return f"`{view['name']}` names {unknown}"
            if not set(view.get("summaries", {}).values()) <= SUMMARIES:
                return f"summaries {view['summaries']}"
        if len({view["name"].casefold() for view in base["views"]}) < len(base["views"]):
            return "two views have one name"
        unknown = [id for id in base.get("properties", {}) if not is_known(id)]
        return f"properties {unknown}" if unknown else None

    def extras(self):
        folder = next(path for path, note in self.notes.items() if "dataview" in note.body).split("/")[0]
        yield "marked", None if re.search("[(（]", folder) else f"`{folder}`"
        others = [path for path, note in self.notes.items() if not path.startswith(folder) and f"{folder}/" in note.prose]
        yield "needed by nothing", f"{others}" if others else None
        scripts = [path for path, text in self.files.items() if re.search("```dataviewjs|<%", text)]
        yield "no scripts", f"{scripts}" if scripts else None

    def tables(self):
        for table, base in zip(self.expected["tables"], self.base.values(), strict=True):
            for part, fault in guarded(Table(self, table, base).check):
                yield f"{table['id']} {part}", fault

    @staticmethod
    def table_of(base):
        """The folder of a base and the rest of its filters."""
        first, *rest = base["filters"]["and"]
        return json.loads(re.fullmatch(r"file\.inFolder\((.*)\)", first)[1]), rest

    def rows(self, base, this=None):
        """The notes that a base lets through, ready to be evaluated."""
        formulas = {name: parse(text) for name, text in base.get("formulas", {}).items()}
        rows = [Row(self, note, formulas, this) for note in self.notes.values()]
        return [row for row in rows if passes(row, base["filters"])]


def flat(values):
    for value in values:
        yield from value if isinstance(value, list) else [value]


def passes(row, filters):
    if isinstance(filters, str):
        return truthy(row.eval(parse(filters)))
    [(joint, parts)] = filters.items()
    results = (passes(row, part) for part in parts)
    return all(results) if joint == "and" else any(results)


class Table:
    """A table with its base: its rows, its computed values, its views."""

    def __init__(self, vault, table, base):
        self.vault, self.table, self.base = vault, table, base
        self.folder, _ = vault.table_of(base)
        self.kinds = {field["id"]: field["kind"]["type"] for field in table["fields"]}
        # Rows come in order; names alone do not tell those of one title apart.
        self.notes = [note for note in vault.notes.values() if note.folder == self.folder]
        self.ids = {note: row["id"] for note, row in zip(self.notes, table["rows"])}

    def check(self):
        yield "rows", None if len(self.notes) == len(self.table["rows"]) else f"{len(self.notes)} notes"
        places = self.places()
        rows = {row.file: row for row in self.vault.rows(self.base)}
        yield "base", None if set(rows) == set(self.notes) else "the base shows other notes"
        for note, row in zip(self.notes, self.table["rows"]):
            for field in self.table["fields"]:
                wanted = row["values"][field["id"]]
                yield f"{note.name} {field['id']}", self.differs(rows[note], field, places[field["id"]], wanted)
            for part, fault in self.blocks(note, row, places):
                yield f"{note.name} {part}", fault
        for row in rows.values():
            for name in self.base.get("formulas", {}):
                row.formula(name)
        views = self.table["views"]
        yield "views", None if len(views) == len(self.base["views"]) else f"{len(self.base['views'])} views"
        for wanted, view in zip(views, self.base["views"]):
            for part, fault in guarded(lambda: self.view(wanted, view, rows.values())):
                yield f"{wanted['id']} {part}", fault

    def places(self):
        """Where each field stands, as the note about the table says."""
        about = next(note for note in self.vault.notes.values()
                     if note.body.count("| `") and f"[[{self.vault.bases_folder}/{self.folder}.base|" in note.body and note.folder)
        lines = [line for line in about.body.splitlines() if line.startswith("|")]
        cells = [re.split(r"(?<!\\)\|", line)[2].strip().strip("`") for line in lines]
        fields = cells[2 : 2 + len(self.table["fields"])]
        return {field["id"]: place for field, place in zip(self.table["fields"], fields, strict=True)}

    def differs(self, row, field, place, wanted):
        """How a row's value differs from the wanted one, if it does."""
        note, kind, value = row.file, field["kind"]["type"], wanted["value"]
        if kind == "title":
            found = [note.basename, *note.front.get("aliases", [])]
            return None if value in (*found, None) else f"{value!r} is not in {found}"
        if kind == "long_text":
            body = one_line(re.sub(r"\\(.)", r"\1", note.prose, flags=re.DOTALL))
            return None if one_line(value or "") in body else f"{value!r} is not in the note"
        found = row.property(place if place.startswith("formula.") else f"note.{place}")
        if kind == "relation":
            items = [] if found is None else found if isinstance(found, list) else [found]
            found = sorted(str(self.row_of(item.file)) for item in items)
            return None if found == sorted(value or []) else f"{found}, not {value}"
        return None if is_value(found, value) else f"{found!r}, not {value!r} ({place})"

    def row_of(self, note):
        for table, base in zip(self.vault.expected["tables"], self.vault.base.values()):
            folder, _ = self.vault.table_of(base)
            if note and note.folder == folder:
                notes = [one for one in self.vault.notes.values() if one.folder == folder]
                return table["rows"][notes.index(note)]["id"]
        return None

    def blocks(self, note, row, places):
        """The blocks in a note, in order: each shows the rows of a relation whose links stand elsewhere."""
        shown = [sorted(str(self.row_of(found.file)) for found in self.vault.rows(block, note)) for block in note.blocks]
        derived = [id for id, kind in self.kinds.items() if kind == "relation" and places[id].startswith("formula.")]
        wanted = [sorted(row["values"][id]["value"] or []) for id in derived]
        yield "blocks", None if shown == wanted else f"{shown}, not {wanted}"

    def view(self, wanted, view, rows):
        sections = [section["rows"] for section in wanted["sections"]]
        rows = [row for row in rows if "filters" not in view or passes(row, view["filters"])]
        ids = {self.ids[row.file]: row for row in rows}
        all_wanted = {id for section in sections for id in section}
        yield "rows", None if set(ids) == all_wanted else f"{sorted(ids)}, not {sorted(all_wanted)}"
        for row in rows:
            for id in view["order"]:
                row.property(id)
        yield "parts", self.parts(wanted, view, rows, sections)
        if wanted["is_sorted"]:
            faults = (fault for section in sections if (fault := unsorted(view["sort"], [ids[id] for id in section])))
            yield "order", next(faults, None)

    def parts(self, wanted, view, rows, sections):
        """How the groups differ from the sections; rows with several values are left to the rows of the view."""
        if wanted["kind"]["type"] == "calendar" and len(sections) == 1:
            return None
        several = sum(map(len, sections)) > len(rows)
        groups = []
        for row in rows:
            key = row.property(view["groupBy"]["property"]) if "groupBy" in view else None
            several = several or isinstance(key, list)
            group = next((group for known, group in groups if same(known, key)), None)
            if group is None:
                groups.append((key, group := set()))
            group.add(self.ids[row.file])
        found = {frozenset(group) for _, group in groups}
        parts = {frozenset(section) for section in sections if section}
        return None if several or found == parts else f"{found}, not {parts}"


def is_value(found, value):
    if isinstance(found, datetime.datetime):
        text = found.isoformat()
        return value in (text, text[:10]) and (len(value) > 10 or text.endswith("T00:00:00"))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return isinstance(found, float) and abs(found - value) <= 1e-9 * max(1, abs(value))
    if isinstance(value, list):
        found = found if isinstance(found, list) else [found]
        return found == [one_line(item) for item in value]
    if value is None:
        return found in (None, "", [])
    return found == (one_line(value) if isinstance(value, str) else value)


def unsorted(sorts, rows):
    """Why the rows are not in the order that the base sorts them in, empty values last; nothing where they are."""
    for first, second in zip(rows, rows[1:]):
        for sort in sorts:
            a, b = (comparable(row.property(sort["property"])) for row in (first, second))
            if a == b:
                continue
            if b is None or (a is not None and (a < b) == (sort["direction"] == "ASC")):
                break
            return f"{first.file.name} comes before {second.file.name} by {sort['property']}: {a!r}, {b!r}"
    return None


def comparable(value):
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Link):
        value = value.text
    return None if value == "" else value.lower() if isinstance(value, str) else value
