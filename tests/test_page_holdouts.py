"""The page "Ohne KIZ": what it says, lists and filters, without a browser."""

from datetime import date
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
from markup import text
from page_driver import html, seen, sound, turned_to
from standing_builders import standings

from components.base.choice import Choice, today
from components.base.wording import LANGUAGES, Wording
from components.facts import people
from components.words import holdouts
from components.words.counts import between

DAY = date(2015, 9, 24)
GERMAN = Wording("de")
opened = partial(turned_to, "ohne")


def tables(page):
    """The rows of every table as lists of plain texts, by its caption."""
    return {
        text(table.caption): [
            [text(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")
        ]
        for table in seen(page).select("table")
    }


def names(rows):
    return {row[0] for row in rows}


def said(*changes, day=DAY, definition="approved", language="de", **usual):
    choice = Choice(day, definition)
    return holdouts.headline(standings(*changes, **usual), choice, Wording(language))


WITHOUT = {"group": "without"}


def test_the_headline_counts_those_without_and_the_detail_names_them_by_status():
    refused = {**WITHOUT, "status": "rejected", "short_name": "Kleve"}
    debated = {**WITHOUT, "status": "debated", "short_name": "Borken"}
    line = said(debated, refused, count=54)
    assert line.sentence.startswith("Am 24.09.2015 sind 2 von 54 Kreisen und kreisfreien Städten")
    assert line.sentence.endswith("ohne genehmigtes KIZ.")
    assert line.detail == [
        "Abgelehnt: Kleve.",
        "In Beratung: Borken.",
        "1.324 Tage nach dem Gesetz vom 08.02.2012.",
    ]


def test_one_that_is_undetermined_is_said_to_be_one():
    line = said({"group": "undetermined"}, WITHOUT, count=54, group="with", day=date(2012, 2, 9))
    assert line.detail[1:] == [
        "Bei 1 weiteren ist nicht belegt, ob es dort eines gibt; das steht für sich und zählt "
        "nicht als ohne.",
        "1 Tag nach dem Gesetz vom 08.02.2012.",
    ]


def test_the_undetermined_are_said_apart_and_never_counted_as_without():
    line = said(WITHOUT, {"group": "undetermined"}, {"group": "undetermined"}, count=54)
    assert "ist 1 von 54" in line.sentence
    assert any("Bei 2 weiteren ist nicht belegt" in part for part in line.detail)


def test_where_only_undetermined_ones_are_left_nobody_is_said_to_be_without():
    sentence = said({"group": "undetermined"}, count=54).sentence
    assert "bei keinem der 54 Kreise" in sentence


def test_where_all_have_one_the_headline_says_so():
    expected = "Am 24.09.2015 haben alle 54 Kreise und kreisfreien Städte ein genehmigtes KIZ."
    assert said(count=54).sentence == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("definition", ["decided", "approved", "granted", "open"])
def test_every_definition_has_its_own_headline(definition, language):
    other = said(WITHOUT, count=3, definition="decided", language=language).sentence
    own = said(WITHOUT, count=3, definition=definition, language=language).sentence
    assert (own == other) == (definition == "decided")


@pytest.mark.parametrize(("most", "told"), [(283, "283"), (1362, "283 bis 1.362")])
def test_days_are_a_range_only_where_they_are_one(most, told):
    assert between(283, most, GERMAN) == told


def test_people_are_counted_on_the_latest_comparable_day_before_else_the_first():
    comparable = {2015: pd.Series({"05001": 1}), 2019: pd.Series({"05001": 2})}
    row = ("05001", "share_immigration_history_pct", "district", "2022-05-15", 24.2)
    table = pd.DataFrame([row], columns=["ags", "metric", "area", "date", "value"])
    for day, counted in ((date(2013, 1, 1), 2015), (date(2019, 12, 30), 2015), (today(), 2019)):
        known = people.people(comparable, table, day)
        assert known.counted_on == date(counted, 12, 31)
        assert known.population.equals(comparable[counted])
    assert known.history["05001"] == pytest.approx(0.242)
    assert known.history_on == date(2022, 5, 15)


def test_on_24_september_2015_the_list_has_the_five_and_nothing_is_undetermined():
    (listed,) = tables(opened(tag="2015-09-24")).values()
    kleve, steinfurt = (
        next(row for row in listed if row[0] == f"Kreis {name}") for name in ("Kleve", "Steinfurt")
    )
    assert names(listed) == {
        f"Kreis {name}" for name in ("Borken", "Coesfeld", "Kleve", "Steinfurt", "Viersen")
    }
    assert kleve[1].split() == ["×", "Abgelehnt", "(Kreistag)"]
    assert kleve[2:4] == ["Ablehnung, Kreistag 19.03.2015", "189"]
    assert kleve[4:7] == ["2", "1 von 3 belegt seit 25.04.2014", "Düsseldorf"]
    assert steinfurt[2] == "Ablehnung, Kreistag 15.12.2014"
    assert steinfurt[-1] == "Gemeinden dagegen, zu viele Stellen, Aufgabe der Gemeinden"


def test_the_undetermined_have_a_table_of_their_own():
    found = tables(opened(tag="2013-06-12"))
    without = found["Ohne KIZ am 12.06.2013 (10)"]
    undetermined = found["Ungeklärt am 12.06.2013 (28)"]
    assert (len(without), len(undetermined)) == (10, 28)
    assert not names(without) & names(undetermined)
    assert any("möglich:" in row[1] for row in undetermined)


def test_where_the_share_is_known_only_with_the_city_it_is_unknown():
    found = tables(opened(tag="2013-06-12"))
    rows = [row for listed in found.values() for row in listed if "Aachen" in row[0]]
    assert len(rows) == 2 and all(row[8].startswith("unbekannt") for row in rows)


def test_today_the_list_is_empty_and_says_who_came_last():
    page = opened()
    assert "Nach den Belegen bis " in html(page) and " haben alle 54 Kreise" in html(page)
    assert "war der 09.10.2017: Kreis Kleve." in html(page)
    ((caption, rows),) = tables(page).items()
    assert caption.startswith("Spät dazugekommen") and len(rows) == 5
    assert rows[-1][2:4] == ["zwischen 10.10.2017 und 06.09.2018", "2.071 bis 2.402"]
    page = sound(next(b for b in page.button if "09.10.2017" in b.label).click().run())
    assert page.query_params["tag"] == "2017-10-09"
    assert "ist 1 von 54" in html(page)


def test_a_filter_leaves_only_what_fits_and_says_when_nothing_does():
    page = opened(tag="2015-09-24")
    page = sound(page.selectbox(key="filter_regierungsbezirk").set_value("Münster").run())
    (listed,) = tables(page).values()
    assert names(listed) == {"Kreis Borken", "Kreis Coesfeld", "Kreis Steinfurt"}
    page = sound(page.selectbox(key="filter_status").set_value("rejected").run())
    (listed,) = tables(page).values()
    assert names(listed) == {"Kreis Steinfurt"}
    page = sound(page.selectbox(key="filter_status").set_value("open").run())
    assert tables(page) == {} and "Keine der 5 Zeilen passt zum Filter." in html(page)


def test_a_name_leads_to_the_dossier_with_day_and_definition_kept():
    page = opened(tag="2015-09-24", definition="decided", farbe="status", lang="en")
    (link,) = seen(page).select("a[href*='kreis=05154']")
    address = urlsplit(link["href"])
    kept = {"tag": "2015-09-24", "definition": "decided", "farbe": "status", "lang": "en"}
    assert (address.path, dict(parse_qsl(address.query))) == ("kreis", kept | {"kreis": "05154"})
