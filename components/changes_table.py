"""What changed between two days, as the rows of a file and as the table of the page."""

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd

from adoption.changes import CHANGE_COLUMNS, changes_between
from adoption.vocabulary import STATUSES
from components.caveat import caveat_html
from components.choice import Choice
from components.citing import cited_html
from components.holdouts_table import Cell, body, dossier_link, status_html
from components.sortable import table_html
from components.wording import Wording

CSV_COLUMNS = ["ags", "name", *CHANGE_COLUMNS[1:]]
COLUMNS = ("name", "before", "after", "kiz", "date", "event")


def changes_table(
    districts: pd.DataFrame,
    events: pd.DataFrame,
    first: date,
    last: date,
    definition: str,
    reading: str,
) -> pd.DataFrame:
    """The changes between two days for a file: the columns of CSV_COLUMNS, text only.

    `has_kiz_from` and `has_kiz_to` are `true` or `false` under the definition, `date` is
    EDTF as the source gives it.

    Raises
    ------
    ValueError
        As `adoption.changes.changes_between`.
    """
    table = changes_between(events, districts, first, last, definition, reading)
    table["name"] = table["ags"].map(districts.set_index("ags")["name"])
    for end in ("has_kiz_from", "has_kiz_to"):
        table[end] = table[end].map({True: "true", False: "false"})
    return table[CSV_COLUMNS]


def changes_html(
    changed: pd.DataFrame,
    after: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    first: date,
    choice: Choice,
    words: Wording,
) -> str:
    """The changes as a table: status before and after, and the event that brought it.

    Who came into the count or dropped out of it stands first, then the others, both in the
    order of what happened.
    """
    districts = after.set_index("ags", drop=False)
    events = tables["events"].set_index("id", drop=False)
    cited = tables["sources"].set_index("id")
    rows = []
    counts = changed["has_kiz_from"].eq(changed["has_kiz_to"])
    for row in changed.iloc[counts.argsort(kind="stable")].itertuples(index=False):
        district = districts.loc[row.ags]
        event = events.loc[row.event_id] if row.event_id else None
        rows.append(
            [
                (dossier_link(row.ags, district["name"], choice), district["name"]),
                *(_status(status, words) for status in (row.status_from, row.status_to)),
                (escape(words(f"changes.kiz.{_step(row)}")), None),
                *_event(event, district["kind"], cited, words),
            ]
        )
    days = {"first": words.day(first), "last": words.day(choice.day)}
    return table_html("changes", COLUMNS, rows, words, **days)


def _status(status: str, words: Wording) -> Cell:
    return status_html(status, words(f"status.{status}")), STATUSES.index(status)


def _step(row: tuple) -> str:
    """How the district came to be counted, or not: gained, dropped, kept, none."""
    steps = {(False, True): "gained", (True, False): "dropped", (True, True): "kept"}
    return steps.get((row.has_kiz_from, row.has_kiz_to), "none")


def _event(event: pd.Series | None, kind: str, cited: pd.DataFrame, words: Wording) -> list[Cell]:
    """Date, and what happened with its source; empty where a status went back to nothing."""
    if event is None:
        return [("–", ""), ("–", "")]
    mark = caveat_html(event["basis"], event["confidence"], words)
    acted = {"event": words(f"event.{event['event']}"), "body": body(event["body"], kind, words)}
    source = cited_html(cited.loc[event["source_id"]], words)
    happened = escape(words("holdouts.acted", **acted)) + mark
    happened += f'<span class="small">{source}</span>'
    return [(escape(words.known(event["date"])), f"{event['last_day']:%F}"), (happened, None)]
