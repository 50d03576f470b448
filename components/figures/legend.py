"""What the colours of a map mean, with the count of each: rows for the page and for print."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import STATUSES
from components.figures import since, theme
from components.wording import Wording


class Row(NamedTuple):
    """A line of a legend.

    `fill` and, where the swatch is halved, the `other` half; the `mark` on it; the label, a
    remark in smaller type, and the number of districts (None on a line that explains a mark),
    `after` that in a second standing.
    """

    fill: str
    mark: str
    label: str
    count: int | None
    other: str = ""
    remark: str = ""
    after: int | None = None


def status_title(day: date, words: Wording) -> str:
    """The heading of the legend of the status map."""
    return words("legend.status", day=words.day(day))


def status_rows(standings: pd.DataFrame, words: Wording) -> list[Row]:
    """One row per status (closed only if any is), then what a lighter fill means."""
    counts = standings["status"].value_counts()
    rows = [
        Row(
            theme.STATUS_COLOURS[status],
            theme.REFUSED_MARK if status == "rejected" else "",
            words(f"status.{status}"),
            int(counts.get(status, 0)),
        )
        for status in STATUSES
        if status != "closed" or counts.get(status, 0)
    ]
    return [*rows, _possible(words)]


def scale_rows(statuses: pd.Series, words: Wording, after: pd.Series | None = None) -> list[Row]:
    """The legend of several maps on one scale: each status that occurs, then a lighter fill.

    With the statuses `after`, both counts of each; without, none.
    """
    shown = pd.concat([statuses, statuses if after is None else after])
    rows = []
    for status in STATUSES:
        if shown.eq(status).any():
            mark = theme.REFUSED_MARK if status == "rejected" else ""
            row = Row(theme.STATUS_COLOURS[status], mark, words(f"status.{status}"), None)
            if after is not None:
                counts = (int(side.eq(status).sum()) for side in (statuses, after))
                row = row._replace(**dict(zip(("count", "after"), counts, strict=True)))
            rows.append(row)
    return [*rows, _possible(words)]


def since_title(day: date, definition: str, words: Wording) -> str:
    """The heading of the legend of the map of "since when"."""
    return words("since.legend", counted=words(f"definition.{definition}"), day=words.day(day))


def since_rows(dated: pd.DataFrame, words: Wording) -> list[Row]:
    """One row per period from the first to the last that came, then those not yet there."""
    counts = dated["place"].value_counts()
    crossing = dated.loc[dated["crosses"], "place"].value_counts()
    late = dated[since.latecomers(dated)]
    rows = []
    came = [place for place in counts.index if place >= 0]
    for place in range(min(came, default=0), max(came, default=-1) + 1):
        fill, unsure = since.RAMP[place], crossing.get(place, 0)
        remark = words("since.of_these", n=unsure) if unsure else ""
        if not (here := late[late["place"] == place]).empty:
            remark = words.names([_dated(row, words) for row in here.itertuples()])
        name, count = since.period_name(place, words), int(counts.get(place, 0))
        rows.append(Row(fill, "", name, count, theme.lighter(fill) if unsure else "", remark))
    for begun, mark in ((False, ""), (True, theme.POSSIBLE_MARK)):
        count = int((dated["place"].lt(0) & dated["begun"].eq(begun)).sum())
        if count:
            told = words("since.begun" if begun else "since.not_yet")
            rows.append(Row(since.NOT_YET, mark, told, count))
    if not crossing.empty:
        rows.append(Row("", "", words("since.crossing"), None))
    return rows


def _possible(words: Wording) -> Row:
    pale = theme.lighter(theme.STATUS_COLOURS["approved"])
    return Row(pale, theme.POSSIBLE_MARK, words("legend.possible"), None)


def _dated(row: tuple, words: Wording) -> str:
    mark = f"{since.LATEST_MARK} " if row.crosses else ""
    return f"{row.short_name} {mark}{words.day(row.latest)}"
