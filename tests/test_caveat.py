"""One mark says the same everywhere: derived, of low confidence, or both."""

from dataclasses import replace
from datetime import date

import curated
import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from markup import texts

from adoption.same import joined
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts.dossier import told_by
from components.html import parts
from components.html.history import history
from components.html.table_data import evidence
from components.words.caveat import caveat

WORDS = Wording("de")
COLUMNS = ["id", "title", "publisher", "published", "url"]
DAY = date(2018, 1, 1)
SOURCES = pd.DataFrame([("press", "Presse", "Land", "", "")], columns=COLUMNS)


@pytest.mark.parametrize(
    ("basis", "confidence", "mark"),
    [
        ("direct", "high", ""),
        ("direct", "medium", ""),
        ("direct", "low", "unsicher"),
        ("derived", "medium", "abgeleitet"),
        ("derived", "low", "abgeleitet, unsicher"),
    ],
)
def test_the_mark_names_what_is_not_proved(basis, confidence, mark):
    assert caveat(basis, confidence, WORDS) == mark


def test_what_is_proved_has_no_mark_at_all():
    assert not parts.caveat("direct", "high", WORDS)


def test_history_and_table_show_the_same_mark():
    event = frame(an_event(confidence="low"))
    (told,) = history(told_by(joined(event), DAY), SOURCES, DAY, LiveLinks({"lang": "de"}), WORDS)
    (shown,) = texts(str(told), "span.caveat")
    invented = {"districts": districts(), "events": event, "sources": SOURCES}
    tables = replace(curated.tables(), **invented)
    known = evidence(tables, tables.confirmations.head(0), WORDS)
    assert known["events"][0][-1] == shown
