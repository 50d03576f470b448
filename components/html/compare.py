"""The comparison as HTML: the one scale, the legend of the difference, who differs."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from adoption.vocabulary import GROUPS, STATUSES
from components.base.wording import Wording
from components.html.parts import district_link, plain_swatch
from components.looks import theme
from components.looks.difference import CLASSES, FILLS, scale
from components.words.compare import _cell


def scale_html(table: pd.DataFrame, mode: str, titles: tuple[str, str], words: Wording) -> str:
    """The one scale of both maps, as a table with the count of each side."""
    if mode == "days":
        used = [name for name in STATUSES if name != "closed" or _any(table, "status", name)]
        rows = [(theme.code(name, False), words(f"status.{name}"), name) for name in used]
        column = "status"
    else:
        rows = [(code, words(f"compare.group.{name}"), name) for code, name in enumerate(GROUPS)]
        column = "group"
    _, fills = scale(mode)
    body = "".join(
        f'<tr><th scope="row">{plain_swatch(fills[code])} {escape(label)}</th>'
        f"<td>{table[f'{column}_first'].eq(name).sum()}</td>"
        f"<td>{table[f'{column}_second'].eq(name).sum()}</td></tr>"
        for code, label, name in rows
    )
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in titles)
    caption = escape(words("compare.scale"))
    return (
        f'<table class="scale"><caption>{caption}</caption><thead><tr>'
        f"<td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def classes_html(table: pd.DataFrame, called: Mapping[str, str]) -> str:
    """The legend of the third map, with the count of each class; `called` is `labels`."""
    items = "".join(
        f"<li>{plain_swatch(FILLS[name])}"
        f"{escape(called[name])}"
        f'<span class="count">{table["difference"].eq(name).sum()}</span></li>'
        for name in CLASSES
    )
    return f'<ul class="legend">{items}</ul>'


def list_html(
    table: pd.DataFrame,
    mode: str,
    titles: tuple[str, str],
    called: Mapping[str, str],
    address: Mapping[str, str],
    words: Wording,
) -> str:
    """Every district that differs in any way, with both sides; the others are a number."""
    moved = table[table["moved"]]
    if moved.empty:
        return f"<p>{escape(words('compare.none'))}</p>"
    order = moved["difference"].map(CLASSES.index)
    rows = moved.assign(order=order).sort_values(["order", "short_name"], kind="stable")
    head = "".join(
        f'<th scope="col">{escape(name)}</th>'
        for name in (words("table.name"), *titles, words("compare.difference"))
    )
    body = "".join(_row(row, mode, called, address, words) for row in rows.itertuples(index=False))
    caption = escape(words("compare.list.caption", n=len(moved), of=len(table)))
    return (
        f'<div class="compare-list" role="region" tabindex="0" aria-label="{caption}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(
    row: tuple, mode: str, called: Mapping[str, str], address: Mapping[str, str], words: Wording
) -> str:
    cells = [_cell(row, side, mode, words) for side in ("first", "second")]
    if row.difference in ("both", "neither"):
        told = words(f"compare.moved.{row.difference}")
    else:
        told = called[row.difference]
    link = district_link(row.ags, row.name, address)
    body = "".join(f"<td>{escape(cell)}</td>" for cell in [*cells, told])
    return f'<tr><th scope="row">{link}</th>{body}</tr>'


def _any(table: pd.DataFrame, column: str, value: str) -> bool:
    return table[[f"{column}_first", f"{column}_second"]].eq(value).any(axis=None)
