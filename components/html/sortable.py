"""A whole HTML table whose rows the browser sorts and searches."""

from collections.abc import Sequence

import htpy as h

from components.base.wording import Wording

#: A cell of a table: what stands in it, and what it is sorted by; None sorts it by its text.
Cell = tuple[h.Node, object]


def table(
    name: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    words: Wording,
    **blanks: object,
) -> h.Element:
    """A table whose headings are buttons; the first cell of a row is its heading.

    `name` is that of its words, `blanks` fill those of the headings and of the caption, which
    knows `n` by itself.
    """
    labels = [words(f"{name}.{column}", **blanks) for column in columns]
    caption = words(f"{name}.caption", n=len(rows), **blanks)
    return h.div(".rows", role="region", tabindex="0", aria_label=caption)[
        h.table[
            h.caption[caption],
            h.thead[h.tr[[h.th(scope="col")[h.button(type="button")[label]] for label in labels]]],
            h.tbody[[_row(labels, row) for row in rows]],
        ]
    ]


def _row(labels: Sequence[str], row: Sequence[Cell]) -> h.Element:
    (heading, key), *cells = row
    return h.tr[
        h.th(scope="row", data_sort=_sorted_by(key))[heading],
        [
            h.td(data_label=label, data_sort=_sorted_by(key))[content]
            for label, (content, key) in zip(labels[1:], cells, strict=True)
        ],
    ]


def _sorted_by(key: object) -> str | None:
    return None if key is None else str(key)
