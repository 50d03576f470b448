"""The first page of an edition: map with its time, who is without, the table of the 54."""

import json

import htpy as h
import pandas as pd

from adoption.lasting import of_holders
from adoption.vocabulary import GROUPS, STATUSES
from components.base.links import TABLE
from components.base.wording import Wording
from components.facts.holdouts import Holdouts, holdouts
from components.html import parts, sortable, table_facts
from components.html.german import german
from components.html.holdouts import listing
from components.html.sortable import UNKNOWN, Cell
from components.html.table_data import COLUMNS
from components.looks.look import more_possible
from components.words import citing
from edition import frame, moving, takeaway
from edition.links import PageLinks
from edition.model import ASSETS, Page
from edition.preview import About

TABLES = f"{ASSETS}tables.js"


def html(page: Page) -> bytes:
    """The whole page."""
    words = page.words
    body = [
        h.a(".skip", href=f"#{TABLE}")[words("edition.skip.map")],
        moving.whole(page),
        h.p(".hint")[words("edition.map.hint")],
        _waiting(page),
        _table(page),
        takeaway.most(page),
    ]
    scripts = (*moving.scripts(words.language), TABLES)
    about = About(words("title"), page.line.sentence, page.line.detail)
    return frame.document(page, about, body, scripts)


def _waiting(page: Page) -> list[h.Element]:
    """Who is without a KIZ on the day, then whose standing is undetermined."""
    edition = page.edition
    lists = holdouts(edition.atlas, edition.choice.day, edition.choice.definition)
    groups = {"without": lists.without, "undetermined": lists.undetermined}
    return [_group(page, name, rows, lists) for name, rows in groups.items() if len(rows)]


def _group(page: Page, group: str, rows: pd.DataFrame, lists: Holdouts) -> h.Element:
    words, day = page.words, page.edition.choice.day
    tools = _tools(page, group, words("holdouts.search"), len(rows))
    return h.section(".list", data_tools=tools)[
        h.h2(id=group)[words(f"holdouts.list.{group}", day=words.day(day))],
        h.p(".part")[words(f"holdouts.note.{group}", first="", day=words.day(day))],
        listing(rows, lists, PageLinks(page), words),
    ]


def _table(page: Page) -> h.Element:
    """All 54, each with the source of its status."""
    edition, words, choice = page.edition, page.words, page.edition.choice
    standings, tables = edition.standings, edition.atlas.tables
    rows = standings.assign(unsure=more_possible(standings))
    proofs, cited = tables.events.set_index("id"), tables.sources.set_index("id")
    shown = of_holders(edition.atlas.confirmed, standings)
    cells = [
        [*_row(row, proofs, cited, page), _confirmed(row, shown, cited, words)]
        for row in rows.itertuples(index=False)
    ]
    tools = _tools(page, TABLE, words("table.search"), len(rows))
    return h.section(".all", id=TABLE, data_tools=tools)[
        h.h2[words("table.title", of=len(standings))],
        sortable.table("table", COLUMNS, cells, words, by="name", day=words.day(choice.day)),
    ]


def _tools(page: Page, key: str, search: str, rows: int) -> str:
    """What the script writes above the table `key`; without it the table just stands."""
    edition, words = page.edition, page.words
    file = table_facts.file(key, edition.choice, edition.atlas.version, table_facts.SCOPE, words)
    tools = {"key": key, **sortable.said(search, rows, words), **file}
    return json.dumps(tools, ensure_ascii=False)


def _row(row: tuple, proofs: pd.DataFrame, cited: pd.DataFrame, page: Page) -> list[Cell]:
    words = page.words
    date = source = Cell("", UNKNOWN)
    if row.event_id:
        proof = proofs.loc[row.event_id]
        mark = parts.caveat(proof["basis"], proof["confidence"], words)
        date = Cell([words.date(row.since), mark], (proof["first_day"], proof["last_day"]))
        source = Cell(parts.cited(cited.loc[proof["source_id"]], words))
    group, kind = words(f"table.group.{row.group}"), words(f"kind.{row.kind}")
    status, region = words(f"status.{row.status}"), row.regierungsbezirk
    return [
        Cell(parts.district_link(row.ags, row.name, PageLinks(page), words), row.name),
        Cell(group, GROUPS.index(row.group), (row.group, group)),
        Cell(kind, kind, (row.kind, kind)),
        Cell(german(region, words), region, (region, region)),
        Cell(_status(row, words), STATUSES.index(row.status), (row.status, status)),
        date,
        source,
    ]


def _confirmed(row: tuple, shown: pd.DataFrame, cited: pd.DataFrame, words: Wording) -> Cell:
    """When the KIZ was shown last, where there is one on the day or may be."""
    if row.ags not in shown.index:
        return Cell("", UNKNOWN)
    last = shown.loc[row.ags]
    source, date = cited.loc[last["source_id"]], words.date(last["date"])
    line = parts.located(date, source["url"], words, citing.cited(source, words))
    return Cell(line, (last["first_day"], last["last_day"]))


def _status(row: tuple, words: Wording) -> h.Node:
    status = parts.status(row.status, words(f"status.{row.status}"))
    if not row.unsure:
        return status
    possible = words("table.possible", status=words(f"status.{row.possible_status}"))
    return [status, parts.small(possible)]
