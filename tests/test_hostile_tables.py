"""Everything that a table can hold is text or refused: in files, pictures, feeds and served pages.

`test_browser_hostile.py` looks at the same tables in Chromium.
"""

import io
import json
import re
import shutil
import warnings
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import curated
import hostile
import openpyxl
import pytest
import table_builders
from markup import parsed
from whole_site import ask

from components import downloads
from components.base import sound
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.downloads import atom
from components.map.days import day_file
from components.printed import pictures
from components.printed.order import Order
from components.words import pages
from data import check, schema

DAY, KREIS, WORDS = date(2015, 9, 24), "05154", Wording("de")
CHOICE = Choice(DAY, ags=KREIS, other_day=date(2014, 4, 25))


@pytest.fixture(scope="module")
def atlas(tmp_path_factory):
    """The atlas of hostile tables, as if no check had seen them."""
    folder = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(schema.DATA, folder)
    made = Atlas.load(hostile.spoil(folder))
    assert made.version and "__pwned" in made.names["05111"]
    # Not that of the tables: what is kept of the real ones is not taken for these.
    return replace(made, version="2030-01-01+hostile")


@pytest.mark.parametrize("text", hostile.CELLS.values(), ids=hostile.CELLS)
def test_the_check_refuses_what_is_no_plain_text(tmp_path, text):
    """A formula and the blanks of a template are plain text: what is made of it is harmless."""
    rows = table_builders.rows()
    rows["events"][0]["note_de"] = rows["events"][0]["note_en"] = f"Ein Satz. {text}"
    found = check.problems(table_builders.write(tmp_path, rows))
    plain = {hostile.CELLS[name] for name in ("formula", "command", "cdata", "template")}
    assert any("note_de" in one.text for one in found) or text in plain


def test_the_check_refuses_a_hundred_thousand_letters(tmp_path):
    for column in ("note_de", "summary_de"):
        rows = table_builders.rows()
        rows["events"][0][column] = "x" * 100_000
        found = check.problems(table_builders.write(tmp_path, rows))
        assert [one for one in found if f"{column} has 100000 characters" in one.text]


@pytest.mark.parametrize("address", hostile.ADDRESSES.values(), ids=hostile.ADDRESSES)
def test_the_check_refuses_what_is_no_address(tmp_path, address):
    rows = table_builders.rows()
    rows["sources"][0]["url"] = address
    found = check.problems(table_builders.write(tmp_path, rows))
    # A bracket that opens no address of the net passes the pattern, and is no link all the same.
    assert [one for one in found if "url" in one.text] or address == hostile.ADDRESSES[
        "broken_host"
    ]


@pytest.fixture
def served(monkeypatch, atlas):
    monkeypatch.setattr(sound, "atlas", lambda: atlas)


def runs(page):
    """What of a page would run, lead elsewhere or stand in for another part of it."""
    handlers = [name for one in page.select("*") for name in one.attrs if name.startswith("on")]
    strange = page.select("iframe, object, embed, base, script:not([src])")
    links = [
        one[name]
        for name in ("href", "src", "action")
        for one in page.select(f"[{name}]")
        if re.match(r"\s*(javascript|data:\w|vbscript):?|.*evil\.example", one[name], re.IGNORECASE)
    ]
    return [*handlers, *map(str, strange), *links]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("page", [*pages.FOLLOWS, "embed"])
def test_served_pages_hold_no_markup_of_a_table(page):
    path = "" if page == pages.ROOT else page
    answer = ask(f"/{path}?tag={DAY}&kreis={KREIS}")
    # JSON for programs is no script.
    whole = parsed(re.sub(r'<script type="application/(ld\+)?json".*?</script>', "", answer.text))
    assert answer.status == 200
    assert runs(whole) == []
    assert re.search("__pwned|HYPERLINK", answer.text)


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("path", ["feed.atom", f"feed/{KREIS}.atom", "sitemap.xml"])
def test_feeds_are_xml_and_link_to_nobody(path):
    root = ET.fromstring(ask(f"/{path}").content)
    links = [one.get("href", "") for one in root.iter(f"{{{atom.ATOM}}}link")]
    assert [one for one in links if not one.startswith("http://atlas.example.org")] == []


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    "path",
    [
        *(
            f"api/v1/{name}?format={kind}"
            for name in ("status", "events", "sources", "holdouts")
            for kind in ("json", "csv")
        ),
        f"api/v1/districts/{KREIS}",
        "api/v1/status?format=geojson",
        "oembed?url=http://atlas.example.org/kreis?kreis=05111",
        "app/static/data/index.json",
    ],
)
def test_what_programs_read_is_sound(path):
    answer = ask(f"/{path}")
    assert answer.status == 200 and answer.media_type != "text/html"
    assert answer.headers["x-content-type-options"] == "nosniff"
    if "json" in answer.media_type:
        told = json.loads(answer.content)
        frame = parsed(told.get("html", "") if isinstance(told, dict) else "")
        assert runs(frame) == [] or [one.name for one in frame.select("*")] == ["iframe"]


@pytest.mark.parametrize("name", downloads.TABLES)
def test_every_table_is_written_in_every_format(atlas, name):
    table = downloads.table(name, atlas, CHOICE)
    for kind in downloads.formats_of(name):
        content = downloads.written(table, kind, WORDS)
        assert content
        if kind == "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(content))
            cells = [cell for sheet in book for row in sheet for cell in row]
            assert [cell for cell in cells if cell.data_type == "f"] == []
            linked = [cell.hyperlink.target for cell in cells if cell.hyperlink]
            assert [one for one in linked if not re.match("https?://", one or "#")] == []


@pytest.mark.parametrize("name", ["map", "curve", "timeline", "comparison"])
def test_a_picture_has_no_script(atlas, name):
    root = ET.fromstring(drawn(Order(name, CHOICE), atlas, "svg"))
    tags = {one.tag.rpartition("}")[2].lower() for one in root.iter()}
    assert tags & {"script", "foreignobject", "iframe", "animate", "set"} == set()
    said = [(name, text) for one in root.iter() for name, text in one.attrib.items()]
    assert [name for name, _ in said if name.lower().startswith("on")] == []
    assert [text for name, text in said if name.endswith("href") and text[:1] not in "#dh"] == []


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_a_picture_is_drawn(atlas, kind):
    assert drawn(Order("timeline", CHOICE), atlas, kind)


def drawn(order, atlas, kind):
    """A picture; that a sign is in no font is said in a warning, and no fault."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pictures.file(order, atlas, kind)


def test_what_scripts_read_is_data_alone(atlas):
    """The days of the map, which are read as JSON, or as a script from the disk."""
    told = json.loads(json.dumps(day_file(atlas, "approved", "de")))
    assert told["sources"] and {link for _, _, link in told["sources"].values()} == {""}


def test_the_real_tables_hold_nothing_of_it():
    assert not [name for name in curated.atlas().names.values() if "<" in name]
