"""A PDF says its language, title, rights and source, and tags what it shows."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from curated import atlas
from pypdf import PdfReader

from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.printed import factsheets, pictures
from components.printed.finish import saved
from components.printed.order import Order

CHOICE = Choice(date(2015, 9, 24))
SITE = "https://atlas.example.org/kiz"
KINDS = ("map", "curve", "sheet", "state")
#: The marks around a part of the content.
MARK = re.compile(rb"/(P|Figure) <</MCID (\d+)>> BDC\n|\nEMC\n")


@cache
def made(kind, language="de"):
    choice = replace(CHOICE, language=language)
    if kind in ("sheet", "state"):
        ags = "05154" if kind == "sheet" else ""
        return factsheets.file(atlas(), replace(choice, ags=ags), SITE)
    return pictures.file(Order(kind, choice, site=SITE), atlas(), "pdf")


def opened(kind, language="de"):
    return PdfReader(BytesIO(made(kind, language)))


def elements(reader):
    """The elements of the document, in their order."""
    document = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    assert document["/S"] == "/Document"
    return [element.get_object() for element in document["/K"]]


def content(reader):
    return reader.pages[0].get_contents().get_data()


def test_a_pdf_is_of_a_version_that_knows_what_is_in_it():
    assert made("map").startswith(b"%PDF-1.4\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_names_its_language_and_shows_its_title(kind, language):
    reader = opened(kind, language)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.author == "KIZ-Atlas NRW" and reader.metadata.producer is None
    assert reader.metadata.title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_xmp_has_title_language_rights_and_source(kind, language):
    reader = opened(kind, language)
    stream = reader.trailer["/Root"]["/Metadata"]
    assert (stream["/Type"], stream["/Subtype"]) == ("/Metadata", "/XML")
    told = reader.xmp_metadata
    assert told.dc_title == dict.fromkeys(("x-default", language), reader.metadata.title)
    assert told.dc_language == [language] and told.dc_creator == ["KIZ-Atlas NRW"]
    rights = told.dc_rights[language]
    assert "creativecommons.org/licenses/by/4.0" in rights
    assert (atlas().attribution in rights) == (kind != "curve")  # which shows no boundaries
    assert told.dc_source.startswith(f"{SITE}/") and "tag=2015-09-24" in told.dc_source
    assert told.xmp_create_date is None and told.xmp_modify_date is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_a_paragraph_and_all_that_is_drawn_one_figure_with_an_alternative(kind):
    reader = opened(kind)
    figure, *lines = elements(reader)
    title = reader.metadata.title
    assert figure["/S"] == "/Figure"
    assert figure["/Alt"] == Wording("de")("file.drawing", title=title)
    assert {line["/S"] for line in lines} == {"/P"}
    drawn = content(reader)
    assert len(lines) == len(re.findall(rb"^BT$", drawn, re.MULTILINE))
    kinds = [found[1].decode() for found in MARK.finditer(drawn) if found[1]]
    assert kinds.count("P") == len(lines) and kinds.count("Figure") == len(figure["/K"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_is_there_once_and_leads_to_its_element_and_back(kind):
    reader = opened(kind)
    marks = [int(found[2]) for found in MARK.finditer(content(reader)) if found[1]]
    assert marks == list(range(len(marks)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and reader.pages[0]["/StructParents"] == 0
    place, owners = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert place == 0
    named = {mark: element for element in elements(reader) for mark in element["/K"]}
    assert [named[mark] for mark in marks] == [owner.get_object() for owner in owners]


def test_the_marks_change_nothing_of_what_is_drawn():
    order = Order("map", CHOICE, site=SITE)
    bare = PdfReader(BytesIO(saved(pictures.picture(order, atlas()), "pdf", {})))
    assert b"".join(MARK.sub(b"", content(opened("map"))).split()) == b"".join(
        content(bare).split()
    )
    assert opened("map").pages[0].extract_text() == bare.pages[0].extract_text()


@pytest.mark.parametrize("kind", ["map", "sheet"])
def test_the_same_input_gives_the_same_pdf(kind):
    assert made.__wrapped__(kind) == made(kind)
