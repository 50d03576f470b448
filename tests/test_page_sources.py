"""The page "Daten und Quellen" without a browser: address, choice of an event, contact."""

from functools import partial

import curated
import page_driver
import pytest
from page_driver import choose, fields, seen, take, warnings
from page_driver import html as words

from components.base import settings
from data import tables

KLEVE = "05154-rejection-1"


@pytest.fixture
def opened(monkeypatch):
    """Opens the page at an address."""
    monkeypatch.delenv(settings.variable("contact"), raising=False)
    return partial(page_driver.opened, "quellen")


def correction(page):
    """The prefilled text."""
    (field,) = [one for one in page.get("bidi_component") if "copy_correction" in one.proto.id]
    return field.proto.json


def test_the_page_has_a_row_for_every_source_and_every_district(opened):
    known = curated.tables()
    assert len(seen(opened()).select("th[scope=row]")) == len(known.sources) + len(known.districts)


def test_the_line_of_the_boundaries_stands_on_the_page(opened):
    assert "© GeoBasis-DE / BKG (2017), Daten verändert" in words(opened())


def test_the_data_version_stands_on_the_page(opened):
    assert f"Datenstand: {tables.version()}." in words(opened())


def test_an_address_with_an_event_fills_in_its_text(opened):
    page = opened(kreis="05154", ereignis=KLEVE)
    assert fields(page)["wrong_event"]["value"] == KLEVE
    assert f"Ereignis: {KLEVE}" in correction(page)
    assert warnings(page) == []


def test_without_an_event_the_text_reports_a_missing_one(opened):
    page = opened(kreis="05154")
    assert fields(page)["wrong_event"]["value"] == ""
    assert "ein Ereignis, das fehlt" in correction(page)


def test_without_a_district_the_page_asks_for_one(opened):
    assert "Zuerst einen Kreis" in words(opened())


@pytest.mark.parametrize("value", ["05154-lost-1", "05166-rejection-1", "<b>"])
def test_a_bad_event_is_named_until_another_is_chosen(opened, value):
    page = opened(kreis="05154", ereignis=value)
    (warning,) = warnings(page)
    assert f"„{value}“" in warning
    page = choose(page, "wrong_event", KLEVE)
    assert warnings(page) == [] and f"Ereignis: {KLEVE}" in correction(page)


def test_a_chosen_event_stands_in_the_address(opened):
    page = choose(opened(kreis="05154"), "wrong_event", KLEVE)
    assert (page.query_params["ereignis"], page.query_params["kreis"]) == (KLEVE, "05154")


def test_another_district_forgets_the_event(opened):
    page = opened(kreis="05154", ereignis=KLEVE)
    take(page, "05166")
    assert "ereignis" not in page.query_params and warnings(page) == []
    assert "Kreis Viersen (05166)" in correction(page)


def test_where_corrections_go_is_told_if_it_is_set(opened, monkeypatch):
    assert "an die Stelle senden, die diese Seite betreibt" in words(opened())
    monkeypatch.setenv(settings.variable("contact"), "atlas@example.org <b>")
    assert "Bitte den fertigen Text senden an: atlas@example.org &lt;b&gt;" in words(opened())


def test_the_page_speaks_english(opened):
    told = words(opened(lang="en"))
    assert "What the atlas rests on" in told and "Still to be settled" in told
