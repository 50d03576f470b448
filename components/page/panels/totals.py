"""The reconciliation in the page: what it means, the filter by verdict, the table."""

from html import escape

import streamlit as st

from adoption import reconcile
from adoption.vocabulary import VERDICTS
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import curve as curve_facts
from components.facts import totals as totals_facts
from components.html import totals
from components.page import cache
from components.page.controls import tools
from components.words import curve
from components.words import totals as totals_words

ALL = "all"
#: What the ministry counts, and nearly every total with it.
COUNTED = "approved"


def explanation(words: Wording) -> None:
    """What a total is, why our names are fewer, and what each verdict means."""
    known, verdicts = cache.tables(), cache.verdicts()
    points = curve_facts.points(known.totals, verdicts, known.sources, COUNTED)
    steps = reconcile.band(cache.changes(), known.totals, COUNTED)
    example = curve.why(curve_facts.widest_gap(points, steps, COUNTED), words)
    title = escape(words("total.title", n=len(verdicts)))
    paragraphs = [f"{words('total.intro')} {example}", words("total.intro.bounds")]
    told = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    count = escape(totals_words.summary(verdicts, words))
    legend = totals.legend_html(verdicts, words)
    st.html(
        f'<h1 class="headline">{title}</h1><p class="detail">{count}</p>'
        f'<div class="totals-intro"><div>{told}</div>{legend}</div>'
    )


def controls(choice: Choice, words: Wording) -> str:
    """The filter, and beside it settings and link. Returns the verdict to show, or ALL."""
    left, right = st.columns([17, 9], gap="medium", vertical_alignment="bottom")
    with right:
        tools(choice, words, "totals")
    with left:
        return _filter(words)


def table(verdict: str, choice: Choice, words: Wording) -> None:
    """The totals of one verdict, or all of them."""
    known = cache.tables()
    rows = totals_facts.compared(known.totals, cache.verdicts(), known.districts, known.sources)
    shown = rows if verdict == ALL else rows[rows["verdict"] == verdict]
    st.html(totals.table_html(shown, rows, choice, words))


def _filter(words: Wording) -> str:
    counts = cache.verdicts()["verdict"].value_counts()

    def label(name: str) -> str:
        if name == ALL:
            return words("total.filter.all", n=counts.sum())
        told = {"mark": totals.MARKS[name], "n": counts.get(name, 0)}
        return words("total.filter.one", verdict=words(f"total.verdict.{name}"), **told)

    return st.pills(
        words("total.filter"),
        [ALL, *VERDICTS],
        default=ALL,
        required=True,
        format_func=label,
        key="verdict",
        wrap=True,
    )
