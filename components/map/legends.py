"""The legends of the three colourings: of a day, and of all days."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.base.wording import Wording
from components.looks import legend
from components.map.course import Course
from components.map.key import key


def legends(
    standings: pd.DataFrame, dated: pd.DataFrame, day: str, definition: str, words: Wording
) -> dict[str, tuple[str, list[legend.Row]]]:
    """By colouring the title of its legend and the rows; `dated` as `since.periods` gives it."""
    return {
        "has": (legend.has_title(day, definition, words), legend.has_rows(standings, words)),
        "status": (legend.status_title(day, words), legend.status_rows(standings, words)),
        "since": (legend.since_title(day, definition, words), legend.since_rows(dated, words)),
    }


def keys(course: Course, day: str, words: Wording) -> dict[str, str]:
    """The legends as HTML, of all that occurs on any day; not counted."""
    standings, dated = pd.concat(course.standings), pd.concat(course.dated)
    remark = words("since.of_these", n="{n}")
    drawn = {}
    for name, (title, rows) in legends(standings, dated, day, course.definition, words).items():
        bare = [
            row._replace(count=None, remark=remark if row.other else "")
            for row in legend.occurring(rows)
        ]
        drawn[name] = str(key(name, title, bare))
    return drawn


def occurs(file: Mapping[str, Any], name: str, row: legend.Row) -> bool:
    """Whether the legend of this colouring in the file of days has such a row; of the map of
    "since when" only what is there on the day is shown.
    """
    codes = " ".join(map(str, row.codes))
    return name != "since" and (not codes or f'data-codes="{codes}"' in file["keys"][name])
