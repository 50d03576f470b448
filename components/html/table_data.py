"""What the table of the 54 shows: words that never change, and the codes of a day."""

from datetime import date

import pandas as pd

from adoption.lasting import of_holders
from adoption.vocabulary import STATUSES
from components.base.wording import Wording
from components.looks import theme
from components.looks.look import more_possible
from components.words.caveat import caveat
from components.words.citing import cited
from components.words.lasting import age
from data.tables import Tables

COLUMNS = ("name", "kind", "region", "status", "date", "source", "confirmed")
#: Sentences that the browser fills in itself; their blanks stay as they are.
SAID = ("search", "sort", "possible")
BLANKS = {name: "{" + name + "}" for name in ("column", "status")}


def evidence(tables: Tables, confirmed: pd.DataFrame, words: Wording) -> dict[str, object]:
    """The words of every district and event, for the browser to fetch once.

    Returns `districts` (rows of ags, name, kind, Regierungsbezirk), `events` (in their
    order: date as known, first day, source, its address, caveat), `confirmed` (by district:
    date, first day, source and its address of what `Atlas.confirmed` has), `statuses` (label,
    fill and mark by code) and the table's own words.
    """
    districts, events, known = tables.districts, tables.events, tables.sources.set_index("id")
    marks = {"rejected": theme.REFUSED_MARK}
    return {
        "districts": [
            [row.ags, row.name, words(f"kind.{row.kind}"), row.regierungsbezirk]
            for row in districts.itertuples(index=False)
        ],
        "events": [
            [
                words.date(row.date),
                row.first_day.strftime("%Y-%m-%d"),
                _source(known.loc[row.source_id], words),
                known.loc[row.source_id, "url"],
                caveat(row.basis, row.confidence, words),
            ]
            for row in events.itertuples(index=False)
        ],
        "confirmed": {
            row.ags: [
                words.date(row.date),
                row.first_day.strftime("%Y-%m-%d"),
                _source(known.loc[row.source_id], words),
                known.loc[row.source_id, "url"],
            ]
            for row in confirmed.itertuples(index=False)
        },
        "statuses": [
            [words(f"status.{status}"), theme.STATUS_COLOURS[status], marks.get(status, "")]
            for status in STATUSES
        ],
        "columns": [words(f"table.{name}") for name in COLUMNS],
        "said": {
            **{name: words(f"table.{name}", **BLANKS) for name in SAID},
            "hits": words("table.hits", n=len(districts), hits="{n}"),
        },
    }


def codes(standings: pd.DataFrame, events: pd.DataFrame) -> list[list[int]]:
    """One row per district: status, place of its event or -1, the possible status if higher."""
    rank = {status: place for place, status in enumerate(STATUSES)}
    place = {event: place for place, event in enumerate(events["id"])}
    rows = []
    for row, unsure in zip(standings.itertuples(), more_possible(standings), strict=True):
        more = [rank[row.possible_status]] if unsure else []
        rows.append([rank[row.status], place.get(row.event_id, -1), *more])
    return rows


def ages(standings: pd.DataFrame, confirmed: pd.DataFrame, now: date, words: Wording) -> list[str]:
    """How long ago the KIZ of each district was shown last; empty where there is none on the day,
    or no text shows it.
    """
    dates = of_holders(confirmed, standings)["date"]
    return [age(dates[ags], now, words) if ags in dates else "" for ags in standings["ags"]]


def _source(source: pd.Series, words: Wording) -> str:
    """The source in one line, and that it is not online where it has no address."""
    line = cited(source, words)
    return line if source["url"] else f"{line} · {words('source.offline')}"
