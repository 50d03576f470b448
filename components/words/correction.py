"""The text with which a reader reports a correction: filled in as far as the atlas knows it."""

import pandas as pd

from components.base.choice import Problem
from components.base.wording import Wording
from components.words.citing import cited


def correction_text(
    district: pd.Series,
    event: pd.Series | None,
    sources: pd.DataFrame,
    version: str,
    words: Wording,
) -> str:
    """A letter in plain text, to be completed by the reader.

    Parameters
    ----------
    district
        Its row of the districts.
    event
        The row of the event that is wrong, or None: one is missing.
    sources
        All sources; those of the event are cited with their addresses.
    version
        The data version, so that the correction can be traced.
    """
    lines = [words("correction.subject"), ""]
    lines.append(words("correction.district", name=district["name"], ags=district["ags"]))
    lines += _missing(words) if event is None else _recorded(event, sources, words)
    lines += [words("correction.version", version=version), ""]
    wrong = "correction.right" if event is not None else "correction.happened"
    return "\n".join([*lines, words(wrong), words("correction.proof")])


def asked_event(named: str, ags: str, events: pd.DataFrame) -> tuple[str, Problem | None]:
    """The event that the address names, if the district has it; else empty and what is wrong."""
    of_district = events.loc[events["ags"] == ags, "id"]
    if not named or named in set(of_district):
        return named, None
    example = of_district.iloc[0] if len(of_district) else events["id"].iloc[0]
    right = {"ags": example.split("-")[0], "example": example}
    return "", Problem("problem.ereignis", {"value": named, **right})


def event_label(event: tuple, words: Wording) -> str:
    """An event in one line: date as known, what happened, who acted."""
    parts = [words.date(event.date), words(f"event.{event.event}"), words(f"body.{event.body}")]
    return " · ".join(parts)


def _missing(words: Wording) -> list[str]:
    return [words("correction.event", id=words("correction.new"))]


def _recorded(event: pd.Series, sources: pd.DataFrame, words: Wording) -> list[str]:
    """What the atlas says of the event, with every source."""
    cited_sources = sources.set_index("id")
    summary = event[f"summary_{words.language}"]
    lines = [
        words("correction.event", id=event["id"]),
        words("correction.says", event=event_label(event, words), summary=summary),
        words(
            "correction.certainty",
            level=words(f"confidence.{event['confidence']}"),
            basis=words(f"basis.{event['basis']}"),
        ),
    ]
    for source_id in [event["source_id"], *event["further_source_ids"].split()]:
        source = cited_sources.loc[source_id]
        address = source["url"] or words("source.offline")
        lines.append(words("correction.source", source=cited(source, words), address=address))
    return lines
