"""What stands around the curve: what its lines mean, why the band, the same as a table."""

from datetime import date

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import curve_signs, parts
from components.looks import curve as curve_looks
from components.words import curve as curve_words
from components.words.totals import figure


def legend(curve: Curve, words: Wording) -> h.Element:
    """What each band, line and point means, in the order in which it matters."""
    named = curve.measure == "population"
    entries = [
        (curve_signs.band(), words("curve.key.band.named" if named else "curve.key.band")),
        (curve_signs.line(curve_looks.CERTAIN, 2.5, "solid"), words("curve.key.certain")),
        (curve_signs.line(curve_looks.POSSIBLE, 2, "dot"), words("curve.key.possible")),
    ]
    for kind, (colour, dash) in curve_looks.KINDS.items():
        label = words("curve.key.kind", kind=words(f"kinds.{kind}"))
        entries.append((curve_signs.line(colour, 1.8, dash), label))
    roles = [] if named else list(curve_looks.ROLES)
    entries += [(curve_signs.point(role), words(f"curve.key.{role}")) for role in roles]
    entries.append((curve_signs.tick(), words("curve.key.milestones")))
    return h.ul(".curve-legend")[[h.li[entry] for entry in entries]]


def day(day: date, last: date, words: Wording) -> h.Element | None:
    """The upright line at the chosen day with its label, to be laid over the figure.

    None where the day lies to the right of what is shown.
    """
    part = curve_looks.place(day, last)
    if part is None:
        return None
    room = curve_looks.MARGIN["l"] + curve_looks.MARGIN["r"]
    left = f"calc({curve_looks.MARGIN['l']}px + (100% - {room}px) * {part})"
    side = "first" if part < 0.12 else "last" if part > 0.88 else "middle"
    return h.div(class_=f"curve-day {side}", style=f"left:{left}")[h.b[words.day(day)]]


def explanation(definition: str, gap: pd.Series | None, words: Wording) -> h.Fragment:
    """What counts as a KIZ here, and why the band is narrower than the names.

    `gap` is what `facts.curve.widest_gap` returns.
    """
    counted = words("curve.counted", definition=words(f"definition.{definition}"))
    return h.fragment[
        h.h2[counted],
        h.p[words(f"definition.{definition}.help")],
        h.h2[words("curve.why.title")],
        h.p[curve_words.why(gap, words)],
    ]


def table(curve: Curve, words: Wording) -> h.Element:
    """Every step of the curve as a table: its accessible twin."""
    named = curve.measure == "population"
    columns = ("certain", "possible") if named else ("certain", "lower", "upper", "possible")
    heads = [words(f"curve.table.{name}") for name in ("day", *columns)]
    caption = words("curve.table.caption")
    rows = [
        h.tr[
            h.th(scope="row")[words.day(row["first_day"])],
            [h.td[curve_words.reading(row[name], curve.measure, words)] for name in columns],
        ]
        for row in curve.steps.iloc[:-1].to_dict("records")
    ]
    return _more(
        words("curve.table"),
        h.div(".curve-table", tabindex="0", role="region", aria_label=caption)[
            h.table[
                h.caption[caption],
                h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
                h.tbody[rows],
            ]
        ],
    )


def elsewhere(
    totals: pd.DataFrame, verdicts: pd.DataFrame, sources: pd.DataFrame, words: Wording
) -> h.Element:
    """The totals that count something else, named here because the curve has no place for them."""
    cited = sources.set_index("id")
    apart = verdicts.loc[verdicts["verdict"].eq("counts something else"), "id"]
    items = [
        h.li[f"{_told(total, words)} ", _source(cited.loc[total.source_id], words)]
        for total in totals[totals["id"].isin(apart)].itertuples()
    ]
    return _more(words("curve.elsewhere", n=len(apart), of=len(totals)), h.ul[items])


def milestones(steps: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> h.Element:
    """The marks of the law as a list, each with its source."""
    cited = sources.set_index("id")
    items = [
        h.li[
            h.strong[words.date(step.date)],
            f" {getattr(step, f'summary_{words.language}')} ",
            _source(cited.loc[step.source_id], words),
        ]
        for step in steps.itertuples()
    ]
    return _more(words("curve.milestones", n=len(steps)), h.ul[items])


def years(picture: h.Node, definition: str, words: Wording) -> h.Fragment:
    """The picture of the ends of the years under its title, with what counts there."""
    note = words("multiples.note", definition=words(f"definition.{definition}"))
    return h.fragment[h.h2[words("multiples.title")], h.p(".hint")[note], picture]


def _told(total: tuple, words: Wording) -> str:
    what, date = getattr(total, f"what_{words.language}"), words.date(total.date)
    count = figure(total.count, total.of, words)
    return words("curve.elsewhere.item", what=what, figure=count, date=date)


def _source(source: pd.Series, words: Wording) -> h.Element:
    return h.span(".source")[parts.cited(source, words)]


def _more(summary: str, body: h.Element) -> h.Element:
    return h.details(".curve-more")[h.summary[summary], body]
