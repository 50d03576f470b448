"""The one HTML table: whole without a script, sorted, narrowed and taken along with one.

`sortable.mjs` reads from the markup what it needs: of each heading the name of its column, of what
kind its values are, and the groups by which it narrows; of each cell what it is sorted by and
its group. Where the table does not fit, `styles/table.css` makes a card of each row.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from numbers import Real
from typing import Any, NamedTuple

import htpy as h
from markupsafe import Markup

from components.base import collation
from components.base.wording import Wording

#: What a column holds, and so how it is sorted: texts by the alphabet, numbers by their size,
#: dates by their first day and then by their last, words of a scale by their place in it.
KINDS = ("text", "number", "day", "order")
#: More columns than these need a wide screen.
MANY = 7
#: What sorts a cell whose value nobody knows: last, whichever way.
UNKNOWN = ""

Key = str | float | tuple[date, date] | None


class Column(NamedTuple):
    """A column: its name stands in the address, its heading in the catalogue unless given here.

    `facet` says that the table is narrowed by it: its cells name their groups.
    """

    name: str
    kind: str = "text"
    facet: bool = False
    label: str = ""


class Cell(NamedTuple):
    """What stands in a cell, what it is sorted by, and of a facet its group: code and label.

    A key is a number, the first and the last day of a date, a text, or UNKNOWN; None sorts a
    cell by the text in it.
    """

    content: h.Node
    key: Key = None
    group: tuple[str, str] | None = None


class Row(NamedTuple):
    """The cells of a row, the first of them its heading, and the anchor that leads to it."""

    cells: Sequence[Cell]
    anchor: str = ""


class Table(NamedTuple):
    """Columns, rows and caption, and what the rows are sorted by at first: "name" or "-name"."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str
    by: str = ""


def table(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell] | Row],
    words: Wording,
    by: str = "",
    **blanks: object,
) -> h.Element:
    """A table whose headings are buttons; the first cell of a row is its heading.

    `name` is that of its words, `blanks` fill those of the headings and of the caption, which
    knows `n` by itself. Sorted `by` a column, or as the rows stand without it.
    """
    return drawn(_named(name, columns, rows, words, by, blanks))


def grouped(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    part: str,
    words: Wording,
    by: str,
) -> h.Element:
    """The same in parts that open, one for each group of the facet `part`, with its number of rows.

    Closed at first, so that a reader walks from part to part; search, facets, an anchor and
    paper open what they need.
    """
    whole = _named(name, columns, rows, words, by, {})
    groups = _groups(whole)
    (place,) = [place for place, column in enumerate(columns) if column.name == part]
    parts = {
        group: [row for row in whole.rows if row.cells[place].group == group]
        for group in groups[part]
    }
    return _box(whole)[
        h.p(".caption")[whole.caption],
        [
            h.details[
                h.summary[label, " ", h.span(".count")[str(len(inside))]],
                _table(whole._replace(rows=inside, caption=label), groups),
            ]
            for (_, label), inside in parts.items()
        ],
    ]


def drawn(whole: Table) -> h.Element:
    """A table as it stands in the page."""
    return _box(whole)[_table(whole, _groups(whole))]


def said(search: str, n: int, words: Wording) -> dict[str, Any]:
    """What the tools above a table of `n` rows say; the browser fills in their blanks.

    `search` is the label of the field.
    """
    return {
        "search": search,
        "hits": words("table.hits", n=n, hits="{n}"),
        "sorted": words("table.sorted", column="{column}", how="{how}"),
        "how": {kind: _how(kind, words) for kind in KINDS},
        "by": words("table.by"),
        "option": words("table.option", column="{column}", how="{how}"),
        "first": words("table.first"),
        "all": words("table.all"),
        "nothing": words("table.nothing"),
        "clear": words("table.clear"),
        "file": words("table.file"),
        "told": words("table.file.told"),
        "links": words("table.file.links"),
        "separator": words("table.file.separator"),
    }


def in_order(columns: Sequence[Column], rows: Sequence[Row], by: str) -> list[Row]:
    """The rows as the browser sorts them; what is equal keeps its order."""
    name = by.removeprefix("-")
    (place,) = [place for place, column in enumerate(columns) if column.name == name]
    known = [row for row in rows if row.cells[place].key != UNKNOWN]
    unknown = [row for row in rows if row.cells[place].key == UNKNOWN]
    # `reverse` too keeps the order of what is equal.
    down = by.startswith("-")
    return [*sorted(known, key=lambda row: _comparable(row.cells[place]), reverse=down), *unknown]


def _named(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell] | Row],
    words: Wording,
    by: str,
    blanks: Mapping[str, object],
) -> Table:
    """The table with its headings and its caption in words, its rows in their first order."""
    headed = [
        column if column.label else column._replace(label=words(f"{name}.{column.name}", **blanks))
        for column in columns
    ]
    made = [row if isinstance(row, Row) else Row(row) for row in rows]
    ordered = in_order(headed, made, by) if by else made
    return Table(headed, ordered, words(f"{name}.caption", n=len(rows), **blanks), by)


def _box(whole: Table) -> h.Element:
    return h.div(class_=["rows", {"many": len(whole.columns) > MANY}], data_by=whole.by or None)


def _table(whole: Table, groups: Mapping[str, list[tuple[str, str]]]) -> h.Element:
    return h.table[
        h.caption[whole.caption],
        h.thead[h.tr[[_heading(column, groups) for column in whole.columns]]],
        h.tbody[[_row(whole.columns, row) for row in whole.rows]],
    ]


def _heading(column: Column, groups: Mapping[str, list[tuple[str, str]]]) -> h.Element:
    listed = json.dumps(groups[column.name], ensure_ascii=False) if column.facet else None
    named = {"data-name": column.name, "data-kind": column.kind, "data-groups": listed}
    return h.th(named, scope="col")[h.button(type="button")[column.label]]


def _groups(whole: Table) -> dict[str, list[tuple[str, str]]]:
    """The groups that occur in each facet, in the order of its column."""
    found = {}
    for place, column in enumerate(whole.columns):
        if column.facet:
            ordered = in_order(whole.columns, whole.rows, column.name)
            found[column.name] = list(
                dict.fromkeys(cell.group for row in ordered if (cell := row.cells[place]).group)
            )
    return found


def _row(columns: Sequence[Column], row: Row) -> h.Element:
    (first, heading), *rest = zip(columns, row.cells, strict=True)
    return h.tr(id=row.anchor or None)[
        h.th(_marks(first, Cell(*heading)), scope="row")[heading[0]],
        [
            h.td(_marks(column, Cell(*cell)), data_label=column.label)[cell[0]]
            for column, cell in rest
        ],
    ]


def _marks(column: Column, cell: Cell) -> dict[str, str | None]:
    """What a cell is sorted and grouped by, for the script."""
    return {
        "data-sort": written(cell.key, column),
        "data-group": cell.group[0] if cell.group else None,
    }


def written(key: Key, column: Column) -> str | None:
    """A key as the script reads it.

    Raises TypeError where it is none of its kind: a number that is sorted as a text is sorted
    wrongly, and nobody sees why.
    """
    if (key is None and column.kind == "text") or key == UNKNOWN:
        return key
    if column.kind == "text" and isinstance(key, str):
        return key
    if column.kind in ("number", "order") and isinstance(key, Real):
        return f"{key:.12g}"
    if column.kind == "day" and isinstance(key, tuple):
        return " ".join(f"{day:%Y-%m-%d}" for day in key)
    raise TypeError(f"{column.name}: {key!r} is no key of kind {column.kind}")


def _comparable(cell: Cell) -> Any:
    text = Markup(str(h.fragment[cell.content])).striptags() if cell.key is None else cell.key
    return collation.place(text) if isinstance(text, str) else text


def _how(kind: str, words: Wording) -> list[str]:
    """In words how a column is sorted: upwards, downwards."""
    return [words(f"table.how.{kind}.{way}") for way in ("up", "down")]
