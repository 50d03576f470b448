"""Which sentences the code asks for: keys that are written out, and patterns: keys with blanks.

A pattern is an f-string with `{}` for every blank; what can stand there is a closed list of words.
"""

import ast
import re
from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import NamedTuple

from adoption.vocabulary import (
    BASES,
    BODIES,
    CENSORINGS,
    CONFIDENCES,
    DEFINITIONS,
    ENTRIES,
    EVENTS,
    GROUPS,
    OWN_BODIES,
    REASONS,
    SHOWN,
    STATUSES,
    VERDICTS,
)
from components.api.endpoints import ENDPOINTS
from components.api.openapi import REFUSED
from components.api.parameters import PARAMETERS
from components.base.choice import (
    COLOURINGS,
    CURVES,
    HAPPENED,
    LABELS,
    MEASURES,
    SHAPES,
    TAKEN_PICTURES,
)
from components.base.choice import ENDS as CURVE_ENDS
from components.base.links import WORDS
from components.base.operator import Operator
from components.downloads.columns import COLUMNS
from components.downloads.files import FORMATS as TABLE_FORMATS
from components.downloads.tables import TABLES
from components.facts.compare import DOWN, REST, UP
from components.facts.dossier import ENDS, STARTS
from components.facts.evidence import PRECISIONS, QUESTIONS, STEPS
from components.facts.news import KNOWN
from components.html import (
    changes,
    easy,
    evidence,
    first_days,
    happened,
    holdouts,
    sortable,
    statements,
    table_data,
    totals,
)
from components.html.styles import THEMES
from components.looks.curve import ROLES
from components.looks.difference import CLASSES
from components.looks.look import HAS_FILLS
from components.map.clock import SPEEDS
from components.page.nav import PAGES, SKIPS
from components.page.panels.compare import MODES
from components.page.panels.programs import EXAMPLES, FURTHER
from components.page.panels.take import CITATIONS
from components.printed.finish import FORMATS as PICTURE_FORMATS
from components.printed.layers import LAYERS
from components.words.accessibility import GAPS
from components.words.easy import CENTRE, UNTESTED
from components.words.glossary import NEVER, TERMS
from components.words.vocabulary import PLAIN, VOCABULARY
from data import schema
from edition import pictures

ROOT = Path(__file__).parents[1]
#: Rooms with all that is in them.
ROOMS = ("components", "deploy", "edition", "server")
FILES = [
    *(path for room in ROOMS for path in (ROOT / room).rglob("*.py")),
    *(path for room in ("adoption", "commands") for path in (ROOT / room).glob("*.py")),
    *(ROOT / name for name in ("app.py", "export.py")),
]

KINDS = schema.tables()["districts"].enum("kind")
COUNTED_BY = schema.tables()["totals"].enum("counted_by")
#: Who refuses, but for the council, which each kind of district calls by another name.
REFUSING = tuple(body for body in OWN_BODIES if body != "council")
#: The lists of the codebook; the exported tables explain their words with the same sentences.
CODEBOOK = {name: VOCABULARY[name] for name in VOCABULARY if name not in (*PLAIN, "verdict")}
#: Those whose words have a label under the name of their list.
LABELLED = {name: VOCABULARY[name] for name in VOCABULARY if name != "verdict"}
#: The headings of the tables that the browser sorts.
SORTED = {
    name: [column.name for column in columns]
    for name, columns in {
        "table": table_data.COLUMNS,
        "changes": changes.COLUMNS,
        "happened": happened.COLUMNS,
        "holdouts": (*holdouts.WAITING, *holdouts.CAME, *holdouts.BOTH),
        "sources": evidence.SOURCES,
        "knowledge": evidence.KNOWLEDGE,
        "first": first_days.COLUMNS,
        "total": totals.COLUMNS,
    }.items()
} | {"compared": ("name", "shift", "source")}
PARTS = ("quellen", "kreise", "fragen", "korrektur", WORDS, "codebuch", "lizenzen")
ROWS = ("acts", "voices")


def pairs(lists):
    """Every word of the lists behind the name of its list."""
    return [(name, word) for name, terms in lists.items() for word in terms]


#: What the page in easy language says in another way under every definition.
EASY = ("all", "counts", "none", "title", "unsure", "with", "without")
#: The controls of the curve and what each can be set to.
SWITCHES = {"measure": MEASURES, "ends": CURVE_ENDS, "curve": CURVES}


#: For every key with blanks the words that fill them: a word, or one for each blank.
PATTERNS = {
    "accessible.gap.{}": GAPS,
    "answer.{}.{}": product(GROUPS, DEFINITIONS),
    "api.endpoint.{}": [name for name, one in ENDPOINTS.items() if not one.table],
    "api.parameter.{}": PARAMETERS,
    "api.response.{}": ("200", "304", *REFUSED, "404"),
    "basis.{}": BASES,
    "body.{}": BODIES,
    "by.{}": REFUSING,
    "by.{}.{}": product(["council"], KINDS),
    "censoring.{}": CENSORINGS,
    "changes.kind.{}": ("gained", "proved", "lost", "settled"),
    "changes.kiz.{}": ("gained", "dropped", "kept", "none"),
    "changes.preset.{}": ("year", "election", "law"),
    "clock.{}": ("earlier", "later"),
    "clock.speed.{}": SPEEDS,
    "codebook.{}": (*CODEBOOK, "rules"),
    "codebook.{}.{}": pairs({name: CODEBOOK[name] for name in CODEBOOK if name != "definition"}),
    "codebook.rule.{}": ("span", "own", "undone", "unknown", "derived", "totals"),
    "colouring.{}": COLOURINGS,
    "compare.{}.{}": [*product(MODES, CLASSES), *product(("up", "down"), MODES)],
    "compare.part.{}.{}": product(MODES, (*UP, *DOWN)),
    "compare.rest.{}": REST,
    "compare.shift.{}": (*UP, *DOWN, *REST),
    "compare.told.{}.{}": [
        *product(("none", "differ", "equal"), MODES),
        ("status", "days"),
    ],
    "compare.by.{}": ("definition", "other_definition"),
    "compare.group.{}": GROUPS,
    "compare.mode.{}": MODES,
    "compare.same.{}": MODES,
    "confidence.{}": CONFIDENCES,
    "control.{}": ("copy", "copied", "copy.by_hand"),
    "correction.{}": ("copy", "done", "by_hand"),
    "council.{}": KINDS,
    "curve.axis.{}": [measure for measure in MEASURES if measure != "number"],
    "curve.counts.{}": DEFINITIONS,
    "curve.measure.{}": MEASURES,
    "curve.key.{}": ("band", "certain", "possible", *ROLES),
    "curve.label.{}": ("band", "certain", "possible"),
    "curve.label.kind.{}": KINDS,
    "curve.table.{}": ("day", "certain", "lower", "upper", "possible"),
    "curve.trend.{}.{}": product(("all", "some"), MEASURES),
    "curve.why.{}": COUNTED_BY,
    "curve.{}": SWITCHES,
    "curve.{}.{}": pairs(SWITCHES),
    "skip.{}": SKIPS,
    "definition.{}": DEFINITIONS,
    "definition.{}.help": DEFINITIONS,
    "district.unrecorded.{}": ("name", "seat", "website"),
    "dossier.by.{}": REFUSING,
    "dossier.by.council.{}": KINDS,
    **dict.fromkeys(("dossier.{}.all", "dossier.{}.none", "dossier.{}.some"), ("now", "then")),
    "dossier.from.{}": STARTS,
    "dossier.no_{}": ROWS,
    "dossier.events.{}": ROWS,
    "dossier.to.{}": ENDS,
    "dossier.wait.none.{}": STARTS,
    "easy.{}": UNTESTED,
    **{f"easy.{one}.{{}}": DEFINITIONS for one in EASY},
    "easy.kiz.{}": CENTRE,
    "easy.more.{}": easy.MORE,
    "edition.{}": ("tables", "pictures", "sheets"),
    "edition.{}.note": ("tables", "pictures", "sheets"),
    "edition.picture.{}": pictures.TAKEN,
    "edition.table.{}": TABLES,
    "entry.{}": ENTRIES[1:],
    "event.{}": EVENTS,
    "evidence.{}.{}": product(PRECISIONS[4:], STEPS),
    "factsheet.field.{}": ("name", "seat", "website"),
    "factsheet.timeline.{}": (*ROWS, "later"),
    "factsheet.wait.{}.{}": product(STARTS, ENDS),
    "feed.known.{}": KNOWN,
    "file.about.{}": (
        *("title", "from", "day", "definition", "reading"),
        *("version", "licence", "citation", "link", "dates", "empty"),
    ),
    "file.column.{}": {
        column.sentence or column.name for table in COLUMNS.values() for column in table
    },
    "file.heading.{}": {
        column.sentence or column.name for table in COLUMNS.values() for column in table
    },
    "file.head.{}.{}": pairs({"columns": "12", "words": "1234", "about": "12"}),
    "file.sheet.{}": (*TABLES, "columns", "words", "about"),
    "file.title.{}": TABLES,
    "glossary.{}": TERMS,
    "glossary.{}.meaning": TERMS,
    "glossary.{}.never": NEVER,
    "happened.kind.{}": HAPPENED,
    "happened.none.{}": ENTRIES[1:],
    "has.{}": DEFINITIONS,
    "has.look.{}": HAS_FILLS,
    "headline.{}": ("all", "certain", "none", "undetermined"),
    "headline.counted.{}": COUNTED_BY,
    "headline.known.{}": ("certain", "none", "undetermined"),
    "holdouts.{}": ("name", "status", "act"),
    "holdouts.{}.{}": product(("list", "note"), GROUPS),
    "holdouts.list.{}": GROUPS,
    "holdouts.note.{}": GROUPS,
    "holdouts.told.{}": holdouts.TOLD,
    "holdouts.without.{}": DEFINITIONS,
    "intro.{}": ("sources", "events", "direct", "derived", "questions"),
    "kind.{}": KINDS,
    "kinds.{}": KINDS,
    "layer.{}": LAYERS,
    "licence.{}": ("tables", "population", "boundaries", "program", "version"),
    "map.{}": ("cities", "ruhr"),
    "move.{}": GROUPS,
    "none.{}": DEFINITIONS,
    "operator.{}": [one.name for one in fields(Operator)],
    "page.{}": PAGES,
    "part.{}": PARTS,
    "part.{}.told": PARTS,
    "precision.{}": PRECISIONS,
    "privacy.{}": statements.PRIVACY,
    "privacy.{}.{}": pairs(statements.PRIVACY),
    "problem.{}": (
        *("definition", "kreis", "lang", "farbe"),
        *("mass", "bis", "kurve", "mit", "art", "was"),
        *("form", "titel", "namen"),
    ),
    "programs.further.{}": FURTHER,
    "programs.{}": ("address", "answer", "asked", "meaning"),
    "programs.{}.title": ("examples", "endpoints", "parameters", "further"),
    "question.{}": QUESTIONS,
    "question.{}.rule": QUESTIONS,
    "reason.{}": REASONS,
    "search.town.{}": schema.tables()["municipalities"].enum("designation"),
    "shows.{}": SHOWN,
    "status.{}": STATUSES,
    "source.{}": ("online", "offline"),
    "table.{}": SORTED["table"],
    "table.group.{}": GROUPS,
    "table.how.{}.{}": product(sortable.KINDS, ("up", "down")),
    "take.{}.title": ("table", "sheets", "cite", "embed", "machines"),
    "take.cite.{}": CITATIONS,
    "take.download.{}": PICTURE_FORMATS,
    "take.format.{}": TABLE_FORMATS,
    "take.numbers.{}": ("international", "german"),
    "take.{}": ("picture", "shape", "colouring", "label", "measure", "curve", "ends"),
    "take.{}.{}": (
        *product(("picture",), TAKEN_PICTURES),
        *product(("shape",), SHAPES),
        *product(("colouring",), COLOURINGS),
        *product(("label",), LABELS),
        *product(("measure",), MEASURES),
        *product(("curve",), CURVES),
        *product(("ends",), CURVE_ENDS),
    ),
    "take.picture.{}": TAKEN_PICTURES,
    "take.table.{}": TABLES,
    "theme.{}": THEMES,
    "timeline.together.{}": ("acts", "voices"),
    "timeline.{}": ROWS,
    "told.{}": STATUSES,
    "total.turns.{}": ("below", "undetermined"),
    "total.verdict.{}": VERDICTS,
    "total.verdict.{}.help": VERDICTS,
    "{}.{}": pairs(LABELLED | SORTED),
    "{}.caption": SORTED,
    **dict.fromkeys(
        ("{}.headline", "{}.detail"), ("easy_page", "accessible", "imprint", "privacy")
    ),
    "{}.label": ("correction", "take.cite", "take.embed", *(f"programs.{one}" for one in EXAMPLES)),
    "{}.search": [name for name in SORTED if name != "table"],
}

#: What else looks like a key: the name of a file.
_FILE = re.compile(r".+\.(atom|css|js|json|mjs|toml)")
_KEY = re.compile(r"([a-z_]+)(\.[a-z0-9_{}]+)+")


class Asked(NamedTuple):
    """The keys and patterns that `words(...)` is called with, all texts, and what is neither."""

    given: set[str]
    texts: set[str]
    calculated: list[str]

    def keys(self, roots):
        """What is given to `words`, or looks as if it may be: it begins like a key."""
        begin = {text for text in self.texts if (key := _KEY.fullmatch(text)) and key[1] in roots}
        return self.given | {text for text in begin if not _FILE.fullmatch(text)}


class _Reader(ast.NodeVisitor):
    def __init__(self):
        self.asked = Asked(set(), set(), [])

    def visit_Constant(self, node):
        if isinstance(node.value, str):
            self.asked.texts.add(node.value)

    def visit_JoinedStr(self, node):
        self.asked.texts.add(pattern(node))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node):
        called = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if called == "words" and node.args:
            self._give(node.args[0])
        self.generic_visit(node)

    def _give(self, node):
        if isinstance(node, ast.IfExp):
            self._give(node.body)
            self._give(node.orelse)
        elif isinstance(node, ast.Constant | ast.JoinedStr):
            self.asked.given.add(pattern(node))
        # A name, or one of several under a name, is a text that is seen where it is written.
        elif not isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
            self.asked.calculated.append(ast.unparse(node))


def pattern(node):
    """A text as it is written, an f-string with `{}` for every blank."""
    if isinstance(node, ast.Constant):
        return node.value
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)


def asked(*codes):
    """What these texts of Python ask for."""
    reader = _Reader()
    for code in codes:
        reader.visit(ast.parse(code))
    return reader.asked


def filled(form, words):
    """The keys of a pattern, one for each of its words."""
    return [form.format(*([word] if isinstance(word, str) else word)) for word in words]


CODE = asked(*(path.read_text("utf-8") for path in FILES))
#: Every pattern with its keys.
KEYS = {form: filled(form, words) for form, words in PATTERNS.items()}
