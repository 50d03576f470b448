"""Every picture in every format and both languages: no text is small, leaves the sheet, or covers
another; all letters exist.
"""

import warnings
from datetime import date
from itertools import cycle, product

import pytest
from babel.messages.pofile import read_po
from curated import atlas
from fontTools.ttLib import TTFont
from sheet_texts import covering, texts

from components.base.choice import Choice
from components.base.wording import LANGUAGES, LOCALE
from components.printed import fonts, pictures
from components.printed.order import Order
from components.printed.paper import SHAPES

#: Nothing known; most undetermined; names on the map; all there.
DAYS = (date(2012, 2, 8), date(2013, 6, 12), date(2015, 9, 24), date(2026, 11, 21))
#: What a sheet may be of beside day and language; Steinfurt has the most events.
CHOICES = {
    "map": ({}, {"colouring": "since"}, {"colouring": "status"}, {"label": "cities"}),
    "curve": ({}, {"measure": "share"}, {"measure": "population"}),
    "multiples": ({}, {"definition": "open"}),
    "timeline": ({"ags": "05566"}, {"ags": "05154"}, {"ags": "05334"}),
    "comparison": ({}, {"other_definition": "open"}, {"other_day": date(2013, 6, 12)}),
}
#: Of a text in a picture that is 1080 wide.
LEAST_DOTS = 16


def cases():
    """Each picture in each format and language, with the days and choices in turn."""
    days = cycle([*DAYS, DAYS[1]])
    for name, choices in CHOICES.items():
        turn = cycle(choices)
        for shape, language in product(SHAPES, LANGUAGES):
            yield name, shape, next(days), language, next(turn)
    yield "map", "16:9", DAYS[1], "de", {}
    yield "map", "1:1", DAYS[2], "en", {"colouring": "since", "definition": "granted"}
    yield "map", "16:9", DAYS[3], "de", {"colouring": "since"}
    yield "map", "1200x630", DAYS[2], "de", {"label": "cities"}
    yield "map", "1200x630", DAYS[3], "en", {"colouring": "since"}
    yield "timeline", "1200x630", DAYS[3], "en", {"ags": "05566"}


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: "-".join(map(str, case[:4])))
def test_texts_can_be_read_and_stay_on_the_sheet_and_apart(case):
    name, shape, day, language, more = case
    choice = Choice(day, language=language, **more)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        order = Order(name, choice, shape, site="https://kiz-atlas.example.org")
        sheet = pictures.picture(order, atlas())
        found = texts(sheet)
    page = sheet.figure.bbox
    outside = [text for text, box, _ in found if not (page.x0 < box.x0 and box.x1 < page.x1)]
    outside += [text for text, box, _ in found if not (page.y0 < box.y0 and box.y1 < page.y1)]
    assert outside == []
    wide = sheet.figure.get_size_inches()[0]
    small = [text for text, _, size in found if size / 72 / wide * 1080 < LEAST_DOTS or size < 7]
    assert small == []
    assert list(covering(found)) == []


def test_texts_that_cover_each_other_would_be_found():
    sheet = pictures.picture(Order("map", Choice(DAYS[2])), atlas())
    sheet.write("Kreis", 1, 1)
    sheet.write("Kleve", 1.05, 1)
    assert ("Kreis", "Kleve") in list(covering(texts(sheet)))


def test_without_title_block_the_source_line_stays():
    sheet = pictures.picture(Order("map", Choice(DAYS[2]), titled=False), atlas())
    written = " ".join(text for text, *_ in texts(sheet))
    assert sheet.title not in written and "haben 49 von" not in written
    said = ("GeoBasis-DE", "CC BY 4.0", "Gezeigter Tag: 24.09.2015")
    assert all(text in written for text in said)


def letters():
    sentences = ""
    for language in ("de", "en"):
        with (LOCALE / f"{language}.po").open("rb") as text:
            sentences += "".join("".join(entry.string) for entry in read_po(text))
    known = vars(atlas().tables)
    return set(
        sentences + "".join(known["districts"]["name"]) + "".join(known["sources"]["publisher"])
    )


@pytest.mark.parametrize("weight", fonts.FILES)
def test_the_fonts_have_every_letter_that_is_written(weight):
    file, _ = fonts.FILES[weight]
    has = TTFont(file).getBestCmap()
    assert [
        letter for letter in sorted(letters()) if ord(letter) not in has and letter != "\n"
    ] == []
