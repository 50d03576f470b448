"""The comparison as HTML: the one scale, the legend of the difference, who differs."""

from collections.abc import Mapping

import htpy as h

from components.base.links import Links
from components.base.wording import Wording
from components.facts.compare import Comparison
from components.html import parts
from components.looks import legend
from components.looks.difference import CLASSES, FILLS
from components.words.compare import cell, labels, titles


def legends(comparison: Comparison, words: Wording) -> h.Element:
    """The scale of both standings, and the legend of their difference."""
    return h.div(".compare-legends")[
        scale_table(comparison, words),
        h.div[h.h2[words("compare.difference")], classes(comparison, words)],
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


def listing(comparison: Comparison, links: Links, words: Wording) -> h.Element:
    """Every district that differs in any way, with both sides; the others are a number."""
    table = comparison.table
    moved = table[table["moved"]]
    if moved.empty:
        return h.p[words("compare.none")]
    order = moved["difference"].map(CLASSES.index)
    rows = moved.assign(order=order).sort_values(["order", "short_name"], kind="stable")
    names = [words("table.name"), *titles(comparison, words), words("compare.difference")]
    called, mode = labels(comparison, words), comparison.mode
    caption = words("compare.list.caption", n=len(moved), of=len(table))
    return h.div(".compare-list", role="region", tabindex="0", aria_label=caption)[
        h.table[
            h.caption[caption],
            h.thead[h.tr[[h.th(scope="col")[name] for name in names]]],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[parts.district_link(row.ags, row.name, links)],
                        [h.td[cell(row, side, mode, words)] for side in ("first", "second")],
                        h.td[_difference(row, called, words)],
                    ]
                    for row in rows.itertuples(index=False)
                ]
            ],
        ]
    ]


def _difference(row: tuple, called: Mapping[str, str], words: Wording) -> str:
    if row.difference in ("both", "neither"):
        return words(f"compare.moved.{row.difference}")
    return called[row.difference]
