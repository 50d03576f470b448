"""Everything that is known, read once: what pages, pictures, files and the edition are made from.

No Streamlit and no clock: the page keeps one of these (`cache.atlas`), the command line makes
its own. What the rules compute from it is computed once and kept here.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd

from adoption import (
    comparison,
    first_days,
    happened,
    holdouts,
    known,
    lasting,
    panel,
    reconcile,
    same,
    series,
    status,
)
from adoption.changes import changes_between
from adoption.dates import span
from adoption.lasting import Evidence
from adoption.vocabulary import DEFINITIONS
from components.base.choice import day_of, months
from components.base.collation import rows_by_name
from components.base.memory import kept
from data import tables as data_tables
from geo import boundaries, neighbours, plane

#: As much is kept of what is made for a day: all turns under every definition.
DAYS = 600
#: As many atlases as a process has at a time, each with its definitions.
FEW = 16


@dataclass(frozen=True, eq=False)
class Atlas:
    """The typed tables, the 54 areas (EPSG:4326) and the version of the data."""

    tables: data_tables.Tables
    areas: gpd.GeoDataFrame
    version: str

    @classmethod
    def load(cls, folder: Path = data_tables.DATA) -> "Atlas":
        """Read tables and boundaries; raises DataError or BoundaryError where one is broken."""
        tables = data_tables.load(folder)
        areas = boundaries.load(list(tables.districts["ags"]))
        return cls(tables, areas, data_tables.version(folder))

    @property
    @kept(FEW)
    def names(self) -> dict[str, str]:
        """The name of each district by its key; it is not to be changed."""
        return self.tables.districts.set_index("ags")["name"].to_dict()

    @property
    def attribution(self) -> str:
        """The line that must stand wherever the boundaries are shown."""
        return self.areas.attrs["attribution"]

    @property
    @kept(FEW)
    def histories(self) -> status.Histories:
        """The acts of every district: `status.histories`; they are not to be changed."""
        return status.histories(self.tables.events)

    @property
    @kept(FEW)
    def turns(self) -> list[date]:
        """The days on which an act may have begun to count, in order: `turn`."""
        acts = (act for history in self.histories.values() for act in history)
        return sorted({day for act in acts for day in (act.first, act.last)})

    def turn(self, day: date) -> date:
        """The last of `turns` up to a day, from which on all stands as it does on that day."""
        place = bisect_right(self.turns, day)
        return self.turns[place - 1] if place else date.min

    @property
    @kept(FEW)
    def changes(self) -> pd.DataFrame:
        """Every change of any district's standing, in both readings: `series.episodes`."""
        return series.episodes(self.tables.events, self.tables.districts)

    @property
    @kept(FEW)
    def first_days(self) -> pd.DataFrame:
        """When each first had a KIZ under every definition, as intervals: `first_days`."""
        found = first_days.first_days(self.tables.events, self.changes)
        searched = self.tables.districts.set_index("ags")["researched_on"]
        return first_days.intervals(found, searched.map(lambda day: span(day).first))

    @property
    @kept(FEW)
    def joined(self) -> pd.DataFrame:
        """The events, each with the one that leads what both tell: `same.joined`."""
        return same.joined(self.tables.events)

    @property
    @kept(FEW)
    def happened(self) -> pd.DataFrame:
        """Every event, confirmation and step of the law, and what it changed: `happened`."""
        tables = self.tables
        frames = tables.events, tables.confirmations, tables.milestones
        return happened.happened(*frames, self.changes)

    @property
    @kept(FEW)
    def verdicts(self) -> pd.DataFrame:
        """Every published total beside our own counts: `reconcile.reconcile`."""
        return reconcile.reconcile(self.tables.totals, self.changes)

    @property
    @kept(FEW)
    def confirmed(self) -> pd.DataFrame:
        """The latest text that shows each KIZ after its start: `lasting.confirmed`."""
        return lasting.confirmed(self.tables.confirmations, self.tables.events)

    @property
    @kept(FEW)
    def evidence(self) -> Evidence:
        """Where the evidence ends: what is dated latest of events, confirmations and totals."""
        tables = self.tables
        totals = tables.totals[tables.totals["definition"].isin(DEFINITIONS)]
        return lasting.end_of_evidence(tables.events, tables.confirmations, totals)

    @property
    def researched(self) -> str:
        """The last search for evidence in any district (EDTF)."""
        return max(self.tables.districts["researched_on"])

    @property
    @kept(FEW)
    def flat(self) -> gpd.GeoDataFrame:
        """The areas in metres: `plane.flat`."""
        return plane.flat(self.areas)

    @property
    @kept(FEW)
    def coarse(self) -> gpd.GeoDataFrame:
        """The areas in metres with as many corners as a small map shows: `plane.simplified`."""
        return plane.simplified(self.areas)

    @property
    @kept(FEW)
    def neighbours(self) -> pd.DataFrame:
        """Who borders whom: columns ags, neighbour; every pair in both directions."""
        return neighbours.neighbours(self.areas)

    def standings(self, day: date, definition: str) -> pd.DataFrame:
        """Every district with its names and its standing at the end of the day.

        Columns of `districts` and of `adoption.status.holders_on`, and of the event that proves
        the status `basis` and `confidence`, empty where there is none.
        """
        return self._standings(self.turn(day), definition)

    @kept(DAYS)
    def _standings(self, day: date, definition: str) -> pd.DataFrame:
        events = self.tables.events
        held = status.holders_on(events, self.tables.districts, day, definition, self.histories)
        proofs = events.set_index("id")[["basis", "confidence"]].reindex(held["event_id"])
        held[["basis", "confidence"]] = proofs.fillna("").to_numpy()
        return self.tables.districts.merge(held, on="ags")

    def changed(self, first: date, last: date, definition: str) -> pd.DataFrame:
        """What differs between the ends of two days, for certain: `changes_between`."""
        return self._changed(self.turn(first), self.turn(last), definition)

    @kept(DAYS)
    def _changed(self, first: date, last: date, definition: str) -> pd.DataFrame:
        frames = self.tables.events, rows_by_name(self.tables.districts)
        return changes_between(*frames, first, last, definition, acts=self.histories)

    @kept(FEW)
    def panel(self, last: date) -> pd.DataFrame:
        """Every district at the end of every month up to a day, which ends the last: `panel`."""
        days = [day_of(month, last) for month in months(last)]
        return panel.panel(self.changes, self.tables.districts, days)

    @kept(FEW)
    def reached(self, definition: str) -> pd.DataFrame:
        """When each district got its KIZ under the definition, as far as that is known."""
        return series.reached(self.changes, definition)

    @kept(FEW)
    def arrivals(self, definition: str) -> pd.DataFrame:
        """Every district with its names, and `earliest` and `latest` of `reached`."""
        return self.tables.districts.merge(self.reached(definition), on="ags")

    def reached_by(self, day: date, definition: str) -> pd.DataFrame:
        """What of `reached` had come about by the day: `known.reached_by`."""
        return self._reached_by(self.turn(day), definition)

    @kept(DAYS)
    def _reached_by(self, day: date, definition: str) -> pd.DataFrame:
        return known.reached_by(self.reached(definition), day)

    def ranks(self, day: date, definition: str) -> pd.DataFrame:
        """The places in the order in which they came, as of the day: `comparison.ranks`."""
        return self._ranks(self.turn(day), definition)

    @kept(DAYS)
    def _ranks(self, day: date, definition: str) -> pd.DataFrame:
        return comparison.ranks(self.reached_by(day, definition))

    def waits(self, day: date, end: str) -> pd.DataFrame:
        """How long each waited for its KIZ under the definition `end`, as far as it had one by
        the day: `comparison.waits`.
        """
        return self._waits(self.turn(day), end)

    @kept(DAYS)
    def _waits(self, day: date, end: str) -> pd.DataFrame:
        events = known.begun(self.tables.events, day)
        return comparison.waits(events, self.reached_by(day, end))

    @kept(DAYS)
    def workbench(self, day: date, definition: str) -> pd.DataFrame:
        """The standings with who acted last, the neighbours, the reasons: `holdouts.workbench`."""
        standings = rows_by_name(self.standings(day, definition))
        frames = standings, self.tables.events, self.neighbours
        return holdouts.workbench(*frames, self.reached(definition), day)
