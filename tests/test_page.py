"""The page as a visitor drives it, without a browser: one state in all controls and the address."""

from datetime import date, timedelta
from functools import partial

import curated
import page_driver
import pytest
from page_driver import html as words
from page_driver import sound, warnings

from components.choice import today
from data import tables

opened = partial(page_driver.opened, "karte")


def search(page, text):
    """The page after somebody has typed a text into the search field."""
    field = page.selectbox(key="place")
    field.options.append(text)  # AppTest knows no typed values
    return sound(field.set_value(text).run())


def address(page):
    return dict(page.query_params)


def test_the_page_opens_on_today():
    page = opened()
    assert page.date_input(key="day").value == today()
    assert f"Am {today():%d.%m.%Y} haben alle 54 Kreise" in words(page)
    assert warnings(page) == [] and address(page) == {}


def test_map_and_table_are_there():
    page = opened()
    assert [chart.key for chart in page.get("plotly_chart")] == ["areas"]
    assert "Alle 54 im Überblick" in words(page)


def test_the_address_sets_every_control():
    page = opened(tag="2015-09-24", definition="open", kreis="05154", lang="en")
    assert page.date_input(key="day").value == date(2015, 9, 24)
    assert page.select_slider(key="month").value == date(2015, 9, 1)
    assert page.radio(key="definition").value == "open"
    assert page.radio(key="language").value == "en"
    assert page.selectbox(key="place").value == "Kreis Kleve"
    assert "On 24 September 2015" in words(page) and "Rejected (district council)" in words(page)


WRONG = {
    "tag": ("24.09.2015", "Der Tag „24.09.2015“"),
    "definition": ("viel", "Die Definition „viel“"),
    "kreis": ("5154", "Den Schlüssel „5154“"),
    "lang": ("fr", "Die Sprache „fr“"),
}


def test_wrong_parameters_are_named_until_the_reader_changes_something():
    page = opened(**{parameter: value for parameter, (value, _) in WRONG.items()})
    named = warnings(page)
    for (_, begins), warning in zip(WRONG.values(), named, strict=True):
        assert warning.startswith(begins)
    assert warnings(sound(page.run())) == named
    sound(page.button(key="previous").click().run())
    assert warnings(page) == [] and "kreis" not in address(page)


def test_slider_and_date_field_are_one_day():
    page = opened(tag="2014-04-25")
    sound(page.select_slider(key="month").set_value(date(2013, 2, 1)).run())
    assert page.date_input(key="day").value == date(2013, 2, 28)
    sound(page.date_input(key="day").set_value(date(2015, 9, 24)).run())
    assert page.select_slider(key="month").value == date(2015, 9, 1)
    assert page.date_input(key="day").value == date(2015, 9, 24)
    assert address(page) == {"tag": "2015-09-24", "definition": "approved", "lang": "de"}


def test_the_buttons_go_from_change_to_change():
    page = opened(tag="2015-12-15")
    sound(page.button(key="previous").click().run())
    day = page.date_input(key="day").value
    assert day < date(2015, 12, 15)
    sound(page.button(key="next").click().run())
    assert page.date_input(key="day").value > date(2015, 12, 15)
    sound(page.button(key="previous").click().run())
    assert page.date_input(key="day").value == day


def test_a_button_without_a_change_to_go_to_is_off():
    assert opened().button(key="next").disabled
    assert not opened(tag="2014-04-25").button(key="next").disabled


def test_a_municipality_typed_into_the_search_opens_its_district():
    page = opened(tag="2014-04-25")
    search(page, "Rheine")
    assert page.selectbox(key="place").value == "Kreis Steinfurt"
    assert "<h2>Kreis Steinfurt</h2>" in words(page)
    assert address(page)["kreis"] == "05566"


def test_what_is_no_place_is_said_and_chooses_nothing():
    page = opened(tag="2014-04-25")
    search(page, "Entenhausen")
    (warning,) = warnings(page)
    assert warning.startswith("„Entenhausen“ ist kein Kreis und keine der 396 Gemeinden")
    assert "kreis" not in address(page)


def test_what_fits_several_places_names_them():
    page = opened()
    search(page, "Neu")
    (warning,) = warnings(page)
    assert "Neuenkirchen (Kreis Steinfurt)" in warning


def test_the_chosen_district_can_be_given_up():
    page = opened(tag="2015-09-24", kreis="05154")
    (button,) = [button for button in page.button if button.label == "Auswahl aufheben"]
    sound(button.click().run())
    assert "Kreis Kleve</h2>" not in words(page) and "kreis" not in address(page)


def test_the_chosen_district_stays_when_the_day_moves():
    page = opened(tag="2015-09-24", kreis="05154")
    sound(page.button(key="previous").click().run())
    assert "<h2>Kreis Kleve</h2>" in words(page) and address(page)["kreis"] == "05154"


def test_the_definition_changes_the_count():
    page = opened(tag="2015-09-24")
    assert "ein genehmigtes KIZ" in words(page)
    sound(page.radio(key="definition").set_value("decided").run())
    assert "ein KIZ beschlossen" in words(page) and address(page)["definition"] == "decided"


def test_the_language_changes_at_once():
    page = opened(tag="2015-09-24")
    sound(page.radio(key="language").set_value("en").run())
    assert "On 24 September 2015" in words(page)
    assert "documentElement.lang = 'en'" in words(page)


def test_every_district_has_its_panel():
    for district in curated.known().districts.head(3).itertuples():
        page = opened(tag="2013-06-12", kreis=district.ags)
        assert f"<h2>{district.name}</h2>" in words(page)


def test_the_stand_of_the_research_and_the_latest_evidence_are_named():
    assert "Stand der Recherche: 21.11.2026. Jüngstes Ereignis im Datensatz: " in words(opened())


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(("lang", "title"), [("de", "nicht lesbar"), ("en", "read")])
def test_broken_tables_are_said_plainly(monkeypatch, lang, title):
    def broken():
        raise tables.DataError('data/events.csv:17: date "x" is not EDTF; write 2015-03-19')

    monkeypatch.setattr(tables, "load", broken)
    page = opened(lang=lang)
    assert title in page.error[0].value
    assert "data/events.csv:17: " in page.code[0].value
    assert not page.get("plotly_chart")


def test_a_day_before_anything_is_a_page_without_evidence():
    page = opened(tag="2012-02-08", kreis="05154")
    assert "hat keine der 54 Gebietskörperschaften" in words(page)
    assert page.button(key="previous").disabled


def test_tomorrow_is_refused():
    (warning,) = warnings(opened(tag=(today() + timedelta(1)).isoformat()))
    assert "gezeigt wird heute" in warning
