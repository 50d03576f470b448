"""What the table of the 54 shows: words that never change, and the codes of a day."""

import pandas as pd

from adoption.vocabulary import STATUSES
from components.exports import citation
from components.figures.map import more_possible
from components.wording import Wording


def evidence(
    districts: pd.DataFrame, events: pd.DataFrame, sources: pd.DataFrame, words: Wording
) -> dict[str, object]:
    """The words of every district and event, for the browser to fetch once.

    Returns `districts` (rows of ags, name, kind, Regierungsbezirk), `events` (by id: date as
    known, who acted, source, its address, caveat) and `statuses` (label by code).
    """
    cited = sources.set_index("id")
    return {
        "districts": [
            [row.ags, row.name, words(f"kind.{row.kind}"), row.regierungsbezirk]
            for row in districts.itertuples(index=False)
        ],
        "events": {
            row.id: [
                words.known(row.date),
                row.first_day.strftime("%Y-%m-%d"),
                words(f"body.{row.body}"),
                citation(cited.loc[row.source_id]),
                cited.loc[row.source_id, "url"],
                caveat(row.basis, row.confidence, words),
            ]
            for row in events.itertuples(index=False)
        },
        "statuses": [words(f"status.{status}") for status in STATUSES],
    }


def codes(standings: pd.DataFrame) -> list[list[object]]:
    """One row per district: ags, status code, possible status code or -1, event id."""
    rank = {status: place for place, status in enumerate(STATUSES)}
    unsure = more_possible(standings)
    possible = standings["possible_status"].map(rank).where(unsure, -1)
    columns = [standings["ags"], standings["status"].map(rank), possible, standings["event_id"]]
    return [list(row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def caveat(basis: str, confidence: str, words: Wording) -> str:
    """The mark for what is not proved directly: derived, or of low confidence; else empty."""
    if basis == "derived":
        return words("caveat.derived")
    return words("caveat.low") if confidence == "low" else ""
