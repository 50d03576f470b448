"""The parts of the page "Abgleich": what it means, and the table."""

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.html import totals as drawn
from components.page import frame, table_tools
from components.words import curve
from components.words.totals import summary

#: What the ministry counts, and nearly every total with it.
COUNTED = "approved"


def explanation(verdicts: pd.DataFrame, gap: pd.Series | None, words: Wording) -> None:
    """What a total is, why our names are fewer, and what each verdict means.

    `gap` is the example that says most: `facts.curve.widest_gap` under COUNTED.
    """
    frame.draw(
        h.h1(".headline")[words("total.title", n=len(verdicts))],
        h.p(".detail")[summary(verdicts, words)],
        h.div(".totals-intro")[
            h.div[
                h.p[f"{words('total.intro')} {curve.why(gap, words)}"],
                h.p[words("total.intro.bounds")],
            ],
            drawn.legend(verdicts, words),
        ],
    )


def table(html: str, rows: int, words: Wording) -> None:
    """All totals with their verdicts, and the tools that narrow them."""
    table_tools.searchable("totals", html, rows, words, "total", scope=())
