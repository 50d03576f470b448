"""The map as SVG: an area each, with what is known of it, without gaps, and safe markup."""

import re
from xml.etree import ElementTree

import htpy as h
import pytest
from curated import atlas
from markup import parsed
from shapely import coverage_is_valid, union_all
from shapely.geometry import MultiPolygon, Polygon, box

from components.looks import fills as fills_of_pages
from components.looks import since, theme
from components.looks.colour import Colour
from components.looks.look import HAS_FILLS
from components.map import svg
from components.map.svg import RUHR, Area, Shapes, map_svg, paint, patterns
from geo.plane import flat

SHAPES = Shapes(flat(atlas().areas))
KEYS = list(SHAPES.by_ags)
COLOURINGS = {"has": list(HAS_FILLS.values()), "status": theme.fills(), "since": since.fills()}
STEP = re.compile(r"(-?\d+) ?(-?\d+)")


def an_area(ags, **more):
    plain = {"fill": "#123456", "group": "with", "status": "open", "since": "", "spoken": ags}
    return Area(**{"ags": ags, **plain, **more})


def drawn(*areas, **more):
    """The map of these areas, or of all; read as a browser reads it."""
    shown = areas or [an_area(ags) for ags in KEYS]
    return parsed(str(map_svg(SHAPES, shown, "Karte", **more)))


def corners(path):
    """The rings of a path as lists of points: `M` to a corner, `l` from each to the next."""
    rings = []
    for ring in path.removesuffix("z").split("z"):
        start, _, steps = ring.removeprefix("M").partition("l")
        x, y = map(int, start.split())
        points = [(x, y)]
        for across, down in STEP.findall(steps):
            x, y = x + int(across), y + int(down)
            points.append((x, y))
        rings.append(points)
    return rings


def polygon(path):
    """The area of a path; a ring that lies in another is a hole in it."""
    parts = [Polygon(ring) for ring in corners(path) if len(ring) > 2]
    whole = MultiPolygon()
    for part in parts:
        whole = whole.symmetric_difference(part)
    return whole


def bounds(view):
    left, top, width, height = map(int, view.split())
    return box(left, top, left + width, top + height)


def test_there_is_one_path_for_each_district_with_what_is_known_of_it():
    rows = atlas().standings(max(atlas().changes["first_day"]), "approved")
    areas = [
        an_area(row.ags, group=row.group, status=row.status, since=row.since)
        for row in rows.itertuples(index=False)
    ]
    paths = drawn(*areas).select("g.areas > path")
    assert [path["data-ags"] for path in paths] == rows["ags"].tolist()
    assert len(paths) == 54 and "05334002" in rows["ags"].tolist()
    for path, row in zip(paths, rows.itertuples(index=False), strict=True):
        assert (path["data-group"], path["data-status"]) == (row.group, row.status)
        assert path["data-since"] == row.since
    (unknown,) = drawn(an_area("05154", status="unknown")).select("g.areas > path")
    assert not unknown.has_attr("data-since")


def test_the_paths_are_the_areas_in_whole_units():
    for area in SHAPES.areas.itertuples(index=False):
        shape = SHAPES.by_ags[area.ags]
        expected = area.geometry.area / svg.UNIT_M**2
        assert polygon(shape.path).area == pytest.approx(expected, rel=0.01)
        assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", shape.path)


def test_neighbours_share_their_corners_so_that_no_gap_opens():
    found = {ags: polygon(shape.path) for ags, shape in SHAPES.by_ags.items()}
    whole = list(found.values())
    points = {
        ags: {corner for ring in corners(shape.path) for corner in ring}
        for ags, shape in SHAPES.by_ags.items()
    }
    for pair in atlas().neighbours.itertuples(index=False):
        assert len(points[pair.ags] & points[pair.neighbour]) >= 2
    assert coverage_is_valid(whole)
    state = union_all(whole)
    assert not any(part.interiors for part in state.geoms)
    assert state.area == sum(area.area for area in whole)


def test_the_view_holds_all_areas_and_their_marks():
    root = drawn()
    view = bounds(root.svg["viewbox"])
    for path in root.select("g.areas > path"):
        assert view.contains_properly(polygon(path["d"]))
    marks = root.select("g.marks > text")
    assert [mark["data-mark"] for mark in marks] == KEYS
    for mark in marks:
        shape = SHAPES.by_ags[mark["data-mark"]]
        assert polygon(shape.path).contains(box(shape.x, shape.y, shape.x + 1, shape.y + 1))


def test_the_view_of_the_ruhr_lies_inside_and_holds_its_ten_cities():
    names = atlas().tables.districts.set_index("ags")["name"]
    assert {names[ags] for ags in RUHR} >= {"Duisburg", "Essen", "Bochum", "Dortmund"}
    assert len(set(RUHR)) == 10
    root = drawn()
    view = bounds(root.svg["data-ruhr"])
    assert bounds(root.svg["viewbox"]).contains_properly(view)
    for ags in RUHR:
        assert view.contains_properly(polygon(SHAPES.by_ags[ags].path))
    assert view.area < bounds(root.svg["viewbox"]).area / 10


def test_a_map_of_a_few_areas_fills_its_own_view_and_knows_no_ruhr():
    few = SHAPES.of(["05154", "05170"])
    areas = [an_area(ags) for ags in few.by_ags]
    root = parsed(str(map_svg(few, areas, "Nachbarn")))
    assert not root.svg.has_attr("data-ruhr")
    view, held = bounds(root.svg["viewbox"]), [polygon(shape.path) for shape in few.by_ags.values()]
    assert all(view.contains_properly(one) for one in held)
    assert view.bounds[:2] == (0, 0)
    assert min(one.bounds[0] for one in held) == min(one.bounds[1] for one in held) == svg.AIR


def test_names_dates_and_addresses_cannot_break_the_markup():
    evil = '"><script>alert(1)</script>&amp;<b>'
    area = an_area("05154", spoken=evil, since=evil, href=evil, lines=(evil,), fill=evil)
    text = str(map_svg(SHAPES, [area], evil))
    root = parsed(text)
    assert not root.select("script, b")
    (link,) = root.select("g.areas > a")
    assert (link["aria-label"], link["href"], link.path["data-since"]) == (evil, evil, evil)
    assert (link.path["fill"], root.svg["aria-label"]) == (evil, evil)
    assert root.select_one("g.marks > text").text == evil
    ElementTree.fromstring(text)


def test_a_pattern_stands_once_and_every_fill_finds_its_own():
    root = drawn(definitions=patterns(COLOURINGS))
    ids = [pattern["id"] for pattern in root.select("defs > pattern")]
    assert len(ids) == len(set(ids))
    used, known = set(), re.split("[{};]", fills_of_pages.sheet())
    for name, fills in COLOURINGS.items():
        for code, fill in enumerate(fills):
            found = paint(name, code, fill)
            if fill.pattern:
                used.add(found.removeprefix("url(#").removesuffix(")"))
            else:
                assert f"{found[4:-1]}:{fill.colour.css}" in known
    assert used == set(ids)
    assert not drawn().select("pattern")


@pytest.mark.parametrize("pattern", theme.PATTERN_INKS)
def test_a_pattern_is_drawn_in_its_ink_on_its_colour(pattern):
    fill = theme.Fill(Colour("#aabbcc", "#334455"), pattern)
    tile = parsed(str(patterns({"x": [fill]}))).pattern
    assert tile.rect["fill"] == "light-dark(#aabbcc,#334455)"
    assert tile.path["stroke"] == theme.PATTERN_INKS[pattern](fill.colour).css
    assert tile.rect["width"] == tile["width"] and tile.rect["height"] == tile["height"]


def test_areas_that_lead_somewhere_are_links_and_the_others_buttons():
    linked, chosen, other = drawn(
        an_area("05154", href="kreis?kreis=05154", spoken="Kleve: hat keines"),
        an_area("05170", spoken="Wesel"),
        an_area("05166", spoken="Viersen"),
        chosen="05170",
    ).select("g.areas > *")
    assert (linked.name, linked["href"]) == ("a", "kreis?kreis=05154")
    assert linked["aria-label"] == "Kleve: hat keines" and not linked.path.has_attr("role")
    for button, pressed in ((chosen, "true"), (other, "false")):
        assert (button.name, button["role"], button["aria-pressed"]) == ("path", "button", pressed)
        assert button["aria-label"]


def test_only_the_chosen_district_is_outlined_on_a_casing():
    root = drawn(chosen="05154")
    assert root.select_one("path.casing")["d"] == SHAPES.by_ags["05154"].path
    assert root.select_one("path.outline")["d"] == SHAPES.by_ags["05154"].path
    order = [name for part in root.svg.find_all(recursive=False) for name in part["class"]]
    assert order == ["areas", "casing", "outline", "marks"]
    assert drawn().select_one("path.outline")["d"] == ""


def test_a_map_has_a_name_and_its_marks_are_not_read_twice():
    root = drawn(an_area("05154", lines=("×", "Kleve")), an_area("05166", lines=("×?",)))
    assert (root.svg["role"], root.svg["aria-label"]) == ("group", "Karte")
    assert root.select_one("g.marks")["aria-hidden"] == "true"
    kleve, viersen = root.select("g.marks > text")
    assert (kleve.text, kleve["class"]) == ("× Kleve", ["named"])
    assert viersen.text == "×?" and not viersen.has_attr("class")


def test_the_same_input_gives_the_same_markup_and_is_small():
    areas = [an_area(ags) for ags in KEYS]
    first = str(map_svg(SHAPES, areas, "Karte", patterns(COLOURINGS)))
    assert first == str(map_svg(Shapes(flat(atlas().areas)), areas, "Karte", patterns(COLOURINGS)))
    assert len(first.encode()) < 75_000
    assert isinstance(map_svg(SHAPES, areas, "Karte"), h.Element)
