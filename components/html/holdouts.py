"""The lists of those without a KIZ, as tables."""

from html import escape

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.choice import FIRST_DAY, Choice
from components.base.wording import Wording
from components.facts.people import People
from components.html.parts import Cell, dossier_link, small, status_html
from components.html.sortable import table_html
from components.looks.look import more_possible
from components.words.holdouts import between, body

#: Sorts those of whom no act is known behind the longest silence.
NEVER = 99999
#: The columns of both lists: what a holdout did last, how a latecomer came, what both have.
WAITING = ("name", "status", "act", "days")
CAME = ("name", "status", "since", "law_days")
BOTH = ("attempts", "neighbours", "region", "people", "history", "reasons")
#: What is explained below the lists.
TOLD = ("act", "days", "attempts", "neighbours", "people", "history", "reasons")


def list_html(rows: pd.DataFrame, known: People, choice: Choice, words: Wording) -> str:
    """The table of one group: who acted last, or of those that came late since when.

    `rows` has at least one row, all of the same group: `without` and `undetermined` as
    `adoption.holdouts.holdouts` gives them, `with` as `latecomers` does.
    """
    group = rows["group"].iloc[0]
    own, columns = (_came, CAME) if group == "with" else (_last_act, WAITING)
    told = rows.assign(unsure=more_possible(rows)).itertuples(index=False)
    cells = [
        [*_head(row, choice, words), *own(row, words), *_rest(row, known, words)] for row in told
    ]
    blanks = {
        "title": words(f"holdouts.list.{group}", day=words.day(choice.day)),
        "counted": words.day(known.counted_on),
        "history_on": words.day(known.history_on),
    }
    return table_html("holdouts", (*columns, *BOTH), cells, words, **blanks)


def explanation_html(words: Wording) -> str:
    """What the columns say, closed until opened."""
    told = "".join(f"<li>{escape(words(f'holdouts.told.{name}'))}</li>" for name in TOLD)
    title = escape(words("holdouts.told"))
    return f'<details class="told"><summary>{title}</summary><ul>{told}</ul></details>'


def _head(row: tuple, choice: Choice, words: Wording) -> list[Cell]:
    """Name with the way to the dossier, and the status with who refused."""
    label = words(f"status.{row.status}")
    if row.status == "rejected":
        label = words("district.refused_by", status=label, body=body(row.body, row.kind, words))
    told = status_html(row.status, label)
    if row.unsure:
        possible = words(f"status.{row.possible_status}")
        told += small(words("table.possible", status=possible))
    name = dossier_link(row.ags, row.name, choice)
    return [(name, row.name), (told, STATUSES.index(row.status))]


def _last_act(row: tuple, words: Wording) -> list[Cell]:
    """Who acted last, how and when, and how many days ago."""
    if pd.isna(row.act_event_id):
        return [(escape(words("holdouts.never")), ""), ("–", NEVER)]
    told = {"event": words(f"event.{row.act_event}"), "body": body(row.act_body, row.kind, words)}
    act = escape(words("holdouts.acted", **told)) + small(words.known(row.act_date))
    days = between(row.act_days_least, row.act_days_most, words)
    return [(act, None), (escape(days), row.act_days_least)]


def _came(row: tuple, words: Wording) -> list[Cell]:
    """Since when it has a KIZ, and how many days after the law that was."""
    exact = row.earliest == row.latest
    known = row.latest.isoformat() if exact else f"{row.earliest}/{row.latest}"
    least, most = ((day - FIRST_DAY).days for day in (row.earliest, row.latest))
    return [
        (escape(words.known(known)), row.latest.isoformat()),
        (escape(between(least, most, words)), least),
    ]


def _rest(row: tuple, known: People, words: Wording) -> list[Cell]:
    """Attempts, neighbours, region, people and reasons."""
    of = row.neighbours
    beside = escape(words("holdouts.neighbours.with", n=row.neighbours_with, of=of))
    if row.neighbours_undetermined:
        beside += small(words("holdouts.neighbours.undetermined", n=row.neighbours_undetermined))
    if pd.notna(row.neighbours_since):
        since = words.day(row.neighbours_since)
        beside += small(words("holdouts.neighbours.since", date=since))
    population, share = known.population[row.ags], known.history.get(row.ags)
    unknown = escape(words("holdouts.unknown")) + small(words("holdouts.together"))
    given = [words(f"reason.{code}") for code in row.reasons]
    return [
        (words.number(row.attempts), row.attempts),
        (beside, row.neighbours_with / of if of else 0),
        (escape(row.regierungsbezirk), None),
        (words.number(int(population)), int(population)),
        (unknown, -1) if share is None else (escape(words.percent(share)), share),
        (escape(words.names(given) or words("holdouts.no_reason")), len(given)),
    ]
