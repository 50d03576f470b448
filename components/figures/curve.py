"""The adoption curve: a band of the number, the named counts, every published total with a day.

Each thing that can be clicked carries the day it stands for (`customdata`). Lines have one
point per change; behind everything lie the months, invisible columns over the full height,
so that any place can be read and clicked.
"""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from components.base.choice import day_of, months
from components.base.wording import Wording
from components.facts.curve import Curve, readings
from components.figures import curve_marks
from components.figures.curve_marks import dates
from components.looks import curve as curve_looks
from components.looks import theme
from components.looks.curve import BAND, CERTAIN, GRID, KINDS, MARGIN, POSSIBLE, QUIET, START
from components.words.curve import reading, tick

DAY_MS = 24 * 60 * 60 * 1000


def adoption_curve(
    curve: Curve,
    points: pd.DataFrame,
    last: date,
    words: Wording,
) -> go.Figure:
    """The curve with its band and its points.

    Parameters
    ----------
    curve, points
        What `components.facts.curve.curve` and `points` return; a simple one has no points.
    last
        Where the axis of time ends.

    What is named where it stands, the steps of the law and the chosen day are not in it: the
    page lays them over the figure (`curve_overlay`), so that labels can follow its width, be
    reached by keyboard, and a move of the day sends and redraws nothing of it.
    """
    figure = go.Figure([*_band(curve), *_lines(curve), _months(curve, words)])
    if curve.measure != "population" and not curve.simple:
        figure.add_traces(curve_marks.spans(curve, points, words))
        figure.add_traces(
            [curve_marks.totals(curve, points, role, words) for role in curve_looks.ROLES]
        )
    font = {"family": "Source Sans, Source Sans Pro, sans-serif", "size": 14, "color": theme.INK}
    figure.update_layout(
        template="none",
        separators=",." if words.language == "de" else ".,",
        font=font,
        margin=MARGIN,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hoverlabel={"bgcolor": theme.PAPER, "bordercolor": theme.INK, "font": font},
        hovermode="closest",
        clickmode="event+select",
        dragmode=False,
        showlegend=False,
        bargap=0,
        uirevision="curve",
        **_axes(curve, last, words),
    )
    return figure


def _axes(curve: Curve, last: date, words: Wording) -> dict[str, dict[str, object]]:
    """Time below; the count from zero to all; between them a strip for the steps of the law."""
    step = 10 if curve.measure == "number" else 20
    ticks = [*range(0, curve.top, step), curve.top]
    still = {"fixedrange": True, "zeroline": False, "gridcolor": GRID}
    time = {
        "range": dates([START, last]),
        "type": "date",
        "anchor": "free",
        "position": 0,
        "ticks": "outside",
        "tickcolor": QUIET,
        "tickformatstops": [
            {"dtickrange": [None, "M6"], "value": "%m/%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
    }
    count = {
        "range": [0, curve.top * (1 + curve_looks.ABOVE)],
        "domain": [curve_looks.STRIP, 1],
        "tickvals": ticks,
        "ticktext": [tick(value, curve.measure, words) for value in ticks],
    }
    return {"xaxis": time | still, "yaxis": count | still}


def _band(curve: Curve) -> list[go.Scatter]:
    """The lower bound, unseen, and up to the upper bound the filled band."""
    steps = curve.steps
    shared = {"x": dates(steps["first_day"]), "mode": "lines", "hoverinfo": "skip"}
    upper = {"fill": "tonexty", "fillcolor": BAND, "name": "band"}
    return [
        go.Scatter(
            y=steps["lower"].tolist(), line=_step("rgba(0,0,0,0)", 0), name="lower", **shared
        ),
        go.Scatter(y=steps["upper"].tolist(), line=_step(POSSIBLE, 0.5), **upper, **shared),
    ]


def _lines(curve: Curve) -> list[go.Scatter]:
    """Each kind of district on its own, then both named counts."""
    looks = {kind: _step(colour, 1.2, dash) for kind, (colour, dash) in KINDS.items()}
    looks |= {"possible": _step(POSSIBLE, 1.5, "dot"), "certain": _step(CERTAIN, 2)}
    return [
        go.Scatter(
            x=dates(steps["first_day"]),
            y=steps["value"].tolist(),
            mode="lines",
            line=looks[name],
            hoverinfo="skip",
            name=name,
        )
        for name, steps in curve.lines.items()
    ]


def _months(curve: Curve, words: Wording) -> go.Bar:
    """One unseen column per month up to the top, at its last day: the whole area can be read."""
    today = curve.steps["first_day"].iloc[-1]
    days = [day_of(month, today) for month in months(today)]
    held = readings(curve.steps, days)
    texts = [_month(row, curve.measure, words) for row in held.itertuples()]
    return go.Bar(
        x=dates(days),
        y=[curve.top] * len(days),
        offset=[-(day.day - 1) * DAY_MS for day in days],
        width=[day.day * DAY_MS for day in days],
        marker={"opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        hovertext=texts,
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=dates(days),
        name="months",
    )


def _month(row: tuple, measure: str, words: Wording) -> str:
    certain, lower, upper = (
        reading(value, measure, words) for value in (row.certain, row.lower, row.upper)
    )
    values = {"month": words.month(row.Index), "certain": certain, "lower": lower, "upper": upper}
    return words("curve.hover.named" if measure == "population" else "curve.hover.month", **values)


def _step(colour: str, width: float, dash: str = "solid") -> dict[str, object]:
    return {"shape": "hv", "color": colour, "width": width, "dash": dash}
