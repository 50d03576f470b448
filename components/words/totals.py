"""The sentences about published totals: what each contradicts, how many have which verdict."""

import pandas as pd
from pandas.api.typing import NAType

from adoption.vocabulary import VERDICTS
from components.base.wording import Wording

#: A sentence names no more totals than these.
MOST_TOLD = 4


def reason(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """Why a total contradicts, in a sentence or two, and the note on any total; may be empty."""
    return " ".join(filter(None, [contradiction(row, rows, words), note(row, words)]))


def contradiction(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """What of ours a contradicting total cannot go with; empty for every other verdict."""
    if row.verdict != "contradicts":
        return ""
    day = words.day(row.day)
    if row.count > row.possible:
        ours = words("total.above", n=row.possible, of=row.units, day=day)
    elif row.count < row.certain:
        ours = words("total.below", n=row.certain, of=row.units, day=day)
    else:
        counts = {"certain": row.certain, "possible": row.possible, "of": row.units}
        ours = words("total.between", day=day, **counts)
    against = rows[rows["id"].isin(row.against)]
    others = {"total.against": against, "total.whole": _same_out_of_all(row, rows)}
    more = [
        words(key, totals=_list(totals, words)) for key, totals in others.items() if len(totals)
    ]
    return " ".join([ours, *more])


def point(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """What is to be said of a total where the curve shows it: its verdict, and why.

    `rows` are the totals beside it (`facts.curve.points`).
    """
    fewer = words("total.fewer", of=row.units) if "apart" in row.role else ""
    verdict = f"{words(f'total.verdict.{row.verdict}')}."
    return " ".join(filter(None, [_capital(verdict), fewer, contradiction(row, rows, words)]))


def note(row: tuple, words: Wording) -> str:
    """The note on a total; may be empty."""
    return getattr(row, f"note_{words.language}")


def figure(count: int, of: int | NAType, words: Wording) -> str:
    """The published number: 29 von 54; 54 alone where no text says out of how many."""
    return words.number(count) if pd.isna(of) else words("coverage.of", n=count, of=of)


def summary(verdicts: pd.DataFrame, words: Wording) -> str:
    """How many of the totals have which verdict, in one line."""
    counts = verdicts["verdict"].value_counts()
    parts = [f"{words(f'total.verdict.{name}')}: {counts.get(name, 0)}" for name in VERDICTS]
    return words("total.summary", n=len(verdicts), verdicts="; ".join(parts))


def _same_out_of_all(row: tuple, rows: pd.DataFrame) -> pd.DataFrame:
    """Totals of the same time with the same number that agree, but are out of 54."""
    alike = rows["count"].eq(row.count) & rows["definition"].eq(row.definition)
    then = rows["first_day"].le(row.last_day) & rows["last_day"].ge(row.first_day)
    agree = rows["verdict"].isin(VERDICTS[:2]) & rows["units"].gt(row.units)
    return rows[alike & then & agree]


def _list(rows: pd.DataFrame, words: Wording) -> str:
    """The totals, the ministry's own first; of many a few, and how many more there are."""
    ordered = rows.sort_values("counted_by", key=lambda by: by.ne("ministry"), kind="stable")
    told = [
        f"{figure(row.count, row.of, words)} ({row.publisher}, {words.date(row.date)})"
        for row in ordered.head(MOST_TOLD).itertuples(index=False)
    ]
    rest = len(rows) - len(told)
    return "; ".join([*told, *([words("total.more", n=rest)] if rest else [])])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
