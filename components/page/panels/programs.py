"""The parts of the page "Für Programme", drawn from the document of the API."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

import htpy as h

from components.api import openapi
from components.api.endpoints import ROOT
from components.base import published
from components.base.choice import Choice
from components.base.wording import Wording
from components.html import parts
from components.page import frame
from components.page.copy_text import copy_text

#: The document of the API: `components.api.openapi.document`.
Document = dict[str, Any]
#: The lines that read a table, by language.
EXAMPLES = {
    "curl": "curl -o status.csv '{address}'",
    "python": "import pandas as pd\n\n"
    'status = pd.read_csv(\n    "{address}",\n    dtype={{"ags": str}},\n)\n'
    'print(status["status"].value_counts())',
    "r": 'status <- read.csv(\n  "{address}",\n  colClasses = c(ags = "character")\n)\n'
    "table(status$status)",
}
FURTHER = ("openapi", "package", "index", "feed", "machines")


def examples(document: Document, day: date, words: Wording) -> None:
    """How the status of a day is read in several languages."""
    frame.draw(
        _heading("examples", words),
        h.p(".hint")[words("programs.examples.told", day=words.day(day))],
    )
    for name, text in snippets(document, day).items():
        copy_text(text, words, f"programs.{name}", rows=text.count("\n") + 3)


def snippets(document: Document, day: date) -> dict[str, str]:
    """The lines that read the status of a day, by language."""
    (server,) = document["servers"]
    address = f"{server['url']}/status?{urlencode({'day': day, 'format': 'csv'})}"
    return {name: text.format(address=address) for name, text in EXAMPLES.items()}


def endpoints(document: Document, words: Wording) -> None:
    """Every address with what it answers, to which parameters and in which formats."""
    (server,) = document["servers"]
    rows = [_endpoint(path, one["get"], words) for path, one in document["paths"].items()]
    frame.draw(
        _heading("endpoints", words),
        h.p(".hint")[words("programs.endpoints.told", root=server["url"])],
        _table(("address", "answer"), rows, words),
    )


def parameters(document: Document, words: Wording) -> None:
    """Every parameter once: what it means, what is possible, what is meant without it."""
    found = {one["name"]: one for one in _asked(document) if one["name"] != "format"}
    rows = [
        h.tr[h.th(scope="row")[h.code[name]], h.td[_meaning(one, words)]]
        for name, one in found.items()
    ]
    frame.draw(_heading("parameters", words), _table(("asked", "meaning"), rows, words))


def further(choice: Choice, words: Wording) -> None:
    """The other addresses that programs read."""
    addresses = {
        "openapi": f"{ROOT[1:]}/{openapi.NAME}?{urlencode({'lang': words.language})}",
        "package": f"{published.PACKAGE}/datapackage.json",
        "index": f"{published.TABLES}/index.json",
        "feed": "feed.atom",
        "machines": f"mitnehmen?{urlencode(choice.address())}#machines",
    }
    listed = [h.li[h.a(href=addresses[one])[words(f"programs.further.{one}")]] for one in FURTHER]
    frame.draw(_heading("further", words), h.ul[listed])


def _endpoint(path: str, operation: dict[str, Any], words: Wording) -> h.Element:
    """A row: the path as a link to an answer, what it says, how it can be asked."""
    asked = operation["parameters"]
    example = {one["name"]: one["example"] for one in asked if one["in"] == "path"}
    names = [one["name"] for one in asked if one["in"] == "query" and one["name"] != "format"]
    (formats,) = [one["schema"]["enum"] for one in asked if one["name"] == "format"]
    told = [words("programs.with", names=", ".join(names))] if names else []
    told.append(words("programs.as", formats=", ".join(formats)))
    link = h.a(href=f"{ROOT[1:]}{path.format(**example)}")[h.code[path]]
    return h.tr[
        h.th(scope="row")[link],
        h.td[operation["summary"], h.br, h.span(".reuse")[" · ".join(told)]],
    ]


def _asked(document: Document) -> Iterator[dict[str, Any]]:
    for path in document["paths"].values():
        yield from path["get"]["parameters"]


def _meaning(parameter: dict[str, Any], words: Wording) -> h.Node:
    kind, said = parameter["schema"], []
    if "enum" in kind:
        said.append(_coded("programs.possible", "words", ", ".join(kind["enum"]), words))
    if "default" in kind:
        said.append(_coded("programs.default", "word", str(kind["default"]), words))
    told = h.fragment[h.br, h.span(".reuse")[parts.joined(said, " · ")]] if said else None
    return h.fragment[parameter["description"], told]


def _coded(key: str, blank: str, code: str, words: Wording) -> h.Node:
    """A sentence with a word of the programs' own in its blank."""
    before, after = words(key, **{blank: "|"}).split("|")
    return h.fragment[before, h.code[code], after]


def _table(columns: tuple[str, str], rows: list[h.Element], words: Wording) -> h.Element:
    heads = [h.th(scope="col")[words(f"programs.{column}")] for column in columns]
    return h.table(".machines")[h.thead[h.tr[heads]], h.tbody[rows]]


def _heading(part: str, words: Wording) -> h.Element:
    return h.h2(".part", id=part)[words(f"programs.{part}.title")]
