"""The page of the sources as HTML: everything leads to its place, and nothing in it is markup."""

from types import SimpleNamespace

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from markup import parsed, text, texts
from total_builders import a_total, totals

from adoption.vocabulary import BODIES, EVENTS, STATUSES
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts import evidence
from components.html import evidence as evidence_html
from components.html.codebook import codebook

WORDS, LINKS = Wording("de"), LiveLinks({"lang": "de"})
COLUMNS = ["id", "title", "publisher", "published", "url"]
PRESS = ("press", "Presse", "Land", "2013-05-06", "https://example.org/a?b=1&c=2")
PAPER = ("paper", "Vorlage", "Kreistag", "", "")


def tables(*events, published=(), press=PRESS):
    empty = pd.DataFrame(columns=["source_id", "date", "ags"], dtype="string")
    return SimpleNamespace(
        districts=districts(2),
        events=frame(*events),
        totals=totals(*published),
        sources=pd.DataFrame([press, PAPER], columns=COLUMNS, dtype="string"),
        confirmations=empty,
        milestones=pd.DataFrame({"source_id": ["press"], "date": ["2012-02-08"]}),
        status_lists=empty,
        days=pd.DataFrame({"source_id": ["paper"], "date": ["2014-04-25"]}),
        centres=pd.DataFrame({"source_id": ["paper"], "ags": ["05002"]}),
        plates=pd.DataFrame({"plate": ["KLE"], "source_id": ["paper"], "ags": ["05002"]}),
        population=pd.DataFrame({"source_id": ["paper"] * 1200}),
    )


def rows(known, words=WORDS):
    drawn = evidence_html.sources(known, LiveLinks({"lang": words.language}), words)
    return parsed(str(drawn)).select("tr:has(> th[scope=row])")


def addresses(row):
    return [link["href"] for link in row.select("a")]


def questions(known, *asked):
    found = pd.DataFrame(asked, columns=["group", "ags", "id"])
    return str(evidence_html.questions(known, found, LINKS, WORDS))


def test_a_source_has_publisher_title_date_and_address():
    press, paper = rows(tables(an_event()))
    (link,) = press.select("a[target=_blank]")
    assert (link["href"], link["rel"][0]) == ("https://example.org/a?b=1&c=2", "noopener")
    assert text(link) == "Land: Presse" and "06.05.2013" in texts(press, "td")
    assert "Kreistag: Vorlage · nicht online" in text(paper)
    assert "ohne Datum" in texts(paper, "td")


def test_an_event_leads_to_its_place_in_the_history_with_its_mark():
    press, _ = rows(tables(an_event(confidence="low", date="2013-05")))
    (link,) = press.select("a[href='./?kreis=05001&lang=de#05001-debate-1']")
    assert text(link) == "D1: Beratung, Mai 2013"
    mark = link.find_next_sibling()
    assert (mark["class"], text(mark)) == (["caveat"], "unsicher")


def test_everything_that_rests_on_a_source_is_told():
    press, paper = rows(tables(an_event(), published=[a_total(3)]))
    assert any(address.endswith("#2013-05-05-3-1") for address in addresses(press))
    for row, told in (
        (press, "Veröffentlichte Zahl 3 von 4, 05.05.2013"),
        (press, "Gesetz und Förderung, 08.02.2012"),
        (paper, "Tag zum Anspringen auf der Karte, 25.04.2014"),
        (paper, "D2: Name und Sitz des KIZ"),
        (paper, "Bevölkerungszahlen (1.200)"),
    ):
        assert told in text(row)


def test_the_links_keep_the_language():
    press, _ = rows(tables(an_event(), published=[a_total(3)]), Wording("en"))
    for start in ("./?kreis=05001&lang=en#", "abgleich?lang=en#"):
        assert any(address.startswith(start) for address in addresses(press))


@pytest.mark.parametrize("place", range(1, 5))
def test_markup_in_a_source_is_shown_as_text(place):
    spoiled = [*PRESS]
    spoiled[place] = "2013" if place == 3 else '"><img src=x>'
    assert [row.select("img") for row in rows(tables(an_event(), press=tuple(spoiled)))] == [[], []]


def test_what_is_known_of_a_district_is_told_in_words():
    row = {"ags": "05001", "name": "Kreis A", "sources": 3, "approval": "derived", "questions": 2}
    gaps = (("decision", "missing"), ("opening", "derived"))
    html = str(evidence_html.knowledge(pd.DataFrame([row | {"gaps": gaps}]), LINKS, WORDS))
    assert "kein Beleg für den Beschluss; keine eigene Quelle für den Start" in html
    assert ">nur abgeleitet</td>" in html
    assert 'href="./?kreis=05001&amp;lang=de">Kreis A</a>' in html


def test_a_question_leads_to_its_event_and_says_why_it_is_open():
    event = an_event(confidence="low", note_de="Das Jahr ist <berechnet>.")
    html = questions(tables(event), ("low", "05001", event["id"]))
    assert "#05001-debate-1" in html and "Das Jahr ist &lt;berechnet&gt;." in html


def test_every_group_of_questions_has_its_rule_and_its_number():
    html = questions(tables(an_event()), ("offline", "", "paper"), ("unnamed", "05002", "05002"))
    assert html.count("<details>") == len(evidence.QUESTIONS) == html.count("</summary><p>")
    assert "Quellen, die nicht online sind <span>1</span>" in html
    assert "District 2" not in html and ">D2</a>" in html


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_codebook_has_every_word_of_the_tables(language):
    words = Wording(language)
    html = str(codebook(words))
    for name, terms in (("status", STATUSES), ("event", EVENTS), ("body", BODIES)):
        for term in terms:
            assert f"<dt>{words(f'{name}.{term}')}</dt>" in html
