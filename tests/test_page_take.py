"""The page "Mitnehmen", as a visitor drives it."""

from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import page_driver
from markup import parsed
from page_driver import choose, fields, links, options, seen, warnings
from PIL import Image

from components.base import published, settings
from components.base.choice import TAKEN_PICTURES, Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.map import framed
from components.page.panels.take import embed_snippet
from components.printed import pictures

DAY = {"tag": "2015-09-24", "definition": "approved", "farbe": "has", "lang": "de"}
opened = partial(page_driver.opened, "mitnehmen")


def text_of(page, name):
    """What stands in a field that copies its text, with the words beside it."""
    return next(one.proto.json for one in page.get("bidi_component") if name in one.proto.id)


def labels(page):
    return [button.label for button in page.get("download_button")]


def test_what_can_be_asked_for_is_what_there_is():
    assert (*pictures.PICTURES, "film") == TAKEN_PICTURES


def test_the_page_opens_with_the_map_and_all_its_files():
    page = opened(**DAY)
    assert fields(page)["taken_picture"]["value"] == "map"
    assert labels(page) == [
        *("PNG (300 dpi)", "SVG", "PDF", "CSV herunterladen"),
        "Ganz Nordrhein-Westfalen (PDF)",
    ]
    assert not warnings(page)


def test_an_address_opens_a_picture_and_a_choice_of_another_is_written_into_it():
    page = opened(**DAY, was="curve")
    assert fields(page)["taken_picture"]["value"] == "curve"
    choose(page, "taken_picture", "multiples")
    assert page.query_params["was"] in ("multiples", ["multiples"])
    choose(page, "taken_picture", "map")
    assert "was" not in page.query_params


def test_all_that_is_chosen_of_a_picture_stands_in_the_address_and_opens_it_again():
    page = opened(**DAY)
    choose(page, "taken_shape", "9:16")
    choose(page, "taken_title", False)
    choose(page, "taken_label", "cities")
    choose(page, "taken_colouring", "since")
    asked = {name: "".join(value) for name, value in page.query_params.items()}
    chosen = {"form": "9:16", "titel": "without", "namen": "cities", "farbe": "since"}
    assert asked == DAY | chosen
    again = opened(**asked)
    assert not fields(again)["taken_title"]["value"]
    shown = {name: fields(again)[f"taken_{name}"]["value"] for name in ("shape", "label")}
    assert shown == {"shape": "9:16", "label": "cities"}
    assert fields(again)["taken_colouring"]["value"] == "since"


def test_how_a_picture_looks_is_not_said_where_the_map_is_embedded_or_cited(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    page = opened(**DAY, form="9:16", namen="cities", titel="without")
    for name in ("copy_take.embed", "copy_take.cite"):
        told = text_of(page, name)
        assert "tag=2015-09-24" in told
        assert not any(part in told for part in ("form=", "namen=", "titel="))


def test_a_picture_has_the_controls_that_it_needs_and_no_other():
    own = {f"taken_{name}" for name in ("colouring", "label", "measure", "curve", "ends")}
    for was, expected in (
        ("map", {"taken_colouring", "taken_label"}),
        ("curve", {"taken_measure", "taken_curve", "taken_ends"}),
        ("multiples", set()),
    ):
        keys = set(fields(opened(**DAY, was=was)))
        assert keys & own == expected
    page = opened(**DAY, was="comparison")
    assert fields(page)["two_other_day"]["value"] == "2014-04-25"


def test_a_wrong_form_in_the_address_is_named_with_what_is_possible():
    (warning,) = warnings(opened(**DAY, form="4:3"))
    assert "„4:3“" in warning and "1200x630" in warning


def test_the_preview_says_in_words_what_it_shows_and_is_fetched_once():
    (image,) = seen(opened(**DAY)).select("img")
    assert "Am 24.09.2015 haben 49 von 54" in image["alt"]
    drawn = Image.open(BytesIO(published.file(image["src"].rpartition("/")[2])))
    assert drawn.size == (int(image["width"]), int(image["height"]))


def test_an_address_opens_a_table():
    page = opened(**DAY, was="holdouts")
    assert fields(page)["taken_table"]["value"] == "holdouts"
    assert fields(page)["taken_picture"]["value"] == "map"


def test_a_wrong_picture_in_the_address_is_named_with_what_is_possible():
    (warning,) = warnings(opened(**DAY, was="poster"))
    assert "„poster“" in warning and "comparison" in warning


def test_the_uncertain_time_is_said_with_the_picture():
    (warning,) = warnings(opened(**DAY | {"tag": "2013-06-12"}))
    assert warning.startswith("Unsicher: Am 12.06.2013 ist bei 28 von 54")


def test_a_timeline_asks_for_a_district_and_has_none_of_the_files_without():
    page = opened(**DAY, was="timeline")
    assert "gehört zu einem Kreis" in warnings(page)[0]
    assert "SVG" not in labels(page)
    page = opened(**DAY, was="timeline", kreis="05154")
    assert "SVG" in labels(page) and "Kreis Kleve (PDF)" in labels(page)


def test_only_tables_with_districts_come_with_boundaries():
    page = opened(**DAY, was="sources")
    assert "GeoJSON (mit Grenzen)" not in options(page, "format_sources")
    page = opened(**DAY, was="status")
    assert "GeoJSON (mit Grenzen)" in options(page, "format_status")


def test_the_citation_has_sentence_day_version_and_link(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org/kiz/")
    told = text_of(opened(**DAY), "copy_take.cite")
    assert "49 von 54" in told and "Datenstand 2026-" in told
    assert "https://atlas.example.org/kiz/?tag=2015-09-24" in told


def test_the_snippet_leads_to_the_same_map_for_other_pages():
    choice = Choice(date(2015, 9, 24), ags="05154", taken="film")
    snippet = embed_snippet(choice, "https://atlas.example.org/", Wording("de"))
    (frame,) = parsed(snippet).select("iframe")
    assert frame["src"].startswith("https://atlas.example.org/embed?")
    query = dict(parse_qsl(urlsplit(frame["src"]).query))
    assert query == DAY | {"kreis": "05154"}
    assert frame["title"] == "KIZ-Atlas NRW: Karte vom 24.09.2015"
    assert snippet.endswith(framed.FITTING)


def test_the_script_of_the_snippet_is_that_of_the_document():
    assert framed.FITTING in (Path(__file__).parents[1] / "docs" / "embed.md").read_text("utf-8")


def test_a_bibtex_entry_keeps_braces_of_the_title_out():
    stamp = Stamp(Choice(date(2015, 9, 24)), "2026-11-21+abc", "© G", site="https://e.org")
    entry = stamp.bibtex("Ein {Titel}", Wording("de"))
    assert entry.startswith("@misc{kizatlas-20150924,") and "title = {{Ein Titel}}" in entry
    assert entry.count("{") == entry.count("}")
    assert "url = {https://e.org/?tag=2015-09-24&definition=approved&farbe=has&lang=de}" in entry


def test_the_way_from_the_curve_leads_to_its_picture():
    way = links(page_driver.opened("verlauf", **DAY), "take")
    assert list(way["links"]) == ["mitnehmen"]
    assert fields(opened(**DAY, was=way["was"]))["taken_picture"]["value"] == "curve"
    assert links(page_driver.opened("karte", **DAY), "take")["was"] == ""  # the map comes first
