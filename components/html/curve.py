"""What stands around the curve: what its lines mean, why the band, the same as a table."""

from datetime import date
from html import escape

import pandas as pd

from components.base.wording import Wording
from components.facts.curve import Curve
from components.html.parts import cited_html
from components.looks import curve as curve_looks
from components.words import curve as curve_words

#: Pixels drawn and left out, as Plotly's dashes of the same name look.
_DASHES = {"solid": (28,), "dot": (2, 3), "dash": (7, 4), "dashdot": (7, 3, 2, 3)}


def legend_html(curve: Curve, words: Wording) -> str:
    """What each band, line and point means, in the order in which it matters."""
    named = curve.measure == "population"
    lines = [
        (_swatch(f"height:12px;background:{curve_looks.BAND}"), "band.named" if named else "band"),
        (_line(curve_looks.CERTAIN, 2.5, "solid"), "certain"),
        (_line(curve_looks.POSSIBLE, 2, "dot"), "possible"),
    ]
    entries = [(shape, words(f"curve.key.{name}")) for shape, name in lines]
    for kind, (colour, dash) in curve_looks.KINDS.items():
        label = words("curve.key.kind", kind=words(f"kinds.{kind}"))
        entries.append((_line(colour, 1.8, dash), label))
    roles = [] if named else list(curve_looks.ROLES)
    entries += [(_point(role), words(f"curve.key.{role}")) for role in roles]
    tick = _swatch(f"width:2px;height:14px;background:{curve_looks.QUIET}")
    entries.append((tick, words("curve.key.milestones")))
    items = (f"<li>{shape}{escape(label)}</li>" for shape, label in entries)
    return f'<ul class="curve-legend">{"".join(items)}</ul>'


def day_html(day: date, last: date, words: Wording) -> str:
    """The upright line at the chosen day with its label, to be laid over the figure.

    Empty where the day lies to the right of what is shown.
    """
    part = curve_looks.place(day, last)
    if part is None:
        return ""
    room = curve_looks.MARGIN["l"] + curve_looks.MARGIN["r"]
    left = f"calc({curve_looks.MARGIN['l']}px + (100% - {room}px) * {part})"
    side = "first" if part < 0.12 else "last" if part > 0.88 else "middle"
    return f'<div class="curve-day {side}" style="left:{left}"><b>{words.day(day)}</b></div>'


def table_html(curve: Curve, words: Wording) -> str:
    """Every step of the curve as a table: its accessible twin."""
    columns = ["certain", "lower", "upper", "possible"]
    if curve.measure == "population":
        columns = ["certain", "possible"]
    head = "".join(
        f'<th scope="col">{escape(words(f"curve.table.{name}"))}</th>' for name in ["day", *columns]
    )
    body = "".join(
        f'<tr><th scope="row">{escape(words.day(row["first_day"]))}</th>'
        + "".join(
            f"<td>{curve_words.reading(row[name], curve.measure, words)}</td>" for name in columns
        )
        + "</tr>"
        for row in curve.steps.iloc[:-1].to_dict("records")
    )
    caption = escape(words("curve.table.caption"))
    table = (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
    return _details(
        words("curve.table"),
        f'<div class="curve-table" tabindex="0" role="region" aria-label="{caption}">{table}</div>',
    )


def elsewhere_html(
    totals: pd.DataFrame, verdicts: pd.DataFrame, sources: pd.DataFrame, words: Wording
) -> str:
    """The totals that count something else, named here because the curve has no place for them."""
    cited = sources.set_index("id")
    apart = verdicts.loc[verdicts["verdict"].eq("counts something else"), "id"]
    items = "".join(
        f"<li>{escape(_told(total, words))} {_source(cited.loc[total.source_id], words)}</li>"
        for total in totals[totals["id"].isin(apart)].itertuples()
    )
    summary = words("curve.elsewhere", n=len(apart), of=len(totals))
    return _details(summary, f"<ul>{items}</ul>")


def milestones_html(milestones: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> str:
    """The marks of the law as a list, each with its source."""
    cited = sources.set_index("id")
    items = "".join(
        f"<li><strong>{escape(words.known(step.date))}</strong> "
        f"{escape(getattr(step, f'summary_{words.language}'))} "
        f"{_source(cited.loc[step.source_id], words)}</li>"
        for step in milestones.itertuples()
    )
    return _details(words("curve.milestones", n=len(milestones)), f"<ul>{items}</ul>")


def _told(total: tuple, words: Wording) -> str:
    told = {"n": total.count, "of": total.of, "date": words.known(total.date)}
    return words("curve.elsewhere.item", what=getattr(total, f"what_{words.language}"), **told)


def _source(source: pd.Series, words: Wording) -> str:
    return f'<span class="source">{cited_html(source, words)}</span>'


def _details(summary: str, body: str) -> str:
    return f'<details class="curve-more"><summary>{escape(summary)}</summary>{body}</details>'


def _swatch(style: str, sign: str = "") -> str:
    return f'<span class="curve-swatch" style="{style}" aria-hidden="true">{sign}</span>'


def _line(colour: str, width: float, dash: str) -> str:
    """A line of 28 pixels with its dashes."""
    stops, at = [], 0
    for place, length in enumerate(_DASHES[dash]):
        fill = "transparent" if place % 2 else colour
        stops.append(f"{fill} {at}px {at + length}px")
        at += length
    dashes = f"repeating-linear-gradient(90deg,{','.join(stops)})"
    return _swatch(f"height:{width}px;background:{dashes}")


def _point(role: str) -> str:
    fill, outline, symbol = curve_looks.ROLES[role]
    if symbol == "circle":
        ring = f"border-radius:50%;border:1.5px solid {outline}"
        return _swatch(f"width:10px;height:10px;background:{fill};{ring}")
    return _swatch(f"width:auto;color:{outline};font-weight:700;font-size:1.2em", "×")
