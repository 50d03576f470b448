"""The parts of the page "Abgleich": what it means, and the filter by verdict."""

import htpy as h
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from adoption.vocabulary import VERDICTS
from components.base.wording import Wording
from components.html import totals as drawn
from components.page import frame
from components.words import curve
from components.words.totals import summary

ALL = "all"
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


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """The place of the filter, and beside it that of settings and link."""
    left, right = st.columns([17, 9], gap="medium", vertical_alignment="bottom")
    return left, right


def chosen(verdicts: pd.Series, words: Wording) -> str:
    """The filter. Returns the verdict to show, or ALL."""
    counts = verdicts.value_counts()

    def label(name: str) -> str:
        if name == ALL:
            return words("total.filter.all", n=counts.sum())
        sign = {"mark": drawn.MARKS[name], "n": counts.get(name, 0)}
        return words("total.filter.one", verdict=words(f"total.verdict.{name}"), **sign)

    return st.pills(
        words("total.filter"),
        [ALL, *VERDICTS],
        default=ALL,
        required=True,
        format_func=label,
        key="verdict",
        wrap=True,
    )
