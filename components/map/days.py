"""Any day of the atlas for the browser: what map, headline, legend and coverage say on it.

One file per definition and language. Nothing is decided in the browser: it looks up the
last day of the file up to the one that is asked for, and puts that day's name in.
"""

from functools import lru_cache
from itertools import pairwise

from adoption.vocabulary import DEFINITIONS
from components.base.atlas import Atlas
from components.base.choice import COLOURINGS
from components.base.wording import Wording
from components.facts import lasting
from components.looks.fills import BY_COLOURING
from components.looks.look import named
from components.looks.theme import Fill
from components.map import legends, sayings, svg
from components.map.axis import axis
from components.map.course import Course, course
from components.map.sayings import DAY
from components.map.states import sources, states

#: What the script says itself, each with the blanks that it fills in.
_SAID = {
    "clock.play": (),
    "clock.pause": (),
    "clock.no_earlier": (),
    "clock.no_later": (),
    "clock.no_day": ("text",),
    "clock.no_such_day": ("text",),
    "clock.too_early": ("first",),
    "clock.too_late": ("last",),
    "clock.chosen": ("name", "told"),
    "clock.unchosen": (),
    "district.source": (),
    "source.offline": (),
}


def fills() -> dict[str, list[Fill]]:
    """The fills of the three colourings, in the order of their codes."""
    return {name: BY_COLOURING[name] for name in COLOURINGS}


@lru_cache(maxsize=2 * len(DEFINITIONS))
def day_file(atlas: Atlas, definition: str, language: str) -> dict[str, object]:
    """The content of the file, made once; it is not to be changed.

    Returns `days` (ISO, ascending, from the first day of the atlas: those on which anything
    changes) and for each of them `heads` (sentence and detail, the day to be put in),
    `cover` (of the coverage: the place of its names in `covered`, its values), `few` (whether
    those without are named on the map), `moves` (what changed, and whether the groups did) and
    `changes` (pairs of a district and its new state). `states` has the distinct states of the
    districts, each a `State`; `settled` is the day of the last change, from which on it is told
    how long all that is known to have lasted.
    """
    whole, words = course(atlas, definition), Wording(language)
    return {
        "definition": definition,
        "language": language,
        **_by_day(whole, words),
        **_looks(),
        "keys": legends.keys(whole, DAY, words),
        "coverage": words("coverage.title") + ": " + words(f"definition.{definition}"),
        **_districts(atlas),
        "settled": lasting.of_all(atlas, definition).start.isoformat(),
        "axis": axis(atlas, definition)._asdict(),
        "label": words("map.label", day=DAY, sentence="{sentence}"),
        "said": _said(words),
    }


def _by_day(whole: Course, words: Wording) -> dict[str, object]:
    """What differs from day to day."""
    distinct, rows = states(whole, words)
    covered, cover = sayings.covers(whole, words)
    changes = [
        [(row, state) for row, state in enumerate(now) if state != before[row]]
        for before, now in pairwise(rows)
    ]
    return {
        "days": [day.isoformat() for day in whole.days],
        "heads": sayings.heads(whole, words),
        "covered": covered,
        "cover": cover,
        "few": [bool(named(standings["group"]).any()) for standings in whole.standings],
        "moves": sayings.moves(whole, words),
        "states": distinct,
        "sources": sources(whole, distinct, words),
        "changes": [list(enumerate(rows[0])), *changes],
    }


def _looks() -> dict[str, object]:
    """By colouring what each of its codes looks like."""
    by_name = fills()
    return {
        "fills": {
            name: [svg.paint(name, code, fill) for code, fill in enumerate(coded)]
            for name, coded in by_name.items()
        },
        "marks": {name: [fill.mark for fill in coded] for name, coded in by_name.items()},
    }


def _districts(atlas: Atlas) -> dict[str, list]:
    """What stays: the districts in their order, and for each the places of its neighbours."""
    districts = atlas.tables.districts
    places = {ags: place for place, ags in enumerate(districts["ags"])}
    pairs = atlas.neighbours.groupby("ags")["neighbour"].agg(list)
    return {
        "names": districts["name"].tolist(),
        "shorts": districts["short_name"].tolist(),
        "ags": districts["ags"].tolist(),
        "cities": districts["kind"].eq("kreisfreie Stadt").tolist(),
        "near": [[places[other] for other in pairs.get(ags, [])] for ags in places],
    }


def _said(words: Wording) -> dict[str, str]:
    """The sentences of the script, with their blanks."""
    return {
        name.partition(".")[2]: words(name, **{blank: f"{{{blank}}}" for blank in blanks})
        for name, blanks in _SAID.items()
    }
