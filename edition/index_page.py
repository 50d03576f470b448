"""The first page of an edition: map with its time, who is without, the table of the 54."""

from html import escape

import pandas as pd

from adoption import holdouts
from adoption.vocabulary import STATUSES
from components.facts import people as people_facts
from components.html import holdouts as holdouts_html
from components.html import parts as parts_html
from components.html.parts import caveat_html, cited_html
from components.html.sortable import table_html
from components.looks.look import more_possible
from edition import frame, links, moving, takeaway
from edition.model import ASSETS, Page

NAME = "index.html"
TABLES = f"{ASSETS}tables.js"
#: Where the table of the 54 stands in the page.
TABLE = "tabelle"
COLUMNS = ("name", "kind", "region", "status", "date", "source")


def html(page: Page) -> bytes:
    """The whole page."""
    words = page.words
    skip, hint = escape(words("edition.skip.map")), escape(words("edition.map.hint"))
    body = (
        f'<a class="skip" href="#{TABLE}">{skip}</a>{moving.html(page, f"#{TABLE}")}'
        f'<p class="hint">{hint}</p>{_waiting(page)}{_table(page)}{takeaway.html(page)}'
    )
    scripts = (*moving.scripts(words.language), TABLES)
    return frame.document(page, words("title"), body, ("", ""), scripts)


def _waiting(page: Page) -> str:
    """Who is without a KIZ on the day, then whose standing is undetermined."""
    edition, words = page.edition, page.words
    known, choice = edition.atlas.known, edition.choice
    days = edition.atlas.reached(choice.definition)
    table = holdouts.workbench(
        edition.standings, known.events, edition.atlas.neighbours, days, choice.day
    )
    waiting = holdouts.holdouts(table)
    people = people_facts.on_day(edition.atlas, choice.day)
    parts = []
    for group in ("without", "undetermined"):
        rows = waiting[waiting["group"].eq(group)]
        if rows.empty:
            continue
        told = {"day": words.day(choice.day)}
        title = escape(words(f"holdouts.list.{group}", **told))
        note = escape(words(f"holdouts.note.{group}", first="", **told))
        listed = holdouts_html.list_html(rows, people, edition.spoken(words), words)
        parts.append(
            f'<section class="list"><h2 id="{group}">{title}</h2><p class="part">{note}</p>'
            f"{links.local(listed, page)}</section>"
        )
    return "".join(parts)


def _table(page: Page) -> str:
    """All 54, each with the source of its status."""
    edition, words = page.edition, page.words
    standings = edition.standings
    told = {"of": len(standings), "day": words.day(edition.choice.day)}
    rows = standings.assign(unsure=more_possible(standings)).sort_values("short_name")
    known = edition.atlas.known
    proofs, cited = known.events.set_index("id"), known.sources.set_index("id")
    cells = [_row(row, proofs, cited, page) for row in rows.itertuples(index=False)]
    table = table_html("table", COLUMNS, cells, words, day=told["day"])
    search = escape(words("table.search"))
    hits = escape(words("table.hits", n="{n}", of="{of}"))
    return (
        f'<section class="all" id="{TABLE}"><h2>{escape(words("table.title", of=told["of"]))}</h2>'
        f'<p class="tools" hidden data-hits="{hits}"><label><span>{search}</span> '
        f'<input type="search" autocomplete="off"></label> <output></output></p>{table}</section>'
    )


def _row(
    row: tuple, proofs: pd.DataFrame, cited: pd.DataFrame, page: Page
) -> list[parts_html.Cell]:
    words = page.words
    date, source = ("", ""), ("", "")
    if row.event_id:
        proof = proofs.loc[row.event_id]
        mark = caveat_html(proof["basis"], proof["confidence"], words)
        date = (escape(words.known(row.since)) + mark, proof["first_day"].strftime("%Y-%m-%d"))
        source = (cited_html(cited.loc[proof["source_id"]], words), None)
    return [
        (links.link(row.name, page.district(row.ags)), row.name),
        (escape(words(f"kind.{row.kind}")), None),
        (escape(row.regierungsbezirk), None),
        (_status(row, page), STATUSES.index(row.status)),
        date,
        source,
    ]


def _status(row: tuple, page: Page) -> str:
    words = page.words
    told = parts_html.status_html(row.status, words(f"status.{row.status}"))
    if not row.unsure:
        return told
    possible = words("table.possible", status=words(f"status.{row.possible_status}"))
    return f'{told}<span class="small">{escape(possible)}</span>'
