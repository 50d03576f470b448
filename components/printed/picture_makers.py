"""How each picture is made from the atlas: what it shows, its sentences, its notes.

Every maker takes the atlas and the paper, whose stamp has the choice.
"""

from collections.abc import Callable
from datetime import date

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.facts import curve as curve_facts
from components.facts import years as years_facts
from components.facts.compare import comparison
from components.facts.dossier import dossier
from components.facts.people import by_year
from components.figures import curve_labels
from components.looks import since
from components.printed import (
    comparison_picture,
    curve_picture,
    map_picture,
    timeline_picture,
    years_picture,
)
from components.printed.curve_picture import Captions
from components.printed.paper import Paper
from components.printed.screen import Screen
from components.printed.sheet import Sheet
from components.words import compare, headline
from components.words import curve as curve_words
from components.words import dossier as dossier_words
from components.words import since as since_words
from components.words.headline import Headline


def _map(atlas: Atlas, paper: Paper) -> Sheet:
    choice, words = paper.choice, paper.words
    line = headline.alone(atlas, choice.day, choice.definition, words)
    dated = since.periods(atlas.arrivals(choice.definition), choice.day)
    if choice.colouring == "since":
        told = since_words.sentence(dated, choice.definition, words)
        line = line._replace(sentence=told or line.sentence)
    standings = atlas.standings(choice.day, choice.definition)
    return map_picture.sheet(standings, dated, atlas.flat, line, paper)


def _curve(atlas: Atlas, paper: Paper | Screen) -> Sheet:
    choice, words = paper.choice, paper.words
    definition, of, ends = choice.definition, len(atlas.tables.districts), atlas.evidence
    last = curve_end(atlas, choice)
    curve = curve_facts.adoption(atlas, definition, choice.measure, last)
    told = curve_words.headline(curve, definition, of, words)
    law = curve_facts.law_until(atlas, last)
    if choice.curve == "simple":
        curve, law = curve_facts.simplified(curve), law.head(0)
    points = curve_facts.until(curve_facts.points_of(atlas, definition), last)
    captions = Captions(
        Headline(told, [headline.alone(atlas, choice.day, definition, words).sentence]),
        curve_words.counts(choice.measure, definition, of, words),
        _axis_notes(atlas, choice.measure, words),
        words("clock.evidence", date=words.date(ends.date)) if ends.day <= last else "",
    )
    shown = curve_labels.shown(curve, points, definition, last)
    return curve_picture.sheet(shown, law, ends.day, captions, paper)


def curve_end(atlas: Atlas, choice: Choice) -> date:
    """Where the curve ends: after the last change; on a later day, if that is asked for."""
    grown = curve_facts.growth_end(atlas, choice.definition)
    return max(choice.day, grown) if choice.ends == "today" else grown


def _axis_notes(atlas: Atlas, measure: str, words: Wording) -> tuple[str, ...]:
    """What the axis means, where a bare number does not say it; whose people are counted."""
    notes = curve_words.axis(measure, min(by_year(atlas)), atlas.tables.districts, words)
    if measure == "population":
        notes.append(f"{words('picture.people')}.")
    return tuple(notes)


def _multiples(atlas: Atlas, paper: Paper) -> Sheet:
    choice, words = paper.choice, paper.words
    definition = choice.definition
    years = years_facts.year_ends(atlas, definition)
    counts = [int(standings["group"].eq("with").sum()) for standings in years.values()]
    span = {"first": years_facts.YEAR_ENDS[0].year, "last": years_facts.YEAR_ENDS[-1].year}
    span |= {"n": counts[0], "m": counts[-1], "of": len(atlas.tables.districts)}
    title = words("picture.multiples", has=words(f"has.{definition}"), **span)
    detail = words("multiples.note", definition=words(f"definition.{definition}"))
    return years_picture.sheet(years, atlas.coarse, Headline(title, [detail]), paper)


def _timeline(atlas: Atlas, paper: Paper) -> Sheet:
    choice, words = paper.choice, paper.words
    district = dossier(atlas, choice.ags, choice.day, choice.definition)
    line, kind = dossier_words.of(district, words), district.standing["kind"]
    way = dossier_words.way((*district.way, *district.way_after), kind, words)
    # In a wide format there is room for the way once: as the picture.
    told = [] if paper.form.wide else filter(None, [way])
    line = Headline(line.sentence, [*line.detail, *told])
    law, ends = atlas.tables.milestones, district.evidence
    return timeline_picture.sheet(district.by_voice, law, line, paper, ends)


def _comparison(atlas: Atlas, paper: Paper) -> Sheet:
    compared = comparison(atlas, paper.choice)
    line = compare.headline(compared, paper.words)
    return comparison_picture.sheet(compared, atlas.flat, line, paper)


#: By the name of the picture.
MAKERS: dict[str, Callable[[Atlas, Paper], Sheet]] = {
    "map": _map,
    "curve": _curve,
    "multiples": _multiples,
    "timeline": _timeline,
    "comparison": _comparison,
}
