"""Every form of address that the site has ever given out still answers as it was meant.

`permalinks.csv` is the list; it grows and no line is ever taken out. `means` is what of the choice
a page is asked for, where a redirect leads, or what kind of file comes.
"""

import csv
from dataclasses import fields
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import curated
import pytest
from markup import parsed
from whole_site import ask

from components.base import choice, sound
from components.base.choice import Choice, today
from components.words import pages

with Path(__file__).with_name("permalinks.csv").open(encoding="utf-8") as file:
    LINKS = list(csv.DictReader(file))
NAMES = [link["address"] for link in LINKS]
#: Every parameter of a choice.
PARAMETERS = {"tag", "definition", "kreis", "lang", "farbe", "mass", "bis", "kurve", "seit"}
PARAMETERS |= {"vergleich", "mit", "art", "neben", "was", "form", "titel", "namen"}


@pytest.fixture(autouse=True)
def real(monkeypatch):
    monkeypatch.setattr(sound, "atlas", curated.atlas)


def meant(link):
    """What of the choice the address asks for, by field."""
    return dict(part.split("=", 1) for part in link["means"].split())


def is_page(link):
    return link["status"] == "200" and "/" not in link["means"]


PAGES = [link for link in LINKS if is_page(link)]


@pytest.mark.parametrize("link", LINKS, ids=NAMES)
def test_it_is_answered_as_ever(link):
    answer = ask(link["address"])
    assert answer.status == int(link["status"])
    if 300 <= answer.status < 400:
        assert answer.headers["location"] == link["means"]
    elif not is_page(link):
        assert answer.media_type == link["means"]


@pytest.mark.parametrize("link", PAGES, ids=[link["address"] for link in PAGES])
def test_a_page_is_the_one_that_was_meant(link):
    said = dict(parse_qsl(urlsplit(link["address"]).query))
    shown, problems = choice.read(said, today(), curated.atlas().names)
    told = {one.name: getattr(shown, one.name) for one in fields(Choice)}
    told["beside"] = ",".join(told["beside"])
    assert problems == []
    assert {name: f"{told[name]}" for name in meant(link)} == meant(link)
    # The map for other pages names no other address.
    for one in parsed(ask(link["address"]).text).select("link[rel=canonical]"):
        kept = dict(parse_qsl(urlsplit(one["href"]).query))
        assert choice.read({**said, **kept}, today(), curated.atlas().names)[0] == shown


def test_every_page_and_every_parameter_is_in_the_list():
    parts = [urlsplit(name) for name in NAMES]
    named = {name for part in parts for name, _ in parse_qsl(part.query)}
    assert named >= PARAMETERS
    assert {part.path.strip("/") for part in parts} >= {*pages.FOLLOWS} - {pages.ROOT}
    assert len(set(NAMES)) == len(NAMES)
