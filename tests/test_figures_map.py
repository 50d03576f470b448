"""The figure of the map carries codes and marks, never geometry."""

import json

import pytest
from standing_builders import labels, standings

from adoption.vocabulary import STATUSES
from components.figures import theme
from components.figures.map import LAT_RANGE, LON_RANGE, more_possible, status_map
from components.wording import Wording

URL = "app/static/districts-0.json"


def drawn(shown, chosen="", language="de"):
    return status_map(shown, labels(shown), URL, Wording(language), chosen)


def marks(shown):
    """The texts on the map; a district without one has an empty text all the same."""
    texts = list(drawn(shown).data[1].text)
    assert len(texts) == len(shown)
    return [text for text in texts if text]


def test_every_district_is_drawn_once_under_its_whole_key():
    shown = standings({"ags": "05334002"}, count=54)
    areas = drawn(shown).data[0]
    assert list(areas.locations) == shown["ags"].tolist()
    assert len(set(areas.locations)) == 54


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_its_own_colour_on_the_map(status):
    areas = drawn(standings({"status": status})).data[0]
    assert (areas.zmin, areas.zmax) == (0, len(theme.fills()) - 1)
    position = round(areas.z[0] / areas.zmax, 4)
    assert dict(areas.colorscale)[position] == theme.STATUS_COLOURS[status]


def test_where_more_is_possible_the_fill_is_lighter_and_has_a_question_mark():
    shown = standings({"status": "debated", "possible_status": "approved"}, {})
    unsure, sure = drawn(shown).data[0].z
    assert theme.fills()[unsure] == theme.lighter(theme.STATUS_COLOURS["debated"])
    assert theme.fills()[sure] == theme.STATUS_COLOURS["open"]
    assert marks(shown) == ["?"]


def test_a_lower_possible_status_is_no_more():
    assert not more_possible(standings({"status": "open", "possible_status": "decided"})).any()


def test_a_refusal_has_a_mark_of_its_own():
    assert marks(standings({"status": "rejected"}, {})) == ["×"]
    refused = {"status": "rejected", "possible_status": "debated", "group": "undetermined"}
    assert marks(standings(refused)) == ["×?"]


def test_those_without_are_named_while_they_are_few():
    few = standings(*[{"group": "without"}] * 8, count=54)
    assert marks(few) == few["short_name"].head(8).tolist()
    assert marks(standings(*[{"group": "without"}] * 9, count=54)) == []


def test_a_refusal_without_a_kiz_has_mark_and_name():
    shown = standings({"group": "without", "status": "rejected", "short_name": "Kleve"}, {})
    assert marks(shown) == ["×<br>Kleve"]


def test_only_the_chosen_district_is_outlined():
    areas, _, outline = drawn(standings(count=54), chosen="05002").data
    assert list(outline.locations) == ["05002"]
    assert (outline.marker.line.color, outline.marker.line.width) == (theme.CHOSEN, 3)
    assert {colour for _, colour in outline.colorscale} == {"rgba(0,0,0,0)"}
    for lines in (areas.marker.line, drawn(standings(count=54)).data[0].marker.line):
        assert (lines.color, lines.width) == (theme.BORDER, 0.8)
    assert len(drawn(standings(count=54), chosen="05999").data) == 2


def test_the_hover_has_name_status_and_date_as_known():
    shown = standings(
        {"short_name": "Kleve", "status": "debated", "since": "../2013-01-28"}
        | {"possible_status": "approved"}
    )
    areas = drawn(shown).data[0]
    assert areas.hovertemplate == "<b>%{properties.name}</b><br>%{customdata}<extra></extra>"
    assert list(areas.customdata) == ["In Beratung, spätestens 28.01.2013<br>möglich: Genehmigt"]
    (told,) = drawn(shown, language="en").data[0].customdata
    assert told.endswith("by 28 January 2013<br>possibly: Approved")


@pytest.mark.parametrize(
    ("proof", "mark"),
    [
        ({"basis": "derived", "confidence": "medium"}, "Genehmigt, 2013 (abgeleitet)"),
        ({"basis": "direct", "confidence": "low"}, "Genehmigt, 2013 (unsicher)"),
        ({"basis": "direct", "confidence": "high"}, "Genehmigt, 2013"),
    ],
)
def test_the_hover_carries_the_mark_of_what_is_not_proved_directly(proof, mark):
    known = {"status": "approved", "possible_status": "approved", "since": "2013"}
    shown = standings(known | proof)
    assert list(drawn(shown).data[0].customdata) == [mark]


def test_the_geometry_is_an_address_and_the_figure_is_small():
    text = drawn(standings(*[{"group": "without"}] * 8, count=54), chosen="05001").to_json()
    figure = json.loads(text)
    assert figure["data"][0]["geojson"] == URL
    assert len(json.dumps(figure["layout"]["template"])) < 100
    assert len(text.encode()) < 12_000


def test_the_whole_state_lies_within_the_view():
    geo = drawn(standings(count=1)).layout.geo
    assert (geo.lonaxis.range, geo.lataxis.range) == (LON_RANGE, LAT_RANGE)
    assert geo.projection.rotation.lon == pytest.approx(sum(LON_RANGE) / 2)
