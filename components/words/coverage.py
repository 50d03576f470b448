"""How much of the state is covered, as lines of words: for the page, the sheet, the edition."""

from datetime import date

import pandas as pd

from adoption import coverage
from components.base.collation import by_name
from components.base.wording import Wording
from components.words.counts import having


def lines(
    standings: pd.DataFrame, population: pd.DataFrame, day: date, words: Wording
) -> list[tuple[str, str]]:
    """Share of the population, then n of m by kind and by Regierungsbezirk: name and value."""
    rows = []
    share = coverage.population_share(standings, population, day)
    if share:
        percent = words.percent(share.certain)
        if share.possible > share.certain:
            possible = words.percent(share.possible)
            percent = words("coverage.share_undetermined", share=percent, possible=possible)
        rows.append((words("coverage.people", date=words.day(share.counted_on)), percent))
    for kind, row in coverage.by(standings, "kind").iterrows():
        rows.append((words(f"kinds.{kind}"), _value(row, words)))
    regions = coverage.by(standings, "regierungsbezirk")
    for region, row in regions.loc[by_name(regions.index)].iterrows():
        rows.append((words("region", name=region), _value(row, words)))
    return rows


def _value(row: pd.Series, words: Wording) -> str:
    return having(row["with"], row["undetermined"], row["of"], words)
