"""How much of the state is covered, as lines of words: for the page, the sheet, the edition."""

from datetime import date

import pandas as pd

from adoption import coverage
from components.base.wording import Wording


def lines(
    standings: pd.DataFrame, population: pd.DataFrame, day: date, words: Wording
) -> list[tuple[str, str]]:
    """Share of the population, then n of m by kind and by Regierungsbezirk: name and value."""
    rows = []
    share = coverage.population_share(standings, population, day)
    if share:
        told = words.percent(share.certain)
        if share.possible > share.certain:
            possible = words.percent(share.possible)
            told = words("coverage.share_undetermined", share=told, possible=possible)
        rows.append((words("coverage.people", date=words.day(share.counted_on)), told))
    for kind, row in coverage.by(standings, "kind").iterrows():
        rows.append((words(f"kinds.{kind}"), _count(row, words)))
    for region, row in coverage.by(standings, "regierungsbezirk").iterrows():
        rows.append((words("region", name=region), _count(row, words)))
    return rows


def _count(row: pd.Series, words: Wording) -> str:
    told = words("coverage.of", n=row["with"], of=row["of"])
    unsure = row["undetermined"]
    return told + (" " + words("coverage.undetermined", n=unsure) if unsure else "")
