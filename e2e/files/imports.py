"""What task managers import: their own importers' documented rules, and every sample row exactly once.

Python's csv module reads the files back strictly. RULES says, for each platform, which columns its importer knows, what
it asks of them and how long values may be; the sources stand in `crates/render/src/imports/<platform>.rs`. Every other
column must be a field of the design. Every value of every sample row must stand in its column, among the labels, or in
the description under the name of its field.
"""

import csv
import datetime
import io
import re
import unicodedata
from collections import Counter, defaultdict

from samples import in_every_language

NUMBER = re.compile(r"-?\d+(\.\d+)?")
ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
COLUMN = in_every_language("imports", "tasks.column")
CARDS = tuple(f"- {name}.txt" for name in in_every_language("imports", "trello.cards_file"))
DESCRIPTIONS = tuple(f"- {name}.txt" for name in in_every_language("imports", "trello.descriptions_file"))
RULE = "────────────────────"
COMPUTED = {"rollup", "formula"}
LINEAR_COLUMNS = [
    "Id", "Team", "Title", "Description", "Status", "Estimate", "Priority", "Project", "Creator", "Assignee", "Labels",
    "Cycle Number", "Cycle Name", "Cycle Start", "Cycle End", "Created", "Updated", "Started", "Completed", "Canceled",
    "Archived",
]

RULES = {
    "asana": {
        "title": "Name", "description": "Description", "status": "Section", "due": "Due Date", "assignee": "Assignee",
        "parent": "Subtask of", "date": "%m/%d/%Y", "datetime": "%m/%d/%Y", "lists": ", ", "first": "Name",
        "lengths": {"text": 1024, "option": 100}, "depth": 5,
    },
    "clickup": {
        "title": "Task Name", "description": "Description", "status": "Status", "due": "Due Date",
        "assignee": "Assignee", "parent": "Parent ID", "number": "Task ID", "date": "%Y-%m-%d",
        "datetime": "%Y-%m-%d %H:%M", "lists": ",", "rows": 10_000, "depth": 7,
    },
    "monday": {
        "title": "Name", "date": "%Y-%m-%d", "datetime": "%Y-%m-%d %H:%M", "lists": ", ", "first": "Name",
        "names": True, "own": True, "lengths": {"title": 255, "option": 30}, "rows": 10_000, "rest": {"More", "Weiteres"},
    },
    "jira": {
        "title": "Summary", "description": "Description", "due": "Due date", "assignee": "Assignee",
        "created": "Created", "updated": "Updated", "parent": "Parent", "number": "Work item ID", "type": "Work type",
        "date": "%Y-%m-%d %H:%M", "datetime": "%Y-%m-%d %H:%M", "lists": None, "rows": 10_000, "depth": 3,
        "lengths": {"title": 255, "text": 255, "long_text": 32_767},
    },
    "linear": {
        "title": "Title", "description": "Description", "status": "Status", "estimate": "Estimate",
        "assignee": "Assignee", "labels": "Labels", "created": "Created", "updated": "Updated", "number": "Id",
        "table": "Team", "date": "%Y-%m-%d", "datetime": "%Y-%m-%dT%H:%M:%SZ", "lists": ", ", "names": True,
        "markdown": True, "groups": True, "columns": LINEAR_COLUMNS,
    },
    "trello": {
        "title": "Card Name", "description": "Description", "status": "List", "due": "Due Date", "labels": "Labels",
        "assignee": "Members", "date": "%Y-%m-%d", "datetime": "%Y-%m-%d %H:%M", "lists": ", ", "markdown": True,
        "computed": True, "lengths": {"title": 16_384},
    },
}
ROLES = ["title", "description", "status", "due", "assignee", "labels", "estimate", "created", "updated", "parent",
         "number", "type", "table"]
DATES = ["due", "created", "updated"]


def check(samples):
    for sample in samples:
        for platform, rules in RULES.items():
            files = sample.archive(f"{platform}_import")
            read_me = files.get(f'{sample.word("imports", "title")}.md')
            place = f"{sample.name}/{platform}_import"
            yield f"{place} read-me", None if read_me else f"there is none among {list(files)}"
            paths = [path for path in files if path.endswith(".csv")]
            yield f"{place} a file a table", same(len(paths), len(sample.expected["tables"]))
            mentioned = mapped_columns((read_me or b"").decode())
            for path, table in zip(paths, sample.expected["tables"]):
                columns = mentioned[one_line(table["name"])]
                for what, fault in check_file(rules, files, path, table, columns):
                    yield f"{place} {path[:40]!r} {what}", fault


def check_file(rules, files, path, table, mentioned):
    text = files[path].decode("utf-8")
    yield "no byte-order mark, lines end in CR LF", None if text[0] != "\ufeff" and text.endswith("\r\n") else "no"
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    yield "as many cells in every row", same({len(row) for row in rows} - {len(header)}, set())
    runs = [cell for row in [header, *rows] for cell in row if can_run(cell)]
    yield "no formula", None if not runs else f"{runs[0]!r} can run"
    header = [bare(name) for name in header]
    rows = [[bare(cell) for cell in row] for row in rows]
    yield "columns", wrong_columns(rules, header, table)
    missing = [name for name in header if name not in mentioned]
    yield "the read-me names every column", None if not missing else f"{missing} are not in it"
    rows = [Row(rules, header, row) for row in rows]
    yield "names, lengths, dates, people", next(filter(None, (wrong_row(rules, row) for row in rows)), None)
    yield "options", wrong_options(rules, table, rows)
    yield "who stands under whom", wrong_parents(rules, rows)
    yield "every row once", wrong_rows(rules, table, rows)
    if rules is RULES["trello"]:
        yield "texts to paste", wrong_texts(files, path, rows)


class Row:
    """A row of a file: cells by their columns."""

    def __init__(self, rules, header, cells):
        self.cells = {}
        for name, cell in zip(header, cells):
            self.cells.setdefault(name, []).append(cell)
        self.roles = {role: self.one(rules[role]) for role in ROLES if role in rules}

    def one(self, name):
        return self.cells.get(name, [""])[0]

    def role(self, role):
        return self.roles.get(role, "")


def can_run(cell):
    """Whether a spreadsheet could take it for a formula; numbers do nothing."""
    start = cell.lstrip(" \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff")
    return start[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and start != "" and not NUMBER.fullmatch(cell)


def bare(cell):
    """The text without the apostrophe that guards it, as the read-me says."""
    rest = cell[1:].lstrip("'")
    hidden = "".join(c for c in rest.lstrip("' ") if unicodedata.category(c) not in ("Cf", "Cc") and not c.isspace())
    guarded = rest[:1] in ("\t", "\r", "\n") or hidden.lstrip("'")[:1] in tuple("=+-@＝＋－＠")
    return cell[1:] if cell.startswith("'") and rest and guarded else cell


def one_line(text):
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())


def header_of(rules, field):
    name = field["name"]
    if rules is RULES["jira"]:
        name = "".join(c if c.isalnum() or unicodedata.category(c) in ("Mc", "Nl", "No") else " " for c in name)
    return one_line(name)


def wrong_columns(rules, header, table):
    own = [name for name in header if name not in {rules[role] for role in ROLES if role in rules}]
    if "columns" in rules:
        return same(header, rules["columns"])
    if rules["title"] not in header or ("description" in rules and rules["description"] not in header):
        return f"{header} lack a column that must be there"
    if "first" in rules and header[0] != rules["first"]:
        return f"{header[0]} comes first, not {rules['first']}"
    repeated = [name for name, count in Counter(map(str.casefold, header)).items() if count > 1]
    if repeated and rules["lists"] is not None:
        return f"{repeated} are there twice"
    names = [header_of(rules, field) for field in table["fields"]] + list(rules.get("rest", []))
    # A name that is taken or empty gets a number or comes from the field's id.
    ids = [field["id"].replace("_", " ") for field in table["fields"]]
    strange = [name for name in own if not any(re.fullmatch(re.escape(known) + r"( \d+)?", name) for known in names + ids)]
    if strange:
        return f"{strange} are no fields of {table['name']!r}"
    if rules is RULES["jira"] and any(unicodedata.category(c)[0] in "PS" for name in own for c in name):
        return f"{own} have punctuation"
    return None


def wrong_row(rules, row):
    if not row.role("title").strip() or one_line(row.role("title")) != row.role("title"):
        return f"{row.role('title')!r} is no name on one line"
    if len(row.role("title")) > rules.get("lengths", {}).get("title", 10**6):
        return f"{row.role('title')!r} is too long"
    for role in DATES:
        form = rules["date"] if role == "due" else rules["datetime"]
        if row.role(role) and not moment(row.role(role), form):
            return f"{row.role(role)!r} is no date like {form}"
    people = row.role("assignee")
    if people and not rules.get("names") and not ADDRESS.fullmatch(people):
        return f"{people!r} is no e-mail address"
    if row.role("estimate") and not re.fullmatch(r"\d+", row.role("estimate")):
        return f"{row.role('estimate')!r} is no estimate"
    if "type" in rules and row.role("type") not in ("Epic", "Task", "Subtask"):
        return f"{row.role('type')!r} is no type"
    return None


def wrong_options(rules, table, rows):
    """Statuses are options of the board's field; all options are short enough."""
    boards = [view["kind"]["by"] for view in table["views"] if view["kind"]["type"] == "board"]
    statuses = {row.role("status") for row in rows} - {""}
    allowed = {
        option(rules, one["name"]) for field in table["fields"] if field["id"] in boards[:1]
        for one in field["kind"].get("options", [])
    }
    if not statuses <= allowed:
        return f"{statuses - allowed} are no options"
    if "labels" in rules:
        labels = [label for row in rows for label in split_labels(row)]
        return next((f"{label!r} has too long a part" for label in labels if max(map(len, label.split("/"))) > 162), None)
    return None


def wrong_parents(rules, rows):
    if "number" in rules:
        numbers = [row.role("number") for row in rows if row.role("number")]
        if len(set(numbers)) < len(numbers):
            return f"{numbers} has a number twice"
    if "parent" not in rules or not any(row.role("parent") for row in rows):
        return None
    key = "number" if "number" in rules else "title"
    depths, types = {}, {}
    for row in rows:
        parent = row.role("parent")
        if parent and parent not in depths:
            return f"{parent!r} does not stand above {row.role('title')!r}"
        depths[row.role(key)] = depths[parent] + 1 if parent else 0
        types[row.role(key)] = row.role("type")
        if depths[row.role(key)] >= rules.get("depth", 1):
            return f"{row.role('title')!r} stands too deep"
        above = {"Epic": [""], "Task": ["", "Epic"], "Subtask": ["Task"]}.get(row.role("type"))
        if above and (types[parent] if parent else "") not in above:
            return f"{row.role('title')!r} is a {row.role('type')} under {parent!r}"
    return None


def wrong_rows(rules, table, rows):
    """Each expected row finds a row of its own that holds all its values."""
    if len(rows) > rules.get("rows", 10**9) or len(rows) != len(table["rows"]):
        return f"{len(rows)} rows, not {len(table['rows'])}"
    left = list(rows)
    for expected in table["rows"]:
        faults = [wrong_values(rules, table, expected, row) for row in left]
        if all(faults):
            return f"{expected['id']} is not there: {min(faults, key=len)}"
        left.pop(faults.index(None))
    return None


def wrong_values(rules, table, expected, row):
    for field in table["fields"]:
        kind, value = field["kind"]["type"], expected["values"][field["id"]]
        if value["value"] is None or not value["label"].strip() or (kind in COMPUTED and not rules.get("computed")):
            continue
        if not any(holds(rules, table, field, value, row) for holds in (in_role, in_column, in_labels, in_description)):
            missing = field["name"], value["label"]
            return f"{missing} is in none of {row.cells}" + "!" * (100_000 if kind == "title" else 0)
    return None


def in_role(rules, table, field, value, row):
    kind, label = field["kind"]["type"], value["label"]
    roles = {
        "title": ["title"], "select": ["status"], "date": ["due"], "person": ["assignee"], "number": ["estimate"],
        "created_at": ["created"], "updated_at": ["updated"],
    }.get(kind, [])
    return any(row.role(role) != "" and fits(rules, kind, row.role(role), value, label) for role in roles)


def in_column(rules, table, field, value, row):
    if field["kind"]["type"] == "title":
        return False
    names = [header_of(rules, field), field["id"].replace("_", " ")]
    columns = [
        cells for name, cells in row.cells.items()
        if any(re.fullmatch(re.escape(known) + r"( \d+)?", name) for known in names)
    ]
    if field["kind"]["type"] == "multi_select" and rules["lists"] is None:
        wanted = [listed(rules, item) for item in value["value"]]
        return any([cell for cell in cells if cell] == wanted for cells in columns)
    return any(cell and fits(rules, field["kind"]["type"], cell, value, value["label"]) for cells in columns for cell in cells)


def in_labels(rules, table, field, value, row):
    kind = field["kind"]["type"]
    part = lambda text: one_line(text).replace("/", "-").replace(",", ";")[:80].rstrip()
    group, labels = part(field["name"]), split_labels(row)
    if kind in ("select", "rating") and rules.get("groups"):
        return f"{group}/{part(option(rules, value['label']))}" in labels
    if kind == "multi_select":
        return all({part(item), f"{group}: {part(item)}"} & set(labels) for item in value["value"])
    return kind == "checkbox" and (not value["value"] or group in labels)


def in_description(rules, table, field, value, row):
    text, name, label = row.role("description"), one_line(field["name"]), value["label"]
    if "description" not in rules:
        text = next((row.one(rest) for rest in rules["rest"] if rest in row.cells), "")
    kind = field["kind"]["type"]
    if kind == "title":
        return False
    line = f"**{name}:** {one_line(label)}" if rules.get("markdown") else f"{name}: {one_line(label)}"
    section = f"## {name}\n\n{label}" if rules.get("markdown") else f"{name}:\n{label}"
    blocks = f"\n{text}\n"
    return f"\n{line}\n" in blocks or kind == "long_text" and (
        f"\n\n{section}\n" in f"\n{blocks}" or text == label or text.startswith(f"{label}\n\n") or f"\n\n{label}\n" in blocks
    )


def fits(rules, kind, cell, value, label):
    """Whether a cell holds a value."""
    lengths, bare_value = rules.get("lengths", {}), value["value"]
    if kind in ("number", "rating"):
        return bool(NUMBER.fullmatch(cell)) and float(cell) == bare_value
    if kind == "date":
        return moment(cell, rules["date"]) == datetime.datetime.fromisoformat(bare_value)
    if kind in ("datetime", "created_at", "updated_at"):
        wanted = datetime.datetime.fromisoformat(bare_value).strftime(rules["datetime"])
        return cell == wanted
    if kind == "select":
        return cell == option(rules, label)
    if kind == "multi_select":
        return cell == (rules["lists"] or "").join(listed(rules, item) for item in bare_value)
    if kind == "checkbox":
        return (cell in ("true", "v", label)) == bare_value
    if kind in ("title", "text"):
        return cell == one_line(label)[: lengths.get(kind, 10**6)].rstrip()
    if kind == "person":
        return cell == (rules["lists"] or ", ").join(bare_value) or one_line(label) == cell
    return cell == label or cell == one_line(label)


def option(rules, name):
    return one_line(name)[: rules.get("lengths", {}).get("option", 10**6)].rstrip()


def listed(rules, name):
    return option(rules, name).replace(",", ";")


def split_labels(row):
    return [label for label in row.role("labels").split(", ") if label]


def moment(text, form):
    try:
        return datetime.datetime.strptime(text, form)
    except ValueError:
        return None


def wrong_texts(files, path, rows):
    """The texts to paste have every card once, in the lists and with the descriptions of the CSV file."""
    folder = path.rsplit("/", 1)[0] + "/"
    texts = {name: files[name].decode() for name in files if name.startswith(folder) and name.endswith(".txt")}
    cards = [line for name, text in texts.items() if name.endswith(CARDS) for line in text.splitlines()]
    if Counter(cards) != Counter(row.role("title") for row in rows):
        return "the lines to paste are not the names of the cards"
    described = [
        text.strip("\n") for name, all_of_list in texts.items()
        if name.endswith(DESCRIPTIONS) for text in all_of_list.split(f"\n{RULE}\n")
    ]
    if [text.split("\n", 1)[0] for text in described] != cards:
        return "descriptions are not in the order of the cards"
    for row in rows:
        description = row.role("description").strip("\n")
        if not any(text.split("\n", 1)[0] == row.role("title") and text.endswith(description) for text in described):
            return f"{row.role('title')!r} has no such description to paste"
    return None


def mapped_columns(markdown):
    """The columns that the read-me says something about, by their tables."""
    columns, is_mapping = defaultdict(set), False
    for line in markdown.splitlines():
        cells = [re.sub(r"\\(.)", r"\1", cell).strip() for cell in re.split(r"(?<!\\)\|", line)]
        if len(cells) > 3 and cells[3] in COLUMN:
            is_mapping = True
        elif not line.startswith("|"):
            is_mapping = False
        elif is_mapping:
            columns[cells[1]].update([cells[3], *cells[3].split(" · ")])
    return columns


def same(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
