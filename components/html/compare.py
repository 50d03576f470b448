"""The comparison as HTML: the one scale, the legend of the difference, who differs."""

from collections.abc import Mapping

import htpy as h

from adoption.vocabulary import GROUPS, STATUSES
from components.base.links import Links
from components.base.wording import Wording
from components.facts.compare import Comparison
from components.html import parts
from components.html.sortable import UNKNOWN, Cell, Column, table
from components.looks import legend
from components.looks.difference import CLASSES, FILLS
from components.words.compare import cell, labels, shift, sides, titles

#: The columns of a comparison's table end with one of these.
SIDES = ("first", "second")
#: Where no event stands behind either side.
NOWHERE = Cell("–", UNKNOWN)


def legends(comparison: Comparison, words: Wording) -> h.Element:
    """The scale of both standings, and the legend of their difference."""
    return h.div(".compare-legends")[
        scale_table(comparison, words),
        h.div[h.h2[words("compare.kinds")], classes(comparison, words)],
    ]


def scale_table(comparison: Comparison, words: Wording) -> h.Element:
    """The one scale of both maps, as a table with the count of each side."""
    rows = legend.both_rows(*comparison.standings, words)
    return h.table(".scale")[
        h.caption[words("compare.scale")],
        h.thead[h.tr[h.td, [h.th(scope="col")[name] for name in titles(comparison, words)]]],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[parts.plain_swatch(row.fill), " ", row.label],
                    h.td[row.count],
                    h.td[row.after],
                ]
                for row in rows
            ]
        ],
    ]


def classes(comparison: Comparison, words: Wording) -> h.Element:
    """The legend of the third map, with the count of each class."""
    called, differences = labels(comparison, words), comparison.table["difference"]
    return h.ul(".legend")[
        [
            h.li[
                parts.plain_swatch(FILLS[name]),
                called[name],
                h.span(".count")[int(differences.eq(name).sum())],
            ]
            for name in CLASSES
        ]
    ]


def listing(
    comparison: Comparison, proofs: Mapping[str, parts.Source], links: Links, words: Wording
) -> h.Element:
    """Every district that differs in any way, with both sides; the others are a number.

    `proofs` is what `facts.compare.proofs` returns.
    """
    moved, mode = comparison.moved, comparison.mode
    called = zip(SIDES, sides(comparison, words), strict=True)
    columns = (
        Column("name"),
        *(Column(side, "order", label=label) for side, label in called),
        Column("shift", "order", facet=True),
        Column("source"),
    )
    rows = []
    for row in moved.itertuples(index=False):
        told = shift(row, comparison, words)
        rows.append(
            [
                Cell(parts.district_link(row.ags, row.name, links, words), row.name),
                *(Cell(cell(row, side, mode, words), _order(row, side, mode)) for side in SIDES),
                Cell(told, row.order, (row.shift, told)),
                _source(proofs[row.ags], words) if row.ags in proofs else NOWHERE,
            ]
        )
    return table("compared", columns, rows, words, of=len(comparison.table))


def _source(source: parts.Source, words: Wording) -> Cell:
    """Publisher and date, linked; without the title, since all of it is sent with each day."""
    return Cell(parts.published(source, words))


def _order(row: tuple, side: str, mode: str) -> int:
    """The place of a side in the ladder of statuses; of groups those with a KIZ come last."""
    if mode == "days":
        return STATUSES.index(getattr(row, f"status_{side}"))
    return -GROUPS.index(getattr(row, f"group_{side}"))
