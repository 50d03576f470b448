"""The marks on the adoption curve: published totals with their spans, and the steps of the law."""

from datetime import date
from textwrap import wrap

import htpy as h
import pandas as pd
import plotly.graph_objects as go

from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import parts
from components.looks.curve import QUIET, ROLES
from components.words.totals import figure

#: A line of a hover text is no longer than this, so that it fits on a telephone.
HOVER_WIDTH = 42


def totals(curve: Curve, points: pd.DataFrame, role: str, words: Wording) -> go.Scatter:
    """The published totals of one role; what lies on one spot is told in one text."""
    fill, outline, symbol = ROLES[role]
    own = points[points["role"].eq(role)]
    spots = [spot for _, spot in own.assign(y=_height(own, curve)).groupby(["day", "y"])]
    days = [spot["day"].iloc[0] for spot in spots]
    return go.Scatter(
        x=dates(days),
        y=[spot["y"].iloc[0] for spot in spots],
        mode="markers",
        marker={
            "size": 9,
            "symbol": symbol,
            "color": fill,
            "line": {"color": outline, "width": 2.5 if role == "contradicts" else 1.5},
        },
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=[_lines(*(_total(row, words) for row in spot.itertuples())) for spot in spots],
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=dates(days),
        ids=[" ".join(spot["id"]) for spot in spots],
        name=role,
    )


def spans(curve: Curve, points: pd.DataFrame) -> go.Scatter:
    """Level bars over the days on which an imprecisely dated total may have been true.

    Lines, because Plotly draws no error bars on an axis of time.
    """
    wide = points[points["first_day"].ne(points["last_day"])]
    x, y = [], []
    for total, height in zip(wide.itertuples(), _height(wide, curve), strict=True):
        first = max(total.first_day.date(), FIRST_DAY)
        x += [*dates([first, total.last_day.date()]), None]
        y += [height, height, None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": QUIET, "width": 1},
        marker={"symbol": "line-ns", "size": 8, "line": {"width": 1, "color": QUIET}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
        hoverinfo="skip",
        name="spans",
    )


def _height(points: pd.DataFrame, curve: Curve) -> list[float]:
    """Where the totals stand on the axis: their number, or its share of what they are out of."""
    counts = points["count"].astype(float)
    if curve.measure == "share":
        counts = counts * 100 / points["of"].fillna(points["units"]).astype(float)
    return counts.round(2).tolist()


def _total(total: tuple, words: Wording) -> list[h.Node]:
    """Figure and date, who says so, what was counted under which definition, and the verdict."""
    count = figure(total.count, total.of, words)
    return [
        h.b[words("curve.hover.total", figure=count, date=words.date(total.date))],
        *wrap(total.publisher, HOVER_WIDTH),
        *wrap(getattr(total, f"what_{words.language}"), HOVER_WIDTH),
        words("curve.hover.definition", definition=words(f"definition.{total.definition}")),
        words(f"total.verdict.{total.verdict}"),
    ]


def milestones(steps: pd.DataFrame, words: Wording) -> go.Scatter:
    """Ticks in a strip of their own below the curve."""
    days = [first.date() for first in steps["first_day"]]
    summaries = steps[f"summary_{words.language}"]
    texts = [
        _lines([h.b[words.day(day)], *wrap(summary, HOVER_WIDTH)])
        for day, summary in zip(days, summaries, strict=True)
    ]
    return go.Scatter(
        x=dates(days),
        y=[0.5] * len(days),
        yaxis="y2",
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "line-ns", "size": 16, "line": {"width": 2, "color": QUIET}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=texts,
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=dates(days),
        name="milestones",
    )


def dates(days: list[date] | pd.Series) -> list[str]:
    """The days as a figure takes them."""
    return [day.isoformat() for day in days]


def _lines(*texts: list[h.Node]) -> str:
    """Texts one below the other, each in its lines, as Plotly reads them."""
    lines = [line for text in texts for line in text]
    return str(h.fragment[parts.joined(lines, h.br)])
