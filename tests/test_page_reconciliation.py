"""The page Abgleich: what its table says of each total, and how it is chosen and linked."""

from datetime import date
from functools import partial

import pandas as pd
import pytest
from event_builders import an_event, districts, frame
from markup import parsed, texts
from page_driver import html, turned_to
from total_builders import a_total, totals

from adoption.reconcile import COUNTED_ONCE, reconcile
from adoption.series import episodes
from adoption.vocabulary import VERDICTS
from components.base.choice import Choice
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts.totals import compared
from components.html.totals import MARKS, table
from components.words.totals import summary

opened = partial(turned_to, "abgleich")
SOURCES = pd.DataFrame(
    [
        ("press", "Titel", "Land", "2013-05", "https://e.org/?a=1&b=2"),
        ("paper", "T", "Kreis", "", ""),
    ],
    columns=["id", "title", "publisher", "published", "url"],
)
LINKS = LiveLinks(Choice(date(2020, 1, 1), "granted", "05154").address())


def told(*rows, dates=("2013-01-01", "2013/2014"), count=4, ags=(), language="de"):
    """The table of these totals beside districts approved on these dates."""
    known = districts(count)
    known["ags"] = pd.array(ags or known["ags"], dtype="string")
    held = zip(known["ags"], dates, strict=False)
    acts = [an_event(ags=own, event="approval", date=day) for own, day in held]
    all_totals = totals(*rows)
    verdicts = reconcile(all_totals, episodes(frame(*acts), known))
    found = compared(all_totals, verdicts, known, SOURCES)
    return str(table(found, LINKS, Wording(language)))


def cells(html):
    """The cells of each row as text, by the heading that stands over them."""
    page = parsed(html)
    heads = texts(page, "thead th")
    return [dict(zip(heads, texts(row, "th, td"), strict=True)) for row in page.select("tr[id]")]


def test_a_row_has_date_figure_counts_bounds_verdict_names_and_source():
    (row,) = cells(told(a_total(2, "2013-05-05", what_de="Gegründete KIZ")))
    assert row["Datum"] == "05.05.2013"
    assert row["Zahl"] == "2 von 4"
    assert row["Gezählt wurde"].startswith("Gegründete KIZ")
    assert "verglichen mit: genehmigt" in row["Gezählt wurde"]
    assert row["Nach unseren Belegen"] == "1 belegt, 2 möglich Grenzen: genau 2 am 05.05.2013"
    assert "≈ passt innerhalb der Unsicherheit" in row["Urteil"]
    assert row["Um wen es geht"] == "Ungeklärt, ob schon dabei: D2"
    assert row["Quelle"] == "Land, Mai 2013"


def test_a_total_without_denominator_is_a_number_alone_and_held_against_all():
    row, beyond = cells(told(a_total(2, of=""), a_total(3, of="", binds="no")))
    assert row["Zahl"] == "2" and "passt innerhalb der Unsicherheit" in row["Urteil"]
    assert "höchstens 2 von 4 möglich" in beyond["Urteil"] and "NA" not in str([row, beyond])


def test_a_date_opens_the_map_of_the_day_compared_under_what_was_counted():
    html = told(a_total(1, "2012"), a_total(1, "2013-02", definition="", binds="no"))
    addresses = [link["href"] for link in parsed(html).select("a[href^='./?']")]
    assert addresses == [
        "./?tag=2012-12-31&definition=approved&kreis=05154&farbe=has&lang=de",
        "./?tag=2013-02-28&definition=granted&kreis=05154&farbe=has&lang=de",
    ]


def test_every_total_keeps_all_cells_so_that_columns_stay_in_line():
    html = told(a_total(1), a_total(3, definition="", binds="no", id="x"))
    assert [list(row) for row in cells(html)] == [
        ["Datum", "Zahl", "Gezählt wurde", "Nach unseren Belegen", "Urteil", "Um wen es geht",
         "Quelle"]
    ] * 2  # fmt: skip


@pytest.mark.parametrize(("count", "folded"), [(8, False), (9, True)])
def test_more_names_than_a_line_holds_are_folded_under_their_number(count, folded):
    html = told(a_total(4, of="9"), dates=["2013/2014"] * count, count=9)
    assert texts(html, "details > summary") == [f"{count} Kreise und Städte"] * folded
    assert f"D{count}" in html


def test_names_stand_in_the_order_of_the_alphabet():
    (row,) = cells(told(a_total(1), dates=["2013/2014"] * 3))
    assert row["Um wen es geht"].endswith("D1, D2, D3")


def test_a_contradiction_is_explained_by_the_names():
    high, low = (
        cells(told(a_total(count, binds="no"), dates=["2013-01-01", "2013-02-01"]))[0]
        for count in (3, 1)
    )
    assert "≠ widerspricht" in high["Urteil"] and "≠ widerspricht" in low["Urteil"]
    assert "Am 05.05.2013 sind nach den Belegen höchstens 2 von 4 möglich." in high["Urteil"]
    assert "die Zahl setzt 1 davon voraus: D3, D4" in high["Um wen es geht"]
    assert "Am 05.05.2013 sind schon 2 von 4 belegt." in low["Urteil"]
    assert low["Um wen es geht"] == "Zuletzt dazugekommen: D2"


def test_a_contradiction_to_other_totals_names_them():
    rows = (a_total(3, binds="no"), a_total(2, "2013-05-08"))
    row = cells(told(*rows, dates=["2013/2014"] * 4))[0]
    assert "Im Widerspruch zu: 2 von 4 (Land, 08.05.2013)." in row["Urteil"]


def test_a_wrong_denominator_is_pointed_out():
    wrong = a_total(3, "2013-05", of="3", binds="no", id="wrong")
    ags = [*COUNTED_ONCE, "05003", "05004"]
    row = cells(told(wrong, a_total(3), dates=["2013-01-01"] * 3, ags=ags))[0]
    assert "höchstens 2 von 3 möglich." in row["Urteil"]
    assert "Von 54 gerechnet passt dieselbe Zahl: 3 von 4 (Land, 05.05.2013)." in row["Urteil"]


@pytest.mark.parametrize("column", ["what_de", "note_de"])
def test_markup_in_a_total_is_shown_as_text(column):
    html = told(a_total(2, **{column: "<script>"}))
    assert "<script" not in html and "&lt;script&gt;" in html


def test_a_source_opens_apart_and_one_that_is_not_online_says_so():
    html = told(a_total(1), a_total(1, "2013-06-05", source_id="paper"))
    (link,) = parsed(html).select("a[target=_blank]")
    assert (link["href"], link["title"]) == ("https://e.org/?a=1&b=2", "Land: Titel (2013-05)")
    assert link["rel"] == ["noopener", "noreferrer"]
    assert "Kreis · nicht online" in html


def test_english_readers_get_english_words_and_notes():
    (row,) = cells(told(a_total(2, note_en="A note."), language="en"))
    assert "agrees within the uncertainty" in row["Verdict"] and "A note." in row["Verdict"]


def test_every_verdict_has_a_sign_of_its_own():
    assert list(MARKS) == list(VERDICTS) and len(set(MARKS.values())) == len(VERDICTS)


def test_the_summary_counts_every_verdict_also_those_that_nothing_has():
    line = summary(pd.DataFrame({"verdict": ["agrees", "agrees", "contradicts"]}), Wording("de"))
    assert line.startswith("3 Zahlen: stimmt überein: 2; passt innerhalb der Unsicherheit: 0; ")
    assert line.endswith("widerspricht: 1.")


def shown_by(page):
    return cells(html(page))


def test_the_page_shows_all_totals_and_says_in_plain_words_what_they_are():
    page = opened()
    assert len(shown_by(page)) == 71
    shown = html(page)
    assert "71 Zahlen: stimmt überein: 40;" in shown and shown.count("<h1") == 1
    assert "Stand 12.06.2013: Das Ministerium zählte 29; bei 16 ist belegt" in shown


def test_the_page_follows_the_language():
    page = opened(lang="en")
    assert {row["Verdict"][0] for row in shown_by(page)} == set("=≈≙–≠")
