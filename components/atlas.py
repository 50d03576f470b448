"""Everything that is known, read once: what pages, pictures, files and the edition are made from.

No Streamlit and no clock: the page keeps one of these (`cache.atlas`), the command line
makes its own.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import geopandas as gpd
import pandas as pd

from adoption import reconcile, series, status
from components.figures import curve_data, multiples
from components.headline import Headline, headline, latest_total
from components.wording import Wording
from data import tables as data_tables
from geo import boundaries, join


@dataclass(frozen=True, eq=False)
class Atlas:
    """The typed tables, the 54 areas (EPSG:4326) and the version of the data."""

    known: data_tables.Tables
    areas: gpd.GeoDataFrame
    version: str

    @classmethod
    def load(cls) -> "Atlas":
        """Read tables and boundaries; raises DataError or BoundaryError where one is broken."""
        known = data_tables.load()
        areas = boundaries.load(list(known.districts["ags"]))
        return cls(known, areas, data_tables.version())

    @property
    def attribution(self) -> str:
        """The line that must stand wherever the boundaries are shown."""
        return self.areas.attrs["attribution"]

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Every change of any district's standing, in both readings."""
        return series.episodes(self.known.events, self.known.districts)

    @cached_property
    def verdicts(self) -> pd.DataFrame:
        """Every published total beside our own counts."""
        return reconcile.reconcile(self.known.totals, self.changes)

    @cached_property
    def people(self) -> dict[int, pd.Series]:
        """The population of every district in each comparable year."""
        return curve_data.comparable(self.known.population, self.known.districts)

    @cached_property
    def coarse(self) -> gpd.GeoDataFrame:
        """The areas in metres with as many corners as a small map shows: `multiples.simplified`."""
        return multiples.simplified(self.areas)

    @cached_property
    def neighbours(self) -> pd.DataFrame:
        """Who borders whom: columns ags, neighbour; every pair in both directions."""
        return join.neighbours(self.areas)

    def standings(self, day: date, definition: str) -> pd.DataFrame:
        """Every district with its names and its standing at the end of the day.

        Columns of `districts` and of `adoption.status.holders_on`, and of the event that proves
        the status `basis` and `confidence`, empty where there is none.
        """
        events = self.known.events
        held = status.holders_on(events, self.known.districts, day, definition)
        proofs = events.set_index("id")[["basis", "confidence"]].reindex(held["event_id"])
        held[["basis", "confidence"]] = proofs.fillna("").to_numpy()
        return self.known.districts.merge(held, on="ags")

    def reached(self, definition: str) -> pd.DataFrame:
        """When each district got its KIZ under the definition, as far as that is known."""
        return series.reached(self.changes, definition)

    def headline(self, day: date, definition: str, words: Wording) -> Headline:
        """The sentence of the day, with the latest published total where names are undetermined."""
        total = latest_total(self.known.totals, self.known.sources, day, definition)
        standings = self.standings(day, definition)
        return headline(standings, total, words.day(day), definition, words)
