"""The sentences about the curve."""

import pandas as pd

from components.base.wording import Wording


def why(total: pd.Series | None, words: Wording) -> str:
    """One sentence on why the band is narrower than the two named counts.

    `total` is what `curve_data.widest_gap` returns.
    """
    if total is None:
        return words("curve.why.none")
    told = {"date": words.known(total["date"]), "n": total["count"], "named": total["named"]}
    sentence = words(f"curve.why.{total['counted_by']}", publisher=total["publisher"], **told)
    return f"{sentence} {words('curve.why.reason')}"


def reading(value: float, measure: str, words: Wording) -> str:
    """A value of the curve as the page writes it: 49, 90,7 %."""
    return words.number(int(value)) if measure == "number" else words.percent(value / 100)
