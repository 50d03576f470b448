"""What the player shows: how the 54 look in every month, small enough to be fetched at once."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from adoption.vocabulary import READINGS
from components.choice import day_of, months
from components.figures.map import Look, look, named
from components.wording import Wording

#: A look is written as one character: this one is the first of the list, the next the second.
FIRST_CODE = "0"
SPEEDS = ("slow", "medium", "fast")
_SAID = (
    *("title", "range", "play", "pause", "earlier", "later", "speed", "take"),
    *("impossible", "reduced"),
)


def film(
    changes: pd.DataFrame, districts: pd.DataFrame, today: date, definition: str, words: Wording
) -> dict[str, object]:
    """Every month since the law as the map of its last day (of the current month: of today).

    Parameters
    ----------
    changes
        What `adoption.series.episodes` returns.

    Returns `names` (in the order of `districts`), `looks` (the distinct ones: fill, mark,
    ink, hover text below the name), `said` (the words of the player) and `frames`, one per
    month: its last `day` (also in the current month, so that the file stays the same until
    something changes), its name, the sentence with the count, one character per district.
    """
    table: dict[Look, int] = {}
    frames = []
    steps = months(today)
    days = [day_of(month, today) for month in steps]
    for month, shown in zip(steps, standings_on(changes, districts, days, definition), strict=True):
        label = words.month(month)
        said = _said(label, shown, words)
        codes = _coded(shown, table, words)
        frames.append([day_of(month, date.max).isoformat(), label, said, codes])
    names = districts["short_name"].tolist()
    looks = [(*seen[:3], seen.hover.partition("<br>")[2]) for seen in table]
    return {"names": names, "looks": looks, "frames": frames, "said": _words(words)}


def still(standings: pd.DataFrame, day: date, words: Wording) -> dict[str, object]:
    """The page's own day for the same player: `day`, `label`, `said`, `looks`, `codes`.

    Its looks are without hover text: the map of the page has a better one.
    """
    table: dict[Look, int] = {}
    codes = _coded(standings, table, words)
    label = words.day(day)
    told = {"day": day.isoformat(), "label": label, "said": _said(label, standings, words)}
    return told | {"looks": [seen[:3] for seen in table], "codes": codes}


def standings_on(
    changes: pd.DataFrame, districts: pd.DataFrame, days: list[date], definition: str
) -> Iterator[pd.DataFrame]:
    """For each of the days (ascending) the standing of every district, in their order.

    Yields status, possible_status and group as `adoption.status.holders_on` gives them.
    """
    ags = list(districts["ags"])

    def wide(reading: str, column: str) -> pd.DataFrame:
        part = changes[changes["reading"].eq(reading)]
        steps = part.pivot(index="first_day", columns="ags", values=column).ffill()
        return steps.reindex(days, method="ffill")[ags]

    status, possible = (wide(reading, "status").to_numpy() for reading in READINGS)
    held, may_hold = (wide(reading, definition).to_numpy(bool) for reading in READINGS)
    groups = np.select([held, may_hold], ["with", "undetermined"], "without")
    for row in zip(status, possible, groups, strict=True):
        yield pd.DataFrame(dict(zip(("status", "possible_status", "group"), row, strict=True)))


def _coded(standings: pd.DataFrame, table: dict[Look, int], words: Wording) -> str:
    """One character per district for how it looks; a look not yet in the table joins it."""
    columns = standings["status"], standings["possible_status"], named(standings["group"])
    looks = [look(*row, words) for row in zip(*columns, strict=True)]
    return "".join(chr(ord(FIRST_CODE) + table.setdefault(seen, len(table))) for seen in looks)


def _said(label: str, standings: pd.DataFrame, words: Wording) -> str:
    counts = standings["group"].value_counts()
    numbers = {"n": counts.get("with", 0), "undetermined": counts.get("undetermined", 0)}
    return words("play.said", when=label, of=len(standings), **numbers)


def _words(words: Wording) -> dict[str, object]:
    """What the player says; it fills the blanks itself."""
    said = {name: words(f"play.{name}") for name in _SAID}
    said["apart"] = words("play.apart", shown="{shown}", day="{day}")
    said["back"] = words("play.back", day="{day}")
    return said | {"speeds": [words(f"play.speed.{name}") for name in SPEEDS]}
