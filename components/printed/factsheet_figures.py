"""The key figures of a district on its factsheet: people, KIZ, rank, waits, neighbours."""

import pandas as pd

from components.base.wording import Wording
from components.facts.dossier import Dossier, Wait
from components.facts.people import People
from components.printed import blocks, typeset
from components.printed.blocks import EMPTY, SMALL, STRONG, TEXT, Block
from components.printed.factsheet_page import ROOM
from components.words import dossier as dossier_words

#: Where the columns of the waits begin, as parts of the width.
WAITS = (0, 0.36, 0.63, 0.87)
LABEL = 0.85
ROW_GAP = 0.035


def figures(rows: list[tuple[str, str]], width: float) -> Block:
    """Each figure behind what it is of."""
    return blocks.stack([blocks.row(pair, (0, LABEL), width) for pair in rows], ROW_GAP)


def population(people: People, ags: str, words: Wording) -> str:
    """How many live in a district, which share with a history of immigration, each with its day."""
    if (part := people.history.get(ags)) is not None:
        share = words.percent(part)
    else:
        share = words.names([words("factsheet.unknown"), words("holdouts.together")])
    counted = words(
        "factsheet.people",
        n=int(people.population[ags]),
        date=words.day(people.counted_on),
    )
    history = words("factsheet.history", share=share, date=words.day(people.history_on))
    return f"{counted} {history}"


def centre(entry: pd.Series | None, words: Wording) -> str:
    """The name of the KIZ, its seat and its site; and which of these are not recorded."""
    fields = dossier_words.centre(entry, words)
    missing = [words(f"factsheet.field.{field}") for field, line in fields.items() if not line]
    told = [line for line in fields.values() if line]
    if missing:
        told.append(words("factsheet.unrecorded", fields=words.names(missing)))
    return " · ".join(told)


def lasting(dossier: Dossier, sources: pd.DataFrame, words: Wording) -> str:
    """The latest text that shows the KIZ after its start, and whose it is; or that there is none.

    It has no age: a sheet is read on any day.
    """
    row = dossier.confirmation
    if row is None:
        return words("dossier.lasting.none")
    source = sources.set_index("id").loc[row["source_id"]]
    summary = row[f"summary_{words.language}"]
    return f"{words.date(row['date'])}: {summary} ({source['publisher']})"


def waits(dossier: Dossier, width: float, words: Wording) -> Block:
    """The waits in days beside the median of its kind, with the number behind each."""
    lefts = [part * width for part in WAITS]
    heading = [
        words("dossier.waits.what"),
        dossier.standing["short_name"],
        words("dossier.waits.median", kind=words(f"kinds.{dossier.standing['kind']}")),
        words("dossier.waits.counted"),
    ]
    rows = [blocks.row(heading, lefts, width, STRONG._replace(size=7.6))]
    waits = [_wait(wait, dossier.of_kind, words) for wait in dossier.waits]
    rows += [blocks.row(wait, lefts, width) for wait in waits]
    return blocks.stack(rows, ROW_GAP)


def neighbours(dossier: Dossier, width: float, words: Wording) -> Block:
    """How many have one, and had one at the decision, then all by name and date; bold who has one
    on the day.
    """
    told = (
        dossier_words.neighbours_now(dossier, words),
        dossier_words.neighbours_then(dossier, words),
    )
    rows = dossier.neighbours.itertuples(index=False)
    cells = [_neighbour(row, width / 2 - 0.1, words) for row in rows]
    listed = blocks.grid(cells, 2, width, ROW_GAP)
    sentences = blocks.paragraph(" ".join(filter(None, told)), width)
    return blocks.stack([sentences, listed], ROW_GAP)


def questions(items: list[str], words: Wording) -> Block:
    """What is open about these data, in two lines at most; what they do not hold is counted."""
    if not items:
        return EMPTY
    title = words("factsheet.questions")
    for shown in range(len(items), -1, -1):
        left_out = len(items) - shown
        more = [words("factsheet.questions.more", n=left_out)] if left_out else []
        line = blocks.paragraph(f"{title}: {'; '.join([*items[:shown], *more])}.", ROOM, SMALL)
        if line.height <= 2.5 * SMALL.line:
            return line
    return line


def _wait(wait: Wait, of_kind: int, words: Wording) -> list[str]:
    """What is measured, the district's own wait, the median, and over how many it is taken."""
    median = wait.median
    return [
        words(f"factsheet.wait.{wait.start}.{wait.end}"),
        dossier_words.wait(wait, words),
        dossier_words.median(median, words),
        words("coverage.of", n=median.districts if median else 0, of=of_kind),
    ]


def _neighbour(row: tuple, width: float, words: Wording) -> Block:
    look = STRONG if row.group == "with" else TEXT
    aside = typeset.width_of(row.short_name, look) + 0.08
    where = blocks.paragraph(dossier_words.neighbour(row, words), width - aside, SMALL, aside)
    return blocks.beside([blocks.paragraph(row.short_name, width, look), where])
