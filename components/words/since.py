"""The sentence over the map of "since when": by when most had a KIZ, and when the others came."""

import pandas as pd

from components.base.wording import Wording
from components.looks.since import years_name


def sentence(dated: pd.DataFrame, definition: str, words: Wording) -> str:
    """By the end of which year at least half of those had come that have one on the day, and how
    many came after it; at least the last.

    `dated` is what `looks.since.periods` returns. Empty where none certainly has one.
    """
    came = sorted(dated.loc[dated["place"].ge(0), "latest"])
    if not came:
        return ""
    told = {"of": len(dated), "has": words(f"has.{definition}")}
    first, last = came[0].year, came[-1].year
    if first == last:
        return words("since.headline.all", n=len(came), year=first, **told)
    year = min(came[(len(came) - 1) // 2].year, last - 1)
    later = [day for day in came if day.year > year]
    most = words("since.headline", n=len(came) - len(later), year=year, **told)
    return f"{most} {words('since.headline.more', n=len(later), years=years_name(later, words))}"
