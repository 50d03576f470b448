"""Twenty days out of the real history, each checked by hand against the collected fact."""

from datetime import date

import curated
import pytest

from adoption.status import status_on
from adoption.vocabulary import STATUSES

KNOWN = curated.tables()

# District, day, certain status, event. Beside each the fact in short, as it was collected.
CASES = [
    # Regierungsbezirk Düsseldorf
    # N006: on 5 November 2012 the administration presents the draft for turning the RAA into a KIZ.
    ("05120", "2012-11-05", "debated", "05120-debate-1"),
    # E042: on 21 May 2012 the school committee refuses, 11 to 8, to have a KIZ examined.
    ("05162", "2012-05-21", "rejected", "05162-rejection-1"),
    # E029: the SPD's motion is of "early 2015", before the refusal; until then nothing is sure.
    ("05154", "2015-03-18", "unknown", ""),
    # E031: on 19 March 2015 the Kreistag refuses a KIZ.
    ("05154", "2015-03-19", "rejected", "05154-rejection-1"),
    # E051: the Kreistag refuses in 2012, no day given; the Greens' motion (E050) is as vague.
    ("05166", "2012-12-31", "rejected", "05166-rejection-1"),
    # Regierungsbezirk Köln
    # N018: the city's council decides unanimously in July 2013; approved only from 1 August (E074).
    ("05334002", "2013-07-31", "decided", "05334002-decision-1"),
    # E072: the KIZ of the StädteRegion starts on 1 July 2013; no earlier event is on record.
    ("05334", "2013-06-30", "unknown", ""),
    ("05334", "2013-07-01", "open", "05334-opening-1"),
    # E093: on 9 December 2013 the Kreisausschuss has a concept for an application drawn up.
    ("05382", "2013-12-09", "debated", "05382-debate-3"),
    # Regierungsbezirk Münster
    # E144: approval received on 4 April 2016; the Kreistag's decision of 25 April (E145) is later.
    ("05566", "2016-04-25", "approved", "05566-approval-1"),
    # E102: working group on 24 August 2015; the synod's appeal of 14 November (N024) is a church's.
    ("05554", "2015-11-14", "debated", "05554-debate-3"),
    # E117: on 23 September 2015 the Kreistag votes 47 to 0 to apply for the funding.
    ("05558", "2015-09-23", "decided", "05558-decision-1"),
    # E097: the Land grants the funding on 22 July 2013, say two members of the Landtag.
    ("05513", "2013-07-22", "approved", "05513-grant-1"),
    # Regierungsbezirk Detmold
    # E161: on 2 July 2012 the Kreistag charges the administration with setting up a KIZ.
    ("05774", "2012-07-02", "decided", "05774-decision-1"),
    # E155: on 1 August 2014 the KIZ starts work with its head and four staff.
    ("05758", "2014-08-01", "open", "05758-opening-1"),
    # E157: by its own chronicle it starts on 20 December 2012 (E158 says the end of 2013).
    ("05766", "2012-12-20", "open", "05766-opening-1"),
    # E148: the RAA becomes the KIZ in 2013, no day given; certain once the year is over.
    ("05711", "2013-12-31", "open", "05711-opening-1"),
    # Regierungsbezirk Arnsberg
    # E175: on 14 June 2012 the main committee agrees, 16 to 0, if it costs the city nothing.
    ("05914", "2012-06-14", "debated", "05914-debate-5"),
    # E179: approved in the second round, between the turn of the year and 12 June 2013.
    ("05916", "2013-06-12", "approved", "05916-approval-1"),
    # E190: on 14 December 2012 the Kreistag decides to set up a KIZ.
    ("05958", "2012-12-14", "decided", "05958-decision-1"),
]


@pytest.mark.parametrize(("ags", "day", "status", "event_id"), CASES)
def test_the_status_of_a_day_is_what_the_fact_says(ags, day, status, event_id):
    found = status_on(KNOWN.events, KNOWN.districts, date.fromisoformat(day), "certain")
    row = found[found["ags"].eq(ags)].iloc[0]
    assert (row["status"], row["event_id"]) == (status, event_id)


def test_the_cases_cover_every_region_both_kinds_and_every_status_but_closed():
    covered = KNOWN.districts[KNOWN.districts["ags"].isin([case[0] for case in CASES])]
    for column in ("regierungsbezirk", "kind"):
        assert set(covered[column]) == set(KNOWN.districts[column])
    assert {case[2] for case in CASES} == set(STATUSES) - {"closed"}
