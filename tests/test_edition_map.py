"""Map and film of an edition show what the rules say, in few bytes and without gaps."""

import json
import re
from datetime import date

import numpy as np
import pytest
from curated import atlas
from edition_builders import DAY, KEYS, built
from markup import parsed, texts
from shapely import coverage_is_valid
from shapely.geometry import MultiPolygon, Polygon

from adoption.vocabulary import STATUSES
from components.choice import Choice, day_of, months
from components.figures import theme
from components.wording import Wording
from edition import film, map_svg
from edition.model import Edition, Page


@pytest.fixture(scope="module")
def edition():
    return Edition(atlas(), Choice(DAY), KEYS)


@pytest.fixture(scope="module")
def svg(edition):
    words = Wording("de")
    looks = map_svg.looks(edition.standings, words)
    return map_svg.map_svg(looks, Page(edition, words, "index.html"), "Karte")


@pytest.fixture(scope="module")
def shown(edition):
    return film.film(edition, Wording("de"))


def areas(svg):
    """Every area by its key: its path and its fill."""
    return {area["data-ags"]: (area["d"], area["fill"])
            for area in parsed(svg).select("path[data-ags]")}  # fmt: skip


def shape(path):
    """A path of the map as a polygon, in its units."""
    rings = []
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^z]*)z", path):
        moved = np.array(steps.split(), dtype=int).reshape(-1, 2)
        start = np.array([int(x), int(y)])
        rings.append(np.vstack([start, start + moved.cumsum(axis=0)]))
    return rings


def test_the_map_has_the_54_areas_in_the_colour_of_their_status(svg, edition):
    fills = {ags: fill for ags, (_, fill) in areas(svg).items()}
    ids = [area["id"] for area in parsed(svg).select("path[data-ags]")]
    assert ids == [f"area-{ags}" for ags in atlas().known.districts["ags"]]
    status = edition.standings.set_index("ags")["status"]
    assert fills["05566"] == theme.STATUS_COLOURS["rejected"] == fills["05154"]
    plain = [ags for ags in status.index if status[ags] == "open"]
    assert {fills[ags] for ags in plain} == {theme.STATUS_COLOURS["open"]}


def test_the_map_is_small_and_says_who_is_refusing(svg):
    assert len(svg.encode()) < 150_000
    assert "× Steinfurt" in texts(svg, "text")
    assert parsed(svg).select('[aria-label="Steinfurt: Abgelehnt, 15.12.2014"]')


def test_rounding_opens_no_gap_and_keeps_the_areas(svg, edition):
    flat = edition.flat.set_index("ags")
    drawn = {ags: shape(path) for ags, (path, _) in areas(svg).items()}
    polygons = []
    for ags, rings in drawn.items():
        parts = sorted((Polygon(ring) for ring in rings), key=lambda part: -part.area)
        whole = MultiPolygon([part for part in parts if part.area > 0]).buffer(0)
        polygons.append(parts[0])
        area = flat.geometry[ags].area / map_svg.UNIT_M**2
        assert whole.area == pytest.approx(area, rel=0.02), ags
    assert coverage_is_valid(polygons)


@pytest.mark.parametrize("month", ["2012-02", "2013-06", "2014-04", "2016-04", "2016-12"])
def test_a_month_of_the_film_is_the_map_of_its_last_day(shown, month):
    day = day_of(date.fromisoformat(f"{month}-01"), date.max)
    (place,) = [at for at, frame in enumerate(shown["frames"]) if frame[0] == day.isoformat()]
    standings = atlas().standings(day, "approved")
    looks = [shown["looks"][ord(code) - ord("0")] for code in shown["frames"][place][3]]
    assert shown["ags"] == list(standings["ags"])
    assert [STATUSES[look[0] // 2] for look in looks] == list(standings["status"])
    line = atlas().headline(day, "approved", Wording("de"))
    assert shown["heads"][place] == [line.sentence, " ".join(line.detail)]
    assert shown["days"][place] == Wording("de").day(day)


@pytest.mark.parametrize("month", ["2013-06", "2015-09"])
def test_since_when_is_the_date_of_the_proof_of_that_month(shown, month):
    day = day_of(date.fromisoformat(f"{month}-01"), date.max)
    place = [frame[0] for frame in shown["frames"]].index(day.isoformat())
    standings = atlas().standings(day, "approved")
    for row, since in zip(shown["since"], standings["since"], strict=True):
        told = [text for start, text in row if start <= place]
        assert (told[-1] if told else "") == (Wording("de").known(since) if since else "")


def test_the_film_begins_with_the_law_and_ends_with_the_last_change(shown, edition):
    assert shown["frames"][0][0] == "2012-02-29"
    last = max(DAY, atlas().changes["first_day"].max())
    assert edition.last == last
    assert len(shown["frames"]) == len(months(last))
    later = Edition(atlas(), Choice(date(2024, 5, 5)), KEYS)
    assert later.last == date(2024, 5, 5)


def test_the_edition_opens_on_its_own_day_not_on_the_end_of_a_month(shown, edition):
    assert shown["still"]["label"] == "24.09.2015"
    fills = [look[0] // 2 for look in shown["still"]["looks"]]
    assert [STATUSES[fill] for fill in fills] == list(edition.standings["status"])


def test_the_film_is_a_classic_script():
    text = (built() / "assets" / "film-en.js").read_text("utf-8")
    name, _, value = text.partition("=")
    assert name == "window.KIZ_FILM"
    assert json.loads(value.rstrip(";\n"))["still"]["label"] == "24 September 2015"
