"""What leaves the page: the table of a day, the same for page and command line."""

from datetime import date

import pandas as pd

from adoption.status import status_on
from components.facts.sources import citation

#: What `export.py status` prints; scripts rely on these columns and their order.
STATUS_COLUMNS = [
    "ags",
    "name",
    "kind",
    "regierungsbezirk",
    "status",
    "has_kiz",
    "since",
    "event_id",
    "source",
    "source_url",
]


def status_table(
    districts: pd.DataFrame,
    events: pd.DataFrame,
    sources: pd.DataFrame,
    day: date,
    definition: str,
    reading: str,
) -> pd.DataFrame:
    """The status of every district at the end of `day`, each with the source that says so.

    Returns 54 rows in the order of `districts` and the columns of STATUS_COLUMNS, then
    `basis` and `confidence`: `has_kiz` is `true` or `false` under the definition, `since`
    the EDTF date of the event that proves the status, `basis` and `confidence` how well it
    does, `source` its publisher, title and date ("nicht online" is an empty `source_url`).
    What is told of the event is empty where nothing is known.
    """
    standings = status_on(events, districts, day, reading)
    proof = events[["id", "basis", "confidence", "source_id"]]
    evidence = proof.merge(sources, left_on="source_id", right_on="id")
    cited = evidence.set_index("id_x")
    table = districts.merge(standings, on="ags")
    table["has_kiz"] = table[definition].map({True: "true", False: "false"})
    known = table["event_id"].ne("")
    citations = cited.apply(citation, axis=1)
    for name in ("basis", "confidence"):
        table[name] = table["event_id"].map(cited[name]).where(known, "")
    table["source"] = table["event_id"].map(citations).where(known, "")
    table["source_url"] = table["event_id"].map(cited["url"]).where(known, "")
    return table[[*STATUS_COLUMNS, "basis", "confidence"]]
