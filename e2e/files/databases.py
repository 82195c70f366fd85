"""SQL scripts: run by SQLite and by PostgreSQL, then asked for every row, value and view.

The day is set by replacing the view `today`; the table `names` tells where everything is.
"""

import contextlib
import datetime
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import psycopg

from samples import Sample

TOLERANCE = 1e-9
PATIENCE_SECONDS = 60
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+")
POSTGRES = Path("/usr/lib/postgresql")
REFUSED = (sqlite3.IntegrityError, psycopg.IntegrityError, psycopg.DataError, psycopg.errors.DatatypeMismatch)


def check(samples):
    samples = [*samples, Sample(samples[0].folder.parent / "constructs")]
    with tempfile.TemporaryDirectory(prefix="csmb-databases-") as scratch, server(Path(scratch)) as socket:
        for sample in samples:
            seen = []
            for database in (Sqlite(sample, Path(scratch)), Postgres(sample, socket)):
                place = f"{sample.name}/{database.name}"
                faults = database.build()
                yield f"{place} runs", faults
                if faults:
                    continue
                for what, fault in check_database(sample, database):
                    yield f"{place} {what}", fault
                seen.append(everything(database))
                yield f"{place} runs only once", database.runs_again()
                changed = [name for name in database.tables() if rows_of(database, name) != seen[-1][name]]
                yield f"{place} keeps its rows", f"a second run changed {changed}" if changed else None
                for what, fault in refusals(sample, database):
                    yield f"{place} {what}", fault
                database.close()
            if len(seen) == 2:
                for name in sorted(set(seen[0]) | set(seen[1])):
                    yield f"{sample.name} {name} is the same in both", alike(seen[0].get(name), seen[1].get(name))


class Sqlite:
    name = "sqlite"

    def __init__(self, sample, scratch):
        self.script, self.path = sample.file("sql_sqlite"), scratch / f"{sample.name}.db"

    def build(self):
        fault = self.run()
        self.connection = sqlite3.connect(self.path, isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = ON")
        return fault or self.broken()

    def run(self):
        """As the script tells people to; what went wrong."""
        with self.script.open("rb") as script:
            done = subprocess.run(["sqlite3", self.path], stdin=script, capture_output=True,
                                  text=True, check=False, timeout=PATIENCE_SECONDS)
        return done.stderr + done.stdout or (f"ended with {done.returncode}" if done.returncode else None)

    def broken(self):
        found = self.connection.execute("PRAGMA foreign_key_check").fetchall()
        found += [row for row in self.connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        return f"{found}" if found else None

    def runs_again(self):
        return None if self.run() else "a second run says nothing"

    def set_view(self, name, column, value):
        self.connection.execute(f'DROP VIEW "{name}"')
        self.connection.execute(f"CREATE VIEW \"{name}\" AS SELECT '{value}' AS \"{column}\"")

    def set_me(self, name):
        self.set_view("me", "name", name.replace("'", "''"))

    def set_today(self, today):
        self.set_view("today", "day", today)

    def query(self, sql, *values):
        cursor = self.connection.execute(sql, values)
        return [column[0] for column in cursor.description or []], cursor.fetchall()

    def relations(self):
        return [row[0] for row in self.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")[1]]

    def tables(self):
        return [row[0] for row in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")[1]]

    def close(self):
        self.connection.close()


class Postgres:
    name = "postgres"

    def __init__(self, sample, socket):
        self.script, self.socket, self.database = sample.file("sql_postgres"), socket, f"sample_{sample.name}"

    def build(self):
        with psycopg.connect(host=str(self.socket), user="postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{self.database}" ENCODING \'UTF8\' TEMPLATE template0')
        fault = self.run()
        self.connection = psycopg.connect(host=str(self.socket), user="postgres", dbname=self.database, autocommit=True)
        # Days are those of UTC wherever the person sits.
        self.connection.execute("SET TIME ZONE 'Pacific/Auckland'")
        return fault

    def run(self):
        """As the script tells people to; what went wrong."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.socket, "-U", "postgres", "-d", self.database,
             "-f", self.script],
            capture_output=True, text=True, check=False, timeout=PATIENCE_SECONDS,
        )
        return done.stderr + done.stdout or (f"ended with {done.returncode}" if done.returncode else None)

    def runs_again(self):
        return None if self.run() else "a second run says nothing"

    def set_me(self, name):
        self.connection.execute("SELECT set_config('csmb.me', %s, false)", [name])

    def set_today(self, today):
        self.connection.execute(f"CREATE OR REPLACE VIEW today AS SELECT date '{today}' AS day")

    def query(self, sql, *values):
        cursor = self.connection.execute(sql.replace("%", "%%").replace("?", "%s") if values else sql, values or None)
        return [column.name for column in cursor.description or []], cursor.fetchall() if cursor.description else []

    def relations(self):
        return [row[0] for row in self.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")[1]]

    def tables(self):
        return [row[0] for row in self.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")[1]]

    def close(self):
        self.connection.close()


@contextlib.contextmanager
def server(scratch):
    """A PostgreSQL of our own; gives the folder of its socket. It runs as nobody's administrator."""
    programs = max(POSTGRES.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])).parent
    home = scratch / "postgres"
    home.mkdir()
    as_user = {}
    if os.geteuid() == 0:
        scratch.chmod(0o755)
        shutil.chown(home, "postgres", "postgres")
        as_user = {"user": "postgres", "group": "postgres", "extra_groups": []}
    def run(*command):
        subprocess.run(command, check=True, cwd=home, stdout=subprocess.DEVNULL, **as_user)

    data = home / "data"
    run(programs / "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-D", data)
    options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
    run(programs / "pg_ctl", "-D", data, "-l", home / "log", "-w", "-o", options, "start")
    try:
        yield home
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def check_database(sample, database):
    """Every value of every row, and every view, as (what, fault or nothing)."""
    expected = sample.expected
    database.set_today(expected["today"])
    names = catalogue(database)
    for table in expected["tables"]:
        shown = names[table["id"]]
        yield f"{table['id']} name", same(shown["name"], table["name"])
        columns, rows = database.query(f'SELECT * FROM "{shown["shown_in"]}_rows" ORDER BY row_position')
        rows = [dict(zip(columns, row)) for row in rows]
        yield f"{table['id']} rows", same([row["id"] for row in rows], [row["id"] for row in table["rows"]])
        for field in table["fields"]:
            yield f"{field['id']} values", check_values(names[field["id"]], field, table["rows"], rows)
            yield f"{field['id']} links", check_links(database, names[field["id"]], field, table["rows"])
        for view in table["views"]:
            yield f"{view['id']} rows", check_view(database, names[view["id"]], view)
    yield from check_me(sample, database, names)


def catalogue(database):
    columns, rows = database.query("SELECT * FROM names")
    rows = [dict(zip(columns, row)) for row in rows]
    return {row["element"]: row for row in rows}


def check_values(name, field, wanted, rows):
    column = name["column_name"]
    if name["name"] != field["name"]:
        return f"is called `{name['name']}`"
    if column is None or (rows and column not in rows[0]):
        return "is not shown"
    for row, want in zip(rows, wanted):
        found = plain(row[column])
        value = as_shown(field, want["values"][field["id"]])
        if "inverse" in field["kind"] and "." not in name["stored_in"]:
            # Seen from the other end, links have no order of their own.
            found, value = as_set(found), as_set(value)
        if not equal(found, value):
            return f"{row['id']} shows {found!r}, not {value!r}"
    return None


def as_set(joined):
    return sorted((joined or "").split(", "))


def as_shown(field, wanted):
    value, kind = wanted["value"], field["kind"]["type"]
    if kind == "relation":
        return wanted["label"] or None
    if isinstance(value, list):
        return ", ".join(value)
    return value


def check_links(database, name, field, wanted):
    """The ids behind a relation, at the end that holds them."""
    if field["kind"]["type"] != "relation" or name["column_name"] is None:
        return None
    ids = {row["id"]: row["values"][field["id"]]["value"] or [] for row in wanted}
    target = name["stored_in"]
    if "." in target:
        table, column = target.split(".")
        pairs = database.query(f'SELECT "id", "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')[1]
    else:
        pairs = database.query(f'SELECT row_id, linked_id FROM "{target}" ORDER BY place')[1]
    straight, back = {}, {}
    for row, linked in pairs:
        straight.setdefault(row, []).append(linked)
        back.setdefault(linked, []).append(row)
    for row, items in ids.items():
        if straight.get(row, []) != items and sorted(back.get(row, [])) != sorted(items):
            return f"{row} leads to {straight.get(row)} or {back.get(row)}, not {items}"
    return None


def check_view(database, name, view):
    columns, rows = database.query(f'SELECT * FROM "{name["shown_in"]}"')
    wanted = [(section["label"], row) for section in view["sections"] for row in section["rows"]]
    at = columns.index("id")
    if [row[at] for row in rows] != [row for _, row in wanted]:
        return f"shows {[row[at] for row in rows]}, not {[row for _, row in wanted]}"
    if len({section["label"] for section in view["sections"]}) > 1:
        for row, (label, _) in zip(rows, wanted):
            if isinstance(row[0], (str, type(None))) and (row[0] or "") != label and "-" not in (row[0] or ""):
                return f"{row[at]} is in `{row[0]}`, not in `{label}`"
    return None


def check_me(sample, database, names):
    """Views that look for one's own rows show exactly those."""
    design = json.loads(sample.text("blueprint_json"))
    for table in design["tables"]:
        for view in table["views"]:
            conditions = (view.get("filter") or {}).get("conditions", [])
            mine = [one["field"] for one in conditions if one["operator"] == "is_me"]
            if len(conditions) != 1 or not mine:
                continue
            holders = {row["id"]: row["cells"].get(mine[0], []) for row in table["sample_rows"]}
            for person in sorted({person for people in holders.values() for person in people}):
                database.set_me(person)
                columns, rows = database.query(f'SELECT * FROM "{names[view["id"]]["shown_in"]}"')
                found = {row[columns.index("id")] for row in rows}
                wanted = {row for row, people in holders.items() if person in people}
                yield f"{view['id']} of {person}", same(found, wanted)


def refusals(sample, database):
    """A wrong option, a link to nowhere, a missing title and a repeated id are refused; a plain row is taken."""
    names = catalogue(database)
    for table in sample.expected["tables"]:
        target = names[table["id"]]["shown_in"]
        title = next(field for field in table["fields"] if field["kind"]["type"] == "title")
        column = {field["id"]: (names[field["id"]]["stored_in"] or "").split(".")[-1] for field in table["fields"]}
        required = {column[title["id"]]: "New"}
        for field in table["fields"]:
            if field["kind"]["type"] == "select":
                required.setdefault(column[field["id"]], field["kind"]["options"][0]["name"])
        yield from check_new_row(database, names, table, target, required)
        yield f"{table['id']} takes a row", refused(database, target, required, False)
        yield f"{table['id']} refuses a row without a title", refused(database, target, {**required, column[title["id"]]: None})
        yield f"{table['id']} refuses an empty title", refused(database, target, {**required, column[title["id"]]: "  "})
        if table["rows"]:
            yield f"{table['id']} refuses a known id", refused(database, target, {**required, "id": table["rows"][0]["id"]})
        for field in table["fields"]:
            kind, stored = field["kind"], names[field["id"]]["stored_in"] or ""
            if not stored.startswith(f"{target}."):
                continue
            wrong = {"select": "no such option", "relation": "no_such_row", "rating": 99,
                     "date": "2026-02-30", "checkbox": 7}.get(kind["type"])
            if wrong is not None:
                yield f"{field['id']} refuses {wrong}", refused(database, target, {**required, column[field["id"]]: wrong})


def refused(database, table, values, is_wanted=True):
    """Inserts a row for a moment; a fault where it is taken or refused against what is wanted."""
    places = ", ".join("?" for _ in values)
    columns = ", ".join(f'"{name}"' for name in values)
    database.query("BEGIN")
    try:
        database.query(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', *values.values())
        return "is taken" if is_wanted else None
    except REFUSED as refusal:
        return None if is_wanted else f"{refusal}"
    finally:
        database.query("ROLLBACK")


def check_new_row(database, names, table, target, required):
    """A new row gets an id, a place and the next number; a change of it is noticed."""
    database.query("BEGIN")
    try:
        places = ", ".join("?" for _ in required)
        columns = ", ".join(f'"{name}"' for name in required)
        database.query(f'INSERT INTO "{target}" ({columns}) VALUES ({places})', *required.values())
        found, rows = database.query(f'SELECT * FROM "{target}_rows" ORDER BY row_position DESC LIMIT 1')
        row = dict(zip(found, rows[0]))
        yield f"{table['id']} gives an id", None if len(row["id"]) >= 32 else f"{row['id']}"
        yield f"{table['id']} gives a place", same(row["row_position"], len(table["rows"]) + 1)
        for field in table["fields"]:
            value = row.get(names[field["id"]]["column_name"])
            if field["kind"]["type"] in ("created_at", "updated_at"):
                yield f"{field['id']} is set", None if value else "nothing"
            if field["kind"]["type"] == "auto_id":
                prefix = field["kind"]["prefix"].replace("{year}", str(datetime.datetime.now(datetime.timezone.utc).year))
                given = [row["values"][field["id"]]["value"] for row in table["rows"]]
                greatest = max((int(re.search(r"\d+$", text).group()) for text in given if text), default=0)
                yield f"{field['id']} counts", same(value, f"{prefix}{greatest + 1:03}")
        updated = [field["id"] for field in table["fields"] if field["kind"]["type"] == "updated_at"]
        if updated and table["rows"]:
            first, shown = table["rows"][0]["id"], names[updated[0]]["column_name"]
            title = next(iter(required))
            database.query(f'UPDATE "{target}" SET "{title}" = ? WHERE "id" = ?', "Changed", first)
            [[after]] = database.query(f'SELECT "{shown}" FROM "{target}_rows" WHERE "id" = ?', first)[1]
            age = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) - datetime.datetime.fromisoformat(str(after))
            yield f"{updated[0]} is renewed", None if abs(age.total_seconds()) < 600 else f"{after}"
    finally:
        database.query("ROLLBACK")


def everything(database):
    """The rows of every table and view; who looks is said differently."""
    return {name: rows_of(database, name) for name in database.relations() if name != "me"}


def rows_of(database, name):
    columns, rows = database.query(f'SELECT * FROM "{name}"')
    found = [dict(zip(columns, map(plain, row))) for row in rows]
    # Without rows of their own, tables promise no order.
    return found if "id" in columns and "row_position" not in columns else sorted(found, key=repr)


def alike(left, right):
    if left is None or right is None:
        return "is in one alone"
    if len(left) != len(right):
        return f"has {len(left)} and {len(right)} rows"
    for one, other in zip(left, right):
        for column in one:
            if column not in other or not equal(one[column], other[column]):
                return f"{column}: {one[column]!r} and {other.get(column)!r}"
    return None


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, datetime.datetime):
        value = value.astimezone(datetime.timezone.utc) if value.tzinfo else value
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return value[:19]
    return value


def equal(found, wanted):
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is not None and wanted is not None and bool(found) == bool(wanted)
    if isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
        return abs(found - wanted) <= TOLERANCE * max(1, abs(wanted))
    if isinstance(wanted, str) and isinstance(found, str):
        return found == wanted or found == wanted.replace("T", " ")
    return found == wanted


def same(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
