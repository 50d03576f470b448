"""The timeline draws a day as a point, a span as a bar over its days, and keeps voices apart."""

from datetime import date, timedelta

import curated
import pytest
from event_builders import an_event, frame
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import parsed, text, texts

from adoption.lasting import Evidence
from components.base.wording import Wording
from components.html.timeline import timeline
from components.looks.timeline import STATUS_OF, Axis, place, years

YEARS = range(2012, 2015)
KNOWN = curated.tables()


def drawn(*acts, voices=(), day=date(2026, 11, 21), steps=0, evidence=None):
    events = frame(*acts, *voices)
    groups = {"acts": events.iloc[: len(acts)], "voices": events.iloc[len(acts) :]}
    return str(timeline(groups, KNOWN.milestones.head(steps), day, Wording("de"), evidence))


def marks(html):
    """Class and style of every mark of an event."""
    found = parsed(html).select("ol:is(.acts, .voices) i[class][style]")
    return [(" ".join(mark["class"]), mark["style"]) for mark in found]


def test_a_day_is_a_point_and_a_span_a_bar():
    html = drawn(an_event(1, date="2013-01-01"), an_event(2, date="2013"))
    (point, at), (bar, over) = marks(html)
    assert point == "day debate" and at.startswith("left:33.33%")
    assert bar == "span debate" and over.startswith("left:33.33%;width:33.24%")


def test_an_event_has_its_date_in_words_and_leads_to_the_history():
    html = drawn(an_event(event="decision", date="2013-05"))
    (link,) = parsed(html).select("a[href='#05001-decision-1']")
    assert text(link) == "Mai 2013 Beschluss · Kreistag oder Rat"


def test_what_is_unsure_or_announced_is_dashed():
    html = drawn(
        an_event(1, confidence="low"),
        an_event(event="planned", announces="opening"),
        an_event(3),
    )
    assert sorted(name for name, _ in marks(html)) == [
        "day debate",
        "day debate unsure",
        "day planned unsure",
    ]
    assert texts(html, "span.caveat") == ["unsicher"]


def test_a_rejection_carries_its_mark():
    assert "×" in texts(drawn(an_event(event="rejection")), "i")
    assert "×" not in drawn(an_event(event="debate"))


def test_acts_and_voices_stand_under_headings_of_their_own():
    both = parsed(drawn(an_event(1), voices=[an_event(2, body="town")]))
    listed = {kind: both.select(f"ol.{kind} a") for kind in ("acts", "voices")}
    assert [link["href"] for link in listed["acts"]] == ["#05001-debate-1"]
    assert [link["href"] for link in listed["voices"]] == ["#05001-debate-2"]
    groups = both.select("ol:is(.acts, .voices)")
    assert [group["class"] for group in groups] == [["acts"], ["voices"]]
    assert not parsed(drawn(an_event(1))).select("ol.voices")


def test_events_stand_in_the_order_in_which_each_was_over():
    html = drawn(an_event(1, date="2014"), an_event(2, date="2013/2014-01-02"), an_event(3))
    order = [link["href"] for link in parsed(html).select("ol a")]
    assert order == [f"#05001-debate-{number}" for number in (3, 2, 1)]


def test_the_axis_shows_whole_years_and_every_event():
    assert years(frame(an_event(date="2013-05-05"))) == range(2012, 2015)
    assert years(frame(an_event(date="2011-11-22"), an_event(2, date="2018-09"))) == range(
        2011, 2019
    )
    assert "2012 2013 2014" in " ".join(texts(drawn(an_event()), "i"))


def test_the_steps_of_the_law_stand_in_the_same_picture():
    steps = KNOWN.milestones
    html = drawn(an_event(), steps=len(steps))
    inside = steps["first_day"].dt.year.isin(YEARS) & steps["last_day"].dt.year.isin(YEARS)
    assert f"Gesetz und Förderung: {inside.sum()} Schritte" in html
    assert len(parsed(html).select(".step")) == inside.sum()
    assert "--law:3.46%;--funding:16.03%" in html


def test_the_last_evidence_has_a_row_and_behind_a_break_a_column_of_its_own():
    ends = Evidence(date(2025, 10, 23), "2025-10-23")
    html = parsed(drawn(an_event(date="2013-01-01"), evidence=ends))
    assert texts(html, ".axis i") == ["2012", "2013", "2014", "2025"]
    assert texts(html, ".axis .apart") == ["2025"]
    assert texts(html, ".ends .label") == ["23.10.2025 Letzter Beleg; danach ist nichts bekannt"]
    assert html.select_one(".ends .end")["style"] == "left:87.50%"
    # The events keep their years, and what is later than the evidence stands at the very end.
    assert marks(str(html))[0][1].startswith("left:25.00%")
    assert "--now:100.00%" in html.select_one(".timeline")["style"]


def test_evidence_within_the_years_needs_no_break():
    html = parsed(drawn(an_event(), evidence=Evidence(date(2013, 5, 5), "2013-05-05")))
    assert texts(html, ".axis i") == ["2012", "2013", "2014"] and not html.select(".apart")
    assert html.select_one(".ends .end")["style"].startswith("left:44.")
    assert not parsed(drawn(an_event())).select(".ends")


@settings(deadline=None)
@given(st.dates(date(2012, 1, 1), date(2026, 1, 1)), st.dates(date(2015, 1, 1), date(2025, 1, 1)))
def test_behind_the_break_days_follow_each_other_too(day, last):
    axis = Axis(YEARS, last)
    assert 0 <= axis.place(day) <= axis.place(day + timedelta(1)) <= 1
    assert axis.place(last) == 1 - 0.5 / 4


def test_markup_in_a_name_is_no_markup():
    html = drawn(an_event(confidence="low"))
    assert "<script" not in html and html.count("<ol") == html.count("</ol>")


@settings(deadline=None)
@given(st.dates(date(2012, 1, 1), date(2014, 12, 30)))
def test_a_day_lies_on_the_axis_and_left_of_the_next(day):
    assert 0 <= place(day, YEARS) < place(day.replace(year=day.year + 1, day=1), YEARS)
    assert place(day, YEARS) < 1


@pytest.mark.parametrize("kind", STATUS_OF)
def test_every_event_can_be_drawn(kind):
    assert kind in marks(drawn(an_event(event=kind)))[0][0].split()
