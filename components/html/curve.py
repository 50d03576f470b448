"""What stands around the curve: what its lines mean, why the band, the same as a table."""

from collections.abc import Mapping, Sequence
from datetime import date

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.facts.curve import Curve
from components.html import curve_signs
from components.html.curve_lists import more
from components.looks import curve as looks
from components.looks.colour import Colour
from components.words import curve as curve_words

#: Where the table of the curve stands, for the way there.
TABLE = "kurve-tabelle"


def legend(curve: Curve, bare: Mapping[str, Sequence[str]], words: Wording) -> h.Element | None:
    """What the points mean, and the lines where they have no room for their name.

    `bare` has for each line, the band and the law the layouts of the curve in which it has no
    label.
    """
    named = curve.measure == "population"
    swatches = {
        "band": curve_signs.band(),
        "certain": curve_signs.line(looks.CERTAIN, 2.5, "solid"),
        "possible": curve_signs.line(looks.POSSIBLE, 2, "dot"),
        **{kind: curve_signs.line(*_kind(kind)) for kind in curve.kinds},
        "law": curve_signs.tick(),
    }
    entries = [
        h.li(class_=" ".join(f"in-{name}" for name in layouts))[
            swatches[line], curve_words.name(line, curve, words)
        ]
        for line, layouts in bare.items()
        if layouts
    ]
    if not (named or curve.simple):
        roles = [h.li[curve_signs.point(role), words(f"curve.key.{role}")] for role in looks.ROLES]
        entries += [*roles, h.li[curve_signs.bar(), words("curve.key.span")]]
    return h.div(".curve-key")[h.ul(".curve-legend")[entries]] if entries else None


def _kind(kind: str) -> tuple[Colour, float, str]:
    colour, dash = looks.KINDS[kind]
    return colour, 1.8, dash


def day(day: date, last: date, words: Wording) -> h.Element | None:
    """The upright line at the chosen day with its label, to be laid over the figure.

    None where the day lies to the right of what is shown.
    """
    part = looks.place(day, last)
    if part is None:
        return None
    room = looks.MARGIN["l"] + looks.MARGIN["r"]
    left = f"calc({looks.MARGIN['l']}px + (100% - {room}px) * {part})"
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
        h.p[words("curve.why.band")],
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
    return more(
        words("curve.table"),
        h.div(".curve-table", tabindex="0", role="region", aria_label=caption)[
            h.table[
                h.caption[caption],
                h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
                h.tbody[rows],
            ]
        ],
        TABLE,
    )


def years(picture: h.Node, definition: str, words: Wording) -> h.Fragment:
    """The picture of the ends of the years under its title, with what counts there."""
    note = words("multiples.note", definition=words(f"definition.{definition}"))
    return h.fragment[h.h2[words("multiples.title")], h.p(".hint")[note], picture]
