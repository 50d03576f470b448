"""The sentences about published totals: what each contradicts, how many have which verdict."""

import pandas as pd

from adoption.vocabulary import VERDICTS
from components.base.wording import Wording

CSV_COLUMNS = [
    "id",
    "date",
    "count",
    "of",
    "definition",
    "day",
    "certain",
    "possible",
    "lower",
    "upper",
    "verdict",
    "difference",
    "reason",
    "source",
    "source_url",
]


def totals_table(rows: pd.DataFrame, words: Wording) -> pd.DataFrame:
    """What `compared` returns as text for a file: one row per total, CSV_COLUMNS.

    `day` is ISO, `difference` the names separated by "; ", `reason` what speaks against a
    contradicting total and the note on it, in the language of `words`.
    """
    told = {row.id: reason(row, rows, words) for row in rows.itertuples(index=False)}
    table = rows.assign(
        day=[day.isoformat() if pd.notna(day) else "" for day in rows["day"]],
        difference=rows["difference"].map("; ".join),
        reason=rows["id"].map(told),
    )
    return table[CSV_COLUMNS]


def reason(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """Why a total contradicts, in a sentence or two, and the note on any total; may be empty."""
    return " ".join(filter(None, [contradiction(row, rows, words), _note(row, words)]))


def contradiction(row: tuple, rows: pd.DataFrame, words: Wording) -> str:
    """What of ours a contradicting total cannot go with; empty for every other verdict."""
    if row.verdict != "contradicts":
        return ""
    told = {"day": words.day(row.day), "of": row.of}
    if row.count > row.possible:
        ours = words("total.above", n=row.possible, **told)
    elif row.count < row.certain:
        ours = words("total.below", n=row.certain, **told)
    else:
        ours = words("total.between", certain=row.certain, possible=row.possible, **told)
    against = rows[rows["id"].isin(row.against)]
    whole = _same_out_of_all(row, rows)
    told = {"total.against": against, "total.whole": whole}
    more = [words(key, totals=_list(found, words)) for key, found in told.items() if len(found)]
    return " ".join([ours, *more])


def _note(row: tuple, words: Wording) -> str:
    return getattr(row, f"note_{words.language}")


def _same_out_of_all(row: tuple, rows: pd.DataFrame) -> pd.DataFrame:
    """Totals of the same time with the same number that agree, but are out of 54."""
    alike = rows["count"].eq(row.count) & rows["definition"].eq(row.definition)
    then = rows["first_day"].le(row.last_day) & rows["last_day"].ge(row.first_day)
    agree = rows["verdict"].isin(VERDICTS[:2]) & rows["of"].gt(row.of)
    return rows[alike & then & agree]


def _list(rows: pd.DataFrame, words: Wording) -> str:
    return "; ".join(
        f"{_figure(row, words)} ({row.publisher}, {words.known(row.date)})"
        for row in rows.itertuples(index=False)
    )


def summary(verdicts: pd.DataFrame, words: Wording) -> str:
    """How many of the totals have which verdict, in one line."""
    counts = verdicts["verdict"].value_counts()
    parts = [f"{words(f'total.verdict.{name}')}: {counts.get(name, 0)}" for name in VERDICTS]
    return words("total.summary", n=len(verdicts), verdicts="; ".join(parts))


def _figure(row: tuple, words: Wording) -> str:
    return words("coverage.of", n=row.count, of=row.of)
