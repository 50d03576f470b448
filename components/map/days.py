"""Any day of the atlas for the browser: what map, headline, legend and coverage say on it.

One file per definition and language. Nothing is decided in the browser: it looks up the
last day of the file up to the one that is asked for, and puts that day's name in.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pandas as pd

from adoption import series
from adoption.vocabulary import DEFINITIONS, GROUPS
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from components.facts import totals as totals_facts
from components.looks import legend, since, theme
from components.looks.look import HAS_FILLS, has_code, higher, named
from components.map import clock, svg
from components.map.key import key
from components.words import coverage, headline
from components.words.caveat import caveat
from components.words.citing import cited

#: Stands in a sentence for the day that the browser puts in.
DAY = "{day}"
#: More names than these are a number.
MOST_NAMES = 3
#: What the script says itself, in the order of its controls.
_SAID = (
    *("clock.play", "clock.pause", "clock.no_earlier", "clock.no_later", "clock.no_day"),
    *("clock.no_such_day", "clock.too_early", "clock.too_late", "clock.chosen"),
    *("district.source", "source.offline"),
)


def fills() -> dict[str, list[theme.Fill]]:
    """The fills of the three colourings, in the order of their codes."""
    return {"has": list(HAS_FILLS.values()), "status": theme.fills(), "since": since.fills()}


@lru_cache(maxsize=2 * len(DEFINITIONS))
def known_days(atlas: Atlas, definition: str, language: str) -> dict[str, object]:
    """The content of the file, made once; it is not to be changed."""
    return days(atlas, definition, Wording(language))


def days(atlas: Atlas, definition: str, words: Wording) -> dict[str, object]:
    """The content of the file.

    Returns `days` (ISO, ascending, from the first day of the atlas: those on which anything
    changes) and for each of them `heads` (sentence and detail, the day to be put in),
    `cover` (of the coverage: the place of its names in `covered`, its values), `few` (whether
    those without are named on the map), `moves` (what changed, and whether the groups did) and
    `changes` (pairs of a district and its new state). `states` has the distinct states of the
    districts: see `_state`.
    """
    known = atlas.known
    shown = _days(atlas, definition)
    districts = known.districts
    standings = [
        districts.merge(day, on="ags")
        for day in series.standings_on(atlas.changes, districts, shown, definition)
    ]
    reached = districts.merge(atlas.reached(definition), on="ags")
    dated = [since.periods(reached, day) for day in shown]
    states, rows = _states(atlas, standings, dated, definition, words)
    totals = [
        totals_facts.latest_total(known.totals, known.sources, day, definition) for day in shown
    ]
    heads = [
        headline.headline(*pair, DAY, definition, words)
        for pair in zip(standings, totals, strict=True)
    ]
    covered, cover = _cover(atlas, standings, shown, words)
    before = [rows[0][:0], *rows]
    return {
        "definition": definition,
        "language": words.language,
        "days": [day.isoformat() for day in shown],
        "heads": [[line.sentence, " ".join(line.detail)] for line in heads],
        "covered": covered,
        "cover": cover,
        "few": [bool(named(standing["group"]).any()) for standing in standings],
        "moves": _moves(standings, definition, words),
        "states": states,
        "sources": _sources(atlas, states, words),
        "changes": [
            [pair for pair in enumerate(now) if not old or old[pair[0]] != pair[1]]
            for old, now in zip(before, rows, strict=False)
        ],
        "fills": {
            name: [svg.paint(name, code, fill) for code, fill in enumerate(found)]
            for name, found in fills().items()
        },
        "marks": {name: [fill.mark for fill in found] for name, found in fills().items()},
        "inks": {name: [fill.ink for fill in found] for name, found in fills().items()},
        "keys": _keys(pd.concat(standings), pd.concat(dated), definition, words),
        "coverage": words("coverage.title") + ": " + words(f"definition.{definition}"),
        "names": districts["name"].tolist(),
        "shorts": districts["short_name"].tolist(),
        "ags": districts["ags"].tolist(),
        "cities": districts["kind"].eq("kreisfreie Stadt").tolist(),
        "near": _near(atlas),
        "axis": clock.axis(atlas, definition)._asdict(),
        "label": words("map.label", day=DAY, sentence="{sentence}"),
        "said": {name.partition(".")[2]: words(name, **_BLANKS.get(name, {})) for name in _SAID},
    }


#: The blanks that the script fills in itself.
_BLANKS = {
    "clock.no_day": {"text": "{text}"},
    "clock.no_such_day": {"text": "{text}"},
    "clock.too_early": {"first": "{first}"},
    "clock.too_late": {"last": "{last}"},
    "clock.chosen": {"name": "{name}", "told": "{told}"},
}


def _days(atlas: Atlas, definition: str) -> list[date]:
    """The days on which anything of the map, the headline or the coverage changes."""
    known = atlas.known
    totals = known.totals[known.totals["definition"].eq(definition)]
    counted = known.population["last_day"]
    found = {*atlas.changes["first_day"], *totals["last_day"].dt.date, *counted.dt.date}
    return sorted({FIRST_DAY, *(day for day in found if day > FIRST_DAY)})


def _states(
    atlas: Atlas,
    standings: list[pd.DataFrame],
    dated: list[pd.DataFrame],
    definition: str,
    words: Wording,
) -> tuple[list[list[object]], list[list[int]]]:
    """The distinct states, and for each day the place of each district's."""
    known = atlas.known
    events = known.events.set_index("id")
    places: dict[tuple, int] = {}
    states, rows = [], []
    for standing, since_when in zip(standings, dated, strict=True):
        late = since.latecomers(since_when)
        both = zip(
            standing.itertuples(index=False), since_when.itertuples(index=False), late, strict=True
        )
        row = []
        for now, came, is_late in both:
            period = since.code(came.place, came.crosses, came.begun)
            seen = (now.ags, now.group, now.status, now.possible_status, now.event_id, period)
            if seen not in places:
                places[seen] = len(states)
                proof = events.loc[now.event_id] if now.event_id else None
                label = " ".join(since.label(came)) if is_late else ""
                state = _state(now, proof, period, definition, words)
                states.append([*state, label])
            row.append(places[seen])
        rows.append(row)
    return states, rows


def _state(
    now: tuple,
    proof: pd.Series | None,
    period: int,
    definition: str,
    words: Wording,
) -> list[object]:
    """What is known of a district.

    Group, status, EDTF date of the proof, codes of the three colourings, the answer to "has it
    a KIZ?", how far it is and since when, what is doubtful, the key of the source; and after
    these what stands on the area of a latecomer on the map of "since when".
    """
    unsure = higher(now.status, now.possible_status)
    codes = [has_code(now.group, now.status), theme.code(now.status, unsure), period]
    possible = words(f"status.{now.possible_status}")
    doubts = [words("map.possibly", status=possible)] if unsure else []
    if proof is not None and (mark := caveat(proof["basis"], proof["confidence"], words)):
        doubts.append(mark)
    answer = words(f"answer.{now.group}.{definition}")
    dated, source = ("", "") if proof is None else (proof["date"], proof["source_id"])
    told = _told(now, proof, words)
    return [now.group, now.status, dated, codes, answer, told, "; ".join(doubts), source]


def _sources(
    atlas: Atlas, states: list[list[object]], words: Wording
) -> dict[str, tuple[str, str]]:
    """By key each source that a state names: in one line, and its address."""
    sources = atlas.known.sources.set_index("id")
    named = dict.fromkeys(state[7] for state in states if state[7])
    return {key: (cited(sources.loc[key], words), sources.loc[key, "url"]) for key in named}


def _told(now: tuple, proof: pd.Series | None, words: Wording) -> str:
    """How far it is: who refused, since when, or that nothing is known."""
    if proof is None:
        return words("told.unknown")
    dated = words.known(proof["date"])
    if now.status == "rejected":
        body = proof["body"]
        by = words(f"by.{body}.{now.kind}" if body == "council" else f"by.{body}")
        return words("told.rejected", by=by, date=dated)
    return words(f"told.{now.status}", date=dated)


def _moves(
    standings: list[pd.DataFrame], definition: str, words: Wording
) -> list[tuple[str, bool]]:
    """What changed on each day in a few words, and whether the groups did: empty for nothing."""
    found = [("", False)]
    for before, after in pairwise(standings):
        moved = after[after["group"].ne(before["group"])]
        counted = words(f"definition.{definition}")
        told = [
            words(f"move.{group}", names=_names(rows, words), counted=counted)
            for group in GROUPS
            if not (rows := moved[moved["group"].eq(group)]).empty
        ]
        by_status = after[after["status"].ne(before["status"])].groupby("status", sort=False)
        told = told or [
            words("move.status", names=_names(rows, words), status=words(f"status.{status}"))
            for status, rows in by_status
        ]
        found.append(("; ".join(told), not moved.empty))
    return found


def _names(rows: pd.DataFrame, words: Wording) -> str:
    if len(rows) > MOST_NAMES:
        return words("move.many", n=len(rows))
    return words.names(list(rows["short_name"]))


def _keys(
    standings: pd.DataFrame, dated: pd.DataFrame, definition: str, words: Wording
) -> dict[str, str]:
    """The legends of the three colourings as HTML, of all that occurs on any day; not counted."""
    keys = {}
    for name, (title, rows) in legends(standings, dated, DAY, definition, words).items():
        remark = words("since.of_these", n="{n}")
        bare = [
            row._replace(count=None, remark=remark if row.other else "")
            for row in legend.occurring(rows)
        ]
        keys[name] = str(key(name, title, bare))
    return keys


def legends(
    standings: pd.DataFrame, dated: pd.DataFrame, day: str, definition: str, words: Wording
) -> dict[str, tuple[str, list[legend.Row]]]:
    """By colouring the title of its legend and the rows; `dated` as `since.periods` gives it."""
    return {
        "has": (legend.has_title(day, definition, words), legend.has_rows(standings, words)),
        "status": (legend.status_title(day, words), legend.status_rows(standings, words)),
        "since": (legend.since_title(day, definition, words), legend.since_rows(dated, words)),
    }


def _cover(
    atlas: Atlas, standings: list[pd.DataFrame], shown: list[date], words: Wording
) -> tuple[list[list[str]], list[tuple[int, list[str]]]]:
    """The distinct names of the lines of the coverage; and for each day which, with its values."""
    population = atlas.known.population
    counted = set(population["last_day"].dt.date)
    names: list[list[str]] = []
    found: list[tuple[int, list[str]]] = []
    before = None
    for day, standing in zip(shown, standings, strict=True):
        groups = tuple(standing["group"])
        if groups != before or day in counted:
            lines = coverage.lines(standing, population, day, words)
            called, values = ([line[part] for line in lines] for part in (0, 1))
            if called not in names:
                names.append(called)
            latest, before = (names.index(called), values), groups
        found.append(latest)
    return names, found


def occurs(file: Mapping[str, Any], name: str, row: legend.Row) -> bool:
    """Whether the file's legend of this colouring has such a row on some day; of the map of
    "since when" only what is there on the day is shown.
    """
    codes = " ".join(map(str, row.codes))
    return name != "since" and (not codes or f'data-codes="{codes}"' in file["keys"][name])


def _near(atlas: Atlas) -> list[list[int]]:
    """For each district the places of its neighbours."""
    places = {ags: place for place, ags in enumerate(atlas.known.districts["ags"])}
    pairs = atlas.neighbours.groupby("ags")["neighbour"].agg(list)
    return [[places[other] for other in pairs.get(ags, [])] for ags in places]
