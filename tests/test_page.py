"""The page as a visitor drives it, without a browser: one state in all controls and the address."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.choice import today
from data import tables

APP = str(Path(__file__).parents[1] / "app.py")


@pytest.fixture
def opened():
    """Opens the page at an address."""

    def run(**query):
        page = AppTest.from_file(APP, default_timeout=60)
        page.query_params.update(query)
        return sound(page.run())

    return run


def sound(page):
    """The page, after a look that no exception stands on it."""
    assert [error.value for error in page.exception] == []
    return page


def click(page, ags):
    """The page after the map has reported a click; AppTest itself knows no charts."""
    (map_,) = page.get("plotly_chart")
    selected = {"selection": {"points": [{"location": ags}]}}
    states = page._tree.get_widget_states()
    states.widgets.add(id=map_.proto.id, string_value=json.dumps(selected))
    return sound(page._run(states))


def search(page, text):
    """The page after somebody has typed a text into the search field."""
    field = page.selectbox(key="place")
    field.options.append(text)  # AppTest knows no typed values
    return sound(field.set_value(text).run())


def words(page):
    """All the page's HTML in one text."""
    return "".join(element.proto.body for element in page.get("html"))


def address(page):
    return dict(page.query_params)


def warnings(page):
    return [warning.value for warning in page.warning]


def test_the_page_opens_on_today(opened):
    page = opened()
    assert page.date_input(key="day").value == today()
    assert f"Am {today():%d.%m.%Y} haben alle 54 Kreise" in words(page)
    assert warnings(page) == [] and address(page) == {}


def test_map_and_table_are_there(opened):
    page = opened()
    assert [chart.key for chart in page.get("plotly_chart")] == ["areas"]
    assert "Alle 54 im Überblick" in words(page)


def test_the_address_sets_every_control(opened):
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


def test_wrong_parameters_are_named_until_the_reader_changes_something(opened):
    page = opened(**{parameter: value for parameter, (value, _) in WRONG.items()})
    named = warnings(page)
    for (_, begins), warning in zip(WRONG.values(), named, strict=True):
        assert warning.startswith(begins)
    assert warnings(sound(page.run())) == named
    sound(page.button(key="previous").click().run())
    assert warnings(page) == [] and "kreis" not in address(page)


def test_slider_and_date_field_are_one_day(opened):
    page = opened(tag="2014-04-25")
    sound(page.select_slider(key="month").set_value(date(2013, 2, 1)).run())
    assert page.date_input(key="day").value == date(2013, 2, 28)
    sound(page.date_input(key="day").set_value(date(2015, 9, 24)).run())
    assert page.select_slider(key="month").value == date(2015, 9, 1)
    assert page.date_input(key="day").value == date(2015, 9, 24)
    assert address(page) == {"tag": "2015-09-24", "definition": "approved", "lang": "de"}


def test_the_buttons_go_from_change_to_change(opened):
    page = opened(tag="2015-12-15")
    sound(page.button(key="previous").click().run())
    day = page.date_input(key="day").value
    assert day < date(2015, 12, 15)
    sound(page.button(key="next").click().run())
    assert page.date_input(key="day").value > date(2015, 12, 15)
    sound(page.button(key="previous").click().run())
    assert page.date_input(key="day").value == day


def test_a_button_without_a_change_to_go_to_is_off(opened):
    assert opened().button(key="next").disabled
    assert not opened(tag="2014-04-25").button(key="next").disabled


def test_a_municipality_typed_into_the_search_opens_its_district(opened):
    page = opened(tag="2014-04-25")
    search(page, "Rheine")
    assert page.selectbox(key="place").value == "Kreis Steinfurt"
    assert "<h2>Kreis Steinfurt</h2>" in words(page)
    assert address(page)["kreis"] == "05566"


def test_what_is_no_place_is_said_and_chooses_nothing(opened):
    page = opened(tag="2014-04-25")
    search(page, "Entenhausen")
    (warning,) = warnings(page)
    assert warning.startswith("„Entenhausen“ ist kein Kreis und keine der 396 Gemeinden")
    assert "kreis" not in address(page)


def test_what_fits_several_places_names_them(opened):
    page = opened()
    search(page, "Neu")
    (warning,) = warnings(page)
    assert "Neuenkirchen (Kreis Steinfurt)" in warning


def test_a_click_on_the_map_opens_the_district_and_its_history(opened):
    page = click(opened(tag="2015-09-24"), "05154")
    assert "<h2>Kreis Kleve</h2>" in words(page)
    assert "Abgelehnt (Kreistag)" in words(page)
    assert "Geschichte: Kreis Kleve" in words(page)
    assert address(page)["kreis"] == "05154"


def test_the_chosen_district_can_be_given_up(opened):
    page = opened(tag="2015-09-24", kreis="05154")
    (button,) = [button for button in page.button if button.label == "Auswahl aufheben"]
    sound(button.click().run())
    assert "Kreis Kleve</h2>" not in words(page) and "kreis" not in address(page)


def test_the_chosen_district_stays_when_the_day_moves(opened):
    page = opened(tag="2015-09-24", kreis="05154")
    sound(page.button(key="previous").click().run())
    assert "<h2>Kreis Kleve</h2>" in words(page) and address(page)["kreis"] == "05154"


def test_the_definition_changes_the_count(opened):
    page = opened(tag="2015-09-24")
    assert "ein genehmigtes KIZ" in words(page)
    sound(page.radio(key="definition").set_value("decided").run())
    assert "ein KIZ beschlossen" in words(page) and address(page)["definition"] == "decided"


def test_the_language_changes_at_once(opened):
    page = opened(tag="2015-09-24")
    sound(page.radio(key="language").set_value("en").run())
    assert "On 24 September 2015" in words(page)
    assert "documentElement.lang = 'en'" in words(page)


def test_every_district_has_its_panel(opened):
    page = opened(tag="2013-06-12")
    for district in tables.load().districts.head(3).itertuples():
        assert f"<h2>{district.name}</h2>" in words(click(page, district.ags))


def test_the_stand_of_the_research_and_the_latest_evidence_are_named(opened):
    assert "Stand der Recherche: 21.11.2026. Jüngstes Ereignis im Datensatz: " in words(opened())


@pytest.mark.parametrize(("lang", "title"), [("de", "nicht lesbar"), ("en", "read")])
def test_broken_tables_are_said_plainly(opened, monkeypatch, lang, title):
    def broken():
        raise tables.DataError('data/events.csv:17: date "x" is not EDTF; write 2015-03-19')

    monkeypatch.setattr(tables, "load", broken)
    page = opened(lang=lang)
    assert title in page.error[0].value
    assert "data/events.csv:17: " in page.code[0].value
    assert not page.get("plotly_chart")


def test_a_day_before_anything_is_a_page_without_evidence(opened):
    page = opened(tag="2012-02-08", kreis="05154")
    assert "hat keine der 54 Gebietskörperschaften" in words(page)
    assert page.button(key="previous").disabled


def test_tomorrow_is_refused(opened):
    (warning,) = warnings(opened(tag=(today() + timedelta(1)).isoformat()))
    assert "gezeigt wird heute" in warning
