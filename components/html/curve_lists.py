"""The lists below the curve: published totals in it and elsewhere, steps of the law."""

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.html import parts
from components.words.totals import figure, point


def total_anchor(total: str) -> str:
    """Where the list tells a total, for the way there from the curve."""
    return f"zahl-{total}"


def law_anchor(step: str) -> str:
    """Where the list tells a step of the law."""
    return f"gesetz-{step}"


def totals(points: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> h.Element:
    """The totals that are in the curve or beyond its end: what each counts, and its verdict.

    `points` is what `facts.curve.points` returns.
    """
    cited = parts.by_id(sources)
    items = [
        h.li(id=total_anchor(total.id))[
            h.strong[_told(total, words)],
            f" {point(total, points, words)} ",
            source(cited[total.source_id], words),
        ]
        for total in points.itertuples()
    ]
    return more(words("curve.totals", n=len(points)), h.ul[items])


def elsewhere(
    totals: pd.DataFrame, verdicts: pd.DataFrame, sources: pd.DataFrame, words: Wording
) -> h.Element:
    """The totals that count something else, named here because the curve has no place for them."""
    cited = parts.by_id(sources)
    apart = verdicts.loc[verdicts["verdict"].eq("counts something else"), "id"]
    items = [
        h.li[f"{_told(total, words)} ", source(cited[total.source_id], words)]
        for total in totals[totals["id"].isin(apart)].itertuples()
    ]
    return more(words("curve.elsewhere", n=len(apart), of=len(totals)), h.ul[items])


def milestones(steps: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> h.Element:
    """The marks of the law as a list, each with its source."""
    cited = parts.by_id(sources)
    items = [
        h.li(id=law_anchor(step.id))[
            h.strong[words.date(step.date)],
            f" {getattr(step, f'summary_{words.language}')} ",
            source(cited[step.source_id], words),
        ]
        for step in steps.itertuples()
    ]
    return more(words("curve.milestones", n=len(steps)), h.ul[items])


def more(summary: str, body: h.Element, anchor: str | None = None) -> h.Element:
    """What can be opened below the curve; `anchor` is for the way there."""
    return h.details(".curve-more", id=anchor)[h.summary[summary], body]


def source(source: parts.Source, words: Wording) -> h.Element:
    """A source in one line."""
    return h.span(".source")[parts.cited(source, words)]


def _told(total: tuple, words: Wording) -> str:
    what, date = getattr(total, f"what_{words.language}"), words.date(total.date)
    count = figure(total.count, total.of, words)
    return words("curve.elsewhere.item", what=what, figure=count, date=date)
