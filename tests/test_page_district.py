"""The page "Kreis": from any municipality to the dossier, and the dossier of the real tables."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import tables

APP = str(Path(__file__).parents[1] / "app.py")
PAGE = "components/pages/kreis.py"


@pytest.fixture(scope="module")
def known():
    return tables.load()


def opened(**query):
    """The page at an address."""
    page = AppTest.from_file(APP, default_timeout=60)
    page.switch_page(PAGE)
    page.query_params.update(query)
    return sound(page.run())


def sound(page):
    assert [error.value for error in page.exception] == []
    return page


def words(page):
    """All the page's HTML in one text."""
    return "".join(element.proto.body for element in page.get("html"))


def headline(page):
    return re.search(r'<h1 class="headline">(.+?)</h1>', words(page))[1]


def test_without_a_district_all_54_are_listed_and_lead_to_their_dossiers(known):
    page = opened(tag="2015-09-24")
    assert headline(page) == "Wo stehe ich?"
    linked = re.findall(r'href="kreis\?[^"]*kreis=(\d+)"', words(page))
    assert sorted(linked) == sorted(known.districts["ags"])
    assert words(page).count("Regierungsbezirk") == 5
    assert page.selectbox(key="place").value is None


def test_a_municipality_leads_to_the_dossier_of_its_district():
    page = opened(tag="2015-09-24")
    page = sound(page.selectbox(key="place").set_value("Rheine (Kreis Steinfurt)").run())
    assert page.query_params["kreis"] == "05566"
    assert headline(page) == (
        "Kreis Steinfurt hat am 24.09.2015 kein genehmigtes KIZ: abgelehnt vom Kreistag, "
        "15.12.2014."
    )


def test_the_rhein_sieg_kreis_tells_its_way_from_the_motion_to_the_start():
    html = words(opened(tag="2026-11-21", kreis="05382"))
    assert (
        "Antrag (02.10.2012) → Beschluss (20.03.2014) → "
        "Genehmigung (zwischen 20.03.2014 und 25.04.2014) → Betrieb (November 2014)"
    ) in html
    for told in ("Platz 41 bis 49 von 54", "771 bis 807", "760 bis 789", "19 Städte und Gemeinden"):
        assert told in html
    assert "Beim Beschluss (20.03.2014) hatten 3 bis 6 von 6 Nachbarn" in html


def test_every_event_stands_in_picture_and_history_once(known):
    html = words(opened(kreis="05154"))
    for id in known.events.loc[known.events["ags"].eq("05154"), "id"]:
        assert html.count(f'<li><a href="#{id}">') == 1
        assert len(re.findall(rf'<li class="\w+" id="{id}"', html)) == 1


def test_acts_and_voices_are_told_apart():
    html = words(opened(kreis="05154"))
    voices = html.split("<h2>Was Gemeinden, Kirchen und andere sagten</h2>")[1]
    assert '<li class="voice" id="05154-motion-2"' in voices
    assert 'class="own"' not in voices
    acts = html.split("<h2>Was eigene Gremien und Ministerium taten</h2>")[1]
    assert 'id="05154-rejection-1"' in acts.split("<h2>")[0]


def test_the_neighbours_of_kleve_are_borken_wesel_and_viersen():
    html = words(opened(kreis="05154"))
    (listed,) = re.findall(r'<ul class="neighbours">(.+?)</ul>', html)
    assert re.findall(r">(Kreis \w+)</a>", listed) == [
        "Kreis Wesel",
        "Kreis Borken",
        "Kreis Viersen",
    ]


def test_a_click_on_a_neighbour_is_asked_for_by_one_map():
    (chart,) = opened(kreis="05154").get("plotly_chart")
    assert "Kreis Kleve und 3 Nachbarn" in chart.proto.alt


@pytest.mark.parametrize(
    ("ags", "definition", "language"),
    [("05334002", "granted", "en"), ("05111", "open", "de"), ("05754", "decided", "en")],
)
def test_a_dossier_can_be_told_under_every_definition(ags, definition, language):
    page = opened(tag="2013-06-12", definition=definition, kreis=ags, lang=language)
    assert page.warning.len == 0
    assert 'class="timeline"' in words(page)


def test_a_bad_key_is_named_and_the_54_are_offered():
    page = opened(kreis="05999")
    assert "05999" in page.warning[0].value
    assert headline(page) == "Wo stehe ich?"
