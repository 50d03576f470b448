"""The page "Ohne KIZ": what it says, lists and filters, without a browser."""

import json
from datetime import date
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import curated
import hypothesis
import pandas as pd
import pytest
from hypothesis import strategies as st
from markup import text, texts
from page_driver import given, html, seen, sound, turned_to, warnings
from standing_builders import standings

from components.base.choice import MOST_BESIDE, Choice, read, today
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
        "Seit dem Gesetz vom 08.02.2012 sind 1.324 Tage vergangen.",
    ]


def test_one_that_is_undetermined_is_said_to_be_one():
    line = said({"group": "undetermined"}, WITHOUT, count=54, group="with", day=date(2012, 2, 9))
    assert line.detail[1:] == [
        "Ungeklärt ist es bei 1 (D1); hier nicht mitgezählt.",
        "Seit dem Gesetz vom 08.02.2012 ist 1 Tag vergangen.",
    ]


def test_the_undetermined_are_said_apart_and_never_counted_as_without():
    line = said(WITHOUT, {"group": "undetermined"}, {"group": "undetermined"}, count=54)
    assert "ist 1 von 54" in line.sentence
    assert "Ungeklärt ist es bei 2 (D2, D3); sie sind hier nicht mitgezählt." in (line.detail)


def test_more_undetermined_ones_than_a_sentence_holds_are_a_number():
    line = said(*[{"group": "undetermined"}] * 9, count=54)
    assert any(part.startswith("Ungeklärt ist es bei 9; sie sind") for part in line.detail)


def test_where_only_undetermined_ones_are_left_nobody_is_said_to_be_without():
    sentence = said({"group": "undetermined"}, count=54).sentence
    assert sentence == (
        "Am 24.09.2015 ist kein Kreis und keine kreisfreie Stadt sicher ohne genehmigtes KIZ."
    )
    english = said({"group": "undetermined"}, count=54, language="en").sentence
    assert "no district and no independent city is certainly " in english


def test_at_the_end_of_2017_kleve_alone_is_undetermined_and_nobody_surely_without():
    page = opened(tag="2017-12-31")
    (line,) = texts(seen(page), "h1")
    assert line == (
        "Am 31.12.2017 ist kein Kreis und keine kreisfreie Stadt sicher ohne genehmigtes KIZ."
    )
    assert "Ungeklärt ist es bei 1 (Kleve); hier nicht mitgezählt." in html(page)


def list_row(page, district):
    (row,) = [one for one in seen(page).select("tbody tr") if district in text(one.th)]
    return row


def test_each_row_names_the_source_of_the_last_act():
    page = opened(tag="2015-09-24")
    known = curated.tables()
    sources = known.sources.set_index("id")
    bench = curated.atlas().workbench(DAY, "approved").set_index("name")
    proofs = known.events.set_index("id")["source_id"]
    for name in ("Kreis Kleve", "Kreis Steinfurt", "Kreis Borken", "Kreis Coesfeld"):
        source = sources.loc[proofs[bench.loc[name, "act_event_id"]]]
        cell = list_row(page, name).select_one("td:nth-of-type(2) .source")
        assert text(cell).startswith(source["publisher"])
        assert [link["href"] for link in cell.select("a")] == list(filter(None, [source["url"]]))


def test_a_latecomer_names_the_source_of_the_event_by_which_it_came():
    page = opened(tag="2018-12-31")
    known = curated.tables()
    came = known.events[known.events["id"].eq("05558-opening-1")].iloc[0]
    source = known.sources.set_index("id").loc[came["source_id"]]
    cell = list_row(page, "Kreis Coesfeld").select_one("td:nth-of-type(2) .source")
    assert text(cell).startswith(source["publisher"])


def test_reasons_are_told_in_the_words_of_their_sources():
    page = opened(tag="2016-06-29")
    reasons = text(list_row(page, "Kreis Kleve").select_one("td:last-child"))
    event = curated.tables().events.set_index("id").loc["05154-rejection-2"]
    assert reasons.startswith(event["summary_de"]) and "anderer Grund" not in reasons
    page = opened(tag="2015-09-24")
    given = list_row(page, "Kreis Steinfurt").select("td:last-child .reasons li")
    assert [text(one.b) for one in given] == [
        "zu viele Stellen, Aufgabe der Gemeinden:",
        "Gemeinden dagegen:",
        "Gemeinden dagegen:",
    ]
    assert all(one.select_one(".source") for one in given)


def beside(page):
    """The names of those that lie side by side."""
    return texts(seen(page), ".stacked > .ways > li > .label b")


def test_those_named_in_the_address_lie_side_by_side_on_one_axis():
    page = opened(tag="2015-09-24", neben="05566,05154")
    assert beside(page) == ["Kreis Steinfurt", "Kreis Kleve"]
    (picture,) = seen(page).select(".timeline.stacked")
    assert len(picture.select(".axis")) == len(picture.select(".steps")) == 1
    events = curated.tables().events
    for ags, row in zip(("05566", "05154"), picture.select(".ways > li > .track"), strict=True):
        of_district = events[events["ags"].eq(ags)]
        assert len(row.select("i")) == len(of_district)
        later = of_district["first_day"].gt(pd.Timestamp(DAY)).sum()
        assert len(row.select(".after")) == later > 0
    (ticks,) = given(page, "ticks")
    assert (ticks["chosen"], ticks["most"]) == (["05566", "05154"], 8)
    # A tick draws no list anew: what is ticked does not stand in it.
    names = seen(page).select(".ticked a")
    assert names and not [name for name in names if "neben" in name["href"]]


def test_boxes_stand_beside_every_name_of_the_lists_with_a_name_of_their_own():
    boxes = seen(opened(tag="2015-09-24")).select("tbody th input[type=checkbox]")
    assert {box["data-beside"] for box in boxes} == {"05154", "05554", "05558", "05566", "05166"}
    assert all(box["aria-label"].endswith("nebeneinander zeigen") for box in boxes)


def test_the_choice_can_be_cleared():
    page = opened(tag="2015-09-24", neben="05566")
    page = sound(page.button(key="beside_clear").click().run())
    assert "neben" not in page.query_params and beside(page) == []


def test_what_cannot_lie_side_by_side_is_named_and_the_rest_does():
    page = opened(tag="2015-09-24", neben="05566,99999,05566")
    (warning,) = warnings(page)
    assert "„99999“" in warning and beside(page) == ["Kreis Steinfurt"]


def test_more_than_fit_are_named_and_left_out():
    ags = list(curated.tables().districts["ags"][:10])
    page = opened(tag="2015-09-24", neben=",".join(ags))
    (warning,) = warnings(page)
    assert "höchstens 8" in warning and ", ".join(ags[8:]) in warning
    assert len(beside(page)) == 8


@hypothesis.given(st.lists(st.sampled_from(list(curated.tables().districts["ags"])), unique=True))
def test_the_districts_side_by_side_are_read_back_from_the_address(districts):
    named = dict.fromkeys(curated.tables().districts["ags"], "")
    choice = Choice(DAY, beside=tuple(districts[:MOST_BESIDE]))
    assert read(choice.address(), today(), named) == (choice, [])


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
    assert kleve[2].startswith("Ablehnung, Kreistag 19.03.2015 ") and kleve[3] == "189"
    assert kleve[4:7] == ["2", "1 von 3 belegt seit 25.04.2014", "Düsseldorf"]
    assert steinfurt[2].startswith("Ablehnung, Kreistag 15.12.2014 ")


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
    assert rows[-1][2].startswith("zwischen 10.10.2017 und 06.09.2018 ")
    assert rows[-1][3] == "2.071 bis 2.402"
    page = sound(next(b for b in page.button if "09.10.2017" in b.label).click().run())
    assert page.query_params["tag"] == "2017-10-09"
    assert "ist 1 von 54" in html(page)


def test_lists_are_narrowed_by_the_statuses_and_regions_that_occur():
    (table,) = seen(opened(tag="2015-09-24")).select("table:has(th[data-name=days])")
    offered = {
        heading["data-name"]: [code for code, _ in json.loads(heading["data-groups"])]
        for heading in table.select("th[data-groups]")
    }
    assert offered == {
        "status": ["rejected", "debated", "decided"],
        "region": ["Düsseldorf", "Münster"],
    }


def test_a_name_leads_to_the_dossier_with_day_and_definition_kept():
    page = opened(tag="2015-09-24", definition="decided", farbe="status", lang="en")
    (link,) = seen(page).select("a[href*='kreis=05154']")
    address = urlsplit(link["href"])
    kept = {"tag": "2015-09-24", "definition": "decided", "farbe": "status", "lang": "en"}
    assert (address.path, dict(parse_qsl(address.query))) == ("kreis", kept | {"kreis": "05154"})
