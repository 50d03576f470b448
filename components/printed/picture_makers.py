"""How each picture is made from the atlas: what it shows, its sentences, its notes.

Every maker takes atlas, choice, shape, stamp, words and whether there is a title block.
"""

from collections.abc import Callable
from datetime import date

import pandas as pd

from adoption import series
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import compare
from components.facts import curve as curve_facts
from components.facts import dossier as dossier_facts
from components.facts import years as years_facts
from components.facts.people import by_year
from components.looks import since
from components.printed import comparison as printed_comparison
from components.printed import curve as printed_curve
from components.printed import map as printed_map
from components.printed import multiples as printed_multiples
from components.printed import timeline as printed_timeline
from components.printed.sheet import Sheet
from components.words import compare as compare_words
from components.words import dossier, headline
from components.words import years as years_words
from components.words.headline import Headline


def _map(
    atlas: Atlas, choice: Choice, shape: str, marked: Stamp, words: Wording, titled: bool
) -> Sheet:
    line = headline.on_day(atlas, choice.day, choice.definition, words, table=False)
    areas = atlas.flat
    districts, reached = atlas.known.districts, atlas.reached(choice.definition)
    dated = since.periods(districts.merge(reached, on="ags"), choice.day)
    standings = atlas.standings(choice.day, choice.definition)
    return printed_map.map_picture(standings, dated, areas, line, shape, marked, words, titled)


def _curve(
    atlas: Atlas, choice: Choice, shape: str, marked: Stamp, words: Wording, titled: bool
) -> Sheet:
    known, definition, measure = atlas.known, choice.definition, choice.measure
    year, people = next(iter(by_year(atlas).items()))
    last = curve_end(atlas, choice)
    curve = curve_facts.curve(
        atlas.changes, known.totals, known.districts, definition, measure, people, last
    )
    points = curve_facts.points(known.totals, atlas.verdicts, known.sources, definition)
    law = curve_facts.law(known.milestones, last)
    of = len(known.districts)
    heading = words("curve.title", of=of, has=words(f"has.{definition}"))
    if measure != "number":
        heading += f" ({words(f'curve.measure.{measure}', of=of)})"
    return printed_curve.curve_picture(
        curve,
        points[points["day"] <= last],
        law,
        headline.on_day(atlas, choice.day, definition, words, table=False),
        heading,
        shape,
        marked,
        words,
        titled,
        _axis_notes(known.districts, measure, year, words),
    )


def curve_end(atlas: Atlas, choice: Choice) -> date:
    """Where the curve ends: with the year of the last change, or on the day, if that is later."""
    grown = max(series.change_days(atlas.changes, choice.definition)).year
    return max(choice.day, date(grown, 12, 31))


def _axis_notes(
    districts: pd.DataFrame, measure: str, year: int, words: Wording
) -> tuple[str, ...]:
    """What axis and bars mean, where the drawing does not say it; whose people are counted."""
    notes = [] if measure == "population" else [words("curve.hint.spans")]
    if measure != "number":
        kinds = districts["kind"].value_counts()
        told = {"of": kinds.sum(), "kreise": kinds["Kreis"], "cities": kinds["kreisfreie Stadt"]}
        notes.append(words(f"curve.axis.{measure}", date=words.day(date(year, 12, 31)), **told))
    if measure == "population":
        notes.append(f"{words('picture.people')}.")
    return tuple(notes)


def _multiples(
    atlas: Atlas, choice: Choice, shape: str, marked: Stamp, words: Wording, titled: bool
) -> Sheet:
    definition = choice.definition
    years = {day: atlas.standings(day, definition) for day in years_facts.YEAR_ENDS}
    counts = [int(standings["group"].eq("with").sum()) for standings in years.values()]
    told = {"first": years_facts.YEAR_ENDS[0].year, "last": years_facts.YEAR_ENDS[-1].year}
    told |= {"n": counts[0], "m": counts[-1], "of": len(atlas.known.districts)}
    title = words("picture.multiples", has=words(f"has.{definition}"), **told)
    detail = words("multiples.note", definition=words(f"definition.{definition}"))
    return printed_multiples.multiples_picture(
        years_words.captioned(years, words),
        atlas.coarse,
        title,
        detail,
        shape,
        marked,
        words,
        titled,
    )


def _timeline(
    atlas: Atlas, choice: Choice, shape: str, marked: Stamp, words: Wording, titled: bool
) -> Sheet:
    standings = atlas.standings(choice.day, choice.definition)
    reached = atlas.reached(choice.definition)
    events = dossier_facts.events_of(atlas, choice.ags)
    district, when = (dossier_facts.row_of(table, choice.ags) for table in (standings, reached))
    line = dossier.headline(district, when, choice.day, choice.definition, words)
    way = dossier.way(events, words)
    told = Headline(line.sentence, [*line.detail, *filter(None, [way])])
    own = dossier_facts.own_acts(events)
    groups = {"acts": events[own], "voices": events[~own]}
    steps = atlas.known.milestones
    return printed_timeline.timeline_picture(groups, steps, told, shape, marked, words, titled)


def _comparison(
    atlas: Atlas, choice: Choice, shape: str, marked: Stamp, words: Wording, titled: bool
) -> Sheet:
    mode, first, second = sides = compare.sides(choice)
    standings = atlas.standings(*first), atlas.standings(*second)
    came = atlas.reached(second.definition).sort_values(["latest", "ags"])["ags"]
    table = compare.joined(*standings)
    line = compare_words.headline(table, mode, first, second, list(came), words)
    return printed_comparison.comparison_picture(
        standings, sides, atlas.flat, line, shape, marked, words, titled
    )


#: By the name of the picture.
MAKERS: dict[str, Callable[..., Sheet]] = {
    "map": _map,
    "curve": _curve,
    "multiples": _multiples,
    "timeline": _timeline,
    "comparison": _comparison,
}
