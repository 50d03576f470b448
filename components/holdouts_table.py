"""The lists of "Ohne KIZ": sentences, rows and tables, without Streamlit."""

from datetime import date, timedelta
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd

from adoption.vocabulary import STATUSES
from components.choice import FIRST_DAY, Choice
from components.headline import MOST_NAMES, Headline
from components.looks import theme
from components.looks.look import more_possible
from components.sortable import table_html
from components.wording import Wording

#: Sorts those of whom no act is known behind the longest silence.
NEVER = 99999
#: The columns of both lists: what a holdout did last, how a latecomer came, what both have.
WAITING = ("name", "status", "act", "days")
CAME = ("name", "status", "since", "law_days")
BOTH = ("attempts", "neighbours", "region", "people", "history", "reasons")
#: What is explained below the lists.
TOLD = ("act", "days", "attempts", "neighbours", "people", "history", "reasons")

Cell = tuple[str, object]


class People(NamedTuple):
    """Population by ags, and by ags the share with a history of immigration where known.

    The share is 0-1; each with the day on which it was counted.
    """

    population: pd.Series
    counted_on: date
    history: pd.Series
    history_on: date


def people(comparable: dict[int, pd.Series], population: pd.DataFrame, day: date) -> People:
    """What is known of the people of every district, as near before the day as can be compared.

    Parameters
    ----------
    comparable
        Population of all districts by year, at its end: the latest past one is taken, else
        the first.
    population
        The table of the population: ags, metric, area, date, value.
    """
    past = [year for year in comparable if date(year, 12, 31) <= day]
    year = max(past) if past else min(comparable)
    own = population["metric"].eq("share_immigration_history_pct")
    shares = population[own & population["area"].eq("district")]
    counted = shares["date"].max()
    latest = shares[shares["date"].eq(counted)].set_index("ags")["value"] / 100
    return People(comparable[year], date(year, 12, 31), latest, date.fromisoformat(counted))


def headline(standings: pd.DataFrame, choice: Choice, words: Wording) -> Headline:
    """How many are without a KIZ on that day; who is undetermined is never counted among them.

    The detail names the holdouts by status, and says how long ago the law was passed.
    """
    without = standings[standings["group"].eq("without")]
    undetermined = int(standings["group"].eq("undetermined").sum())
    told = {"day": words.day(choice.day), "of": len(standings), "n": len(without)}
    told["without"] = words(f"holdouts.without.{choice.definition}")
    if without.empty and not undetermined:
        sentence = words("headline.all", has=words(f"has.{choice.definition}"), **told)
    else:
        size = {0: "none", 1: "one"}.get(len(without), "some")
        sentence = words(f"holdouts.headline.{size}", **told)
    detail = by_status(without, words) if len(without) <= MOST_NAMES else []
    if undetermined:
        detail.append(words("holdouts.undetermined", n=undetermined))
    law = {"n": words.number((choice.day - FIRST_DAY).days), "law": words.day(FIRST_DAY)}
    return Headline(sentence, [*detail, words("holdouts.law", **law)])


def last_missing(days: pd.DataFrame) -> tuple[date, list[str]]:
    """The last day on which one was certainly missing, and the ags of those it was missing from.

    `days` is what `series.reached` returns, with no district that never got one.
    """
    last = days["earliest"].max()
    return last - timedelta(1), list(days.loc[days["earliest"].eq(last), "ags"])


def by_status(standings: pd.DataFrame, words: Wording) -> list[str]:
    """A short sentence per status: "Abgelehnt: Kleve, Steinfurt." """
    grouped = standings.groupby("status")["short_name"]
    names = {status: words.names(sorted(found)) for status, found in grouped}
    present = [status for status in STATUSES if status in names]
    return [f"{words(f'status.{status}')}: {names[status]}." for status in present]


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


def body(name: str, kind: str, words: Wording) -> str:
    """Who acted, the council by its own name: Kreistag, Rat."""
    return words(f"council.{kind}" if name == "council" else f"body.{name}")


def dossier_link(ags: str, name: str, choice: Choice) -> str:
    """The name of a district as the way to its dossier, with the day and all else kept."""
    query = urlencode({**choice.address(), "kreis": ags})
    return f'<a href="kreis?{escape(query)}">{escape(name)}</a>'


def status_html(status: str, label: str) -> str:
    """A status in a word, with its colour and mark from the map before it."""
    fill = theme.STATUS_COLOURS[status]
    mark = theme.REFUSED_MARK if status == "rejected" else ""
    return (
        f'<span class="row-status"><span class="swatch" aria-hidden="true" '
        f'style="background:{fill};color:{theme.ink_on(fill)}">{mark}</span>{escape(label)}</span>'
    )


def between(least: int, most: int, words: Wording) -> str:
    """A number of days, or between which two it lies."""
    if least == most:
        return words.number(least)
    return words("holdouts.between", least=words.number(least), most=words.number(most))


def _head(row: tuple, choice: Choice, words: Wording) -> list[Cell]:
    """Name with the way to the dossier, and the status with who refused."""
    label = words(f"status.{row.status}")
    if row.status == "rejected":
        label = words("district.refused_by", status=label, body=body(row.body, row.kind, words))
    told = status_html(row.status, label)
    if row.unsure:
        possible = words(f"status.{row.possible_status}")
        told += _small(words("table.possible", status=possible))
    name = dossier_link(row.ags, row.name, choice)
    return [(name, row.name), (told, STATUSES.index(row.status))]


def _last_act(row: tuple, words: Wording) -> list[Cell]:
    """Who acted last, how and when, and how many days ago."""
    if pd.isna(row.act_event_id):
        return [(escape(words("holdouts.never")), ""), ("–", NEVER)]
    told = {"event": words(f"event.{row.act_event}"), "body": body(row.act_body, row.kind, words)}
    act = escape(words("holdouts.acted", **told)) + _small(words.known(row.act_date))
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
        beside += _small(words("holdouts.neighbours.undetermined", n=row.neighbours_undetermined))
    if pd.notna(row.neighbours_since):
        since = words.day(row.neighbours_since)
        beside += _small(words("holdouts.neighbours.since", date=since))
    population, share = known.population[row.ags], known.history.get(row.ags)
    unknown = escape(words("holdouts.unknown")) + _small(words("holdouts.together"))
    given = [words(f"reason.{code}") for code in row.reasons]
    return [
        (words.number(row.attempts), row.attempts),
        (beside, row.neighbours_with / of if of else 0),
        (escape(row.regierungsbezirk), None),
        (words.number(int(population)), int(population)),
        (unknown, -1) if share is None else (escape(words.percent(share)), share),
        (escape(words.names(given) or words("holdouts.no_reason")), len(given)),
    ]


def _small(text: str) -> str:
    return f'<span class="small">{escape(text)}</span>'
