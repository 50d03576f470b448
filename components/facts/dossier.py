"""What is known of one district on a day: for page, edition, sheet and picture alike."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption import comparison
from adoption.comparison import Median
from adoption.lasting import Evidence, end_of_evidence
from adoption.status import is_act
from adoption.vocabulary import APPROVALS, DECISIONS
from components.base.atlas import Atlas
from components.facts import evidence, lasting

#: What a district waited for, by the definition that dates it, and from where on.
ENDS = ("approved", "open")
STARTS = ("law", "motion")
#: The steps of a district's way, each with the events that take it.
WAY = (("motion",), DECISIONS, APPROVALS, ("opening",))


class Wait(NamedTuple):
    """One row of the comparison: from where to where, in days, and the median of its kind."""

    start: str
    end: str
    least: int | None
    most: int | None
    median: Median | None


class Then(NamedTuple):
    """Who of the neighbours had a KIZ when the district first decided, and that decision."""

    held: comparison.Held
    decision: pd.Series | None


@dataclass(frozen=True, eq=False)
class Dossier:
    """One district on a day under a definition.

    `standing` is its row of `standings` (all districts on the day), `reached` its row of
    `series.reached`; `events` all of its events, of which `acts` are those of its bodies and of
    the ministry and `voices` the others; `centre` its entry in the directory of the KIZ or None.
    `confirmation` is the latest text that shows its KIZ after its start (a row of
    `confirmations`) or None, `evidence` the last of which anything is known of it.
    `neighbours` has the districts around it with `earliest` and `latest`, in the order in which
    they came. `place` is its row of `comparison.ranks`, one of `of`; `waits` stand beside the
    median of the `of_kind` districts of its kind. `questions` are its rows of
    `evidence.open_questions`, `gaps` the steps of its way that no source proves well.
    """

    ags: str
    day: date
    definition: str
    standings: pd.DataFrame
    standing: pd.Series
    reached: pd.Series
    events: pd.DataFrame
    acts: pd.DataFrame
    voices: pd.DataFrame
    centre: pd.Series | None
    confirmation: pd.Series | None
    evidence: Evidence | None
    municipalities: list[str]
    neighbours: pd.DataFrame
    then: Then
    place: pd.Series
    of: int
    waits: list[Wait]
    of_kind: int
    questions: pd.DataFrame
    gaps: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """What it is called, in full."""
        return self.standing["name"]

    @property
    def by_voice(self) -> dict[str, pd.DataFrame]:
        """Its events by the key of their heading: acts, then what others said."""
        return {"acts": self.acts, "voices": self.voices}


def dossier(atlas: Atlas, ags: str, day: date, definition: str) -> Dossier:
    """Everything about one district.

    Raises
    ------
    KeyError
        No district has this key.
    """
    tables = atlas.tables
    if ags not in set(tables.districts["ags"]):
        raise KeyError(ags)
    standings = atlas.standings(day, definition)
    standing = row_of(standings, ags)
    events = events_of(atlas, ags)
    acts = own_acts(events)
    kind = tables.districts.loc[tables.districts["kind"].eq(standing["kind"]), "ags"]
    questions = evidence.questions(atlas)
    centres = tables.centres[tables.centres["ags"].eq(ags)]
    shown, towns = tables.confirmations, tables.municipalities
    return Dossier(
        ags,
        day,
        definition,
        standings=standings,
        standing=standing,
        reached=row_of(atlas.reached(definition), ags),
        events=events,
        acts=events[acts],
        voices=events[~acts],
        centre=None if centres.empty else centres.iloc[0],
        confirmation=lasting.confirmation_of(atlas, ags),
        evidence=end_of_evidence(events, shown[shown["ags"].eq(ags)]),
        municipalities=sorted(towns.loc[towns["ags"].eq(ags), "name"]),
        neighbours=_dated_neighbours(atlas, ags, definition),
        then=_then(atlas, ags, events, definition),
        place=row_of(atlas.ranks(definition), ags),
        of=len(tables.districts),
        waits=_waits(atlas, ags, kind),
        of_kind=len(kind),
        questions=questions[questions["ags"].eq(ags)],
        gaps=list(row_of(evidence.known_of(atlas), ags)["gaps"]),
    )


def row_of(table: pd.DataFrame, ags: str) -> pd.Series:
    """The one row of a district."""
    return table.loc[table["ags"].eq(ags)].iloc[0]


def events_of(atlas: Atlas, ags: str) -> pd.DataFrame:
    """The district's events."""
    events = atlas.tables.events
    return events[events["ags"].eq(ags)]


def neighbours_of(atlas: Atlas, ags: str) -> pd.Series:
    """The keys of the districts around it."""
    pairs = atlas.neighbours
    return pairs.loc[pairs["ags"].eq(ags), "neighbour"]


def own_acts(events: pd.DataFrame) -> pd.Series:
    """Which events are acts of the district's bodies or the ministry; the others are voices."""
    acts = [is_act(*pair) for pair in zip(events["event"], events["body"], strict=True)]
    return pd.Series(acts, index=events.index, dtype=bool)


def steps(events: pd.DataFrame) -> pd.DataFrame:
    """The events that first took each step of WAY, as far as they are proved, as they followed."""
    proved = events[own_acts(events) & events["confidence"].ne("low")]
    taken = [proved[proved["event"].isin(kinds)] for kinds in WAY]
    first = [some.sort_values(["last_day", "first_day"]).head(1) for some in taken]
    return pd.concat(first).sort_values("last_day", kind="stable")


def _dated_neighbours(atlas: Atlas, ags: str, definition: str) -> pd.DataFrame:
    rows = atlas.arrivals(definition)
    near = rows[rows["ags"].isin(neighbours_of(atlas, ags))]
    return near.sort_values(["latest", "earliest", "short_name"])


def _then(atlas: Atlas, ags: str, events: pd.DataFrame, definition: str) -> Then:
    """The neighbours within the days on which the district first decided."""
    near = neighbours_of(atlas, ags)
    decisions = comparison.first_decisions(events)
    if decisions.empty:
        return Then(comparison.Held(0, 0, len(near)), None)
    decision = decisions.iloc[0]
    first, last = (decision[name].date() for name in ("first_day", "last_day"))
    return Then(comparison.held_within(atlas.changes, near, first, last, definition), decision)


def _waits(atlas: Atlas, ags: str, kind: pd.Series) -> list[Wait]:
    """From the law and from its first motion, to approval and to opening; its kind beside it."""
    rows = []
    for start in STARTS:
        for end in ENDS:
            table = atlas.waits(end)
            row = row_of(table, ags)
            bounds = (row[f"{start}_least"], row[f"{start}_most"])
            least, most = (None if pd.isna(days) else days for days in bounds)
            beside = comparison.median(table[table["ags"].isin(kind)], start)
            rows.append(Wait(start, end, least, most, beside))
    return rows
