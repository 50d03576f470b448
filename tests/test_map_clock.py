"""The control of the time marks where the evidence ends, between the axis and its last stop."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import parsed, texts

from components.base.choice import FIRST_DAY
from components.base.wording import LANGUAGES, Wording
from components.map.axis import GAP, Axis
from components.map.clock import Face, Stop, clock

TODAY = date(2026, 11, 28)
JUMPS = pd.DataFrame(
    columns=["first_day", *(f"{name}_{one}" for name in ("label", "reason") for one in LANGUAGES)]
)


def face(day=TODAY, evidence="2025-08-01", stop=TODAY):
    axis = Axis("2018-12-31", evidence, "M0,0", "M0,0z", 54)
    return Face(axis, day, Stop(stop, "heute"), JUMPS, evidence[:7])


def drawn(shown, language="de"):
    return parsed(str(clock(shown, Wording(language))))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "letzter Beleg landesweit: August 2025"),
        ("en", "last evidence statewide: August 2025"),
    ],
)
def test_the_mark_names_the_last_evidence_also_to_those_who_do_not_see_it(language, told):
    html = drawn(face(), language)
    assert texts(html, ".axis .evidence") == [told]
    described = html.select_one(".axis input")["aria-describedby"]
    assert html.find(id=described).get_text() == told
    assert language in LANGUAGES


def test_the_mark_stands_half_way_between_the_axis_and_its_last_stop():
    shown = face(date(2025, 8, 1))
    assert shown.at == shown.length + GAP / 2
    left = shown.at / shown.whole
    assert drawn(shown).select_one(".evidence")["style"] == f"left:{left:.2%}"


@pytest.mark.parametrize(
    "shown",
    [
        face(evidence="2018-12-31"),
        face(date(2015, 9, 24), stop=date(2018, 9, 30)),
        face(evidence="2026-11-28"),
    ],
    ids=["on the axis", "later than the edition", "of the last stop"],
)
def test_evidence_that_ends_elsewhere_has_no_mark(shown):
    html = drawn(shown)
    assert not html.select(".evidence")
    assert "aria-describedby" not in html.select_one(".axis input").attrs


@settings(deadline=None)
@given(st.dates(FIRST_DAY, TODAY - timedelta(1)), st.sampled_from(["2018-12-31", "2025-08-01"]))
def test_days_follow_each_other_on_the_whole_control(day, evidence):
    one, next_one = face(day, evidence), face(day + timedelta(1), evidence)
    assert 0 <= one.at < next_one.at <= one.whole


@pytest.mark.parametrize("evidence", ["2017-01-01", "2018-12-31", "2025-08-01"])
def test_what_lies_behind_the_axis_begins_at_its_end(evidence):
    shown = face(date(2019, 1, 1), evidence)
    assert shown.at == pytest.approx(shown.length, abs=0.01)
