"""The rules on sources: every one is cited, known, named once, and tells of what has been."""

import re
from collections.abc import Iterator
from contextlib import suppress

import pandas as pd

from adoption.dates import DateError, event_span, span
from data.findings import Finding, Findings, Row, by_line, rule
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
    "plates": None,
}
#: The date that the id of a source ends in, before the letter that makes it unique.
_DATED = re.compile(r".*?-(\d{4}(?:-\d{2}){0,2})(?:-[a-z])?")


@rule("sources", *CITING)
def sources_are_cited(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every source is cited by a row of some table."""
    named = naming(dict(zip(CITING, citing, strict=True)), "sources")
    known = set(sources["id"])
    for line, id in sources["id"].items():
        if named[id] or not id:
            continue
        unknown_ids = [other for other in named if other and other not in known]
        near = next((other for other in unknown_ids if nearest(other, [id])), None)
        yield Finding("sources", line, f'"{id}" is cited by no row, {_lost(near, named[near])}')


@rule("sources", *CITING)
def further_sources_are_known(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Every further source is in the table of the sources."""
    frames: Frames = {"sources": sources, **dict(zip(CITING, citing, strict=True))}
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
def sources_are_of_the_date_in_their_id(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """Where the id of a source ends in a date, that is when it was published. An id that no row
    cites may itself be wrong.
    """
    named = naming(dict(zip(CITING, citing, strict=True)), "sources")
    for line, row in by_line(sources[sources["id"].isin(named)]):
        if not _agrees(row["id"], row["published"]):
            text = f'published "{row["published"]}" is not the date in the id; write '
            yield Finding("sources", line, text + _DATED.fullmatch(row["id"])[1])


@rule("sources", *CITING)
def sources_tell_of_what_has_been(sources: pd.DataFrame, *citing: pd.DataFrame) -> Findings:
    """No source is older than what it is cited for, unless the row has a note on it.

    A plan is announced before; a day to jump to is chosen after its sources; a plate has no date.
    """
    pairs = zip(sources["id"], sources["published"], strict=True)
    published = {id: day for id, day in pairs if _agrees(id, day)}
    for name, frame in zip(CITING, citing, strict=True):
        if CITING[name]:
            for line, row in by_line(_without_excuse(frame)):
                for id in _older(row, CITING[name], published):
                    text = f'{CITING[name]} "{row[CITING[name]]}" lies after the day on which '
                    text += f'"{id}" was published ({published[id]}); {_repair(frame)}'
                    yield Finding(name, line, text)


def _lost(near: str | None, rows: int) -> str:
    """Repair of a source that no row cites: what several rows cite instead is right, what one
    row cites is a slip there.
    """
    if near is None:
        text = "the one that cited it is gone or cites another; restore that row (git diff shows "
        return f"{text}it), or delete the source if nothing rests on it"
    if rows > 1:
        return f'but {rows} rows cite "{near}", which is not here; write {near}'
    return f'but "{near}" is, which is not here; correct it there, not here'


def _agrees(id: str, published: str) -> bool:
    dated = _DATED.fullmatch(id)
    return not dated or published.startswith(dated[1])


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


def _without_excuse(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that have no note and are no plans."""
    if "note_de" in frame:
        frame = frame[frame["note_de"] == ""]
    return frame[frame["event"] != "planned"] if "event" in frame else frame


def _older(row: Row, column: str, published: dict[str, str]) -> Iterator[str]:
    """The sources of a row that were published before the first day of its date."""
    ids = [row["source_id"], *row.get("further_source_ids", "").split()]
    dated = [id for id in dict.fromkeys(ids) if published.get(id)]
    with suppress(DateError):
        text = row[column]
        # An empty one, `as_of` of an undated seat, is no date either.
        first = event_span(text, row["event"]).first if "event" in row else span(text).first
        yield from (id for id in dated if first and span(published[id]).last < first)
