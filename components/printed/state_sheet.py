"""The factsheet of the state on a day: one page A4, always one.

What does not fit of the lists of those without a KIZ and of those whose standing is undetermined is
counted, with the link to the page that names all.
"""

from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import pandas as pd

from components.base.collation import by_name
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts.curve import Curve
from components.looks import legend
from components.printed import blocks, factsheet_page
from components.printed.blocks import HEADING, SMALL, STRONG, Block
from components.printed.factsheet_curve import SmallCurve
from components.printed.factsheet_map import Legend, Locator
from components.printed.factsheet_page import ROOM, Columns, Lowered, Section
from components.printed.sheet import Sheet
from components.words.counts import between
from components.words.headline import Headline
from components.words.holdouts import body
from components.words.status import label

#: Width of the map and height of the curve: the first that leaves room for the lists is taken.
SIZES = ((4.1, 2.6), (4.1, 1.6), (3.5, 1.4), (3.3, 1.15))
#: Where name, status, last act, its date and the days since begin.
WAITING = (0, 1.5, 3.25, 5.0, 6.65)
#: Of those without a KIZ, of those whose standing is undetermined, of the changes of one day.
MOST_ROWS, MOST_UNDETERMINED, MOST_CHANGED = 12, 30, 6
ROW_GAP = 0.03


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known of the state on the day, as the makers of the pages give it.

    `standings` is one row per district with its group, `waiting` what
    `adoption.holdouts.holdouts` returns, `changed` the latest days of change up to the day
    with what `adoption.changes.changes_between` found on each, newest first; `later`
    whether anything came after the day.
    """

    standings: pd.DataFrame
    areas: gpd.GeoDataFrame
    line: Headline
    covered: list[tuple[str, str]]
    curve: Curve
    waiting: pd.DataFrame
    changed: list[tuple[date, pd.DataFrame]]
    later: bool


def sheet(facts: Facts, stamp: Stamp, words: Wording) -> Sheet:
    """The page as a drawing."""
    foot = factsheet_page.foot(words("factsheet.note.state") if facts.later else "", stamp, words)
    kind = words("factsheet.state.kind", n=len(facts.standings))
    head = factsheet_page.head(words("factsheet.state"), kind, facts.line, stamp, words)
    changed, unsure = _changes(facts, words), _undetermined(facts.waiting, stamp.choice.day, words)
    choices = [(size, MOST_ROWS) for size in SIZES]
    choices += [(SIZES[-1], most) for most in range(MOST_ROWS - 1, -1, -1)]
    for (wide, high), most in choices:
        middle = [_overview(facts, wide, stamp, words), _growth(facts, high, stamp, words)]
        parts = [head, *middle, changed, *_without(facts.waiting, most, stamp, words), *unsure]
        if factsheet_page.free(parts, foot) >= 0:
            break
    return factsheet_page.page(facts.line.sentence, parts, foot)


def _overview(facts: Facts, map_width: float, stamp: Stamp, words: Wording) -> Columns:
    """The map, and beside it what its colours mean and how much of the state is covered."""
    aside = map_width + 0.25
    wide = ROOM - aside
    day, definition = words.day(stamp.choice.day), stamp.choice.definition
    title = legend.has_title(day, definition, words)
    shown = Locator(facts.standings, facts.areas, map_width, words, keyed=False)
    key = Legend(legend.occurring(legend.has_rows(facts.standings, words)), wide, shown.hatched)
    counted = words(f"definition.{definition}")
    rows = [
        blocks.beside([blocks.paragraph(name, wide - 0.9), blocks.right(share, wide, STRONG)])
        for name, share in facts.covered
    ]
    heading = blocks.paragraph(f"{words('coverage.title')}: {counted}", wide, HEADING)
    table = blocks.stack([heading, Block((), 0.03), *rows], ROW_GAP)
    start = HEADING.line + 0.06
    return Columns(
        (
            (0, shown),
            (aside, blocks.paragraph(title, wide, HEADING)),
            (aside, Lowered(key, start)),
            (aside, Lowered(table, start + key.height + 0.12)),
        )
    )


def _growth(facts: Facts, high: float, stamp: Stamp, words: Wording) -> Section:
    has = words(f"has.{stamp.choice.definition}")
    title = words("curve.title", of=len(facts.standings), has=has)
    return Section(title, SmallCurve(facts.curve, stamp.choice.day, high, words))


def _changes(facts: Facts, words: Wording) -> Section:
    """The latest days on which anything changed, each with who and from what to what."""
    names = facts.standings.set_index("ags")["short_name"]
    rows = [
        blocks.row([words.day(day), _moved(table, names, words)], (0, 1.0), ROOM)
        for day, table in facts.changed
    ]
    if not rows:
        rows = [blocks.paragraph(words("factsheet.changes.none"), ROOM)]
    return Section(words("factsheet.changes"), blocks.stack(rows, ROW_GAP))


def _moved(table: pd.DataFrame, names: pd.Series, words: Wording) -> str:
    moves = []
    for row in table.itertuples(index=False):
        ends = {"before": row.status_from, "after": row.status_to}
        ends = {name: words(f"status.{status}") for name, status in ends.items()}
        key = "factsheet.change.dated" if row.date else "factsheet.change"
        date = words.date(row.date) if row.date else ""
        moves.append(words(key, name=names[row.ags], date=date, **ends))
    return _cut(moves, MOST_CHANGED, words)


def _without(waiting: pd.DataFrame, most: int, stamp: Stamp, words: Wording) -> list[Section]:
    """Who is without and who acted last."""
    without = waiting[waiting["group"].eq("without")]
    if without.empty:
        return []
    rows = [_waits(row, words) for row in without.head(most).itertuples(index=False)]
    if rows:
        rows.insert(0, blocks.row(_heading(words), WAITING, ROOM, STRONG))
    if (more := len(without) - most) > 0:
        all_of_them = stamp._replace(page="ohne")
        further = words("factsheet.more", n=more, link=all_of_them.where(words))
        rows.append(blocks.paragraph(further, ROOM, url=all_of_them.link))
    title = words("factsheet.without", day=words.day(stamp.choice.day), n=len(without))
    return [Section(title, blocks.stack(rows, ROW_GAP))]


def _undetermined(waiting: pd.DataFrame, day: date, words: Wording) -> list[Section]:
    """Whose standing is undetermined."""
    undetermined = waiting[waiting["group"].eq("undetermined")]
    if undetermined.empty:
        return []
    names = _cut(by_name(undetermined["short_name"]), MOST_UNDETERMINED, words)
    note = blocks.paragraph(words("holdouts.note.undetermined"), ROOM, SMALL)
    listed = blocks.stack([blocks.paragraph(f"{names}.", ROOM), note], ROW_GAP)
    title = words("factsheet.undetermined", day=words.day(day), n=len(undetermined))
    return [Section(title, listed)]


def _heading(words: Wording) -> list[str]:
    names = ("name", "status", "act")
    return [
        *(words(f"holdouts.{name}") for name in names),
        words("table.date"),
        words("holdouts.days"),
    ]


def _waits(row: tuple, words: Wording) -> Block:
    """One district without a KIZ: its status, who acted last and how, when, days since."""
    status = label(row.status, row.body, row.kind, words)
    if pd.isna(row.act_event_id):
        cells = [row.short_name, status, words("holdouts.never"), "–", "–"]
    else:
        who = body(row.act_body, row.kind, words)
        act = words("holdouts.acted", event=words(f"event.{row.act_event}"), body=who)
        days = between(row.act_days_least, row.act_days_most, words)
        cells = [row.short_name, status, act, words.date(row.act_date), days]
    return blocks.row(cells, WAITING, ROOM)


def _cut(items: list[str], most: int, words: Wording) -> str:
    """An enumeration that counts what is beyond `most`."""
    shown = items[:most]
    if len(items) > most:
        shown.append(words("factsheet.questions.more", n=len(items) - most))
    return words.names(shown)
