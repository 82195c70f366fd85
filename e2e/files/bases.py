"""The language of Obsidian's bases, as much of it as vaults use, by the provider's help pages "Functions", "Bases
syntax" and "Formulas". Strict where they are silent: a missing value has no methods but `isEmpty`, no order and no sum.
"""

import datetime
import re

TOKENS = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<name>[A-Za-z_]\w*)"""
    r"""|(?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!().,\[\]]))""",
    re.DOTALL,
)
UNITS = {"d": datetime.timedelta(days=1), "h": datetime.timedelta(hours=1), "w": datetime.timedelta(weeks=1)}
EPOCH = datetime.datetime(1970, 1, 1)
BINARY = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]]


class Fault(Exception):
    """An expression that the language does not know, or that it has no value for."""


class Link:
    """A link as a property holds it; `file` is the note it leads to, if there is one."""

    def __init__(self, text, file):
        self.text, self.file = text, file


class File:
    """A note of the vault."""

    def __init__(self, path):
        self.path = path
        self.folder, _, self.name = path.rpartition("/")
        self.basename, _, self.ext = self.name.rpartition(".")
        self.properties, self.backlinks = {}, []

    def get(self, field):
        if field == "name":
            return self.basename if self.ext == "md" else self.name
        if field in ("path", "folder", "basename", "ext", "properties", "backlinks"):
            return getattr(self, field)
        raise Fault(f"a file has no `{field}`")


def parse(text):
    """The tree of an expression."""
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKENS.match(text, at)
        if not found:
            raise Fault(f"`{text[at:at + 20]}` cannot be read")
        tokens.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
    parser = Parser(tokens)
    tree = parser.binary(0)
    if parser.at < len(tokens):
        raise Fault(f"`{tokens[parser.at][1]}` is left over")
    return tree


class Parser:
    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def sign(self, *wanted):
        if self.at < len(self.tokens) and self.tokens[self.at] in [("sign", sign) for sign in wanted]:
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def expect(self, sign):
        if not self.sign(sign):
            raise Fault(f"`{sign}` is missing")

    def binary(self, level):
        if level == len(BINARY):
            return self.unary()
        left = self.binary(level + 1)
        while sign := self.sign(*BINARY[level]):
            left = ("binary", sign, left, self.binary(level + 1))
        return left

    def unary(self):
        if self.sign("!"):
            return ("not", self.unary())
        return self.postfix(self.primary())

    def postfix(self, tree):
        while True:
            if self.sign("."):
                kind, name = self.tokens[self.at]
                if kind != "name":
                    raise Fault(f"`{name}` is no name")
                self.at += 1
                tree = ("method", tree, name, self.items(")")) if self.sign("(") else ("field", tree, name)
            elif self.sign("["):
                tree = ("index", tree, self.binary(0))
                self.expect("]")
            else:
                return tree

    def primary(self):
        if self.at == len(self.tokens):
            raise Fault("the expression stops too early")
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return ("value", float(text))
        if kind == "text":
            return ("value", re.sub(r"\\(.)", r"\1", text[1:-1]))
        if kind == "name":
            return ("call", text, self.items(")")) if self.sign("(") else ("name", text)
        if text == "(":
            tree = self.binary(0)
            self.expect(")")
            return tree
        if text == "[":
            return ("list", self.items("]"))
        raise Fault(f"`{text}` does not belong here")

    def items(self, end):
        items = []
        if self.sign(end):
            return items
        while True:
            items.append(self.binary(0))
            if self.sign(end):
                return items
            self.expect(",")


def truthy(value):
    return value is not None and value is not False and value != 0 and value != "" and value != []


def same(left, right):
    if isinstance(left, (Link, File)) or isinstance(right, (Link, File)):
        files = [side.file if isinstance(side, Link) else side for side in (left, right)]
        if isinstance(files[0], File) or isinstance(files[1], File):
            return files[0] is files[1]
        return isinstance(left, Link) and isinstance(right, Link) and left.text == right.text
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return type_of(left) == type_of(right) and left == right


def type_of(value):
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value).__name__


def written(value):
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if value is None or isinstance(value, (list, datetime.datetime)):
        raise Fault(f"`{value}` is written into a text")
    return value.text if isinstance(value, Link) else str(value)


def formatted(moment, format):
    """A moment by a format of Moment.js."""
    year, week, weekday = moment.isocalendar()
    known = {
        "YYYY": f"{moment:%Y}", "MM": f"{moment:%m}", "DD": f"{moment:%d}", "HH": f"{moment:%H}", "mm": f"{moment:%M}",
        "GGGG": f"{year:04}", "WW": f"{week:02}", "E": f"{weekday}", "dddd": f"{moment:%A}",
    }
    parts = re.findall(r"\[[^\]]*\]|YYYY|GGGG|dddd|MM|DD|HH|mm|WW|E|[^A-Za-z\[]+|.", format)
    for part in parts:
        if part not in known and re.match("[A-Za-z]", part):
            raise Fault(f"the format `{format}` holds `{part}`")
    return "".join(known.get(part, part.strip("[]")) for part in parts)


class Row:
    """A note under evaluation: `this` is the note that embeds the base, `formulas` are those of the base."""

    def __init__(self, vault, file, formulas, this=None):
        self.vault, self.file, self.formulas, self.this = vault, file, formulas, this
        self.known, self.local = {}, {}

    def formula(self, name):
        if name not in self.formulas:
            raise Fault(f"there is no formula `{name}`")
        if name not in self.known:
            outer, self.local = self.local, {}
            self.known[name] = Fault(f"`{name}` leads back to itself")
            self.known[name] = self.eval(self.formulas[name])
            self.local = outer
        if isinstance(self.known[name], Fault):
            raise self.known[name]
        return self.known[name]

    def property(self, id):
        """A column, a sort key or a group."""
        return self.eval(("field", ("name", id.split(".")[0]), id.split(".", 1)[1]))

    def eval(self, tree):
        return getattr(self, "eval_" + tree[0])(*tree[1:])

    def eval_value(self, value):
        return value

    def eval_list(self, items):
        return [self.eval(item) for item in items]

    def eval_not(self, tree):
        return not truthy(self.eval(tree))

    def eval_name(self, name):
        if name in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[name]
        if name in self.local:
            return self.local[name]
        if name in ("file", "this"):
            return self.file if name == "file" else self.this
        raise Fault(f"`{name}` is not known")

    def eval_field(self, tree, name):
        if tree == ("name", "note"):
            return self.file.properties.get(name)
        if tree == ("name", "formula"):
            return self.formula(name)
        owner = self.eval(tree)
        if isinstance(owner, File):
            return owner.get(name)
        if isinstance(owner, dict):
            return owner.get(name)
        if name == "length" and isinstance(owner, (list, str)):
            return float(len(owner))
        if name in ("year", "month", "day", "hour") and isinstance(owner, datetime.datetime):
            return float(getattr(owner, name))
        raise Fault(f"`{owner}` has no `{name}`")

    def eval_index(self, tree, index):
        items, index = self.eval(tree), int(self.eval(index))
        return items[index] if index < len(items) else None

    def eval_binary(self, sign, left, right):
        left = self.eval(left)
        if sign == "&&":
            return self.eval(right) if truthy(left) else left
        if sign == "||":
            return left if truthy(left) else self.eval(right)
        right = self.eval(right)
        if sign in ("==", "!="):
            return same(left, right) == (sign == "==")
        kinds = (type_of(left), type_of(right))
        if sign in ("<", "<=", ">", ">="):
            if kinds not in (("number", "number"), ("datetime", "datetime")):
                raise Fault(f"`{left} {sign} {right}` has no order")
            return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]
        if kinds == ("number", "number"):
            if sign in "/%" and right == 0:
                raise Fault("a division by zero")
            return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right,
                    "/": lambda: left / right, "%": lambda: left % right}[sign]()
        if kinds == ("datetime", "str") and sign in "+-" and (found := re.fullmatch(r"(\d+)([dhw])", right)):
            span = UNITS[found[2]] * int(found[1])
            return left + span if sign == "+" else left - span
        if kinds == ("str", "str") and sign == "+":
            return left + right
        raise Fault(f"`{left} {sign} {right}` has no value")

    def eval_call(self, name, arguments):
        if name == "if" and len(arguments) in (2, 3):
            branch = 1 if truthy(self.eval(arguments[0])) else 2
            return self.eval(arguments[branch]) if branch < len(arguments) else None
        values = [self.eval(argument) for argument in arguments]
        match name, values:
            case "list", [value]:
                return value if isinstance(value, list) else [value]
            case "link", [str(text)]:
                return Link(text, self.vault.find(text))
            case "today", []:
                return self.vault.today
            case "date", [str(text)]:
                return datetime.datetime.fromisoformat(text)
            case "number", [datetime.datetime() as moment]:
                return (moment - EPOCH).total_seconds() * 1000
            case ("min" | "max"), [_, *_] if all(type_of(value) == "number" for value in values):
                return min(values) if name == "min" else max(values)
        raise Fault(f"there is no `{name}` of {values}")

    def each(self, tree, items, **more):
        outer = self.local
        for index, item in enumerate(items):
            self.local = {"value": item, "index": float(index), **more}
            yield item, self.eval(tree)
        self.local = outer

    def eval_method(self, tree, name, arguments):
        owner = self.eval(tree)
        if isinstance(owner, list) and name in ("filter", "map"):
            results = list(self.each(arguments[0], owner))
            return [item for item, kept in results if truthy(kept)] if name == "filter" else [new for _, new in results]
        if isinstance(owner, list) and name == "reduce":
            acc = self.eval(arguments[1])
            for index, item in enumerate(owner):
                outer, self.local = self.local, {"value": item, "index": float(index), "acc": acc}
                acc = self.eval(arguments[0])
                self.local = outer
            return acc
        return method(owner, name, [self.eval(argument) for argument in arguments])


def method(owner, name, values):
    if name == "isEmpty" and not values:
        if isinstance(owner, (Link, bool)):
            raise Fault(f"`{owner}` has no `isEmpty`")
        return owner is None or owner == "" or owner == []
    match owner, name, values:
        case list(), "contains", [value]:
            return any(same(item, value) for item in owner)
        case list(), "containsAny", [_, *_]:
            return any(same(item, value) for item in owner for value in values)
        case list(), "containsAll", [_, *_]:
            return all(any(same(item, value) for item in owner) for value in values)
        case list(), "join", [str(between)]:
            return between.join(written(item) for item in owner)
        case str(), "lower", []:
            return owner.lower()
        case str(), "containsAny", [_, *_]:
            return any(value in owner for value in values)
        case (float() | int()), "round", []:
            return float(int(owner + 0.5)) if owner >= 0 else -float(int(0.5 - owner))
        case (float() | int()), "round", [float(digits)]:
            return round(owner + 1e-12, int(digits))
        case (float() | int()), "toString", []:
            return written(owner)
        case datetime.datetime(), "format", [str(format)]:
            return formatted(owner, format)
        case datetime.datetime(), "date", []:
            return owner.replace(hour=0, minute=0, second=0, microsecond=0)
        case Link(), "asFile", []:
            return owner.file
        case File(), "asFile", []:
            return owner
        case File(), "inFolder", [str(folder)]:
            return owner.folder == folder or owner.folder.startswith(folder + "/")
    raise Fault(f"`{owner}` has no `{name}` of {values}")
