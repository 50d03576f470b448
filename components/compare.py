"""What the comparison says: two days, or two definitions on one day, and who differs."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import NamedTuple

import pandas as pd

from adoption.vocabulary import DEFINITIONS, GROUPS, STATUSES
from components.choice import Choice
from components.dossier_html import district_link
from components.headline import MOST_NAMES, Headline
from components.looks import theme
from components.looks.difference import CLASSES, FILLS, GROUP_FILLS, difference, group_looks
from components.looks.difference import looks as difference_looks
from components.looks.look import looks
from components.looks.theme import Fill
from components.map.key import plain_swatch
from components.map.panels import Panel
from components.wording import Wording

#: The day on which the ministry counted 49, so that five were left: what came after it shows.
USUAL_DAY = date(2014, 4, 25)


class Side(NamedTuple):
    """One of the two standings that are compared."""

    day: date
    definition: str


def sides(choice: Choice) -> tuple[str, Side, Side]:
    """What is compared: `days` or `definitions`, and both sides, the earlier or wider first."""
    if choice.other_definition:
        pair = sorted((choice.definition, choice.other_definition), key=DEFINITIONS.index)
        return "definitions", *(Side(choice.day, definition) for definition in pair)
    pair = sorted((choice.day, choice.other_day or USUAL_DAY))
    return "days", *(Side(day, choice.definition) for day in pair)


def labels(mode: str, first: Side, second: Side, words: Wording) -> dict[str, str]:
    """What each of CLASSES is called in this comparison."""
    named = {
        "one": words(f"definition.{first.definition}"),
        "other": words(f"definition.{second.definition}"),
    }
    return {name: words(f"compare.{mode}.{name}", **named) for name in CLASSES}


def joined(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Both standings of every district, side by side.

    Returns `ags`, `name`, `short_name`, `difference` (one of CLASSES), and of each side
    (suffixes `_first`, `_second`) `group`, `status` and `since`; `moved` says whether the
    difference, the group or the status is one.
    """
    columns = ["ags", "group", "status", "since"]
    names = first[["ags", "name", "short_name"]]
    both = first[columns].merge(second[columns], on="ags", suffixes=("_first", "_second"))
    table = names.merge(both, on="ags")
    moved = table["status_first"].ne(table["status_second"])
    return table.assign(
        difference=difference(table["group_first"], table["group_second"]),
        moved=moved | table["group_first"].ne(table["group_second"]),
    )


def headline(
    table: pd.DataFrame, mode: str, first: Side, second: Side, order: list[str], words: Wording
) -> Headline:
    """How many have a KIZ on each side; below it who differs, by name.

    `order` is the AGS of all districts in the order in which they came.
    """
    if first == second:
        return Headline(words(f"compare.same.{mode}"), [])
    counts = {side: int(table[f"group_{side}"].eq("with").sum()) for side in ("first", "second")}
    unsure = table[["group_first", "group_second"]].eq("undetermined").any(axis=None)
    told = {"of": len(table), "has": words(f"has.{first.definition}")}
    told |= {"has_second": words(f"has.{second.definition}")}
    told |= {"day": words.day(first.day), "day_second": words.day(second.day)}
    key = f"compare.headline.{mode}.undetermined" if unsure else f"compare.headline.{mode}"
    sentence = words(key, **counts, **told)
    detail, called = [], labels(mode, first, second, words)
    for name in ("second", "first", "unsure"):
        own = table[table["difference"].eq(name)].set_index("ags")
        if not own.empty:
            came = [ags for ags in order if ags in own.index]
            names = words.names(list(own.loc[came, "short_name"]))
            listed = f" ({names})" if len(came) <= MOST_NAMES else ""
            detail.append(f"{called[name]}: {len(came)}{listed}.")
    return Headline(sentence, detail or [words("compare.none")])


def title(side: Side, table: pd.DataFrame, name: str, mode: str, words: Wording) -> str:
    """What stands over a map: its day or definition, and how many have one."""
    counts = table[f"group_{name}"].value_counts()
    told = words("coverage.of", n=counts.get("with", 0), of=len(table))
    if unsure := counts.get("undetermined", 0):
        told += " " + words("coverage.undetermined", n=unsure)
    what = words.day(side.day) if mode == "days" else words(f"definition.{side.definition}")
    return f"{what}: {told}"


def titles(
    table: pd.DataFrame, mode: str, first: Side, second: Side, words: Wording
) -> tuple[str, str]:
    """What stands over both maps."""
    return (
        title(first, table, "first", mode, words),
        title(second, table, "second", mode, words),
    )


def panels(
    table: pd.DataFrame,
    standings: Sequence[pd.DataFrame],
    mode: str,
    titles: tuple[str, str],
    called: Mapping[str, str],
    words: Wording,
) -> list[Panel]:
    """Both standings and their difference as maps."""
    name, fills = scale(mode)
    found = []
    for standing, title, side in zip(standings, titles, ("first", "second"), strict=True):
        shown = looks(standing, "status", False) if mode == "days" else group_looks(standing)
        told = {row.ags: _cell(row, side, mode, words) for row in table.itertuples(index=False)}
        found.append(Panel(title, name, fills, shown, told))
    apart = {row.ags: called[row.difference] for row in table.itertuples(index=False)}
    title = words("compare.difference")
    return [*found, Panel(title, "apart", list(FILLS.values()), difference_looks(table), apart)]


def scale(mode: str) -> tuple[str, list[Fill]]:
    """Name and fills of the one scale of both standings."""
    return ("status", theme.fills()) if mode == "days" else ("group", list(GROUP_FILLS.values()))


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


def _cell(row: tuple, side: str, mode: str, words: Wording) -> str:
    """The status with its date on a day, the group under a definition."""
    if mode == "definitions":
        return words(f"compare.group.{getattr(row, f'group_{side}')}")
    since = getattr(row, f"since_{side}")
    status = words(f"status.{getattr(row, f'status_{side}')}")
    return f"{status} ({words.known(since)})" if since else status


def _any(table: pd.DataFrame, column: str, value: str) -> bool:
    return table[[f"{column}_first", f"{column}_second"]].eq(value).any(axis=None)
