"""The sentences about the curve."""

from datetime import date

import pandas as pd

from components.base.wording import Wording
from components.facts.curve import Curve
from components.facts.curve_trend import trend


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


def tick(value: int, measure: str, words: Wording) -> str:
    """A value at the axis of the curve: 50, 20 %."""
    return words.number(value) if measure == "number" else words.whole_percent(value / 100)


def name(line: str, curve: Curve, words: Wording) -> str:
    """What a line, the band or the strip of the law is called where it stands."""
    if line == "law":
        return words("curve.key.milestones")
    if line in curve.kinds:
        return words(f"curve.label.kind.{line}")
    named = line == "band" and curve.measure == "population"
    return words("curve.label.band.named" if named else f"curve.label.{line}")


def counts(measure: str, definition: str, of: int, words: Wording) -> str:
    """What the axis counts, for a line above it."""
    told = words(f"curve.counts.{definition}", of=of)
    return told if measure == "number" else f"{told} ({words(f'curve.measure.{measure}', of=of)})"


def headline(curve: Curve, definition: str, of: int, words: Wording) -> str:
    """The sentence that the curve tells: from none to how many, by when most of them, and all."""
    has, measure, grown = words(f"has.{definition}"), curve.measure, trend(curve.steps, curve.top)
    if grown is None:
        return words("curve.trend.none", of=of, has=has)
    months = {"by": words.month(grown.by), "last": words.month(grown.last)}
    end, most, rest = (
        reading(value, measure, words) for value in (grown.end, grown.most, grown.undetermined)
    )
    kind = "all" if grown.complete else "some"
    values = {"most": most, "rest": rest, "has": has, "of": of}
    told = words(f"curve.trend.{kind}.{measure}", **values, **months)
    end = end if grown.complete else words("curve.trend.end", end=end)
    return words("curve.trend", n=grown.years, end=end, told=told)
