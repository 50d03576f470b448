"""The key figures of a district on its factsheet: people, KIZ, rank, waits, neighbours."""

from typing import NamedTuple

import pandas as pd

from adoption.comparison import Held
from components.base.wording import Wording
from components.facts.dossier import Wait
from components.facts.people import People
from components.printed import factsheet_text as text
from components.printed.factsheet_page import ROOM
from components.printed.factsheet_text import EMPTY, SMALL, STRONG, TEXT, Block
from components.words import dossier

#: Where the columns of the waits begin, as parts of the width.
WAITS = (0, 0.36, 0.63, 0.87)
LABEL = 0.85
ROW_GAP = 0.035


class Nearby(NamedTuple):
    """The neighbours and how many of them had a KIZ when this district first decided.

    `rows` has ags, short_name, earliest, latest (days; missing where it has none), in the
    order in which they came; `decision` is the district's event, or None.
    """

    rows: pd.DataFrame
    held: Held
    decision: pd.Series | None


def figures(
    district: pd.Series,
    people: People,
    centre: pd.Series | None,
    rank: str,
    width: float,
    words: Wording,
) -> Block:
    """People with the day on which they were counted, the KIZ with its seat, the rank."""
    ags = district["ags"]
    share = people.history.get(ags)
    known = words.percent(share) if share is not None else words("factsheet.unknown")
    if share is None:
        known += f", {words('holdouts.together')}"
    counted = words(
        "factsheet.people",
        n=words.number(int(people.population[ags])),
        date=words.day(people.counted_on),
    )
    history = words("factsheet.history", share=known, date=words.day(people.history_on))
    centred = words("factsheet.centre.unknown")
    if centre is not None:
        centred = words.names([centre["name"], words("district.seat", seat=centre["seat"])])
    told = [
        (words("factsheet.population.label"), f"{counted} {history}"),
        (words("dossier.centre"), centred),
        (words("factsheet.rank"), rank),
    ]
    return text.stack([text.row(pair, (0, LABEL), width) for pair in told], ROW_GAP)


def waits(
    waits: list[Wait], district: pd.Series, of_kind: int, width: float, words: Wording
) -> Block:
    """The waits in days beside the median of its kind, with the number behind each."""
    lefts = [part * width for part in WAITS]
    heading = [
        words("dossier.waits.what"),
        district["short_name"],
        words("dossier.waits.median", kind=words(f"kinds.{district['kind']}")),
        words("dossier.waits.counted"),
    ]
    rows = [text.row(heading, lefts, width, STRONG._replace(size=7.6))]
    rows += [text.row(_wait(wait, of_kind, words), lefts, width) for wait in waits]
    return text.stack(rows, ROW_GAP)


def neighbours(near: Nearby, definition: str, width: float, words: Wording) -> Block:
    """How many had one at the decision, then all by name and date; bold who had one then."""
    told = [dossier.held_sentence(near.held, near.decision, definition, words)]
    if near.held.least:
        told.append(words("factsheet.neighbours.bold"))
    rows = near.rows.itertuples(index=False)
    cells = [_neighbour(row, near.decision, width / 2 - 0.1, words) for row in rows]
    listed = text.grid(cells, 2, width, ROW_GAP)
    return text.stack([text.paragraph(" ".join(told), width), listed], ROW_GAP)


def questions(items: list[str], words: Wording) -> Block:
    """What is open about these data, in two lines at most; what they do not hold is counted."""
    if not items:
        return EMPTY
    title = words("factsheet.questions")
    for shown in range(len(items), -1, -1):
        left_out = len(items) - shown
        more = [words("factsheet.questions.more", n=left_out)] if left_out else []
        line = text.paragraph(f"{title}: {'; '.join([*items[:shown], *more])}.", ROOM, SMALL)
        if line.height <= 2.5 * SMALL.line:
            return line
    return line


def _wait(wait: Wait, of_kind: int, words: Wording) -> list[str]:
    """What is measured, the district's own wait, the median, and over how many it is taken."""
    median = wait.median
    return [
        words(f"factsheet.wait.{wait.start}.{wait.end}"),
        _own_wait(wait, words),
        dossier.between(median.least, median.most, words) if median else "–",
        words("coverage.of", n=median.districts if median else 0, of=of_kind),
    ]


def _own_wait(wait: Wait, words: Wording) -> str:
    if wait.least is None:
        return words(f"dossier.wait.none.{wait.start}")
    if wait.most is None:
        return words("dossier.wait.least", n=words.number(wait.least))
    return dossier.between(wait.least, wait.most, words)


def _neighbour(row: tuple, decision: pd.Series | None, width: float, words: Wording) -> Block:
    had = decision is not None and pd.notna(row.latest) and row.latest <= _first(decision)
    name = text.paragraph(row.short_name, width, STRONG if had else TEXT)
    date = dossier.when(row.earliest, row.latest, words)
    aside = text.width_of(row.short_name, STRONG if had else TEXT) + 0.08
    return text.beside([name, text.paragraph(date, width - aside, SMALL, aside)])


def _first(decision: pd.Series) -> object:
    return decision["first_day"].date()
