"""Logseq's queries, evaluated over pages by an evaluator of our own: simple ones and datalog."""

import datetime
import operator
import re

import edn_format

from outline import DAY, links, unquoted

TOKEN = re.compile(r'\[\[[^\]]*\]\]|"[^"]*"|[()]|[^\s()]+')
COMPARE = {">=": operator.ge, "<=": operator.le}


class Data:
    """The pages with typed properties, and the journal pages that their links make."""

    def __init__(self, pages, today):
        self.today = today
        self.pages = {page.title: {key: typed(value) for key, value in page.properties.items()} for page in pages}
        linked = (title for properties in self.pages.values() for value in properties.values()
                  if isinstance(value, frozenset) for title in value)
        self.journals = {title: int(title.replace("-", "")) for title in linked if DAY.fullmatch(title)}

    def run(self, block):
        """The titles of the pages that a block's query finds."""
        simple = re.fullmatch(r"\{\{query (.*)\}\}", block.text)
        if simple:
            form = parse(simple[1].replace("<% today %>", f"[[{self.today}]]"))
            return {title for title in self.pages if self.holds(form, title)}
        return self.datalog(edn(block))

    def holds(self, form, title):
        head, *rest = form
        if head in ("and", "or"):
            return (all if head == "and" else any)(self.holds(part, title) for part in rest)
        if head == "not":
            return not self.holds(rest[0], title)
        if head != "page-property" or len(rest) not in (1, 2):
            raise ValueError(f"`{form}` is no filter for pages")
        return self.has(title, rest[0], *rest[1:])

    def has(self, title, key, *wanted):
        found = self.pages[title].get(key)
        if not wanted or found is None:
            return found is not None
        value = wanted[0] if not isinstance(wanted[0], str) else typed(wanted[0])
        if isinstance(value, frozenset):
            [value] = value
        return value in found if isinstance(found, frozenset) else found == value

    def datalog(self, query):
        parts = list(query[edn_format.Keyword("query")])
        at = {str(part): number for number, part in enumerate(parts) if isinstance(part, edn_format.Keyword)}
        where = parts[at[":where"] + 1:]
        names = [str(name) for name in parts[at[":in"] + 2:at[":where"]]] if ":in" in at else []
        inputs = [self.input(value) for value in query.get(edn_format.Keyword("inputs"), ())]
        if len(names) != len(inputs):
            raise ValueError(f"{names} for {inputs}")
        bindings = self.solve(where, [dict(zip(names, inputs))])
        return {binding["?p"] for binding in bindings}

    def input(self, value):
        if isinstance(value, int):
            return value
        found = re.fullmatch(r":(?:today|([+-]\d+)d)", str(value))
        day = datetime.date.fromisoformat(self.today) + datetime.timedelta(days=int(found[1] or 0))
        return int(day.strftime("%Y%m%d"))

    def solve(self, clauses, bindings):
        for clause in clauses:
            bindings = [new for binding in bindings for new in self.step(clause, binding)]
        return bindings

    def step(self, clause, binding):
        head = clause[0]
        if isinstance(clause, tuple):
            return self.rule(str(head), clause[1:], binding)
        if isinstance(head, tuple):
            return self.call(head, clause[1:], binding)
        entity, attribute, variable = map(str, clause)
        table = {":block/properties": self.pages, ":block/journal-day": self.journals,
                 ":block/original-name": {title: title for title in self.journals}}[attribute]
        at = [binding[entity]] if entity in binding else list(table)
        return [binding | {entity: title, variable: table[title]} for title in at
                if title in table and binding.get(variable, table[title]) == table[title]]

    def rule(self, name, arguments, binding):
        if name in ("page-property", "has-page-property"):
            page, key, *value = arguments
            titles = [binding["?p"]] if "?p" in binding else list(self.pages)
            key = str(key).removeprefix(":")
            return [binding | {str(page): title} for title in titles
                    if self.has(title, key, *[f"[[{one}]]" if isinstance(one, str) else one for one in value])]
        variables = {str(name) for name in arguments[0]}
        inside = {key: value for key, value in binding.items() if key in variables}
        if name == "not-join":
            return [] if self.solve(arguments[1:], [inside]) else [binding]
        if name == "or-join":
            passed = any(self.solve(branch[1:], [inside]) for branch in arguments[1:])
            return [binding] if passed else []
        raise ValueError(f"`{name}` is no rule")

    def call(self, call, target, binding):
        name, *arguments = call
        values = [binding[str(one)] if isinstance(one, edn_format.Symbol) else one for one in arguments]
        if str(name) == "get":
            found = values[0].get(str(values[1]).removeprefix(":"))
            return [] if found is None else [binding | {str(target[0]): found}]
        if str(name) == "contains?":
            return [binding] if isinstance(values[0], frozenset) and values[1] in values[0] else []
        return [binding] if COMPARE[str(name)](*values) else []


def edn(block):
    """The map of an advanced query."""
    body = re.fullmatch(r"#\+BEGIN_QUERY\n(.*)\n#\+END_QUERY", block.text, re.DOTALL)
    return edn_format.loads(body[1])


def parse(text):
    """A simple query as nested lists of words."""
    stack = [[]]
    for token in TOKEN.findall(text):
        if token == "(":
            stack.append([])
        elif token == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(token)
    if len(stack) != 1 or len(stack[0]) != 1:
        raise ValueError(f"`{text}` is not one form")
    return stack[0][0]


def typed(value):
    """A property's value as Logseq reads it."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return unquoted(value)
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"\d+", value):
        return int(value)
    found = links(value)
    return frozenset(found) if found else value
