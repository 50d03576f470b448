"""The text of a factsheet is measured before it is drawn; a page is never run over."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from event_builders import an_event, frame
from hypothesis import given, settings
from hypothesis import strategies as st

from adoption.same import joined
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts.dossier import told_by
from components.printed import blocks, factsheet_events, factsheet_page, typeset
from components.printed.factsheet_figures import questions
from components.printed.factsheet_page import HEIGHT, ROOM
from components.printed.factsheet_timeline import Timeline
from components.printed.factsheets import file_name

WORDS = Wording("de")
WORD = st.text(st.sampled_from("abcdefgmwABW.,-/&=ßü"), min_size=1, max_size=60)
STAMP = Stamp(Choice(date(2015, 9, 24)), "2026-11-21+00000000", "© Somebody")


def numbered(*rows, day=date(2026, 11, 21)):
    """The events of a sheet of the day."""
    return factsheet_events.numbered(told_by(joined(frame(*rows)), day))


@settings(max_examples=25, deadline=None)
@given(st.lists(WORD, min_size=1, max_size=12).map(" ".join), st.floats(0.6, 5))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(told, width):
    block = blocks.paragraph(told, width)
    assert all(typeset.width_of(piece.text, piece.type) <= width for piece in block.pieces)
    letters = "".join(piece.text for piece in block.pieces)
    assert letters.replace(" ", "") == told.replace(" ", "")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=6), st.floats(0, 0.2))
def test_stacked_blocks_do_not_touch_and_the_height_holds_them(lines, gap):
    parts = [blocks.paragraph(" ".join(["line"] * n), 0.3) for n in lines]
    stacked = blocks.stack(parts, gap)
    downs = [piece.down for piece in stacked.pieces]
    assert downs == sorted(downs) and len(set(downs)) == len(downs) == sum(lines)
    assert stacked.height == pytest.approx(
        sum(part.height for part in parts) + gap * max(0, sum(map(bool, lines)) - 1)
    )


def test_a_page_that_would_run_over_is_refused():
    foot = factsheet_page.foot("", STAMP, WORDS)
    with pytest.raises(ValueError, match="too high for one page"):
        factsheet_page.page("Title", [blocks.Block((), HEIGHT)], foot)


def test_open_questions_take_two_lines_and_count_the_rest():
    items = [
        f"Frage {number} über eine längere Angabe mit ungewisser Herkunft" for number in "1234"
    ]
    block = questions(items * 3, WORDS)
    told = " ".join(piece.text for piece in block.pieces)
    assert len(block.pieces) == 2 and "Frage 1" in told
    assert f"{12 - told.count('Frage ')} weitere." in told
    assert questions([], WORDS).height == 0


def test_events_are_numbered_in_the_order_of_the_history_and_told_apart():
    told = numbered(
        an_event(event="approval", date="2013-05", body="ministry"),
        an_event(event="motion", date="2012-03-01", body="town"),
    )
    assert list(told["event"]) == ["motion", "approval"]
    assert list(told["number"]) == [1, 2] and list(told["act"]) == [False, True]


def test_what_came_after_the_day_has_its_own_row_and_the_last_numbers():
    events = numbered(
        an_event(1, event="motion", date="2012-03-01/2015-06-01"),
        an_event(2, event="motion", date="2013-07-01"),
        an_event(3, event="motion", date="2012-03-01", body="town"),
        day=date(2013, 6, 1),
    )
    assert list(events["id"].str[-1]) == ["3", "1", "2"]
    drawn = Timeline(events, date(2013, 6, 1), WORDS)
    assert [name for name, _ in drawn.groups] == ["acts", "voices", "later"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 700)), min_size=1, max_size=20))
def test_marks_of_one_lane_do_not_lie_on_each_other(spans):
    start = date(2012, 3, 1).toordinal()
    days = [(date.fromordinal(start + a), date.fromordinal(start + a + b)) for a, b in spans]
    rows = [
        an_event(event="motion", date=f"{a}" if a == b else f"{a}/{b}", id=f"05001-motion-{n}")
        for n, (a, b) in enumerate(days)
    ]
    drawn = Timeline(numbered(*rows), date(2015, 1, 1), WORDS)
    marks = [mark for _, group in drawn.groups for mark in group]
    assert len(marks) == len(spans)
    for lane in {mark.lane for mark in marks}:
        own = sorted((mark.start, mark.end) for mark in marks if mark.lane == lane)
        assert all(end < start for (_, end), (start, _) in pairwise(own))
    assert all(0 <= mark.start <= mark.end <= ROOM for mark in marks)


def test_a_day_is_a_point_and_a_span_has_its_length():
    events = numbered(
        an_event(event="motion", date="2012-07-01"),
        an_event(event="approval", date="2013", body="ministry"),
    )
    drawn = Timeline(events, date(2015, 1, 1), WORDS)
    ((_, (point, bar)),) = drawn.groups
    assert point.start == point.end and bar.end - bar.start > 1


def test_the_name_of_the_file_is_plain():
    choice = Choice(date(2015, 9, 24))
    assert file_name(replace(choice, ags="05154")) == "kiz-atlas-05154-2015-09-24.pdf"
    assert file_name(choice) == "kiz-atlas-nrw-2015-09-24.pdf"


def test_only_the_first_source_of_an_event_is_numbered_where_room_is_short():
    events = pd.DataFrame({"source_id": ["a", "b"], "further_source_ids": ["c b", ""]})
    assert factsheet_events.source_numbers(events, True) == {"a": 1, "c": 2, "b": 3}
    assert factsheet_events.source_numbers(events, False) == {"a": 1, "b": 2}
