"""The rules on sources: every one is cited, known, named once, and tells of what has been."""

from collections.abc import Iterator

import pandas as pd

from adoption.dates import DateError, event_span, span
from data.findings import Finding, Findings, rule
from data.keys import Frames, naming, unknown
from data.nearest import nearest

#: The tables that cite sources, and the column that says when what they cite them for was so.
CITING = {
    "events": "date",
    "confirmations": "date",
    "totals": "date",
    "population": "date",
    "milestones": "date",
    "centres": "as_of",
    "status_lists": "date",
    "days": None,
}


@rule("sources", *CITING)
def sources_are_cited(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every source is cited by a row of some table."""
    named = naming({"sources": sources, **dict(zip(CITING, citing, strict=True))}, "sources")
    known = set(sources["id"])
    for line, id in sources["id"].items():
        if named[id] or not id:
            continue
        if near := [
            other for other in named if other and other not in known and nearest(other, [id])
        ]:
            text = f'is cited by no row, but "{near[0]}" is: correct that there, not here'
        else:
            text = "is cited by no row, the one that cited it is gone or cites another; restore "
            text += "that row (git diff shows it), or delete the source if nothing rests on it"
        yield Finding("sources", line, f'"{id}" {text}')


@rule("sources", *CITING)
def further_sources_are_known(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every further source is in the table of the sources."""
    frames = {"sources": sources, **dict(zip(CITING, citing, strict=True))}
    known = set(sources["id"])
    for name, line, _, further in _citations(frames):
        for id in further:
            if id not in known:
                text = unknown(frames, "further source", id, "sources", ())
                yield Finding(name, line, text)


@rule("sources", *CITING)
def sources_are_named_once(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """A row names each of its sources once."""
    for name, line, first, further in _citations(dict(zip(CITING, citing, strict=True))):
        named = [first, *further]
        for id in dict.fromkeys(id for id in named if named.count(id) > 1):
            text = f'further_source_ids names "{id}" a second time; delete it there'
            yield Finding(name, line, text)


@rule("sources", *CITING)
def sources_tell_of_what_has_been(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """No source is older than what it is cited for, unless the row has a note on it.

    A plan is announced before; a day to jump to is chosen after its sources.
    """
    published = dict(zip(sources["id"], sources["published"], strict=True))
    for name, frame in zip(CITING, citing, strict=True):
        if CITING[name]:
            for line, row in frame.iterrows():
                for id in _older(row, CITING[name], published):
                    text = f'{CITING[name]} "{row[CITING[name]]}" lies after the day on which '
                    text += f'"{id}" was published ({published[id]}); {_repair(frame)}'
                    yield Finding(name, line, text)


def _repair(frame: pd.DataFrame) -> str:
    if "event" in frame:
        return "correct the date, write planned for what was expected, or say why in the notes"
    return "correct the date" + (", or say why in the notes" if "note_de" in frame else "")


def _citations(frames: Frames) -> Iterator[tuple[str, int, str, list[str]]]:
    """Table, line, source and further sources of every row that may have such."""
    for name, frame in frames.items():
        if "further_source_ids" in frame:
            cells = zip(frame["source_id"], frame["further_source_ids"], strict=True)
            for line, (first, further) in zip(frame.index, cells, strict=True):
                yield name, line, first, further.split()


def _older(row: pd.Series, column: str, published: dict[str, str]) -> Iterator[str]:
    if not row[column] or row.get("note_de") or row.get("event") == "planned":
        return
    ids = [row["source_id"], *row.get("further_source_ids", "").split()]
    try:
        text = row[column]
        first = event_span(text, row["event"])[0] if "event" in row else span(text)[0]
        for id in dict.fromkeys(ids):
            if first and published.get(id) and span(published[id]).last < first:
                yield id
    except DateError:
        return
