"""Factsheets as finished files: one page A4 for a district, one for the state on a day."""

from datetime import date

from adoption import holdouts
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.facts import changes, curve, people
from components.facts import dossier as dossier_facts
from components.facts.dossier import Dossier
from components.printed import district_sheet, state_sheet
from components.printed.factsheet_events import numbered
from components.printed.finish import finished
from components.printed.sheet import Sheet
from components.words import coverage, headline
from components.words import dossier as dossier_words

#: How many days of change the sheet of the state names.
LATEST = 3


def sheet(atlas: Atlas, choice: Choice, site: str = "") -> Sheet:
    """The factsheet of the district of the choice, or without one of the state, as a drawing.

    That of a district is of a day as its page is: what came later stands apart, and so does what
    is known today.

    Raises
    ------
    KeyError
        No district has this key.
    """
    words, stamp = Wording(choice.language), _stamp(atlas, choice, site)
    if choice.ags:
        return district_sheet.sheet(_district(atlas, choice, words), stamp, words)
    return state_sheet.sheet(_state(atlas, choice, words), stamp, words)


def file(atlas: Atlas, choice: Choice, site: str = "") -> bytes:
    """The same as a PDF; the same input gives the same bytes."""
    words = Wording(choice.language)
    return finished(sheet(atlas, choice, site), "pdf", _stamp(atlas, choice, site), words)


def file_name(choice: Choice) -> str:
    """What the file is called: kiz-atlas-05154-2015-09-24.pdf, of the state kiz-atlas-nrw-…"""
    return f"kiz-atlas-{choice.ags or 'nrw'}-{choice.day.isoformat()}.pdf"


def _stamp(atlas: Atlas, choice: Choice, site: str) -> Stamp:
    page = "kreis" if choice.ags else ""
    return Stamp.of(atlas, choice, page, site)


def _district(atlas: Atlas, choice: Choice, words: Wording) -> district_sheet.Facts:
    dossier = dossier_facts.dossier(atlas, choice.ags, choice.day, choice.definition)
    return district_sheet.Facts(
        dossier,
        areas=atlas.coarse,
        line=dossier_words.of(dossier, words),
        events=numbered(dossier.told),
        sources=atlas.tables.sources,
        people=people.on_day(atlas, choice.day),
        questions=_questions(dossier, words),
    )


def _questions(dossier: Dossier, words: Wording) -> list[str]:
    """What is open about the district's data: gaps in its steps, then groups of events."""
    gaps = [words(f"evidence.{lack}.{step}") for step, lack in dossier.gaps]
    groups = dossier.questions["group"].value_counts(sort=False)
    return gaps + [
        words("factsheet.question", question=words(f"question.{group}"), n=n)
        for group, n in groups.items()
    ]


def _state(atlas: Atlas, choice: Choice, words: Wording) -> state_sheet.Facts:
    day, definition = choice.day, choice.definition
    standings = atlas.standings(day, definition)
    # The axis ends after the last change, so that it shows the growth on any day.
    last = curve.growth_end(atlas, definition)
    return state_sheet.Facts(
        standings=standings,
        areas=atlas.coarse,
        line=headline.alone(atlas, day, definition, words),
        covered=coverage.lines(standings, atlas.tables.population, day, words),
        curve=curve.adoption(atlas, definition, "number", last),
        waiting=holdouts.holdouts(atlas.workbench(day, definition)),
        changed=changes.latest(atlas, day, definition, LATEST),
        later=_later(atlas, day),
    )


def _later(atlas: Atlas, day: date) -> bool:
    """Whether anything in the atlas came after the day."""
    return bool((atlas.tables.events["last_day"].dt.date > day).any())
