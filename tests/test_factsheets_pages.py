"""The factsheets of the real tables: one page each, nothing over anything, the page's numbers."""

import io
from dataclasses import replace
from datetime import date

import curated
import matplotlib
import numpy as np
import pandas as pd
import pytest
from pypdf import PdfReader

from adoption import comparison, coverage, holdouts
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts.dossier import dossier as known
from components.facts.dossier import row_of
from components.printed import factsheets
from components.printed.factsheet_page import HEIGHT, MARGIN, WIDTH
from components.words import dossier, headline

TODAY, EARLY, LATE = date(2026, 11, 21), date(2013, 6, 12), date(2015, 9, 24)
SITE = "https://integrationsatlas.example.org/nrw"
#: Long names, many events, many neighbours, nothing but what is derived.
HARD = ("05566", "05382", "05114", "05162", "05334002", "05362")
DPI = 250


@pytest.fixture(scope="module")
def atlas():
    return curated.atlas()


def drawn(atlas, ags, day, language="de", definition="approved"):
    return factsheets.sheet(atlas, Choice(day, definition, ags, language), SITE)


def made(atlas, ags, day, language="de"):
    return factsheets.file(atlas, Choice(day, ags=ags, language=language), SITE)


def flowing(content):
    """The text of the only page, without line breaks."""
    (page,) = PdfReader(io.BytesIO(content)).pages
    return page, " ".join(page.extract_text().split())


def texts(sheet):
    return [text.get_text() for text in sheet.figure.texts]


def boxes(sheet):
    """Left, bottom, right, top of the letters outside the map, in inches."""
    sheet.figure.set_dpi(DPI)
    # As in the PDF, where no letter is moved to a pixel.
    with matplotlib.rc_context({"text.hinting": "no_hinting"}):
        sheet.figure.draw_without_rendering()
        extents = [text.get_window_extent().extents for text in sheet.figure.texts]
    # A box is as high as the type can be, which is more than its letters are.
    lead = np.array([text.get_fontsize() * 0.09 / 72 for text in sheet.figure.texts])
    return np.array(extents) / DPI + np.outer(lead, [0, 1, 0, -1])


def over_each_other(found, air=0.012):
    """Pairs of boxes that share more than a hair."""
    left, bottom, right, top = found.T
    across = (left[:, None] + air < right) & (left < right[:, None] - air)
    up = (bottom[:, None] + air < top) & (bottom < top[:, None] - air)
    return np.argwhere(np.triu(across & up, 1))


@pytest.mark.parametrize(
    ("ags", "day", "language"),
    [
        *zip(HARD, (LATE, EARLY, TODAY) * 2, ("de", "en") * 3, strict=True),
        ("", EARLY, "en"),
        ("", LATE, "de"),
        ("", date(2012, 3, 1), "de"),
    ],
)
def test_no_text_lies_on_another_or_leaves_the_page(atlas, ags, day, language):
    sheet = drawn(atlas, ags, day, language)
    found, told = boxes(sheet), texts(sheet)
    room = (MARGIN - 0.02, MARGIN - 0.06, WIDTH - MARGIN + 0.005, HEIGHT - MARGIN + 0.02)
    outside = (found[:, :2] < room[:2]).any(axis=1) | (found[:, 2:] > room[2:]).any(axis=1)
    assert [told[at] for at in np.flatnonzero(outside)] == []
    assert [(told[one], told[other]) for one, other in over_each_other(found)] == []


def test_the_fullest_and_the_emptiest_fit_with_two_events_and_count_the_rest(atlas):
    """The twelve of the 54 in which room is shortest, and two in which little is known."""
    order = list(atlas.tables.events["ags"].value_counts().index)
    for ags in [*order[:12], *order[-2:]]:
        told = " ".join(texts(drawn(atlas, ags, TODAY)))
        events = len(known(atlas, ags, TODAY, "approved").told)
        shown = next(n for n in range(events, -1, -1) if f"Ereignisse: {n} von {events}," in told)
        assert min(events, 2) <= shown <= 8
        more = events - shown
        words = {0: "", 1: "Ein weiteres, mit allen Quellen:"}.get(more, f"Weitere {more}, mit")
        assert words in told and ("Quellen: https" in told) == (more > 0)


@pytest.mark.parametrize(
    ("ags", "day", "language"), [("05566", LATE, "de"), ("05154", TODAY, "en")]
)
def test_a_district_is_one_page_a4_with_what_must_stand_on_it(atlas, ags, day, language):
    page, told = flowing(made(atlas, ags, day, language))
    words = Wording(language)
    standing = row_of(atlas.standings(day, "approved"), ags)
    events = atlas.tables.events
    own = events[events["ags"].eq(ags) & (events["first_day"] <= pd.Timestamp(day))]
    newest = own.sort_values("last_day").iloc[-1]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    for part in (
        standing["name"],
        words(f"status.{standing['status']}"),
        words.date(newest["date"]),
        "GeoBasis-DE",
        atlas.version,
        f"kreis={ags}",
    ):
        assert part in told
    links = {str(note.get_object()["/A"]["/URI"]) for note in page["/Annots"]}
    sources = atlas.tables.sources.set_index("id")["url"]
    assert sources[newest["source_id"]] in links
    assert any(link.startswith(f"{SITE}/kreis?") for link in links)


def test_the_numbers_are_those_of_the_page(atlas):
    ags, words = "05382", Wording("de")
    told = " ".join(texts(drawn(atlas, ags, TODAY)))
    assert dossier.rank(known(atlas, ags, TODAY, "approved"), words) in told
    for end in ("approved", "open"):
        wait = row_of(comparison.waits(atlas.tables.events, atlas.reached(end)), ags)
        for start in ("law", "motion"):
            least, most = wait[f"{start}_least"], wait[f"{start}_most"]
            assert dossier.between(least, most, words) in told
    reached = row_of(atlas.reached("approved"), ags)
    standing = row_of(atlas.standings(TODAY, "approved"), ags)
    line = dossier.headline(standing, reached, TODAY, "approved", words)
    assert line.sentence in told


def test_the_state_has_the_headline_the_counts_and_who_is_without(atlas):
    words = Wording("de")
    _, told = flowing(made(atlas, "", LATE))
    standings = atlas.standings(LATE, "approved")
    assert headline.on_day(atlas, LATE, "approved", words).sentence in told
    assert "49 von 54" in told and "GeoBasis-DE" in told and atlas.version in told
    share = coverage.population_share(standings, atlas.tables.population, LATE)
    assert " ".join(words.percent(share.certain).split()) in told
    acts = holdouts.last_acts(atlas.tables.events, LATE).set_index("ags")
    for row in standings[standings["group"].eq("without")].itertuples():
        assert row.short_name in told and words.date(acts.loc[row.ags, "date"]) in told
    assert "Coesfeld: In Beratung → Beschlossen (23.09.2015)" in told


def test_who_is_undetermined_stands_apart_from_who_is_without(atlas):
    told = " ".join(texts(drawn(atlas, "", EARLY)))
    groups = atlas.standings(EARLY, "approved")["group"].value_counts()
    assert f"Ohne KIZ am 12.06.2013: {groups['without']}" in told
    assert f"Ungeklärt am 12.06.2013: {groups['undetermined']}" in told


def test_a_district_without_any_event_has_a_sheet_too(atlas):
    events = atlas.tables.events
    without = replace(atlas.tables, events=events[events["ags"].ne("05362")])
    empty = Atlas(without, atlas.areas, atlas.version)
    told = " ".join(texts(drawn(empty, "05362", TODAY)))
    assert "Kein Beleg" in told and "Bis zu diesem Tag liegt kein Beleg vor" in told


def test_an_unknown_key_is_an_error(atlas):
    with pytest.raises(KeyError):
        drawn(atlas, "05999", TODAY)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("ags", ["", "05358"])
def test_a_sheet_says_what_kiz_means_of_which_state_it_tells_and_three_dates(atlas, ags, language):
    told, words = " ".join(texts(drawn(atlas, ags, LATE, language))), Wording(language)
    assert told.count(words("about.short")) == 1
    assert {"de": "Nordrhein-Westfalen", "en": "North Rhine-Westphalia"}[language] in told
    for date_told in (words.day(LATE), words.date(atlas.evidence.date)):
        assert date_told in told
    assert words.date(atlas.researched) in told


def test_the_sheet_of_the_state_says_how_long_all_is_known_to_have_lasted(atlas):
    told = " ".join(texts(drawn(atlas, "", TODAY)))
    assert "Eine Schließung ist nicht bekannt. Zuletzt für alle bestätigt: " in told
    assert "Schließung" not in " ".join(texts(drawn(atlas, "", LATE)))


def test_the_sheet_of_a_district_says_when_its_kiz_was_shown_last(atlas):
    words = Wording("de")
    for row in atlas.confirmed.head(3).itertuples():
        told = " ".join(texts(drawn(atlas, row.ags, TODAY)))
        assert f"Zuletzt bestätigt {words.date(row.date)}: {row.summary_de}" in told
    unknown = set(atlas.tables.districts["ags"]) - set(atlas.confirmed["ags"])
    for ags in sorted(unknown)[:1]:
        assert "nach seinem Start zeigt, ist nicht erfasst" in " ".join(
            texts(drawn(atlas, ags, TODAY))
        )


def test_what_came_after_the_day_stands_in_one_line_and_what_is_known_today_apart(atlas):
    told = " ".join(texts(drawn(atlas, "05566", LATE)))
    before, after = told.split("Danach (nach dem 24.09.2015): Antrag (November 2015,")
    assert "Genehmigung (04.04.2016) → Beschluss (25.04.2016) → Start (29.06.2016)" in after
    assert after.index("Heute (zuletzt recherchiert:") < after.index("Zuletzt bestätigt")
    assert "2016" not in before.replace("mit Einwanderungsgeschichte", "").split("Gezeigter Tag")[0]
    assert "bisher 1.324" in told and "noch keines, also noch kein Platz" in told
