"""The newest events of a district on its factsheet, and the sources that they rest on."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

import pandas as pd

from components.base.outside import safe_url
from components.base.wording import Wording
from components.facts.way import own_acts
from components.printed import blocks
from components.printed.blocks import SMALL, STRONG, TEXT, Block
from components.printed.factsheet_page import ROOM
from components.printed.sheet import QUIET
from components.words.caveat import caveat
from components.words.citing import cited
from components.words.dossier import perhaps
from components.words.holdouts import body

#: Where number, date, what happened, and summary begin.
LEFTS = (0, 0.25, 2.1, 3.22)
NUMBER = TEXT._replace(colour=QUIET)
SOURCE = TEXT._replace(size=SMALL.size)
EVENT_GAP, SOURCE_GAP = 0.04, 0.012


def numbered(events: pd.DataFrame) -> pd.DataFrame:
    """The events in the order of the history, from 1 on (`number`), those that came later than the
    day at the end; `act` says which are acts.
    """
    in_order = events.sort_values(["last_day", "first_day"], kind="stable")
    in_order = in_order.sort_values("when", key=lambda when: when.eq("later"), kind="stable")
    return in_order.assign(number=range(1, len(events) + 1), act=own_acts(in_order))


def source_numbers(events: pd.DataFrame, every: bool) -> dict[str, int]:
    """The number of each source, in the order in which these events name them.

    Of each event `every` source, or without it the first alone.
    """
    ids = [id for event in events.itertuples(index=False) for id in _sources(event, every)]
    return {id: number for number, id in enumerate(dict.fromkeys(ids), start=1)}


class Detail(NamedTuple):
    """How much is told of the newest events: how many, whether with notes, and every source.

    Without `every` an event names its first source, and how many more there are.
    """

    count: int
    notes: bool
    every: bool


@dataclass(frozen=True, eq=False)
class Listing:
    """The newest of a district's events, as `numbered` returns them, and their sources.

    They are those that had happened by the day of the sheet or may have. `kind` is the district's:
    its council has its own name.
    """

    events: pd.DataFrame
    detail: Detail
    kind: str
    words: Wording

    @property
    def newest(self) -> pd.DataFrame:
        """Those that are told, the newest first."""
        return self.events.iloc[::-1].head(self.detail.count)

    def rows(self) -> Block:
        """A row for each: date as known with its caveats, what, who, summary."""
        cited_as = source_numbers(self.newest, self.detail.every)
        rows = [self._row(event, cited_as) for event in self.newest.itertuples(index=False)]
        return blocks.stack(rows, EVENT_GAP)

    def sources(self, sources: pd.DataFrame) -> Block:
        """Their sources under their numbers, each a link to where it stands."""
        by_id = sources.set_index("id")
        numbers = source_numbers(self.newest, self.detail.every)
        lines = [_source(number, by_id.loc[id], self.words) for id, number in numbers.items()]
        return blocks.grid(lines, 2, ROOM, SOURCE_GAP)

    def _row(self, event: tuple, cited_as: dict[str, int]) -> Block:
        number = blocks.paragraph(str(event.number), LEFTS[1], NUMBER, LEFTS[0])
        return blocks.beside(
            [number, self._dated(event), self._acted(event), self._said(event, cited_as)]
        )

    def _dated(self, event: tuple) -> Block:
        _, at, what, _ = LEFTS
        room = what - at - 0.06
        date = blocks.paragraph(self.words.date(event.date), room, TEXT, at)
        return blocks.stack([date, blocks.paragraph(perhaps(event, self.words), room, SMALL, at)])

    def _acted(self, event: tuple) -> Block:
        _, _, what, summary = LEFTS
        room = summary - what - 0.08
        names = [_capital(body(event.body, self.kind, self.words))]
        if mark := caveat(event.basis, event.confidence, self.words):
            names.append(mark)
        happened = _capital(self.words(f"event.{event.event}"))
        who = blocks.paragraph(self.words.names(names), room, SMALL, what)
        return blocks.stack([blocks.paragraph(happened, room, STRONG, what), who])

    def _said(self, event: tuple, cited_as: dict[str, int]) -> Block:
        at, language = LEFTS[-1], self.words.language
        summary, note = (getattr(event, f"{name}_{language}") for name in ("summary", "note"))
        refs = _references(event, cited_as, self.words)
        said = [blocks.paragraph(f"{summary} [{refs}]", ROOM - at, TEXT, at)]
        if self.detail.notes:
            said.append(blocks.paragraph(note, ROOM - at, SMALL, at))
        return blocks.stack(said)


def _source(number: int, source: pd.Series, words: Wording) -> Block:
    link = safe_url(source["url"])
    host = urlsplit(link).netloc.removeprefix("www.")
    where = host or source["url"] or words("source.offline")
    line = f"{cited(source, words)} · {where}"
    wide = LEFTS[1]
    named = blocks.paragraph(line, ROOM / 2 - wide - 0.12, SOURCE, wide, link)
    marked = blocks.paragraph(f"[{number}]", wide, SOURCE._replace(colour=QUIET))
    return blocks.beside([marked, named])


def _capital(word: str) -> str:
    """With a capital letter, as a word that stands alone."""
    return word[:1].upper() + word[1:]


def _references(event: tuple, cited_as: dict[str, int], words: Wording) -> str:
    """The numbers of its sources; of those without one how many they are."""
    ids = _sources(event, True)
    shown = [str(cited_as[id]) for id in ids if id in cited_as]
    left_out = len(ids) - len(shown)
    return words.names([*shown, *([f"+{left_out}"] if left_out else [])])


def _sources(event: tuple, every: bool) -> list[str]:
    return [event.source_id, *(event.further_source_ids.split() if every else [])]
