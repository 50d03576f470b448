"""The factsheet of one district: one page A4, always one.

What does not fit is left out in this order: the notes on the events, the second and further
sources of each ("+2"), then the oldest of the newest eight; "weitere n" counts them and leads
to the page that shows all.
"""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts.dossier import Wait
from components.facts.people import People
from components.looks.look import more_possible
from components.printed import factsheet_events as listing
from components.printed import factsheet_figures, factsheet_page
from components.printed import factsheet_text as text
from components.printed.factsheet_figures import Nearby
from components.printed.factsheet_map import Locator
from components.printed.factsheet_page import ROOM, Badge, Columns, Section
from components.printed.factsheet_text import TEXT, Block, Part
from components.printed.factsheet_timeline import Timeline
from components.printed.sheet import Sheet, finished
from components.words.caveat import caveat
from components.words.headline import Headline
from components.words.holdouts import body

#: The newest events that are told at most.
NEWEST = 8
MAP_WIDTH = 2.0
#: Beside the map.
ASIDE = MAP_WIDTH + 0.28


@dataclass(frozen=True, eq=False)
class Known:
    """What is known of one district, as the makers of its page give it.

    `standing` is its row of `standings` (all districts on the day), `areas` as
    `components.figures.multiples.simplified` returns them, `events` as
    `factsheet_events.numbered` does, `rank` its sentence, `waits` over `of_kind` districts,
    `questions` what is open, each in words; `later` whether anything in the atlas came
    after the day.
    """

    standing: pd.Series
    standings: pd.DataFrame
    areas: gpd.GeoDataFrame
    line: Headline
    events: pd.DataFrame
    sources: pd.DataFrame
    people: People
    centre: pd.Series | None
    rank: str
    waits: list[Wait]
    of_kind: int
    nearby: Nearby
    questions: list[str]
    later: bool


def pdf(known: Known, stamp: Stamp, words: Wording) -> bytes:
    """The page as a PDF; the same input gives the same bytes."""
    return finished(sheet(known, stamp, words), "pdf", stamp, words)


def sheet(known: Known, stamp: Stamp, words: Wording) -> Sheet:
    """The page as a drawing."""
    notes = [words("factsheet.note")] if known.later else []
    foot = factsheet_page.foot(" ".join([*notes, words("factsheet.ranges")]), stamp, words)
    above = [
        factsheet_page.head(
            known.standing["name"],
            _kind(known.standing, words),
            known.line.sentence,
            [proof(known.standing, known.events, words)],
            stamp,
            words,
            badge(known.standing, words),
        ),
        _overview(known, stamp, words),
        Section(words("timeline.title"), Timeline(known.events, stamp.choice.day, words)),
    ]
    parts = next(
        parts
        for parts in ([*above, *_told(known, *choice, stamp, words)] for choice in _choices(known))
        if factsheet_page.free(parts, foot) >= 0
    )
    return factsheet_page.page(known.line.sentence, parts, foot)


def badge(district: pd.Series, words: Wording) -> Badge:
    """The status of the day, of a refusal with who refused."""
    label = words(f"status.{district['status']}")
    if district["status"] == "rejected":
        who = body(district["body"], district["kind"], words)
        label = words("district.refused_by", status=label, body=who)
    return Badge(district["status"], label)


def proof(district: pd.Series, events: pd.DataFrame, words: Wording) -> str:
    """When the status is proved, how well, and what else is possible; or that nothing is known."""
    if not district["since"]:
        told = [words("district.no_evidence", date=words.known(district["researched_on"]))]
    else:
        event = events.set_index("id").loc[district["event_id"]]
        status = words(f"status.{district['status']}")
        date = words.known(district["since"])
        told = [words("factsheet.proved", status=status, date=date)]
        if mark := caveat(event["basis"], event["confidence"], words):
            told[0] = words("factsheet.proved.marked", status=status, date=date, mark=mark)
    if more_possible(district.to_frame().T).iloc[0]:
        possible = words(f"status.{district['possible_status']}")
        told.append(words("district.possible", status=possible) + ".")
    return " ".join(told)


def _kind(district: pd.Series, words: Wording) -> str:
    region = words("region", name=district["regierungsbezirk"])
    key = words("factsheet.key", ags=district["ags"])
    return " · ".join([words(f"kind.{district['kind']}"), region, key])


def _overview(known: Known, stamp: Stamp, words: Wording) -> Columns:
    """The map of the state beside the key figures and the neighbours."""
    wide, definition = ROOM - ASIDE, stamp.choice.definition
    figures = text.stack(
        [
            text.paragraph(words("factsheet.figures"), wide, text.HEADING),
            factsheet_figures.figures(
                known.standing, known.people, known.centre, known.rank, wide, words
            ),
            factsheet_figures.waits(known.waits, known.standing, known.of_kind, wide, words),
            text.paragraph(words("dossier.neighbours"), wide, text.HEADING),
            factsheet_figures.neighbours(known.nearby, definition, wide, words),
        ],
        0.07,
    )
    ags = known.standing["ags"]
    return Columns(
        (
            (0, Locator(known.standings, known.areas, MAP_WIDTH, words, ags)),
            (ASIDE, figures),
        )
    )


def _choices(known: Known) -> list[tuple[int, bool, bool]]:
    """How many events, whether with notes, with every source: tried in turn until it fits."""
    most = min(NEWEST, len(known.events))
    fewer = [(count, False, every) for count in range(most, -1, -1) for every in (True, False)]
    return [(most, True, True), *fewer]


def _told(
    known: Known, count: int, notes: bool, every: bool, stamp: Stamp, words: Wording
) -> list[Part]:
    """The newest events, how many more there are, their sources, and what is open."""
    events = known.events
    newest = events.iloc[::-1].head(count)
    day, kind = stamp.choice.day, known.standing["kind"]
    rows = listing.listed(newest, day, kind, notes, every, words)
    further = _further(len(events) - count, stamp, words)
    title = words("factsheet.events", n=count, of=len(events))
    asked = factsheet_figures.questions(known.questions, words)
    cited = text.stack([listing.sources_listed(newest, known.sources, every, words), asked], 0.06)
    return [
        Section(title, text.stack([rows, further], 0.06)),
        Section(words("factsheet.sources"), cited),
    ]


def _further(n: int, stamp: Stamp, words: Wording) -> Block:
    if not n:
        return text.EMPTY
    key = "factsheet.further.one" if n == 1 else "factsheet.further"
    link = stamp.link if stamp.site else ""
    return text.paragraph(words(key, n=n, link=stamp.link), ROOM, TEXT, url=link)
