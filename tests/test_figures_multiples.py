"""The years side by side: one picture, the same bytes for the same tables, all of it on it."""

from datetime import date
from xml.etree import ElementTree

import geopandas as gpd
import pytest
from shapely.geometry import box
from standing_builders import standings

from components.base.wording import Wording
from components.facts import years as years_facts
from components.looks import theme
from components.printed import years_picture
from components.words import years as years_words
from geo import plane

DE = Wording("de")
LINE = "© Amt (2017), Daten verändert"
SVG = "{http://www.w3.org/2000/svg}"
AREAS = plane.simplified(
    gpd.GeoDataFrame(
        {
            "ags": [f"0500{number}" for number in (1, 2, 3)],
            "label_lon": [7.05, 7.15, 7.25],
            "label_lat": 51.05,
            "geometry": [box(7 + step, 51, 7.1 + step, 51.1) for step in (0, 0.1, 0.2)],
        },
        crs="EPSG:4326",
    )
)
SHOWN = standings(
    {"group": "with"}, {"group": "undetermined"}, {"group": "without", "status": "rejected"}
)
YEARS = {date(2012, 12, 31): SHOWN, date(2013, 12, 31): SHOWN}


def drawn(layout=years_picture.WIDE, years=YEARS):
    return years_picture.svg(years, AREAS, layout, LINE, DE).decode()


@pytest.fixture(scope="module")
def svg():
    return drawn()


@pytest.fixture(scope="module")
def written(svg):
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def fills(svg):
    shapes = ElementTree.fromstring(svg).iter(f"{SVG}path")
    return [
        style.split("fill: ")[1][:7]
        for shape in shapes
        if "fill: #" in (style := shape.get("style", ""))
    ]


def test_the_same_input_gives_the_same_bytes(svg):
    assert drawn() == svg and "<dc:date>" not in svg


def test_the_picture_holds_its_font_and_asks_for_no_other_file(svg):
    assert svg.count("@font-face") == 2 and "<image" not in svg
    assert "url(data:font/woff;base64," in svg and "url(http" not in svg


def test_each_year_has_its_count_below_it(written):
    assert "2012: 1 von 3, 1 ungeklärt" in written and "2013: 1 von 3, 1 ungeklärt" in written


def test_a_year_in_which_nothing_is_undetermined_says_the_count_alone():
    assert years_words.count_line(date(2014, 12, 31), SHOWN[:1], DE) == "2014: 1 von 1"


def test_the_areas_have_the_colours_of_the_map(svg):
    own = [
        theme.HAS,
        theme.STATUS_COLOURS["rejected"],
    ]
    for fill in own:
        assert fills(svg).count(fill) >= len(YEARS)


def test_who_is_undetermined_is_striped_in_the_colour_of_those_who_have_one(svg):
    root = ElementTree.fromstring(svg)
    (pattern,) = root.iter(f"{SVG}pattern")
    paper, stripes = pattern
    assert paper.get("fill") == theme.PAPER and f"stroke: {theme.HAS}" in stripes.get("style")
    filled = [shape for shape in root.iter(f"{SVG}path") if pattern.get("id") in str(shape.attrib)]
    assert len(filled) == len(YEARS) + 1  # the legend


def test_a_refusal_carries_its_mark(written):
    in_legend = 1
    assert written.count("×") == len(YEARS) + in_legend
    assert "?" not in written


def test_the_legend_names_only_what_occurs(written):
    assert {"hat eines", "ungeklärt", "keines, abgelehnt"} <= set(written)
    assert "keines, in Beratung" not in written


def test_the_source_of_the_boundaries_stands_on_it(written):
    assert f"Grenzen: {LINE}" in written


def test_the_narrow_layout_is_upright_and_the_wide_one_is_not():
    sizes = {}
    for name, layout in (("wide", years_picture.WIDE), ("narrow", years_picture.NARROW)):
        root = ElementTree.fromstring(drawn(layout))
        sizes[name] = [float(root.get(side).removesuffix("pt")) for side in ("width", "height")]
    assert sizes["wide"][0] > sizes["wide"][1] and sizes["narrow"][0] < sizes["narrow"][1]


def test_the_years_are_those_from_the_law_to_the_last_district():
    assert [day.isoformat() for day in years_facts.YEAR_ENDS] == [
        f"{year}-12-31" for year in range(2012, 2019)
    ]
