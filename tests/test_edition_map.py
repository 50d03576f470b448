"""The maps of an edition show what the rules say, in few bytes and without gaps."""

import json
import re
from datetime import date

import numpy as np
import pytest
from curated import atlas
from edition_builders import DAY, EARLY, KEYS, built
from markup import parsed, text, texts
from shapely import coverage_is_valid
from shapely.geometry import MultiPolygon, Polygon

from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.map import files, sayings, stage, svg
from components.words import headline
from edition import moving
from edition.frame import MAP_STYLE
from edition.model import Edition, Page

NAME = f"window.{files.DAYS}="
#: All have a KIZ on it, and nothing changes later.
LATE = date(2020, 1, 1)


def page(path):
    return parsed((built() / path).read_text("utf-8"))


def drawn(day):
    """The stage of an edition of another day."""
    edition = Edition(atlas(), Choice(day), KEYS)
    return parsed(str(moving.whole(Page(edition, Wording("de"), "index.html"))))


def days(language):
    """What the script of the days leaves for the one that draws."""
    script = (built() / moving.days_path(language)).read_text("utf-8")
    assert script.startswith(NAME) and script.endswith(";\n")
    return json.loads(script.removeprefix(NAME).removesuffix(";\n"))


def areas(markup):
    return markup.select("svg.map [data-ags]")


def read(markup):
    """What everyone can read of each area."""
    names = ("ags", "group", "status", "since")
    return [tuple(area.get(f"data-{name}", "") for name in names) for area in areas(markup)]


def ruled(standings):
    """The same as the rules say it."""
    rows = standings[["ags", "group", "status", "since"]]
    return list(rows.itertuples(index=False, name=None))


@pytest.mark.parametrize("path", ["index.html", "en/index.html"])
def test_every_area_says_group_status_and_since_when_of_the_day(path):
    assert read(page(path)) == ruled(atlas().standings(DAY, "approved"))


def test_an_area_leads_to_the_page_of_its_district_where_there_is_one():
    shown = page("index.html")
    links = {area["data-ags"]: area.parent.get("href") for area in areas(shown)}
    there = {ags: f"kreise/{ags}.html" for ags in KEYS}
    assert links == dict.fromkeys(links) | there
    assert {area["role"] for area in areas(shown) if area["data-ags"] not in KEYS} == {"button"}
    (kleve,) = shown.select('svg.map a[href="kreise/05154.html"]')
    said = Wording("de")("answer.without.approved")
    assert kleve["aria-label"].startswith(f"Kreis Kleve: {said}")


def test_the_map_names_who_has_none_and_marks_who_refused():
    marks = {one["data-mark"]: text(one) for one in page("index.html").select("[data-mark]")}
    said = {ags: mark for ags, mark in marks.items() if mark}
    assert said == {
        "05154": "× Kleve", "05166": "× Viersen", "05554": "Borken", "05558": "Coesfeld",
        "05566": "× Steinfurt",
    }  # fmt: skip


def test_the_legend_counts_54_without_a_script():
    shown = page("index.html").select('.key[data-colouring="has"] .count')
    assert sum(int(text(count)) for count in shown) == 54


def test_page_and_scripts_are_small():
    sizes = {file: (built() / file).stat().st_size for file in (
        "index.html", moving.days_path("de"), moving.SCRIPT, "assets/map.css",
        "assets/edition.css")}  # fmt: skip
    assert sizes["index.html"] < 175_000
    assert sum(sizes.values()) < 420_000


def test_script_and_style_of_the_map_are_those_of_the_page():
    assert (built() / moving.SCRIPT).read_bytes() == files.script()
    assert (built() / MAP_STYLE).read_bytes() == files.style()


def rings(path):
    """The rings of a path of the map, in its units."""
    found = []
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", path):
        moved = np.array(re.findall(r"-?\d+", steps), dtype=int).reshape(-1, 2)
        start = np.array([int(x), int(y)])
        found.append(np.vstack([start, start + moved.cumsum(axis=0)]))
    return found


def test_rounding_opens_no_gap_and_keeps_the_areas():
    flat = stage.shapes(atlas()).areas.set_index("ags")
    polygons = []
    for area in areas(page("index.html")):
        parts = sorted(map(Polygon, rings(area["d"])), key=lambda part: -part.area)
        whole = MultiPolygon([part for part in parts if part.area > 0]).buffer(0)
        polygons.append(parts[0])
        there = flat.geometry[area["data-ags"]].area / svg.UNIT_M**2
        assert whole.area == pytest.approx(there, rel=0.02), area["data-ags"]
    assert len(polygons) == 54 and coverage_is_valid(polygons)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["2012-02-08", "2013-06-12", "2014-04-30", "2016-12-31"])
def test_a_day_of_the_script_is_what_the_rules_say_of_it(language, day):
    known, shown = days(language), date.fromisoformat(day)
    place = max(at for at, first in enumerate(known["days"]) if first <= day)
    now = {}
    for moved in known["changes"][: place + 1]:
        now.update(moved)
    found = [(known["ags"][row], *known["states"][now[row]][:3]) for row in sorted(now)]
    assert found == ruled(atlas().standings(shown, "approved"))
    line = headline.on_day(atlas(), shown, "approved", Wording(language))
    sentence, detail = known["heads"][place]
    assert sentence.replace("{day}", Wording(language).day(shown)) == line.sentence
    assert "".join(told for _, told in sayings.parts(detail)) == " ".join(line.detail)


def test_the_time_ends_with_the_last_change_or_with_a_later_day_of_the_edition():
    last = max(atlas().changes["first_day"])
    for markup, day, end in ((page("index.html"), DAY, last), (drawn(LATE), LATE, LATE)):
        clock = markup.select_one(".clock")
        assert (clock["data-day"], clock["data-stop"]) == (day.isoformat(), end.isoformat())
        assert text(markup.select(".jumps button")[-1]) == Wording("de").day(end)
        assert text(markup.select_one(".years .stop")) == f"{end:%m/%Y}"


@pytest.mark.parametrize("day", [DAY, EARLY, LATE])
def test_the_days_to_jump_to_lead_back_to_the_day_of_the_edition_once(day):
    jumps = [button["data-day"] for button in drawn(day).select(".jumps button")]
    assert jumps == sorted(jumps)
    assert jumps.count(day.isoformat()) == 1


def test_the_map_is_coloured_as_the_atlas_would_colour_it():
    assert drawn(DAY).select_one(".stage")["data-colouring"] == "has"
    late = drawn(LATE)
    assert late.select_one(".stage")["data-colouring"] == "since"
    assert text(late.select_one(".colourings label:has([checked])")) == "Seit wann"


def test_a_district_stands_among_its_neighbours_each_with_its_name():
    near = page("kreise/05154.html").select_one(".near")
    standings = atlas().standings(DAY, "approved")
    shown = standings[standings["short_name"].isin(["Kleve", "Wesel", "Viersen", "Borken"])]
    assert read(near) == ruled(shown)
    assert texts(near, "text") == ["× Kleve", "× Viersen", "Wesel", "Borken"]
    (own,) = [area for area in areas(near) if area["data-ags"] == "05154"]
    assert near.select_one(".outline")["d"] == own["d"]
    (panel,) = json.loads(near["data-panels"])
    painted = [panel["looks"][code] for code in panel["codes"]]
    fills = [area["fill"] for area in areas(near)]
    assert [look[0] for look in painted] == fills
    assert panel["labels"] == texts(near, "text")
