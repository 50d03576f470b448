"""Four invented districts that get their KIZ one after the other, and what was published of it."""

from datetime import date

import pandas as pd
from event_builders import an_event, districts, frame
from total_builders import a_total, totals

from adoption.reconcile import reconcile
from adoption.series import episodes
from components.facts import curve
from components.facts.curve import Curve

TODAY = date(2020, 6, 15)
DISTRICTS = districts(4)
#: Two have it on a known day each, one within 2013, one never.
EVENTS = frame(
    an_event(event="approval", ags="05001", date="2012-10-01"),
    an_event(event="approval", ags="05002", date="2013-06-01"),
    an_event(event="approval", ags="05003", date="2013"),
)
CHANGES = episodes(EVENTS, DISTRICTS)
PEOPLE = pd.Series([100, 200, 300, 400], index=DISTRICTS["ags"])
#: One by name in agreement, one above the names, one that contradicts, one of another kind.
TOTALS = totals(
    a_total(1, "2012-10-05"),
    a_total(2, "2013-03"),
    a_total(4, "2014-05-05", binds="no"),
    a_total(3, "2014-06-05", definition="decided", binds="no"),
    a_total(2, "2012", definition="", binds="no"),
)
SOURCES = pd.DataFrame([{"id": "press", "publisher": "Verein <b>", "title": "T", "published": ""}])
SOURCES["url"] = ""
MILESTONES = pd.DataFrame(
    {
        "first_day": pd.to_datetime(["2012-02-08", "2012-06-25"]),
        "date": ["2012-02-08", "2012-06-25"],
        "summary_de": ["Das Gesetz <i>", "Die Richtlinie"],
        "summary_en": ["The act", "The guideline"],
        "source_id": "press",
    }
)


def a_curve(measure: str = "number", definition: str = "approved") -> Curve:
    """The curve of the four districts to the invented today."""
    counted = curve.Counted(CHANGES, TOTALS, DISTRICTS)
    return curve.curve(counted, definition, measure, PEOPLE, TODAY)


def some_points(definition: str = "approved") -> pd.DataFrame:
    """The totals that have a place on it."""
    return curve.points(TOTALS, reconcile(TOTALS, CHANGES), SOURCES, definition)
