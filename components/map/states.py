"""What is known of the districts in the course of time, each distinct state once."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from components.base.outside import safe_url
from components.base.wording import Wording
from components.looks import since, theme
from components.looks.look import has_code, higher
from components.map.course import Course
from components.words import citing
from components.words.caveat import caveat


class State(NamedTuple):
    """What is known of a district, in the order in which the script reads it.

    `since` is the EDTF date of the proof, `codes` are those of the three colourings, `answer`
    is the one to "has it a KIZ?", `progress` how far it is and since when, `doubt` what is
    doubtful, `source` its key; `late` stands on the area of a latecomer on the map of "since
    when".
    """

    group: str
    status: str
    since: str
    codes: list[int]
    answer: str
    progress: str
    doubt: str
    source: str
    late: str


class _Now(NamedTuple):
    """What a state is told from of a row of standings."""

    ags: str
    kind: str
    group: str
    status: str
    possible_status: str
    event_id: str


def states(course: Course, words: Wording) -> tuple[list[State], list[list[int]]]:
    """The distinct states, and for each day the place of each district's."""
    proofs = course.atlas.tables.events.set_index("id")
    places: dict[tuple, int] = {}
    distinct: list[State] = []
    rows = []
    for standings, dated in zip(course.standings, course.dated, strict=True):
        row = []
        for now, period, late in _districts(standings, dated):
            seen = (now.ags, now.group, now.status, now.possible_status, now.event_id, period)
            place = places.setdefault(seen, len(distinct))
            if place == len(distinct):
                proof = proofs.loc[now.event_id] if now.event_id else None
                answer = words(f"answer.{now.group}.{course.definition}")
                distinct.append(_state(now, period, proof, answer, words)._replace(late=late))
            row.append(place)
        rows.append(row)
    return distinct, rows


def sources(
    course: Course, distinct: list[State], words: Wording
) -> dict[str, tuple[str, str, str]]:
    """By key each source that a state names: publisher and title, the date behind them, and the
    address that it links to.
    """
    cites = course.atlas.tables.sources.set_index("id")
    keys = dict.fromkeys(state.source for state in distinct if state.source)
    return {key: _cited(cites.loc[key], words) for key in keys}


def _cited(source: pd.Series, words: Wording) -> tuple[str, str, str]:
    return citing.named(source), citing.dated(source, words), safe_url(source["url"])


def _districts(standings: pd.DataFrame, dated: pd.DataFrame) -> Iterator[tuple[_Now, int, str]]:
    """Each row with its code on the map of "since when" and what stands on it there."""
    late = dated[since.latecomers(dated)].itertuples(index=False)
    labels = {row.ags: " ".join(since.label(row)) for row in late}
    rows = map(_Now, *(standings[name] for name in _Now._fields))
    periods = map(since.code, dated["place"], dated["crosses"], dated["begun"])
    for now, period in zip(rows, periods, strict=True):
        yield now, period, labels.get(now.ags, "")


def _state(now: _Now, period: int, proof: pd.Series | None, answer: str, words: Wording) -> State:
    """The state of a district that is no latecomer."""
    unsure = higher(now.status, now.possible_status)
    codes = [has_code(now.group, now.status), theme.code(now.status, unsure), period]
    possible = words(f"status.{now.possible_status}")
    doubts = [words("map.possibly", status=possible)] if unsure else []
    if proof is not None and (mark := caveat(proof["basis"], proof["confidence"], words)):
        doubts.append(mark)
    dated, source = ("", "") if proof is None else (proof["date"], proof["source_id"])
    progress = _progress(now, proof, words)
    return State(
        now.group, now.status, dated, codes, answer, progress, "; ".join(doubts), source, late=""
    )


def _progress(now: _Now, proof: pd.Series | None, words: Wording) -> str:
    """How far it is: who refused, since when, or that nothing is known."""
    if proof is None:
        return words("told.unknown")
    dated = words.date(proof["date"])
    if now.status == "rejected":
        body = proof["body"]
        by = words(f"by.{body}.{now.kind}" if body == "council" else f"by.{body}")
        return words("told.rejected", by=by, date=dated)
    return words(f"told.{now.status}", date=dated)
