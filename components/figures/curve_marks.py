"""The marks of published totals on the adoption curve, and the spans of those without a day."""

from datetime import date
from textwrap import wrap

import htpy as h
import pandas as pd
import plotly.graph_objects as go

from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import parts
from components.looks.curve import QUIET, REFUSAL, ROLES
from components.words.totals import figure, point

#: A line of a hover text is no longer than this, so that it fits on a telephone.
HOVER_WIDTH = 42


def totals(curve: Curve, points: pd.DataFrame, role: str, words: Wording) -> go.Scatter:
    """The published totals of one role whose day is known to the month.

    What lies on one spot is told in one text.
    """
    fill, outline, symbol = ROLES[role]
    own = points[points["role"].eq(role) & points["dated"]]
    spots = [spot for _, spot in own.assign(y=heights(own, curve)).groupby(["day", "y"])]
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
        hovertext=[_told(spot, points, words) for spot in spots],
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=dates(days),
        ids=[" ".join(spot["id"]) for spot in spots],
        name=role,
    )


def spans(curve: Curve, points: pd.DataFrame, words: Wording) -> list[go.Scatter]:
    """Level bars over the days on which an imprecisely dated total may have been true.

    Lines, because Plotly draws no error bars on an axis of time. A total whose span is longer
    than a month is its bar alone, which is read and clicked at its ends: its day is not known.
    """
    wide = points[points["first_day"].ne(points["last_day"])]
    against, dated = wide["role"].str.startswith("contradicts"), wide["dated"]
    looks = {
        "spans": (wide[dated], QUIET),
        "undated": (wide[~dated & ~against], QUIET),
        "undated.contradicts": (wide[~dated & against], REFUSAL),
    }
    return [
        _bars(own, heights(own, curve), colour, name).update(
            _silent() if name == "spans" else _speaking(own, points, words)
        )
        for name, (own, colour) in looks.items()
    ]


def _bars(own: pd.DataFrame, at: list[float], colour: str, name: str) -> go.Scatter:
    x, y = [], []
    for total, height in zip(own.itertuples(), at, strict=True):
        first = max(total.first_day.date(), FIRST_DAY)
        x += [*dates([first, total.last_day.date()]), None]
        y += [height, height, None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": colour, "width": 1},
        marker={"symbol": "line-ns", "size": 8, "line": {"width": 1, "color": colour}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
        customdata=x,
        name=name,
    )


def _silent() -> dict[str, object]:
    return {"hoverinfo": "skip"}


def _speaking(own: pd.DataFrame, points: pd.DataFrame, words: Wording) -> dict[str, object]:
    texts = [_told(own.iloc[[place]], points, words) for place in range(len(own))]
    told = [text for told in texts for text in (told, told, None)]
    return {"hovertext": told, "hovertemplate": "%{hovertext}<extra></extra>"}


def heights(points: pd.DataFrame, curve: Curve) -> list[float]:
    """Where the totals stand on the axis: their number, or its share of what they are out of."""
    counts = points["count"].astype(float)
    if curve.measure == "share":
        counts = counts * 100 / points["of"].fillna(points["units"]).astype(float)
    return counts.round(2).tolist()


def _told(spot: pd.DataFrame, points: pd.DataFrame, words: Wording) -> str:
    """The totals of one spot one below the other, in lines as Plotly reads them."""
    told = (_total(row, points, words) for row in spot.itertuples())
    lines = [line for text in told for line in text]
    return str(h.fragment[parts.joined(lines, h.br)])


def _total(total: tuple, points: pd.DataFrame, words: Wording) -> list[h.Node]:
    """Figure and date, who says so, what was counted under which definition, and what of it."""
    count = figure(total.count, total.of, words)
    return [
        h.b[words("curve.hover.total", figure=count, date=words.date(total.date))],
        *wrap(total.publisher, HOVER_WIDTH),
        *wrap(getattr(total, f"what_{words.language}"), HOVER_WIDTH),
        words("curve.hover.definition", definition=words(f"definition.{total.definition}")),
        *wrap(point(total, points, words), HOVER_WIDTH),
    ]


def dates(days: list[date] | pd.Series) -> list[str]:
    """The days as a figure takes them."""
    return [day.isoformat() for day in days]
