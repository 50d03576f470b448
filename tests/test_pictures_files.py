"""The map of a day as PNG, SVG and PDF, opened again: content, fonts, numbers, the same bytes."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pytest
from curated import atlas
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from components.base.choice import COLOURINGS, Choice
from components.base.wording import Wording
from components.looks import legend
from components.printed import pictures
from components.printed.finish import DPI, as_svg, finished, saved
from components.printed.fonts import LAYOUT_TABLES
from components.printed.land import AREA_ID
from components.printed.layers import LAYERS
from components.printed.order import Order
from components.printed.paper import SHAPES

DE = Wording("de")
CHOICE = Choice(date(2015, 9, 24))
ORDER = Order("map", CHOICE)
SVG = "{http://www.w3.org/2000/svg}"
LINE = "© GeoBasis-DE / BKG (2017), Daten verändert"


@cache
def made(kind):
    return pictures.file(ORDER, atlas(), kind)


@cache
def words_of_svg():
    return [text.text or "" for text in ElementTree.fromstring(made("svg")).iter(f"{SVG}text")]


@cache
def words_of_pdf():
    return " ".join(PdfReader(BytesIO(made("pdf"))).pages[0].extract_text().split())


def counts():
    rows = legend.has_rows(atlas().standings(CHOICE.day, CHOICE.definition), DE)
    return {row.label: row.count for row in legend.occurring(rows)}


def test_the_svg_has_all_areas_by_key():
    root = ElementTree.fromstring(made("svg"))
    found = [
        group.get("id") for group in root.iter() if (group.get("id") or "").startswith(AREA_ID)
    ]
    assert sorted(found) == sorted(f"{AREA_ID}{ags}" for ags in atlas().tables.districts["ags"])
    assert len(found) == 54


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_every_area_of_the_svg_says_what_is_known_of_it_as_the_page_does(colouring):
    choice = replace(CHOICE, colouring=colouring, ags="05154")
    drawn = pictures.file(Order("map", choice, "1:1"), atlas(), "svg")
    root = ElementTree.fromstring(drawn)
    found = {path.get("data-ags"): path for path in root.iter(f"{SVG}path") if path.get("data-ags")}
    standings = atlas().standings(CHOICE.day, CHOICE.definition)
    assert len(found) == len(standings) == 54
    for row in standings.itertuples(index=False):
        path = found[row.ags]
        told = [path.get(f"data-{name}") for name in ("group", "status", "since")]
        assert told == [row.group, row.status, row.since or None]
        assert path.get("d").startswith("M ")
    parents = [group for group in root.iter(f"{SVG}g") if set(group) & set(found.values())]
    assert [group.get("id") for group in parents] == [f"{AREA_ID}{ags}" for ags in found]


INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def layers_of(root):
    """The layers of an SVG by id."""
    found = [group for group in root.iter(f"{SVG}g") if group.get(f"{INKSCAPE}groupmode")]
    return {group.get("id"): group for group in found}


def told_in(group):
    return " ".join(text.text or "" for text in group.iter(f"{SVG}text"))


@pytest.mark.parametrize("shape", ["16:9", "1:1"])
def test_the_svg_is_in_layers_that_editors_name(shape):
    root = ElementTree.fromstring(pictures.file(Order("map", CHOICE, shape), atlas(), "svg"))
    layers = layers_of(root)
    assert set(layers) == set(LAYERS)
    labels = {name: group.get(f"{INKSCAPE}label") for name, group in layers.items()}
    assert labels == {name: DE(f"layer.{name}") for name in LAYERS}
    areas = {path.get("data-ags") for path in layers["areas"].iter(f"{SVG}path")} - {None}
    assert areas == set(atlas().tables.districts["ags"])
    assert "Kleve" in told_in(layers["labels"]) and not told_in(layers["areas"])
    assert "hat eines" in told_in(layers["legend"]) and LINE in told_in(layers["source"])
    assert told_in(layers["title"]).startswith("Am 24.09.2015 haben 49 von 54")
    assert list(layers).index("areas") < list(layers).index("labels")


@pytest.mark.parametrize("name", ["map", "comparison", "multiples", "curve", "timeline"])
def test_no_id_of_an_svg_is_there_twice_and_no_text_is_lost(name):
    order = Order(name, replace(CHOICE, ags="05154", other_day=date(2014, 4, 25)), "1:1")
    root = ElementTree.fromstring(pictures.file(order, atlas(), "svg"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    assert {"title", "source"} <= set(layers_of(root))
    bare = ElementTree.fromstring(saved(pictures.picture(order, atlas()), "svg", {}))
    every = [sorted(text.text for text in one.iter(f"{SVG}text")) for one in (root, bare)]
    assert every[0] == every[1]
    assert len(list(root.iter(f"{SVG}path"))) == len(list(bare.iter(f"{SVG}path")))


def test_what_is_known_cannot_break_the_file():
    """A date or a name with markup in it stays a value."""
    told = {f"{AREA_ID}a": {"data-since": "a\"<&>'b"}}
    text = as_svg(
        f'<svg><defs><style/></defs><g id="{AREA_ID}a">\n <path d="M 0 0"/></g></svg>', told, DE
    )
    (path,) = ElementTree.fromstring(text).iter("path")
    assert path.attrib == {"data-since": "a\"<&>'b", "d": "M 0 0"}


def test_pictures_of_several_days_say_nothing_of_one():
    for name in ("comparison", "multiples"):
        assert b"data-ags" not in pictures.file(Order(name, CHOICE, "1:1"), atlas(), "svg")


def test_the_svg_says_headline_counts_and_source_as_text():
    written = words_of_svg()
    assert "49 von" in " ".join(written) and LINE in " ".join(written)
    for label, count in counts().items():
        assert str(count) in written[written.index(label) - 1 : written.index(label) + 2]
    assert [name for name in ("Borken", "Coesfeld", "× Kleve") if name not in written] == []


def test_the_counts_are_those_of_the_day():
    assert counts() == {
        "hat eines": 49,
        "keines, auf dem Weg dahin": 1,
        "keines, in Beratung": 1,
        "keines, abgelehnt": 3,
    }


def test_the_svg_holds_its_fonts_and_names_no_other_host():
    text = made("svg").decode()
    assert text.count("@font-face") == 2 and "data:font/woff;base64," in text
    attributes = re.findall(r'(?:href|src|url)\s*[=(]\s*["\']?([^"\')\s]+)', text)
    assert [found for found in attributes if not found.startswith(("#", "data:"))] == []
    assert "<image" not in text and "<script" not in text


def test_the_pdf_says_the_same_and_embeds_its_fonts():
    page = PdfReader(BytesIO(made("pdf"))).pages[0]
    told = words_of_pdf()
    assert "GeoBasis-DE" in told and "49 von 54 Kreisen" in told
    fonts = page["/Resources"]["/Font"].values()
    described = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        if "/DescendantFonts" in font.get_object()
        else font.get_object()["/FontDescriptor"].get_object()
        for font in fonts
    ]
    assert described and all("/FontFile2" in one for one in described)
    for one in described:
        tables = set(TTFont(BytesIO(one["/FontFile2"].get_data())).reader.keys())
        assert "glyf" in tables and not tables & set(LAYOUT_TABLES)
    assert all("SourceSans3" in one["/FontName"] for one in described)
    assert "/XObject" not in page["/Resources"] or not page.images


def test_the_pdf_has_the_size_of_its_shape_and_says_whose_it_is():
    reader = PdfReader(BytesIO(made("pdf")))
    size = [float(side) / 72 for side in reader.pages[0].mediabox[2:]]
    assert size == pytest.approx((SHAPES["16:9"].width, SHAPES["16:9"].height), abs=0.01)
    assert LINE in reader.metadata.subject and "49 von 54" in reader.metadata.title
    assert reader.metadata.creation_date is None


def test_the_png_has_300_dots_to_the_inch_and_is_not_empty():
    image = Image.open(BytesIO(made("png")))
    form = SHAPES["16:9"]
    assert image.size == (round(form.width * DPI), round(form.height * DPI))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert "GeoBasis-DE" in image.text["Copyright"] and "49 von 54" in image.text["Title"]
    assert len(image.convert("RGB").resize((320, 180)).getcolors(320 * 180)) > 100


def test_the_order_in_which_the_files_are_made_is_not_seen():
    sheet, stamp = pictures.picture(ORDER, atlas()), ORDER.stamp(atlas())
    for kind in ("pdf", "png", "svg"):
        assert finished(sheet, kind, stamp, DE) == made(kind)
