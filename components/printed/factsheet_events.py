"""The newest events of a district on its factsheet, and the sources that they rest on."""

from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from components.base.wording import Wording
from components.facts.dossier import own_acts
from components.printed import factsheet_text as text
from components.printed.factsheet_page import ROOM
from components.printed.factsheet_text import SMALL, STRONG, TEXT, Block, Type
from components.printed.sheet import QUIET
from components.words.caveat import caveat
from components.words.citing import cited
from components.words.holdouts import body

#: Where number, date, what happened, and summary begin.
LEFTS = (0, 0.25, 2.1, 3.22)
NUMBER = Type(8, colour=QUIET)
SOURCE = Type(6.9)
EVENT_GAP, SOURCE_GAP = 0.04, 0.012


def numbered(events: pd.DataFrame) -> pd.DataFrame:
    """The events in the order of the history, from 1 on (`number`); `own` says which are acts."""
    told = events.sort_values(["last_day", "first_day"], kind="stable")
    return told.assign(number=range(1, len(told) + 1), own=own_acts(told))


def source_numbers(events: pd.DataFrame, every: bool) -> dict[str, int]:
    """The number of each source, in the order in which these events name them.

    Of each event `every` source, or without it the first alone.
    """
    ids = [id for event in events.itertuples(index=False) for id in _sources(event, every)]
    return {id: number for number, id in enumerate(dict.fromkeys(ids), start=1)}


def listed(
    events: pd.DataFrame, day: date, kind: str, notes: bool, every: bool, words: Wording
) -> Block:
    """Rows of events in their order: date as known with its caveats, what, who, summary.

    Parameters
    ----------
    events
        As `numbered` returns them, those that are to be shown.
    day
        The day of the sheet; what is later says so.
    kind
        Of the district: its council has its own name.
    notes
        Whether the notes on the events stand below their summaries.
    every
        Whether every source of an event is named, or its first, and how many more there are.
    """
    cited_as = source_numbers(events, every)
    rows = [
        _row(event, day, kind, notes, cited_as, words) for event in events.itertuples(index=False)
    ]
    return text.stack(rows, EVENT_GAP)


def sources_listed(
    events: pd.DataFrame, sources: pd.DataFrame, every: bool, words: Wording
) -> Block:
    """The sources of these events under their numbers, each a link to where it stands."""
    known = sources.set_index("id")
    lines = [
        _source(number, known.loc[id], words)
        for id, number in source_numbers(events, every).items()
    ]
    return text.grid(lines, 2, ROOM, SOURCE_GAP)


def later(event: tuple, day: date, words: Wording) -> str:
    """That an event came only after the day, or perhaps so; else nothing."""
    if event.first_day.date() > day:
        return words("factsheet.later")
    return words("factsheet.perhaps_later") if event.last_day.date() > day else ""


def _row(
    event: tuple, day: date, kind: str, notes: bool, cited_as: dict[str, int], words: Wording
) -> Block:
    number, at, what, told = LEFTS
    refs = _references(event, cited_as, words)
    summary, note = (getattr(event, f"{name}_{words.language}") for name in ("summary", "note"))
    room = what - at - 0.06
    dated = [text.paragraph(words.known(event.date), room, TEXT, at)]
    dated.append(text.paragraph(later(event, day, words), room, SMALL, at))
    mark = caveat(event.basis, event.confidence, words)
    room = told - what - 0.08
    acting = _capital(body(event.body, kind, words))
    acted = [
        text.paragraph(_capital(words(f"event.{event.event}")), room, STRONG, what),
        text.paragraph(words.names([acting, mark] if mark else [acting]), room, SMALL, what),
    ]
    said = [text.paragraph(f"{summary} [{refs}]", ROOM - told, TEXT, told)]
    if notes:
        said.append(text.paragraph(note, ROOM - told, SMALL, told))
    place = text.paragraph(str(event.number), at, NUMBER, number)
    return text.beside([place, text.stack(dated), text.stack(acted), text.stack(said)])


def _source(number: int, source: pd.Series, words: Wording) -> Block:
    host = urlsplit(source["url"]).netloc.removeprefix("www.")
    line = f"{cited(source, words)} · {host or words('source.offline')}"
    wide = LEFTS[1]
    named = text.paragraph(line, ROOM / 2 - wide - 0.12, SOURCE, wide, source["url"])
    return text.beside([text.paragraph(f"[{number}]", wide, SOURCE._replace(colour=QUIET)), named])


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
