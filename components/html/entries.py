"""The rows of the tables as lines, each linked to where the atlas shows it."""

from dataclasses import dataclass
from functools import cached_property

import htpy as h
import pandas as pd

from components.base.links import Links
from components.base.wording import Wording
from components.html import parts
from components.html.german import german, sentence
from components.words.totals import figure
from data.tables import Tables

#: The tables whose rows have a date and no place of their own, with the words for one.
_DATED = {"milestones": "sources.milestone", "status_lists": "sources.list", "days": "sources.day"}


@dataclass(frozen=True)
class Entries:
    """The lines of these tables, for one page in one language."""

    tables: Tables
    links: Links
    words: Wording

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name of every district by its key."""
        return self.tables.districts.set_index("ags")["short_name"].to_dict()

    def of(self, table: str) -> list[h.Node]:
        """What rests on a source in one of the tables that name one, row by row.

        The population has nothing to say row by row.
        """
        rows = vars(self.tables)[table]
        if table == "population":
            return [None] * len(rows)
        if table in _DATED:
            key = _DATED[table]
            return [self.words(key, date=self.words.date(date)) for date in rows["date"]]
        line = {
            "events": self.event,
            "confirmations": self.confirmation,
            "totals": self.total,
            "centres": self.centre,
            "plates": self.plate,
        }[table]
        return [line(row) for row in rows.itertuples(index=False)]

    def event(self, row: tuple) -> h.Node:
        """District, kind and date, linked to the place in the history, with the mark."""
        kind, date = self.words(f"event.{row.event}"), self.words.date(row.date)
        place = self.links.history(row.ags, row.id)
        mark = parts.caveat(row.basis, row.confidence, self.words)
        label = [self._name(row.ags), f": {kind}, {date}"]
        return h.fragment[parts.link(label, place), mark]

    def confirmation(self, row: tuple) -> h.Node:
        """District, what is shown and when, linked to the district."""
        shown, date = self.words(f"shows.{row.shows}"), self.words.date(row.date)
        blanks = {"name": self._name(row.ags), "what": shown, "date": date}
        label = sentence(self.words, "sources.confirmation", **blanks)
        return parts.link(label, self.links.history(row.ags))

    def total(self, row: tuple) -> h.Node:
        """Figure and date, linked to the row beside our own counts."""
        count, date = figure(row.count, row.of, self.words), self.words.date(row.date)
        label = self.words("sources.total", figure=count, date=date)
        return parts.link(label, self.links.total(row.id))

    def centre(self, row: tuple) -> h.Node:
        """Whose KIZ it is, linked to the district on the map."""
        label = sentence(self.words, "sources.centre", name=self._name(row.ags))
        return parts.link(label, self.links.history(row.ags))

    def plate(self, row: tuple) -> h.Node:
        """Letters and whose they are, linked to the district on the map."""
        label = sentence(self.words, "sources.plate", plate=row.plate, name=self._name(row.ags))
        return parts.link(label, self.links.history(row.ags))

    def named(self, one: str, noted: bool = True) -> h.Node:
        """The event, total, district or source of this id, with what is noted on it."""
        for table, line in (("events", self.event), ("totals", self.total)):
            if row := self._rows[table].get(one):
                return h.fragment[line(row), noted and self._note(row)]
        if one in self.names:
            return parts.link(self._name(one), self.links.history(one))
        return parts.cited(self._sources.loc[one], self.words)

    def _name(self, ags: str) -> h.Node:
        return german(self.names[ags], self.words)

    def _note(self, row: tuple) -> h.Node:
        note = getattr(row, f"note_{self.words.language}")
        return note and h.fragment[" ", h.span(".note")[note]]

    @cached_property
    def _rows(self) -> dict[str, dict[str, tuple]]:
        """Events and totals by their ids."""
        tables = {"events": self.tables.events, "totals": self.tables.totals}
        return {
            name: {row.id: row for row in rows.itertuples(index=False)}
            for name, rows in tables.items()
        }

    @cached_property
    def _sources(self) -> pd.DataFrame:
        return self.tables.sources.set_index("id")
