"""Factsheets as finished files: one page A4 for a district, one for the state on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from adoption import changes, holdouts, series
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import curve
from components.facts import dossier as dossier_facts
from components.facts import people as people_facts
from components.facts.dossier import row_of
from components.printed import factsheet, state_sheet
from components.printed.factsheet_events import numbered
from components.printed.factsheet_figures import Nearby
from components.printed.sheet import Sheet
from components.words import coverage, dossier, headline

#: How many days of change the sheet of the state names.
LATEST = 3


def district(atlas: Atlas, ags: str, choice: Choice, words: Wording, site: str = "") -> bytes:
    """The factsheet of a district as PDF.

    It is of a day as the page of the district is: status, headline and map are of the day,
    the history is whole, and what came later says so.

    Raises
    ------
    KeyError
        No district has this key.
    """
    known, stamp = _known(atlas, ags, choice, words), _stamp(atlas, ags, choice, site)
    return factsheet.pdf(known, stamp, words)


def district_drawn(atlas: Atlas, ags: str, choice: Choice, words: Wording, site: str = "") -> Sheet:
    """The same as a drawing that is not a file yet."""
    known, stamp = _known(atlas, ags, choice, words), _stamp(atlas, ags, choice, site)
    return factsheet.sheet(known, stamp, words)


def state(atlas: Atlas, choice: Choice, words: Wording, site: str = "") -> bytes:
    """The factsheet of the state on the day of the choice as PDF."""
    return state_sheet.pdf(_state(atlas, choice, words), _stamp(atlas, "", choice, site), words)


def state_drawn(atlas: Atlas, choice: Choice, words: Wording, site: str = "") -> Sheet:
    """The same as a drawing that is not a file yet."""
    return state_sheet.sheet(_state(atlas, choice, words), _stamp(atlas, "", choice, site), words)


def file_name(ags: str | None, choice: Choice) -> str:
    """What the file is called: kiz-atlas-05154-2015-09-24.pdf, of the state kiz-atlas-nrw-…"""
    return f"kiz-atlas-{ags or 'nrw'}-{choice.day.isoformat()}.pdf"


def _stamp(atlas: Atlas, ags: str, choice: Choice, site: str) -> Stamp:
    page = "kreis" if ags else ""
    return Stamp(replace(choice, ags=ags), atlas.version, atlas.attribution, page, site)


def _known(atlas: Atlas, ags: str, choice: Choice, words: Wording) -> factsheet.Known:
    tables, day, definition = atlas.known, choice.day, choice.definition
    districts = tables.districts
    standings = atlas.standings(day, definition)
    if ags not in set(districts["ags"]):
        raise KeyError(ags)
    standing, came = row_of(standings, ags), row_of(atlas.reached(definition), ags)
    events = numbered(dossier_facts.events_of(atlas, ags))
    centres = tables.centres[tables.centres["ags"].eq(ags)]
    return factsheet.Known(
        standing=standing,
        standings=standings,
        areas=atlas.coarse,
        line=dossier.headline(standing, came, day, definition, words),
        events=events,
        sources=tables.sources,
        people=people_facts.on_day(atlas, day),
        centre=None if centres.empty else centres.iloc[0],
        rank=dossier.rank(row_of(atlas.ranks(definition), ags), len(districts), definition, words),
        waits=dossier_facts.waits(atlas, ags),
        of_kind=len(dossier_facts.kind_of(atlas, ags)),
        nearby=_nearby(atlas, ags, definition),
        questions=_questions(atlas, ags, words),
        later=bool((tables.events["last_day"].dt.date > day).any()),
    )


def _nearby(atlas: Atlas, ags: str, definition: str) -> Nearby:
    """The neighbours with their dates, and how many had one when this district decided."""
    rows = dossier_facts.dated_neighbours(atlas, ags, definition)
    return Nearby(rows, *dossier_facts.then(atlas, ags, definition))


def _questions(atlas: Atlas, ags: str, words: Wording) -> list[str]:
    """What is open about the district's data: gaps in its steps, then groups of events."""
    told = [words(f"evidence.{lack}.{step}") for step, lack in dossier_facts.gaps(atlas, ags)]
    own = dossier_facts.questions(atlas, ags)
    groups = own["group"].value_counts(sort=False)
    return told + [
        words("factsheet.question", question=words(f"question.{group}"), n=n)
        for group, n in groups.items()
    ]


def _state(atlas: Atlas, choice: Choice, words: Wording) -> state_sheet.Known:
    tables, day, definition = atlas.known, choice.day, choice.definition
    standings = atlas.standings(day, definition)
    # The axis ends with the year of the last change, so that it shows the growth on any day.
    last = date(series.change_days(atlas.changes, definition)[-1].year, 12, 31)
    people = people_facts.by_year(atlas)
    people = people[max(people)]
    frames = atlas.changes, tables.totals, tables.districts
    return state_sheet.Known(
        standings=standings,
        areas=atlas.coarse,
        line=headline.on_day(atlas, day, definition, words, table=False),
        covered=coverage.lines(standings, tables.population, day, words),
        curve=curve.curve(*frames, definition, "number", people, last),
        waiting=holdouts.holdouts(atlas.workbench(day, definition)),
        changed=_changed(atlas, day, definition),
        later=bool((tables.events["last_day"].dt.date > day).any()),
    )


def _changed(atlas: Atlas, day: date, definition: str) -> list[tuple[date, pd.DataFrame]]:
    """The latest days up to this one on which anything changed, newest first, with what did."""
    found: list[tuple[date, pd.DataFrame]] = []
    frames = atlas.known.events, atlas.known.districts
    days = [one for one in series.change_days(atlas.changes, definition) if FIRST_DAY < one <= day]
    for one in reversed(days):
        table = changes.changes_between(*frames, one - timedelta(1), one, definition)
        if not table.empty:
            found.append((one, table))
        if len(found) == LATEST:
            break
    return found
