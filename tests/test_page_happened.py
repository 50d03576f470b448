"""The part "Was geschah" of the page "Änderungen": its rows, the kinds, what an address asks."""

from functools import partial

import pytest
from markup import text, texts
from page_driver import choose, fields, html, options, seen, turned_to, warnings

from components.base.choice import HAPPENED

YEAR = {"seit": "2015-01-01", "tag": "2015-12-31"}
opened = partial(turned_to, "aenderungen")


def table(page):
    """The cells of the rows, by the words of their headings."""
    found = [one for one in seen(page).select("table") if " Eintr" in text(one.caption)]
    return [
        dict(zip(texts(one, "thead th"), texts(row, "th, td"), strict=True))
        for one in found
        for row in one.select("tbody tr")
    ]


def effects(page):
    """How the effects of the rows begin."""
    return {one["Wirkung auf den Status"].split(":")[0] for one in table(page)}


def row(page, district, what):
    """The one row of a district that begins with this."""
    (found,) = [one for one in table(page)
                if one["Kreis oder Stadt"] == district and one["Was"].startswith(what)]  # fmt: skip
    return found


def test_what_changes_and_what_keeps_the_status_is_told_with_its_source():
    page = opened(**YEAR)
    refusal = row(page, "Kreis Kleve", "Ablehnung, Kreistag")
    assert refusal["Datum"] == "19.03.2015"
    assert refusal["Wirkung auf den Status"] == "Ändert: Kein Beleg → × Abgelehnt"
    assert refusal["Quelle"].startswith("SPD-Ratsfraktion Bedburg-Hau, 24.09.2015")
    voice = row(page, "Kreis Kleve", "Antrag, Gemeinde Im Rat Bedburg-Hau")
    assert voice["Wirkung auf den Status"].startswith(
        "Ändert nichts: bleibt × Abgelehnt eine Stimme"
    )


def test_the_law_stands_there_without_a_district():
    page = opened(**YEAR, art="milestone")
    assert {one["Kreis oder Stadt"] for one in table(page)} == {"Land"}
    assert effects(page) == {"Ändert keinen Status"}


def test_a_confirmation_says_what_it_shows():
    page = opened(seit="2025-08-08", tag="2025-08-08", art="confirmation")
    found = row(page, "Kreis Kleve", "Bestätigung: in Betrieb Ministerin Paul")
    assert found["Wirkung auf den Status"] == "Zeigt, dass das KIZ arbeitet"


def test_the_page_says_which_days_are_vague_and_how_many_may_lie_outside():
    said = html(opened(**YEAR))
    assert "deren Tag nur ungefähr bekannt ist, stehen hier, wenn er in den Zeitraum fallen" in said
    assert "Einträge können auch davor oder danach liegen und stehen am Ende." in said


@pytest.mark.parametrize("kind", HAPPENED)
def test_a_kind_in_the_address_leaves_as_many_rows_as_its_button_says(kind):
    page = opened(**YEAR, art=kind)
    assert fields(page)["happened_kind"]["value"] == kind
    (said,) = [text for text, value in options(page, "happened_kind").items() if value == kind]
    assert said.endswith(f"({len(table(page))})")


def test_a_choice_of_the_kind_stands_in_the_address_and_outlives_another_day():
    page = opened(**YEAR)
    page = choose(page, "happened_kind", "changes")
    assert page.query_params["art"] == "changes"
    assert effects(page) == {"Ändert"}
    few = len(table(page))
    page = choose(page, "two_since_day", "2014-01-01")
    assert page.query_params["art"] == "changes" and len(table(page)) > few > 4
    page = choose(page, "happened_kind", "all")
    assert "art" not in page.query_params


def test_a_kind_that_there_is_not_is_named_and_everything_is_shown():
    page = opened(**YEAR, art="gossip")
    (warning,) = warnings(page)
    assert "„gossip“" in warning and "all, changes, keeps, event, confirmation" in warning
    assert fields(page)["happened_kind"]["value"] == "all"


def test_where_nothing_happened_the_page_says_so():
    page = opened(seit="2025-01-01", tag="2025-01-02", art="changes")
    assert "steht davon nichts in den Tabellen" in html(page)


def test_with_the_days_in_the_wrong_order_nothing_is_told():
    page = opened(tag="2014-04-25", seit="2016-06-29")
    assert "Was geschah" not in texts(seen(page), "h2")


def test_in_english_the_summaries_are_english():
    said = texts(seen(opened(**YEAR, lang="en")), "td")
    assert any(one.startswith("Rejection, district council The district council") for one in said)
