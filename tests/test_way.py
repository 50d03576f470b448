"""The way tells motions, refusals and steps in their order, and none of them endlessly."""

from datetime import date

import curated
from event_builders import an_event, frame

from adoption.same import joined
from components.base.wording import Wording
from components.facts.dossier import dossier, told_by
from components.facts.way import steps
from components.words.dossier import way

GERMAN = Wording("de")


def told(*events, day=date(2026, 11, 21)):
    """What had happened by the day, and what came after it."""
    rows = told_by(joined(frame(*events)), day)
    later = rows["when"].eq("later")
    until = steps(rows[~later])
    return [way(some, "Kreis", GERMAN) for some in (until, steps(rows[later], until))]


def test_it_leads_from_the_first_motion_to_the_start():
    assert told(
        an_event(2, event="motion", body="party", date="2013-12-05"),
        an_event(1, event="motion", body="party", date="2012-10-02"),
        an_event(3, event="motion", body="town", date="2012-03-01"),
        an_event(event="decision", date="2014-03-20"),
        an_event(event="approval", date="2014-03-20/2014-04-25"),
        an_event(event="grant", date="2014-05"),
        an_event(1, event="opening", date="2014-11"),
        an_event(2, event="opening", date="2014-09", confidence="low"),
    ) == [
        "2 Anträge (02.10.2012, 05.12.2013) → Beschluss (20.03.2014) → "
        "Genehmigung (zwischen 20.03. und 25.04.2014) → Start (November 2014)",
        "",
    ]


def test_motions_that_follow_each_other_are_counted_and_refusals_name_who_refused():
    assert told(
        *(an_event(n, event="motion", body="party", date=f"2012-0{n}-01") for n in (3, 4, 5)),
        an_event(1, event="rejection", body="committee", date="2012-06-01"),
        an_event(2, event="rejection", date="2012-07-01"),
        an_event(6, event="motion", body="party", date="2013"),
    )[0] == (
        "3 Anträge (01.03.2012 bis 01.05.2012) → "
        "abgelehnt (Ausschuss, 01.06.2012; Kreistag, 01.07.2012) → Antrag (2013)"
    )


def test_what_a_span_leaves_undecided_is_told_as_perhaps_and_not_again_afterwards():
    rows = (
        an_event(event="approval", date="2013/2015"),
        an_event(event="grant", date="2016"),
        an_event(event="opening", date="2016"),
    )
    assert told(*rows, day=date(2014, 1, 1)) == [
        "Vielleicht schon Genehmigung (zwischen 2013 und 2015)",
        "Start (2016)",
    ]


def test_a_motion_after_the_approval_is_no_step():
    rows = (an_event(event="approval"), an_event(event="motion", date="2014", body="party"))
    assert told(*rows)[0] == "Genehmigung (05.05.2013)"


def test_no_proved_step_is_no_way():
    assert told(an_event(event="debate")) == ["", ""]


def test_steinfurt_asked_was_refused_twice_asked_again_and_got_one():
    known = dossier(curated.atlas(), "05566", date(2015, 9, 24), "approved")
    kind = known.standing["kind"]
    assert way(known.way, kind, GERMAN) == (
        "Antrag (spätestens 29.10.2012) → abgelehnt (Verwaltung, 26.09.2013; Kreistag, 15.12.2014)"
    )
    assert way(known.way_after, kind, GERMAN) == (
        "Antrag (November 2015, spätestens 27.11.) → Genehmigung (04.04.2016) → "
        "Beschluss (25.04.2016) → Start (29.06.2016)"
    )
