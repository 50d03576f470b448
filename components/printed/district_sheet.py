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
from components.facts.dossier import Dossier
from components.facts.people import People
from components.looks.look import more_possible
from components.printed import blocks, factsheet_figures, factsheet_page
from components.printed.blocks import SMALL, TEXT, Block, Part
from components.printed.factsheet_events import Detail, Listing
from components.printed.factsheet_map import Locator
from components.printed.factsheet_page import ROOM, Badge, Columns, Section
from components.printed.factsheet_timeline import Timeline
from components.printed.sheet import Sheet
from components.words import dossier as dossier_words
from components.words.caveat import caveat
from components.words.headline import Headline
from components.words.status import label

#: The newest events that are told at most.
NEWEST = 8
MAP_WIDTH = 2.0
#: Beside the map.
ASIDE = MAP_WIDTH + 0.28


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known of one district, as the makers of its page give it.

    `areas` as `geo.plane.simplified` returns them, `events` those of the dossier as
    `factsheet_events.numbered` returns them, `questions` what is open, each in words.
    """

    dossier: Dossier
    areas: gpd.GeoDataFrame
    line: Headline
    events: pd.DataFrame
    sources: pd.DataFrame
    people: People
    questions: list[str]


def sheet(facts: Facts, stamp: Stamp, words: Wording) -> Sheet:
    """The page as a drawing."""
    notes = [words("factsheet.note")] if facts.dossier.past else []
    foot = factsheet_page.foot(" ".join([*notes, words("factsheet.ranges")]), stamp, words)
    above = [
        _head(facts, stamp, words),
        _overview(facts, words),
        Section(words("timeline.title"), _timeline(facts, stamp, words)),
    ]
    until = facts.events[facts.events["when"].ne("later")]
    today = _today(facts, words)
    tries = ([*above, *_events(facts, detail, today, stamp, words)] for detail in _details(until))
    parts = next(parts for parts in tries if factsheet_page.free(parts, foot) >= 0)
    return factsheet_page.page(facts.line.sentence, parts, foot)


def proof(district: pd.Series, events: pd.DataFrame, words: Wording) -> str:
    """When the status is proved, how well, and what else is possible; or that nothing is known."""
    if not district["since"]:
        sentences = [words("district.no_evidence", date=words.date(district["researched_on"]))]
    else:
        event = events.set_index("id").loc[district["event_id"]]
        status = words(f"status.{district['status']}")
        date = words.date(district["since"])
        sentences = [words("factsheet.proved", status=status, date=date)]
        if mark := caveat(event["basis"], event["confidence"], words):
            sentences = [words("factsheet.proved.marked", status=status, date=date, mark=mark)]
    if more_possible(district.to_frame().T).iloc[0]:
        possible = words(f"status.{district['possible_status']}")
        sentences.append(words("district.possible", status=possible) + ".")
    return " ".join(sentences)


def _head(facts: Facts, stamp: Stamp, words: Wording) -> Columns:
    district = facts.dossier.standing
    region = words("region", name=district["regierungsbezirk"])
    key = words("factsheet.key", ags=district["ags"])
    kind = " · ".join([words(f"kind.{district['kind']}"), region, key])
    line = Headline(facts.line.sentence, [proof(district, facts.dossier.events, words)])
    head = factsheet_page.head(district["name"], kind, line, stamp, words)
    status = label(district["status"], district["body"], district["kind"], words)
    return factsheet_page.with_badge(head, Badge(district["status"], status))


def _timeline(facts: Facts, stamp: Stamp, words: Wording) -> Timeline:
    return Timeline(facts.events, stamp.choice.day, words, facts.dossier.evidence)


def _overview(facts: Facts, words: Wording) -> Columns:
    """The map of the state beside the key figures and the neighbours."""
    wide, dossier = ROOM - ASIDE, facts.dossier
    population = factsheet_figures.population(facts.people, dossier.ags, words)
    rows = [
        (words("factsheet.population.label"), population),
        (words("factsheet.rank"), dossier_words.rank(dossier, words)),
    ]
    figures = blocks.stack(
        [
            blocks.paragraph(words("factsheet.figures"), wide, blocks.HEADING),
            factsheet_figures.figures(rows, wide),
            factsheet_figures.waits(dossier, wide, words),
            blocks.paragraph(words("dossier.neighbours"), wide, blocks.HEADING),
            factsheet_figures.neighbours(dossier, wide, words),
        ],
        0.07,
    )
    where = Locator(dossier.standings, facts.areas, MAP_WIDTH, words, dossier.ags)
    return Columns(((0, where), (ASIDE, figures)))


def _details(events: pd.DataFrame) -> list[Detail]:
    """How much can be told of the events: tried in turn until it fits."""
    most = min(NEWEST, len(events))
    fewer = [Detail(n, False, every) for n in range(most, -1, -1) for every in (True, False)]
    return [Detail(most, True, True), *fewer]


def _events(
    facts: Facts, detail: Detail, today: Section, stamp: Stamp, words: Wording
) -> list[Part]:
    """The newest events by the day, what came later in one line, how many more there are, what is
    known today, the sources, and what is open.
    """
    until = facts.events[facts.events["when"].ne("later")]
    of, kind = len(until), facts.dossier.standing["kind"]
    listing = Listing(until, detail, kind, words)
    further = _further(len(facts.events) - detail.count, stamp, words)
    rows = blocks.stack([listing.rows(), _later(facts.dossier, words), further], 0.06)
    asked = factsheet_figures.questions(facts.questions, words)
    sources = blocks.stack([listing.sources(facts.sources), asked], 0.06)
    return [
        Section(words("factsheet.events", n=detail.count, of=of), rows),
        today,
        Section(words("factsheet.sources"), sources),
    ]


def _today(facts: Facts, words: Wording) -> Section:
    """What is known today: the KIZ, and the last text that shows it."""
    told = [
        (words("dossier.centre"), factsheet_figures.centre(facts.dossier.centre, words)),
        (words("dossier.lasting"), factsheet_figures.lasting(facts.dossier, facts.sources, words)),
    ]
    searched = words.date(facts.dossier.standing["researched_on"])
    title = words("dossier.today", date=searched)
    return Section(title, factsheet_figures.figures(told, ROOM))


def _later(dossier: Dossier, words: Wording) -> Block:
    """The steps that came after the day, in one line; nothing where there are none."""
    way = dossier_words.way(dossier.way_after, dossier.standing["kind"], words)
    if not way:
        return blocks.EMPTY
    heading = words("dossier.later", day=words.day(dossier.day))
    return blocks.paragraph(f"{heading}: {way}", ROOM, SMALL)


def _further(n: int, stamp: Stamp, words: Wording) -> Block:
    if not n:
        return blocks.EMPTY
    further = words("factsheet.further", n=n, link=stamp.where(words))
    return blocks.paragraph(further, ROOM, TEXT, url=stamp.link)
