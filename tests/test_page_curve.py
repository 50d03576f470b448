"""The page Verlauf as a visitor drives it, without a browser."""

import json
from functools import partial

import pytest
from markup import text
from page_driver import choose, chosen, fields, moved_to, seen, turned_to
from page_driver import html as words

from components.base.choice import today
from components.page import cache


@pytest.fixture
def opened(monkeypatch):
    """Opens the page Verlauf with a choice made on the map's page; the years are not drawn."""
    monkeypatch.setattr(cache, "years_urls", lambda *_: ("wide.svg", "narrow.svg"))
    return partial(turned_to, "verlauf")


def figure(page):
    (curve,) = page.get("plotly_chart")
    return json.loads(curve.proto.spec)


def test_the_page_opens_on_today_with_curve_table_and_years(opened):
    page = opened()
    assert (
        chosen(page)["day"] == seen(page).select_one(".clock")["data-stop"] == today().isoformat()
    )
    assert [chart.key for chart in page.get("plotly_chart")] == ["curve"]
    for part in (
        "haben alle 54 Kreise",
        "Von 0 auf 54 in weniger als 7 Jahren",
        "Die Kurve als Tabelle",
        "Jahr für Jahr",
        "2013: 41 von 54",
    ):
        assert part in words(page)


def test_below_all_the_54_stand_with_the_days_between_which_each_got_its_kiz(opened):
    page = opened(tag="2014-04-25", definition="open")
    assert "Seit wann: alle 54" in words(page) and "was in Betrieb ist" in words(page)
    assert len(seen(page).select(".st-key-erste_tage tbody tr, [data-table] tbody tr")) == 54


def test_the_headline_is_that_of_the_map_and_leads_to_its_table(opened):
    page = opened(tag="2014-04-25")
    assert "Am 25.04.2014 haben 49 von 54 Kreisen und kreisfreien Städten" in words(page)
    assert "Ohne: " in words(page) and "#tabelle" in words(page)


def test_the_choice_comes_along_from_the_map(opened):
    page = opened(tag="2013-06-12", definition="open", lang="en")
    assert "On 12 June 2013" in words(page) and "What counts as a KIZ: in operation." in words(page)
    assert chosen(page)["day"] == "2013-06-12" and "days-open-en-" in chosen(page)["days"]


def test_a_move_of_the_day_leaves_the_figure_as_it_is(opened):
    page = opened(tag="2014-04-25")
    before = page.get("plotly_chart")[0].proto
    moved_to(page, "2013-06-12")
    assert chosen(page)["day"] == "2013-06-12" and "Am 12.06.2013 haben" in words(page)
    after = page.get("plotly_chart")[0].proto
    assert (after.id, after.spec) == (before.id, before.spec)


@pytest.mark.parametrize(("measure", "top"), [("share", "100\xa0%"), ("population", "100\xa0%")])
def test_the_measure_changes_the_axis_and_the_address(opened, measure, top):
    page = opened(tag="2014-04-25")
    assert figure(page)["layout"]["yaxis"]["ticktext"][-1] == "54"
    choose(page, "chosen_measure", measure)
    assert figure(page)["layout"]["yaxis"]["ticktext"][-1] == top
    assert page.query_params["mass"] == measure


def test_the_population_names_its_year_and_what_it_cannot_show(opened):
    page = opened(mass="population")
    assert fields(page)["people_on"]["value"] == "2015"
    assert "Einwohner am 31.12.2015" in words(page) and "gibt es dafür nicht" in words(page)
    choose(page, "people_on", "2022")
    assert "Einwohner am 31.12.2022" in words(page)
    assert "contradicts" not in [trace["name"] for trace in figure(page)["data"]]


def test_the_time_ends_after_the_last_change_and_on_request_today_and_the_address_says_so(opened):
    page = opened(tag="2014-04-25")
    assert figure(page)["layout"]["xaxis"]["range"][1] == "2018-12-31"
    choose(page, "chosen_ends", "today")
    assert figure(page)["layout"]["xaxis"]["range"][1] == today().isoformat()
    assert page.query_params["bis"] == "today"
    assert "letzter Beleg landesweit" in str(seen(page).select_one(".curve-evidence"))


def test_a_day_after_the_end_of_the_curve_has_no_line(opened):
    assert 'class="curve-day' not in words(opened())
    assert 'class="curve-day' in words(opened(bis="today"))


def test_a_simple_curve_has_two_names_and_no_key_and_the_address_says_so(opened):
    page = opened(tag="2014-04-25")
    assert seen(page).select(".curve-law a") and seen(page).select("ul.curve-legend")
    choose(page, "chosen_curve", "simple")
    assert page.query_params["kurve"] == "simple"
    assert [trace["name"] for trace in figure(page)["data"]] == [
        "lower",
        "band",
        "certain",
        "months",
    ]
    for layout in seen(page).select(".curve-layout"):
        assert len(layout.select(".curve-label")) == 2
    assert not seen(page).select(".curve-law a, ul.curve-legend")


def test_an_address_that_asks_for_another_end_or_view_is_told(opened):
    page = opened(bis="morgen", kurve="bunt")
    assert "„morgen“" in words(page) and "„bunt“" in words(page)


def test_every_name_over_the_curve_leads_to_its_row_in_a_list(opened):
    page = seen(opened(tag="2014-04-25"))
    ways = {way["href"][1:] for way in page.select(".curve-over a")}
    assert len(ways) > 8 and all(page.find(id=way) for way in ways)
    assert page.find(id="kurve-tabelle").name == "details"


def test_the_sentence_on_the_band_follows_the_definition(opened):
    told = words(opened())
    assert "Das Ministerium zählte 29; bei 16 ist belegt, welche es waren" in told
    assert "keine veröffentlichte Zahl mehr" in words(opened(definition="decided"))


def test_every_step_of_the_law_leads_to_its_source(opened):
    (steps,) = (
        part for part in seen(opened()).select("details") if "Schritte mit Quelle" in text(part)
    )
    listed = steps.select("li")
    assert len(listed) == 34
    assert all(step.select("a[href]") or "nicht online" in text(step) for step in listed)


def test_the_picture_of_the_years_has_two_layouts_and_tells_its_counts(opened):
    (picture,) = seen(opened()).select("picture")
    (narrow,) = picture.select("source")
    assert (narrow["media"], narrow["srcset"]) == ("(max-width: 640px)", "narrow.svg")
    (wide,) = picture.select("img")
    assert wide["src"] == "wide.svg"
    assert "2012: 8 von 54, 27 ungeklärt; 2013: 41 von 54, 8 ungeklärt" in wide["alt"]
