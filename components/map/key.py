"""The legend of a colouring: each entry is a button that shows whose area it means."""

import htpy as h

from components.looks.legend import Row
from components.looks.theme import Fill
from components.map import svg

#: Side of a swatch in units of the map, so that a pattern looks as it does there.
SIDE = 88


def key(name: str, title: str, rows: list[Row]) -> h.Element:
    """The legend of the colouring `name`.

    Each entry carries the codes that it counts (`data-codes`); the script counts them anew for
    each day, and in a remark (`data-remark`) those of the last of its codes.
    """
    return h.section(".key", data_colouring=name)[
        h.h2[title], h.ul(".legend")[[_entry(name, row) for row in rows]]
    ]


def swatch(name: str, code: int, fill: Fill, other: tuple[int, Fill] | None = None) -> h.Element:
    """The fill as a little area with its mark, halved where two are meant."""
    frame = {"width": SIDE, "height": SIDE}
    halves = [h.rect(frame, fill=svg.paint(name, code, fill))]
    if other:
        half = {"x": SIDE // 2, "width": SIDE // 2, "height": SIDE}
        halves.append(h.rect(half, fill=svg.paint(name, *other)))
    middle = {"x": SIDE // 2, "y": SIDE // 2}
    return h.svg(".swatch", viewBox=f"0 0 {SIDE} {SIDE}", aria_hidden="true")[
        halves, fill.mark and h.text(middle, class_="mark")[fill.mark]
    ]


def _entry(name: str, row: Row) -> h.Element:
    if row.fill is None:
        return h.li(".marks")[row.label]
    remark = row.remark and h.span(".part", data_remark=row.remark)[row.remark]
    other = (row.codes[-1], row.other) if row.other else None
    count = "" if row.count is None else str(row.count)
    codes = " ".join(map(str, row.codes))
    return h.li[
        h.button(type="button", aria_pressed="false", data_codes=codes)[
            swatch(name, row.codes[0], row.fill, other),
            h.span(".label")[row.label, remark],
            h.span(".count")[count],
        ]
    ]
