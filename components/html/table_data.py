"""What the table of the 54 shows: words that never change, and the codes of a day."""

from datetime import date

import pandas as pd

from adoption.lasting import of_holders
from adoption.vocabulary import GROUPS, STATUSES
from components.base.outside import safe_url
from components.base.wording import Wording
from components.html import sortable
from components.html.sortable import Column
from components.looks import theme
from components.looks.look import more_possible
from components.words import citing
from components.words.caveat import caveat
from components.words.lasting import age
from data.tables import Tables

COLUMNS = (
    Column("name"),
    Column("group", "order", facet=True),
    Column("kind", facet=True),
    Column("region", facet=True),
    Column("status", "order", facet=True),
    Column("date", "day"),
    Column("source"),
    Column("confirmed", "day"),
)


def evidence(tables: Tables, confirmed: pd.DataFrame, words: Wording) -> dict[str, object]:
    """The words of every district and event, for the browser to fetch once.

    Returns `districts` (rows of ags, name, kind and its words, Regierungsbezirk),
    `events` (in their order: date as known, its days, source, its address, caveat), `confirmed`
    (by district: date, its days, source and its address of what `Atlas.confirmed` has; a source
    is what is German of it, and the rest),
    `statuses` (label, fill and mark by code), `groups` (label by code), `columns` (as
    `sortable.Column`, with the groups of facets that stay the same) and what the tools say.
    """
    districts, events, known = tables.districts, tables.events, tables.sources.set_index("id")
    marks = {"rejected": theme.REFUSED_MARK}
    groups = [words(f"table.group.{group}") for group in GROUPS]
    return {
        "districts": [
            [row.ags, row.name, row.kind, words(f"kind.{row.kind}"), row.regierungsbezirk]
            for row in districts.itertuples(index=False)
        ],
        "events": [
            [
                words.date(row.date),
                f"{row.first_day:%F} {row.last_day:%F}",
                _source(known.loc[row.source_id], words),
                safe_url(known.loc[row.source_id, "url"]),
                caveat(row.basis, row.confidence, words),
            ]
            for row in events.itertuples(index=False)
        ],
        "confirmed": {
            row.ags: [
                words.date(row.date),
                f"{row.first_day:%F} {row.last_day:%F}",
                _source(known.loc[row.source_id], words),
                safe_url(known.loc[row.source_id, "url"]),
            ]
            for row in confirmed.itertuples(index=False)
        },
        "statuses": [
            [words(f"status.{status}"), theme.STATUS_COLOURS[status], marks.get(status, "")]
            for status in STATUSES
        ],
        "groups": groups,
        "columns": [
            {**column._asdict(), "label": words(f"table.{column.name}")} for column in COLUMNS
        ],
        "possible": words("table.possible", status="{status}"),
        "said": sortable.said(words("table.search"), len(districts), words),
    }


def codes(standings: pd.DataFrame, events: pd.DataFrame) -> list[list[int]]:
    """One row per district: group, status, place of its event or -1, the possible status if
    higher.
    """
    rank = {status: place for place, status in enumerate(STATUSES)}
    place = {event: place for place, event in enumerate(events["id"])}
    rows = []
    for row, unsure in zip(standings.itertuples(), more_possible(standings), strict=True):
        more = [rank[row.possible_status]] if unsure else []
        rows.append([GROUPS.index(row.group), rank[row.status], place.get(row.event_id, -1), *more])
    return rows


def ages(standings: pd.DataFrame, confirmed: pd.DataFrame, now: date, words: Wording) -> list[str]:
    """How long ago the KIZ of each district was shown last; empty where there is none on the day,
    or no text shows it.
    """
    dates = of_holders(confirmed, standings)["date"]
    return [age(dates[ags], now, words) if ags in dates else "" for ags in standings["ags"]]


def _source(source: pd.Series, words: Wording) -> tuple[str, str]:
    """Publisher and title, which are German; then the date, and why it is no link where it is
    none.
    """
    named, dated = citing.named(source), citing.dated(source, words)
    if safe_url(source["url"]):
        return named, dated
    return named, f"{dated} · {source['url'] or words('source.offline')}"
