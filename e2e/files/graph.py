"""Logseq graphs: configuration and queries read as EDN, pages by a parser of our own, every row and view found again."""

import datetime
import re
from collections import Counter

import edn_format

import graph_query
from outline import CODE, DAY, Page, links, squeezed, title_of, unquoted

RESERVED = set(
    "alias tags title icon public filters template template-including-parent exclude-from-graph-view id collapsed heading "
    "background-color created-at updated-at todo doing now later done wait waiting in-progress canceled cancelled".split())
RESERVED_BEGINNING = re.compile(r"query-|card-|hl-|ls-|logseq")
OF_BLOCKS = {"id", "collapsed", "template", "template-including-parent", "query-table", "query-properties",
             "query-sort-by", "query-sort-desc"}
DATED = re.compile(r"(?:DEADLINE|SCHEDULED): <(\d{4}-\d{2}-\d{2}) (\w{3})(?: [.+]*\+\d+[ymwdh])?>")


def check(samples):
    exact = views = 0
    for sample in samples:
        graph = Graph(sample)
        for name in ("config", "names", "properties", "references", "queries", "dates"):
            yield f"{sample.name}/logseq {name}", attempt(getattr(graph, f"fault_of_{name}"))
        for table in sample.expected["tables"]:
            for row in table["rows"]:
                yield f"{sample.name}/logseq {row['id']}", attempt(lambda: graph.fault_of_row(table, row))
            for number, view in enumerate(table["views"]):
                yield f"{sample.name}/logseq {view['id']}", attempt(lambda: graph.fault_of_view(table, number, view))
        exact, views = exact + graph.exact, views + graph.views
    print(f"graph: the queries of {exact} of {views} views find exactly what they are meant to")


def attempt(find):
    try:
        return find()
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"


class Graph:
    def __init__(self, sample):
        self.expected = sample.expected
        self.type = sample.word("graph", "property_type")
        self.templates = sample.word("graph", "page_templates")
        files = {path.split("/", 1)[1]: text.decode("utf-8") for path, text in sample.archive("logseq_graph").items()}
        self.config = files.pop("logseq/config.edn")
        self.journals = {path: Page(title_of(path), text) for path, text in files.items() if path.startswith("journals/")}
        self.pages = [Page(title_of(path), text) for path, text in files.items() if path.startswith("pages/")]
        self.others = [path for path in files if not path.startswith(("pages/", "journals/"))]
        self.by_title = {page.title: page for page in self.pages}
        self.data = graph_query.Data(self.pages, self.expected["today"])
        self.tables = {table["id"]: self.page_of_table(table) for table in self.expected["tables"]}
        self.labels = {row["id"]: self.label(table, row) for table in self.expected["tables"] for row in table["rows"]}
        self.fields = self.documented_fields()
        self.exact = self.views = 0

    def page_of_table(self, table):
        """The page whose views and fields are the table's."""
        named = [page for page in self.pages if squeezed(page.name) == squeezed(table["name"])
                 and self.type not in page.properties and any(block.heading() for block in page.blocks)]
        views = [squeezed(view["name"]) for view in table["views"]]
        for page in named:
            headings = [squeezed(block.heading()[1]) for block in page.blocks if block.heading()]
            if headings[:len(views)] == views:
                return page
        raise ValueError(f"no page of the table `{table['name']}` among {[page.title for page in named]}")

    def documented_fields(self):
        """Property names by table page and field name, as the properties' own pages say."""
        found = {}
        for page in self.pages:
            for block in page.blocks:
                line = re.match(r"\[\[([^\]]+)\]\] · \*\*(.*?)\*\* · ", block.text)
                if line:
                    found.setdefault((line[1], squeezed(line[2])), []).append(page.title)
        return found

    @staticmethod
    def label(table, row):
        [title] = [field["id"] for field in table["fields"] if field["kind"]["type"] == "title"]
        return squeezed(row["values"][title]["label"])

    def all_pages(self):
        return [*self.pages, *self.journals.values()]

    def fault_of_config(self):
        config = edn_format.loads(self.config)
        key = edn_format.Keyword
        if config[key("file/name-format")] != key("triple-lowbar"):
            return "the name format is another one"
        if config[key("journal/page-title-format")] != "yyyy-MM-dd":
            return "days are called otherwise"
        home = config[key("default-home")]
        for title in [home[key("page")], *home[key("sidebar")], *config[key("favorites")]]:
            if title not in self.by_title:
                return f"`{title}` is no page"
        templates = [block.properties.get("template") for page in self.pages for block in page.walk()]
        if config[key("default-templates")][key("journals")] not in templates:
            return "the journal's template is not there"
        return f"{self.others} do not belong here" if self.others else None

    def fault_of_names(self):
        titles = Counter(page.title.casefold() for page in self.pages)
        days = [title_of(path).replace("_", "-") for path in self.journals]
        twice = [title for title, count in titles.items() if count > 1 or title in days]
        unsafe = [page.title for page in self.pages
                  if re.search(r'[#\[\]{},"\\/|^]|\(\(|::', page.title) or DAY.fullmatch(page.title)]
        wrong = [day for day in days if not DAY.fullmatch(day)]
        return f"twice {twice}, unsafe {unsafe}, no days {wrong}" if twice or unsafe or wrong else None

    def fault_of_properties(self):
        kinds = {}
        for page in self.all_pages():
            for name, value in page.properties.items():
                if name in RESERVED or RESERVED_BEGINNING.match(name) or name != name.lower() or "_" in name:
                    return f"`{name}` is not for everybody"
                if name not in self.by_title:
                    return f"`{name}` has no page"
                kinds.setdefault(name, {}).setdefault(kind(value), page.title)
            for block in page.walk():
                own = set(block.properties) - OF_BLOCKS
                if own and page.title != self.templates:
                    return f"{page.title}: {own} at a block"
        several = {name: found for name, found in kinds.items() if len(found) > 1}
        return f"several kinds: {several}" if several else None

    def fault_of_references(self):
        titles = {page.title for page in self.pages}
        ids = Counter(block.properties["id"] for page in self.pages for block in page.walk() if "id" in block.properties)
        if any(count > 1 for count in ids.values()):
            return "an id is there twice"
        for page in self.all_pages():
            texts = [*page.properties.values(), *(block.text for block in page.walk()),
                     *(value for block in page.walk() for value in block.properties.values())]
            for text in texts:
                missing = [title for title in links(text) if title not in titles and not DAY.fullmatch(title)]
                if missing:
                    return f"{page.title}: {missing} are no pages"
                bare = CODE.sub("", text)
                if any(one not in ids for one in re.findall(r"\(\(([^)]*)\)\)", bare)):
                    return f"{page.title}: a reference to no block in `{bare}`"
                if re.search(r"(?<![\w&\[#])#(?![\s#+])", re.sub(r"https?://\S+", "", bare)):
                    return f"{page.title}: a tag in `{bare}`"
        return None

    def fault_of_queries(self):
        """Every one can be read, asks for pages and properties that are there, and stands alone in its block."""
        allowed = {"and", "or", "not", "page-property", "task", "page"}
        for page in self.pages:
            for block in page.walk():
                if "{{" in CODE.sub("", block.text):
                    found = re.fullmatch(r"\{\{(query|embed) (.*)\}\}", block.text)
                    if not found:
                        return f"{page.title}: `{block.text}`"
                    if found[1] == "query":
                        form = re.sub(r"<% \w+( \w+)? %>", "[[x]]", found[2])
                        words = heads(graph_query.parse(form))
                        if not words <= allowed:
                            return f"{page.title}: {words - allowed} in a query"
                elif "#+BEGIN_QUERY" in block.text:
                    query = graph_query.edn(block)
                    keys = {str(key) for key in query} - {":title", ":query", ":inputs", ":collapsed?"}
                    if keys:
                        return f"{page.title}: {keys} in a query"
                if "query-properties" in block.properties:
                    columns = [str(one)[1:] for one in edn_format.loads(block.properties["query-properties"])]
                    sort = block.properties.get("query-sort-by", "page")
                    missing = [one for one in [*columns, sort] if one != "page" and one not in self.by_title]
                    if missing or len(set(columns)) < len(columns) or sort not in columns and sort != "page":
                        return f"{page.title}: columns {columns}, sorted by {sort}"
        return None

    def fault_of_dates(self):
        for page in self.all_pages():
            for block in page.walk():
                for line in block.lines[1:]:
                    found = DATED.fullmatch(line)
                    if line.startswith(("DEADLINE", "SCHEDULED")) and not found:
                        return f"{page.title}: `{line}`"
                    if found and datetime.date.fromisoformat(found[1]).strftime("%a") != found[2]:
                        return f"{page.title}: `{line}` is another weekday"
        return None

    def fault_of_row(self, table, row):
        of_type = f"[[{self.tables[table['id']].title}]]"
        pages = [page for page in self.pages if page.properties.get(self.type) == of_type
                 and squeezed(page.name) == self.labels[row["id"]]]
        faults = [self.fault_of_values(table, row, page) for page in pages]
        return None if None in faults else f"{faults or 'no page'}"

    def fault_of_values(self, table, row, page):
        for field in table["fields"]:
            value = row["values"][field["id"]]
            fault = self.fault_of_value(table, field, value, page)
            if fault:
                return f"{page.title}: {field['id']}: {fault}"
        return None

    def fault_of_value(self, table, field, value, page):
        kind_of_field = field["kind"]["type"]
        if kind_of_field == "title":
            return None
        # Fields of one name are several candidates.
        properties = self.fields.get((self.tables[table["id"]].title, squeezed(field["name"])), [])
        wanted = self.wanted(kind_of_field, value["value"])
        faults = [differs(self.read(page.properties.get(one), value["value"]), wanted) for one in properties]
        if not properties or kind_of_field in ("relation", "long_text", "rollup", "attachment"):
            faults.append(self.fault_of_block(field, value, page))
        return None if None in faults else f"{faults}"

    def wanted(self, kind_of_field, value):
        """What is expected, in the form of `read`."""
        if isinstance(value, list):
            return sorted(self.labels.get(one, squeezed(one)) for one in value)
        if kind_of_field in ("created_at", "updated_at"):
            return [squeezed(value[:10])] if value else None
        if isinstance(value, str) and kind_of_field == "datetime":
            return squeezed(value[:16].replace("T", ""))
        if kind_of_field == "select" or isinstance(value, str) and DAY.fullmatch(value):
            return [squeezed(value)] if value else None
        return squeezed(value) if isinstance(value, str) else value

    def read(self, text, wanted):
        """A property's value: a sorted list of names, a number, a truth or a text."""
        if text is None or text.startswith('"') or not links(text):
            value = None if text is None else graph_query.typed(text)
            if isinstance(wanted, float) and value is not None:
                return float(value)
            return squeezed(value) if isinstance(value, str) else value
        return sorted(squeezed(self.by_title[title].name if title in self.by_title else title) for title in links(text))

    def fault_of_block(self, field, value, page):
        """A long text, the rows that link here, or a note of what is computed elsewhere."""
        headed = [block for block in page.blocks if block.heading() and squeezed(block.heading()[1]) == squeezed(field["name"])]
        if field["kind"]["type"] == "relation":
            queries = [child for block in headed for child in block.children if is_query(child)]
            found = [[self.by_title[title].name for title in self.data.run(query)] for query in queries]
            wanted = sorted(self.labels[one] for one in value["value"] or [])
            return None if wanted in [sorted(map(squeezed, names)) for names in found] else f"{found}, not {wanted}"
        if field["kind"]["type"] in ("long_text", "attachment"):
            texts = [squeezed("".join(child.text for child in block.children)) for block in headed]
            wanted = squeezed(value["value"] or "")
            return None if wanted in (texts or [""]) else f"{texts}, not {wanted}"
        notes = [squeezed(block.text) for block in page.walk()]
        wanted = squeezed(f"{field['name']}:{value['label']}")
        return None if not value["label"] or wanted in notes else f"no `{wanted}`"

    def fault_of_view(self, table, number, view):
        page = self.tables[table["id"]]
        block = [block for block in page.blocks if block.heading()][number]
        of_view = [one for one in block.children if one.text.startswith("⚠️")]
        found = {}
        for child in block.children:
            if child.heading():
                section = links(child.text)
                [query] = child.children
                label = squeezed(self.by_title[section[0]].name) if section else self.unlinked(child)
                found.setdefault(label, []).extend(self.names(self.data.run(query)))
            elif is_query(child):
                found.setdefault("", []).extend(self.names(self.data.run(child)))
        self.views += 1
        wanted = {}
        for section in view["sections"]:
            wanted.setdefault(squeezed(section["label"]), []).extend(self.labels[row] for row in section["rows"])
        found = {label: sorted(names) for label, names in found.items() if names}
        wanted = {label: sorted(names) for label, names in wanted.items() if names}
        if not of_view:
            self.exact += 1
            return differs(found, wanted)
        found_names, wanted_names = Counter(sum(found.values(), [])), Counter(set(sum(wanted.values(), [])))
        return f"{wanted_names - found_names} are missing" if wanted_names - found_names else None

    @staticmethod
    def unlinked(block):
        """The section of a checkbox by its state, that of rows without a value by nothing."""
        _, _, state = block.heading()[1].partition(": ")
        return squeezed(state)

    def names(self, titles):
        return [squeezed(self.by_title[title].name) for title in titles]


def is_query(block):
    return "{{query" in CODE.sub("", block.text) or "#+BEGIN_QUERY" in block.text


def heads(form):
    return {form[0]}.union(*(heads(part) for part in form[1:] if isinstance(part, list)))


def kind(value):
    """What a value makes of its property when the database version reads it."""
    if value.startswith('"'):
        return "text"
    if value in ("true", "false"):
        return "checkbox"
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return "number"
    if re.match(r"https?://", value):
        return "url"
    if links(value):
        return "days" if all(DAY.fullmatch(title) for title in links(value)) else "links"
    return "text"


def differs(found, wanted):
    return None if found == wanted else f"{found}, not {wanted}"
