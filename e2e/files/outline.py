"""Logseq pages, read by a parser of our own: properties at the top, then blocks within blocks."""

import re
from urllib.parse import unquote

from samples import in_every_language

# The property that holds a page's name where its title cannot.
NAMES = in_every_language("graph", "property_name")

PROPERTY = re.compile(r"([A-Za-z][A-Za-z0-9.*+!_?$%&=<>-]*)::(?: (.*))?$")
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\[\[([^\[\]]+)\]\]")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Block:
    """A block: the lines of its text, its properties and the blocks below it."""

    def __init__(self, line):
        self.lines, self.properties, self.children = [], {}, []
        self.add(line)

    def add(self, line):
        found = PROPERTY.fullmatch(line)
        if found and "#+BEGIN_QUERY" not in self.lines:
            if found[1] in self.properties:
                raise ValueError(f"`{found[1]}` is there twice")
            self.properties[found[1]] = found[2] or ""
        else:
            self.lines.append(line)

    @property
    def text(self):
        return "\n".join(self.lines)

    def heading(self):
        """Its level and its text, or nothing."""
        found = re.fullmatch(r"(#{1,6}) (.*)", self.lines[0]) if self.lines else None
        return (len(found[1]), found[2]) if found else None

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Page:
    """A page: its title after its file, its properties, its blocks."""

    def __init__(self, title, text):
        self.title, self.properties, self.blocks = title, {}, []
        lines = text.split("\n")
        while lines and lines[0] and not lines[0].startswith("-"):
            found = PROPERTY.fullmatch(lines.pop(0))
            if not found or not found[2] or found[1] in self.properties:
                raise ValueError(f"{title}: no property, an empty one, or one that is there twice")
            self.properties[found[1]] = found[2]
        path = []
        for line in lines:
            if not line.strip():
                continue
            depth = len(line) - len(line.lstrip("\t"))
            rest = line[depth:]
            if rest == "-" or rest.startswith("- "):
                if depth > len(path):
                    raise ValueError(f"{title}: `{line}` is too deep")
                block = Block(rest[2:])
                (path[depth - 1].children if depth else self.blocks).append(block)
                path = path[:depth] + [block]
            elif rest.startswith("  ") and depth == len(path) - 1:
                path[-1].add(rest[2:])
            else:
                raise ValueError(f"{title}: `{line}` belongs to no block")

    @property
    def name(self):
        """The full name: the property where there is one, else the title."""
        named = next((self.properties[key] for key in NAMES if key in self.properties), self.title)
        return unquoted(named)

    def walk(self):
        for block in self.blocks:
            yield from block.walk()


def unquoted(text):
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def title_of(path):
    """The title that Logseq gives a file, its names written with three low bars."""
    body = path.rsplit("/", 1)[-1].removesuffix(".md")
    return unquote(body.replace("___", "/"))


def links(text):
    """The pages that a text links to; code does not."""
    return LINK.findall(CODE.sub("", text))


def squeezed(text):
    """A text without what escaping adds or takes: spaces, list signs, quotes and marks of direction."""
    return re.sub(r"[\s\-–*`'\"\u200b-\u200f\u202a-\u202e\u2060-\u2069]", "", str(text))
