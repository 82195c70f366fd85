"""Sample rows in the form that schemas and types describe, made from what must be found."""


class Records:
    """The records of a JSON Schema beside the tables they come from, both in their order."""

    def __init__(self, schema, tables):
        self.schema = schema
        self.tables = tables
        self.keys = list(schema["properties"])
        names = [item["items"]["$ref"].removeprefix("#/$defs/") for item in schema["properties"].values()]
        self.definitions = [schema["$defs"][name] for name in names]

    def misnamed(self):
        """The first table, field or option that the schema does not know by its name and in its place."""
        if len(self.keys) != len(self.tables):
            return f"{len(self.keys)} records of {len(self.tables)} tables"
        for definition, table in zip(self.definitions, self.tables, strict=True):
            titles = [item["title"] for item in definition["properties"].values()]
            if definition["title"] != table["name"] or titles[1:] != [field["name"] for field in table["fields"]]:
                return f"{table['name']}: {titles}"
            for item, field in zip(list(definition["properties"].values())[1:], table["fields"], strict=True):
                options = [option["name"] for option in field["kind"].get("options", [])]
                said = item.get("enum") or item.get("items", {}).get("enum") or []
                if [option for option in said if option is not None] != list(dict.fromkeys(options)):
                    return f"{table['name']}, {field['name']}: {said}"
        return None

    def data(self):
        """Every row of every table."""
        pairs = zip(self.keys, self.definitions, self.tables, strict=True)
        return {key: [row_of(definition, table, row) for row in table["rows"]] for key, definition, table in pairs}


def row_of(definition, table, row):
    [_, *keys] = definition["properties"]
    cells = {
        key: cell(definition["properties"][key], field["kind"]["type"], row["values"][field["id"]]["value"])
        for key, field in zip(keys, table["fields"], strict=True)
    }
    return {"id": row["id"], **cells}


def cell(schema, kind, value):
    if schema["type"] == "array":
        return value or []
    if schema["type"] == "boolean":
        return bool(value)
    if isinstance(value, list):
        return value[0] if value else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    is_moment = schema.get("format") == "date-time" and kind != "text"
    return f"{value}Z" if is_moment and value else value
