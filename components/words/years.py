"""What stands below the map of a year, and what all of them say together."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from components.base.wording import Wording


def captioned(years: Mapping[date, pd.DataFrame], words: Wording) -> dict[str, pd.DataFrame]:
    """The years by the line that stands below each."""
    return {count_line(day, standings, words): standings for day, standings in years.items()}


def described(years: Mapping[date, pd.DataFrame], words: Wording) -> str:
    """What the picture of the years shows, for those who do not see it."""
    return words("multiples.alt", n=len(years), counts="; ".join(captioned(years, words)))


def count_line(day: date, standings: pd.DataFrame, words: Wording) -> str:
    """What stands below a map: 2013: 40 von 54, 8 ungeklärt."""
    groups = standings["group"].value_counts()
    undetermined = groups.get("undetermined", 0)
    return words(
        "multiples.undetermined" if undetermined else "multiples.count",
        year=day.year,
        n=groups.get("with", 0),
        of=len(standings),
        undetermined=undetermined,
    )
