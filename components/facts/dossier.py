"""What is known of one district as of a day: for page, edition, sheet and picture alike.

What came after the day stands apart: `later`, `way_after`, and what is known today.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from adoption import comparison, known
from adoption.comparison import Median
from adoption.dates import TALK_FLOOR
from adoption.lasting import Evidence, end_of_evidence
from adoption.vocabulary import OWN_BODIES
from components.base.atlas import Atlas
from components.base.collation import by_name, rows_by_name
from components.base.memory import VIEWS, kept
from components.facts import evidence, lasting
from components.facts.way import Step, own_acts, steps

#: What a district waited for, by the definition that dates it, and from where on.
ENDS = ("approved", "open")
STARTS = ("law", "motion")
#: In which order neighbours are told: who has one, who may, who has none.
GROUPS = ("with", "undetermined", "without")


class Wait(NamedTuple):
    """One row of the comparison: from where to where, in days, and the median of its kind.

    `running` is between which two numbers of days it has lasted by the day, while it is not over.
    """

    start: str
    end: str
    least: int | None
    most: int | None
    median: Median | None
    running: tuple[int, int] | None = None


class Then(NamedTuple):
    """Who of the neighbours had a KIZ when the district first decided, and that decision."""

    held: comparison.Held
    decision: pd.Series


@dataclass(frozen=True, eq=False)
class Dossier:
    """One district as of a day under a definition.

    `standing` is its row of `standings` (all districts on the day), `reached` its row of
    `known.reached_by`. `events` are all of its events as `same.joined` gives them, with `when`
    (`known.times`). `neighbours` are the rows of `standings` of the districts around it, with
    `earliest` and `latest` as far as they had come by the day, in the order in which they came;
    `then` who of them had one at its first decision, if that had been made. `place` is its row of
    `comparison.ranks` among the `came` that certainly had one; `waits` stand beside the median of
    the `of_kind` districts of its kind.

    Of today: `centre` is its entry in the directory of the KIZ or None, `confirmation` the latest
    text that shows its KIZ after its start (a row of `confirmations`) or None, `evidence` the
    last of which anything is known of it, `questions` its rows of `evidence.open_questions`,
    `gaps` the steps of its way that no source proves well.
    """

    ags: str
    day: date
    definition: str
    standings: pd.DataFrame
    standing: pd.Series
    reached: pd.Series
    events: pd.DataFrame
    centre: pd.Series | None
    confirmation: pd.Series | None
    evidence: Evidence | None
    municipalities: list[str]
    neighbours: pd.DataFrame
    then: Then | None
    place: pd.Series
    came: int
    waits: list[Wait]
    of_kind: int
    questions: pd.DataFrame
    gaps: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """What it is called, in full."""
        return self.standing["name"]

    @property
    def past(self) -> bool:
        """Whether the day lies before the last search: today more may be known than on it."""
        return self.day.isoformat() < self.standing["researched_on"]

    @property
    def told(self) -> pd.DataFrame:
        """What happened, each once: the events that lead."""
        return self.events[self.events["id"].eq(self.events["lead"])]

    @property
    def until(self) -> pd.DataFrame:
        """What had happened by the day, or may have."""
        return self.told[self.told["when"].ne("later")]

    @property
    def later(self) -> pd.DataFrame:
        """What came after the day."""
        return self.told[self.told["when"].eq("later")]

    @property
    def by_voice(self) -> dict[str, pd.DataFrame]:
        """What happened by the key of its heading: acts, then what others said."""
        acts = own_acts(self.told)
        return {"acts": self.told[acts], "voices": self.told[~acts]}

    @cached_property
    def way(self) -> tuple[Step, ...]:
        """Its steps by the day."""
        return steps(self.until)

    @cached_property
    def way_after(self) -> tuple[Step, ...]:
        """Its steps after the day."""
        return steps(self.later, self.way)


@kept(VIEWS)
def dossier(atlas: Atlas, ags: str, day: date, definition: str) -> Dossier:
    """Everything about one district, as of a day.

    Raises
    ------
    KeyError
        No district has this key.
    """
    tables = atlas.tables
    if ags not in set(tables.districts["ags"]):
        raise KeyError(ags)
    standings, reached = atlas.standings(day, definition), atlas.reached_by(day, definition)
    standing = row_of(standings, ags)
    events = told_by(of_district(atlas.joined, ags), day)
    kind = tables.districts.loc[tables.districts["kind"].eq(standing["kind"]), "ags"]
    questions = evidence.questions(atlas)
    centres = of_district(tables.centres, ags)
    return Dossier(
        ags,
        day,
        definition,
        standings=standings,
        standing=standing,
        reached=row_of(reached, ags),
        events=events,
        centre=None if centres.empty else centres.iloc[0],
        confirmation=lasting.confirmation_of(atlas, ags),
        evidence=end_of_evidence(events, of_district(tables.confirmations, ags)),
        municipalities=by_name(of_district(tables.municipalities, ags)["name"]),
        neighbours=_dated(standings, reached, neighbours_of(atlas, ags)),
        then=_then(reached, neighbours_of(atlas, ags), events),
        place=row_of(atlas.ranks(day, definition), ags),
        came=int(reached["latest"].notna().sum()),
        waits=_waits(atlas, ags, day, kind),
        of_kind=len(kind),
        questions=of_district(questions, ags),
        gaps=list(row_of(evidence.known_of(atlas), ags)["gaps"]),
    )


def row_of(table: pd.DataFrame, ags: str) -> pd.Series:
    """The one row of a district."""
    return table.loc[table["ags"].eq(ags)].iloc[0]


def of_district(table: pd.DataFrame, ags: str) -> pd.DataFrame:
    """The rows of a district."""
    return table[table["ags"].eq(ags)]


def events_of(atlas: Atlas, ags: str) -> pd.DataFrame:
    """The district's events."""
    return of_district(atlas.tables.events, ags)


def told_by(joined: pd.DataFrame, day: date) -> pd.DataFrame:
    """What `same.joined` returns with `when` (`known.times`); of one happening that two rows tell,
    both lie to the day as it does.
    """
    when = known.times(joined, day).set_axis(joined["id"])
    return joined.assign(when=when[joined["lead"]].to_numpy())


def neighbours_of(atlas: Atlas, ags: str) -> pd.Series:
    """The keys of the districts around it."""
    pairs = atlas.neighbours
    return pairs.loc[pairs["ags"].eq(ags), "neighbour"]


def _dated(standings: pd.DataFrame, reached: pd.DataFrame, near: pd.Series) -> pd.DataFrame:
    rows = standings[standings["ags"].isin(near)].merge(reached, on="ags")
    ranked = rows_by_name(rows.assign(rank=rows["group"].map(GROUPS.index)))
    return ranked.sort_values(["rank", "latest", "earliest"])  # a sort by several is stable


def _then(reached: pd.DataFrame, near: pd.Series, events: pd.DataFrame) -> Then | None:
    """The neighbours within the days on which the district first decided."""
    made = comparison.first_decisions(events[events["when"].eq("before")])
    if made.empty:
        return None
    decision = made.iloc[0]
    first, last = (decision[name].date() for name in ("first_day", "last_day"))
    return Then(comparison.held_within(reached, near, first, last), decision)


def _waits(atlas: Atlas, ags: str, day: date, kind: pd.Series) -> list[Wait]:
    """From the law and from its first motion, to approval and to opening; its kind beside it."""
    began = {"law": (TALK_FLOOR, TALK_FLOOR), "motion": _first_motion(events_of(atlas, ags), day)}
    rows = []
    for start in STARTS:
        for end in ENDS:
            table = atlas.waits(day, end)
            row = row_of(table, ags)
            bounds = (row[f"{start}_least"], row[f"{start}_most"])
            least, most = (None if pd.isna(days) else int(days) for days in bounds)
            beside = comparison.median(table[table["ags"].isin(kind)], start)
            since = began[start] if pd.isna(row["law_least"]) else None
            running = since and tuple(max(0, (day - begun).days) for begun in reversed(since))
            rows.append(Wait(start, end, least, most, beside, running))
    return rows


def _first_motion(events: pd.DataFrame, day: date) -> tuple[date, date] | None:
    """Between which two days its own first motion was made, if one certainly was by the day."""
    own = events["event"].eq("motion") & events["body"].isin(OWN_BODIES)
    made = events[own & events["confidence"].ne("low") & known.times(events, day).eq("before")]
    if made.empty:
        return None
    return made["first_day"].min().date(), made["last_day"].min().date()
