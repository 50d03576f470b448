"""The lists of those without a KIZ, as tables."""

from datetime import date

import htpy as h
import pandas as pd

from adoption.dates import span
from adoption.vocabulary import STATUSES
from components.base.choice import FIRST_DAY
from components.base.links import Links
from components.base.wording import Wording
from components.facts.people import People
from components.html import parts
from components.html.sortable import UNKNOWN, Cell, Column, table
from components.looks.look import more_possible
from components.words.counts import between
from components.words.holdouts import body
from components.words.status import label

#: The columns of both lists: what a holdout did last, how a latecomer came, what both have.
HEAD = (Column("name"), Column("status", "order"))
WAITING = (*HEAD, Column("act", "day"), Column("days", "number"))
CAME = (*HEAD, Column("since", "day"), Column("law_days", "number"))
BOTH = (
    Column("attempts", "number"),
    Column("neighbours", "number"),
    Column("region", facet=True),
    Column("people", "number"),
    Column("history", "number"),
    Column("reasons", "number"),
)
#: What is explained below the lists.
TOLD = ("act", "days", "attempts", "neighbours", "people", "history", "reasons")


def listing(
    rows: pd.DataFrame, people: People, day: date, links: Links, words: Wording
) -> h.Element:
    """The table of one group: who acted last, or of those that came late since when.

    `rows` has at least one row, all of the same group: `without` and `undetermined` as
    `adoption.holdouts.holdouts` gives them, `with` as `latecomers` does.
    """
    group = rows["group"].iloc[0]
    middle, columns = (_came, CAME) if group == "with" else (_last_act, WAITING)
    rows = rows.assign(unsure=more_possible(rows))
    cells = [
        [*_head(row, links, words), *middle(row, words), *_rest(row, people, words)]
        for row in rows.itertuples(index=False)
    ]
    blanks = {
        "title": words(f"holdouts.list.{group}", day=words.day(day)),
        "counted": words.day(people.counted_on),
        "history_on": words.day(people.history_on),
    }
    return table("holdouts", (*columns, *BOTH), cells, words, **blanks)


def explanation(words: Wording) -> h.Element:
    """What the columns say, closed until opened."""
    return h.details(".told")[
        h.summary[words("holdouts.told")],
        h.ul[[h.li[words(f"holdouts.told.{name}")] for name in TOLD]],
    ]


def _head(row: tuple, links: Links, words: Wording) -> list[Cell]:
    """Name with the way to the dossier, and the status with who refused."""
    status: list[h.Node] = [parts.status(row.status, label(row.status, row.body, row.kind, words))]
    if row.unsure:
        possible = words(f"status.{row.possible_status}")
        status.append(parts.small(words("table.possible", status=possible)))
    name = parts.district_link(row.ags, row.name, links)
    return [Cell(name, row.name), Cell(status, STATUSES.index(row.status))]


def _last_act(row: tuple, words: Wording) -> list[Cell]:
    """Who acted last, how and when, and how many days ago."""
    if pd.isna(row.act_event_id):
        return [Cell(words("holdouts.never"), UNKNOWN), Cell("–", UNKNOWN)]
    acted = {"event": words(f"event.{row.act_event}"), "body": body(row.act_body, row.kind, words)}
    act = [words("holdouts.acted", **acted), parts.small(words.date(row.act_date))]
    days = between(row.act_days_least, row.act_days_most, words)
    return [Cell(act, span(row.act_date)), Cell(days, row.act_days_least)]


def _came(row: tuple, words: Wording) -> list[Cell]:
    """Since when it has a KIZ, and how many days after the law that was."""
    exact = row.earliest == row.latest
    edtf = row.latest.isoformat() if exact else f"{row.earliest}/{row.latest}"
    least, most = ((day - FIRST_DAY).days for day in (row.earliest, row.latest))
    since = Cell(words.date(edtf), (row.earliest, row.latest))
    return [since, Cell(between(least, most, words), least)]


def _rest(row: tuple, people: People, words: Wording) -> list[Cell]:
    """Attempts, neighbours, region, people and reasons."""
    of = row.neighbours
    beside: list[h.Node] = [words("holdouts.neighbours.with", n=row.neighbours_with, of=of)]
    if row.neighbours_undetermined:
        unsure = words("holdouts.neighbours.undetermined", n=row.neighbours_undetermined)
        beside.append(parts.small(unsure))
    if pd.notna(row.neighbours_since):
        since = words("holdouts.neighbours.since", date=words.day(row.neighbours_since))
        beside.append(parts.small(since))
    population, share = people.population[row.ags], people.history.get(row.ags)
    unknown = [words("holdouts.unknown"), parts.small(words("holdouts.together"))]
    reasons = [words(f"reason.{code}") for code in row.reasons]
    return [
        Cell(words.number(row.attempts), row.attempts),
        Cell(beside, row.neighbours_with / of if of else UNKNOWN),
        Cell(row.regierungsbezirk, row.regierungsbezirk, (row.regierungsbezirk,) * 2),
        Cell(words.number(int(population)), int(population)),
        Cell(unknown, UNKNOWN) if share is None else Cell(words.percent(share), share),
        Cell(words.names(reasons) or words("holdouts.no_reason"), len(reasons)),
    ]
