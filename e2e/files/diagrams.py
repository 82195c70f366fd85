"""Entity diagrams: the pictures are whole and harmless, and a browser and Mermaid itself read them.

Chromium lays every picture out and says where its texts are; Mermaid draws every text and says what it read. The
environment names both: `CHROMIUM`, by default the system's, and `MERMAID`, its `mermaid.min.js`.
"""

import html
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Where `cargo xtask` keeps it: beside the Python that it made.
MERMAID = os.environ.get("MERMAID", Path(sys.prefix).parent / "tools/mermaid-12.3.0/package/dist/mermaid.min.js")
PAGE = Path(__file__).parent / "diagrams/page.html"
PATIENCE_SECONDS = 300
SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {"svg", "title", "desc", "style", "rect", "path", "circle", "g", "text", "tspan"}


def check(samples):
    seen = look_at(samples)
    for sample in samples:
        tables = sample.expected["tables"]
        svg = ElementTree.fromstring(sample.text("diagram_svg"))
        yield f"{sample.name}/diagram_svg harmless", harm(svg)
        yield f"{sample.name}/diagram_svg cards", cards(svg, tables)
        yield f"{sample.name}/diagram_svg names", missing(tables, "".join(svg.itertext()))
        lines = sum(node.get("class", "").startswith("line c") for node in svg.iter(f"{SVG}path"))
        yield f"{sample.name}/diagram_svg relations", None if lines == relations(tables) else f"{lines}"
        picture, drawn = seen["pictures"][sample.name], seen["mermaids"][sample.name]
        yield f"{sample.name}/diagram_svg in a browser", picture["fault"] if picture["texts"] else "no texts"
        yield f"{sample.name}/mermaid", drawn.get("fault") or missing(tables, "\n".join(drawn["labels"]))
        count = drawn.get("relations")
        yield f"{sample.name}/mermaid relations", None if count == relations(tables) else f"{count}"


def look_at(samples):
    """What Chromium and Mermaid see."""
    texts = {
        "pictures": {sample.name: sample.text("diagram_svg") for sample in samples},
        "mermaids": {sample.name: sample.text("mermaid") for sample in samples},
    }
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        script = Path(MERMAID).resolve().as_uri()
        texts = json.dumps(texts).replace("<", "\\u003c")
        page.write_text(PAGE.read_text().replace("MERMAID", script).replace("TEXTS", texts), encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        flags += [f"--user-data-dir={folder}/profile", "--virtual-time-budget=120000", "--dump-dom"]
        command = [CHROMIUM, *flags, page.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=True).stdout
    seen = re.search(r'<pre id="seen">(.*?)</pre>', dom, re.DOTALL)
    return json.loads(html.unescape(seen[1]))


def harm(svg):
    """What a picture must not hold, or nothing."""
    for node in svg.iter():
        tag = node.tag.removeprefix(SVG)
        if tag not in HARMLESS:
            return f"<{tag}>"
        for name, value in node.attrib.items():
            if name.lower().startswith("on") or "href" in name.lower() or "url(" in value.lower():
                return f"{name}={value}"
        if tag == "style" and re.search(r"@import|url\(|expression", node.text, re.IGNORECASE):
            return "a style that loads something"
    if [svg[0].tag, svg[1].tag] != [f"{SVG}title", f"{SVG}desc"] or svg.get("aria-labelledby") != "title about":
        return "no title or description"
    return None


def cards(svg, tables):
    areas = [
        [float(node.get(name)) for name in ("x", "y", "width", "height")]
        for node in svg.iter(f"{SVG}rect")
        if node.get("class") == "card"
    ]
    if len(areas) != len(tables):
        return f"{len(areas)} cards of {len(tables)} tables"
    for place, (x, y, width, height) in enumerate(areas):
        for other_x, other_y, other_width, other_height in areas[place + 1 :]:
            if x < other_x + other_width and other_x < x + width and y < other_y + other_height and other_y < y + height:
                return "two cards overlap"
    return None


def relations(tables):
    """How many there are; a field and its inverse are one."""
    fields = [field for table in tables for field in table["fields"] if field["kind"]["type"] == "relation"]
    return len({frozenset((field["id"], field["kind"].get("inverse") or field["id"])) for field in fields})


def missing(tables, text):
    """The first name that is not there as it is; names with letters that nobody sees are shown in another way."""
    for table in tables:
        for name in [table["name"], *(field["name"] for field in table["fields"])]:
            shown = " ".join(name.split())
            is_shown = all(unicodedata.category(letter) not in ("Cf", "Cc") or letter == "\u200d" for letter in shown)
            if is_shown and shown not in text:
                return name
    return None
