"""What the colours of a map mean, with the count of each: rows for the page and for print."""

from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.collation import by_name
from components.base.wording import Wording
from components.looks import since, theme
from components.looks.look import HAS_FILLS, MOST_NAMED, has_code, more_possible
from components.looks.theme import Fill


class Row(NamedTuple):
    """A line of a legend.

    The `fill` of the swatch and, where it is halved, the `other` half; the label, a remark in
    smaller type, and the number of districts (None on a line that explains a mark), `after`
    that in a second standing. `codes` are the fills of the colouring that it counts.
    """

    fill: Fill | None
    label: str
    count: int | None = None
    other: Fill | None = None
    remark: str = ""
    after: int | None = None
    codes: tuple[int, ...] = ()


def has_title(day: str, definition: str, words: Wording) -> str:
    """The heading of the legend of "Hat ein KIZ?"."""
    return words("legend.has", counted=words(f"definition.{definition}"), day=day)


def status_title(day: str, words: Wording) -> str:
    """The heading of the legend of the ladder."""
    return words("legend.status", day=day)


def since_title(day: str, definition: str, words: Wording) -> str:
    """The heading of the legend of the map of "since when"."""
    return words("since.legend", counted=words(f"definition.{definition}"), day=day)


def has_rows(standings: pd.DataFrame, words: Wording) -> list[Row]:
    """One row per kind of "Hat ein KIZ?", also where there is none of it (see `occurring`)."""
    pairs = zip(standings["group"], standings["status"], strict=True)
    codes = [has_code(*pair) for pair in pairs]
    return [
        Row(fill, words(f"has.look.{name}"), codes.count(code), codes=(code,))
        for code, (name, fill) in enumerate(HAS_FILLS.items())
    ]


def status_rows(standings: pd.DataFrame, words: Wording) -> list[Row]:
    """One row per status (closed only if any is), then what the dots and `?` mean."""
    counts = Counter(standings["status"])
    fills = theme.fills()
    rows = [
        Row(fills[code], words(f"status.{status}"), counts[status], codes=both)
        for status in STATUSES
        if status != "closed" or counts[status]
        for code in [theme.code(status, False)]
        for both in [(code, code + 1)]
    ]
    return [*rows, _possible(words)._replace(count=int(more_possible(standings).sum()))]


def has_scale(standings: pd.DataFrame, words: Wording) -> list[Row]:
    """The legend of several maps by "Hat ein KIZ?": what occurs in any, without counts."""
    return [row._replace(count=None) for row in occurring(has_rows(standings, words))]


def both_rows(first: pd.DataFrame, second: pd.DataFrame, words: Wording) -> list[Row]:
    """The legend of two standings by "Hat ein KIZ?": what occurs in either, with both counts."""
    pairs = zip(has_rows(first, words), has_rows(second, words), strict=True)
    rows = [one._replace(after=other.count) for one, other in pairs]
    return [row for row in rows if row.count or row.after]


def since_rows(dated: pd.DataFrame, words: Wording) -> list[Row]:
    """One row per period in which any came, then those that may have begun or have none yet."""
    by_place: dict[int, list[tuple]] = defaultdict(list)
    for row in dated.assign(late=since.latecomers(dated)).itertuples(index=False):
        by_place[row.place].append(row)
    fills, waiting, rows = since.fills(), by_place.pop(-1, []), []
    for place in sorted(by_place):
        here = by_place[place]
        codes = since.code(place, False, False), since.code(place, True, False)
        unsure = sum(row.crosses for row in here)
        remark = words("since.of_these", n=unsure) if unsure else ""
        if late := {row.short_name: row for row in here if row.late}:
            remark = words.names([_dated(late[name], words) for name in by_name(late)])
        other = fills[codes[1]] if unsure else None
        name = since.period_name(place, [row.latest for row in here], words)
        rows.append(Row(fills[codes[0]], name, len(here), other, remark, codes=codes))
    for code, key in ((since.BEGUN, "since.begun"), (since.NOT_YET, "since.not_yet")):
        here = [row.short_name for row in waiting if row.begun == (code == since.BEGUN)]
        if here:
            remark = words.names(by_name(here)) if len(here) <= MOST_NAMED else ""
            rows.append(Row(fills[code], words(key), len(here), remark=remark, codes=(code,)))
    if dated["crosses"].any():
        rows.append(Row(None, words("since.crossing")))
    return rows


def occurring(rows: list[Row]) -> list[Row]:
    """The rows of which there is at least one district, and those that explain a mark."""
    return [row for row in rows if row.count != 0]


def _possible(words: Wording) -> Row:
    code = theme.code("approved", True)
    pale = theme.fills()[code]
    unsure = tuple(range(1, 2 * len(STATUSES), 2))
    return Row(pale, words("legend.possible"), codes=unsure)


def _dated(row: tuple, words: Wording) -> str:
    mark = f"{since.LATEST_MARK} " if row.crosses else ""
    return f"{row.short_name} {mark}{words.day(row.latest)}"
