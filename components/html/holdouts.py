"""The lists of those without a KIZ, as tables."""

import htpy as h
import pandas as pd

from adoption.dates import span
from adoption.vocabulary import STATUSES
from components.base.choice import FIRST_DAY
from components.base.links import Links
from components.base.wording import Wording
from components.facts.holdouts import Holdouts
from components.html import parts
from components.html.german import german
from components.html.sortable import UNKNOWN, Cell, Column, table
from components.looks.look import more_possible
from components.words import citing
from components.words.counts import between
from components.words.holdouts import body
from components.words.status import label

#: The columns of both lists: what a holdout did last, how a latecomer came, what both have.
HEAD = (Column("name"), Column("status", "order", facet=True))
WAITING = (*HEAD, Column("act", "day"), Column("days", "number"))
CAME = (*HEAD, Column("since", "day"), Column("law_days", "number"))
BOTH = (
    Column("attempts", "number"),
    Column("neighbours", "number"),
    Column("region", facet=True),
    Column("people", "number"),
    Column("history", "number"),
    Column("reasons"),
)
#: The statuses that the marks of a way have the colours of.
MARKED = ("rejected", "debated", "decided", "approved", "open")
#: What is explained below the lists.
TOLD = ("act", "days", "attempts", "neighbours", "people", "history", "reasons")


def listing(
    rows: pd.DataFrame, holdouts: Holdouts, links: Links, words: Wording, ticks: bool = False
) -> h.Element:
    """The table of one group: who acted last, or of those that came late since when.

    With `ticks` each name has a box: those that are ticked are laid side by side.

    `rows` has at least one row, all of the same group: `without` and `undetermined` as
    `adoption.holdouts.holdouts` gives them, `with` as `latecomers` does.
    """
    group = rows["group"].iloc[0]
    middle, columns = (_came, CAME) if group == "with" else (_last_act, WAITING)
    rows = rows.assign(unsure=more_possible(rows))
    cells = [
        [
            *_head(row, links, words, ticks),
            *middle(row, holdouts, words),
            *_rest(row, holdouts, words),
        ]
        for row in rows.itertuples(index=False)
    ]
    blanks = {
        "title": words(f"holdouts.list.{group}", day=words.day(holdouts.day)),
        "counted": words.day(holdouts.people.counted_on),
        "history_on": words.day(holdouts.people.history_on),
    }
    return table("holdouts", (*columns, *BOTH), cells, words, **blanks)


def explanation(words: Wording) -> h.Element:
    """What the columns say, closed until opened."""
    return h.details(".told")[
        h.summary[words("holdouts.told")],
        h.ul[[h.li[words(f"holdouts.told.{name}")] for name in TOLD]],
    ]


def marks(words: Wording) -> h.Element:
    """What the colours of the marks on an axis mean: the status that such an event brings."""
    return h.ul(".kinds")[[h.li[parts.status(name, words(f"status.{name}"))] for name in MARKED]]


def _head(row: tuple, links: Links, words: Wording, ticks: bool) -> list[Cell]:
    """Name with the way to the dossier, maybe a box to tick, and the status with who refused."""
    status: list[h.Node] = [parts.status(row.status, label(row.status, row.body, row.kind, words))]
    if row.unsure:
        possible = words(f"status.{row.possible_status}")
        status.append(parts.small(words("table.possible", status=possible)))
    name = parts.district_link(row.ags, row.name, links, words)
    if ticks:
        name = h.span(".ticked")[_tick(row, words), name]
    group = row.status, words(f"status.{row.status}")
    return [Cell(name, row.name), Cell(status, STATUSES.index(row.status), group)]


def _tick(row: tuple, words: Wording) -> h.Element:
    """The box beside a name; the page's script ticks it and tells the server."""
    label = words("beside.tick", name=row.name)
    named = {"data-beside": row.ags, "data-name": row.name}
    return h.input(named, type="checkbox", aria_label=label, title=label)


def _source(event: str, holdouts: Holdouts, words: Wording) -> h.Element:
    """Who tells of an event and when, linked; the title where the reader asks."""
    source = holdouts.sources.loc[holdouts.events.loc[event, "source_id"]]
    return h.span(".small.source")[parts.published(source, words, citing.cited(source, words))]


def _last_act(row: tuple, holdouts: Holdouts, words: Wording) -> list[Cell]:
    """Who acted last, how and when, by which source, and how many days ago."""
    if pd.isna(row.act_event_id):
        return [Cell(words("holdouts.never"), UNKNOWN), Cell("–", UNKNOWN)]
    acted = {"event": words(f"event.{row.act_event}"), "body": body(row.act_body, row.kind, words)}
    source = _source(row.act_event_id, holdouts, words)
    act = [words("holdouts.acted", **acted), parts.small(words.date(row.act_date)), source]
    days = between(row.act_days_least, row.act_days_most, words)
    return [Cell(act, span(row.act_date)), Cell(days, row.act_days_least)]


def _came(row: tuple, holdouts: Holdouts, words: Wording) -> list[Cell]:
    """Since when it has a KIZ, by which source, and how many days after the law that was."""
    exact = row.earliest == row.latest
    edtf = row.latest.isoformat() if exact else f"{row.earliest}/{row.latest}"
    least, most = ((day - FIRST_DAY).days for day in (row.earliest, row.latest))
    since = [words.date(edtf), _source(holdouts.came[row.ags], holdouts, words)]
    return [
        Cell(since, (row.earliest, row.latest)),
        Cell(between(least, most, words), least),
    ]


def _rest(row: tuple, holdouts: Holdouts, words: Wording) -> list[Cell]:
    """Attempts, neighbours, region, people and reasons."""
    of, region = row.neighbours, row.regierungsbezirk
    beside: list[h.Node] = [words("holdouts.neighbours.with", n=row.neighbours_with, of=of)]
    if row.neighbours_undetermined:
        unsure = words("holdouts.neighbours.undetermined", n=row.neighbours_undetermined)
        beside.append(parts.small(unsure))
    if pd.notna(row.neighbours_since):
        since = words("holdouts.neighbours.since", date=words.day(row.neighbours_since))
        beside.append(parts.small(since))
    people = holdouts.people
    population, share = people.population[row.ags], people.history.get(row.ags)
    unknown = [words("holdouts.unknown"), parts.small(words("holdouts.together"))]
    return [
        Cell(words.number(row.attempts), row.attempts),
        Cell(beside, row.neighbours_with / of if of else UNKNOWN),
        Cell(german(region, words), region, (region, region)),
        Cell(words.number(int(population)), int(population)),
        Cell(unknown, UNKNOWN) if share is None else Cell(words.percent(share), share),
        _reasons(row.ags, holdouts, words),
    ]


def _reasons(ags: str, holdouts: Holdouts, words: Wording) -> Cell:
    """Each act that gave a reason: the kinds of reasons, in a sentence what it was, its source."""
    given = holdouts.reasons[holdouts.reasons["ags"].eq(ags)]
    if given.empty:
        return Cell(words("holdouts.no_reason"), UNKNOWN)
    told = h.ul(".reasons")[
        [
            h.li[
                _kinds(event.reasons, words),
                getattr(event, f"summary_{words.language}"),
                _source(event.id, holdouts, words),
            ]
            for event in given.itertuples(index=False)
        ]
    ]
    return Cell(told)


def _kinds(codes: str, words: Wording) -> h.Node:
    """The kinds of the reasons, before the sentence that gives them; another kind has no name."""
    named = [words(f"reason.{code}") for code in codes.split() if code != "other"]
    return named and h.fragment[h.b[f"{words.names(named)}:"], " "]
