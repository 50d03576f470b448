"""The sentences about the curve."""

from datetime import date

import pandas as pd

from components.base.wording import Wording


def why(total: pd.Series | None, words: Wording) -> str:
    """One sentence on why the band is narrower than the two named counts.

    `total` is what `facts.curve.widest_gap` returns.
    """
    if total is None:
        return words("curve.why.none")
    sentence = words(
        f"curve.why.{total['counted_by']}",
        publisher=total["publisher"],
        date=words.date(total["date"]),
        n=total["count"],
        named=total["named"],
    )
    return f"{sentence} {words('curve.why.reason')}"


def reading(value: float, measure: str, words: Wording) -> str:
    """A value of the curve as the page writes it: 49, 90,7 %."""
    return words.number(int(value)) if measure == "number" else words.percent(value / 100)


def axis(measure: str, year: int, districts: pd.DataFrame, words: Wording) -> list[str]:
    """What the axis means, where a bare number does not say it; people as counted in `year`."""
    if measure == "number":
        return []
    kinds = districts["kind"].value_counts()
    counts = {"of": kinds.sum(), "kreise": kinds["Kreis"], "cities": kinds["kreisfreie Stadt"]}
    return [words(f"curve.axis.{measure}", date=words.day(date(year, 12, 31)), **counts)]
