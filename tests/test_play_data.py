"""The player shows of every month what the page would show of its last day."""

import json
from datetime import date

import curated
import pytest
from event_builders import an_event, districts, frame

from adoption.series import episodes
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS
from components.choice import day_of, months
from components.figures import theme
from components.figures.map import Look, status_map
from components.play_data import FIRST_CODE, film, standings_on, still
from components.wording import Wording

WORDS = Wording("de")
TODAY = date(2014, 8, 15)


def shown(codes, looks, names):
    """The codes as the browser unfolds them: one look per district."""
    seen = [looks[ord(code) - ord(FIRST_CODE)] for code in codes]
    return [Look(*look[:3], "").of(name) for look, name in zip(seen, names, strict=True)]


def a_film(*events, count=2, today=TODAY):
    known = districts(count)
    changes = episodes(frame(*events), known)
    return film(changes, known, today, "approved", WORDS)


@pytest.fixture(scope="module")
def real():
    known = curated.known()
    return known, episodes(known.events, known.districts)


def test_there_is_one_frame_for_each_month_up_to_today():
    frames = a_film(an_event())["frames"]
    assert len(frames) == len(months(TODAY)) == 31
    assert [frames[0][0], frames[-1][0]] == ["2012-02-29", "2014-08-31"]
    assert [frames[0][1], frames[-1][1]] == ["Februar 2012", "August 2014"]


def test_a_frame_says_how_many_have_one_and_how_many_are_undetermined():
    approved = an_event(event="approval", date="2014-04-10")
    somewhen = an_event(event="approval", ags="05002", date="2014-04/2014-06")
    said = {label: sentence for _, label, sentence, _ in a_film(approved, somewhen)["frames"]}
    assert said["März 2014"] == "März 2014: 0 von 2, 0 ungeklärt"
    assert said["April 2014"] == "April 2014: 1 von 2, 1 ungeklärt"
    assert said["Juni 2014"] == "Juni 2014: 2 von 2, 0 ungeklärt"


def test_the_current_month_knows_nothing_of_the_days_to_come():
    tomorrow = an_event(event="approval", date="2014-08-16")
    assert a_film(tomorrow)["frames"][-1][2] == "August 2014: 0 von 2, 0 ungeklärt"


def test_the_film_stays_the_same_file_while_nothing_changes_within_a_month():
    event = an_event(event="approval", date="2014-04-10")
    assert a_film(event) == a_film(event, today=date(2014, 8, 31))


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_every_half_year_it_shows_what_the_map_of_that_day_shows(real, definition):
    known, changes = real
    today = date(2019, 1, 31)
    played = film(changes, known.districts, today, definition, WORDS)
    labels = known.districts.set_index("ags").assign(label_lon=7.0, label_lat=51.0)
    steps = list(zip(months(today), played["frames"], strict=True))
    for month, (_, _, _, codes) in steps[4::6]:
        day = day_of(month, today)
        held = known.districts.merge(
            holders_on(known.events, known.districts, day, definition), on="ags"
        ).assign(basis="", confidence="")
        areas, marks = status_map(held, labels, "x", WORDS, "").data
        looks = shown(codes, played["looks"], played["names"])
        assert [look.fill for look in looks] == list(areas.z)
        assert [look.mark for look in looks] == list(marks.text)
        inks = {"#000": theme.BLACK, "#fff": theme.PAPER}
        assert [look.ink for look in looks] == [inks[ink] for ink in marks.textfont.color]


def test_the_pages_own_day_looks_as_its_map(real):
    known, changes = real
    day = date(2015, 9, 24)
    (standings,) = standings_on(changes, known.districts, [day], "approved")
    page = still(standings, day, WORDS)
    looks = shown(page["codes"], page["looks"], known.districts["short_name"])
    assert page["said"] == "24.09.2015: 49 von 54, 0 ungeklärt"
    assert sum(look.mark.startswith("×") for look in looks) == 3
    assert "Coesfeld" in [look.mark for look in looks]


def test_all_months_are_a_small_file(real):
    known, changes = real
    today = date(2026, 11, 21)
    for definition in DEFINITIONS:
        played = film(changes, known.districts, today, definition, WORDS)
        text = json.dumps(played, ensure_ascii=False, separators=(",", ":"))
        assert len(text.encode()) < 32_000
