"""What changed between two days, as sentences and as the table of the page."""

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd

from adoption.vocabulary import STATUSES
from components.base.choice import Choice
from components.base.wording import Wording
from components.html.parts import Cell, caveat_html, cited_html, dossier_link, status_html
from components.html.sortable import table_html
from components.words.holdouts import body

COLUMNS = ("name", "before", "after", "kiz", "date", "event")


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


def sentences_html(told: list[tuple[str, str]]) -> str:
    """The sentences as a list, each with its label in bold."""
    items = (f"<li><strong>{escape(label)}:</strong> {escape(text)}</li>" for label, text in told)
    return f'<ul class="changes">{"".join(items)}</ul>'
