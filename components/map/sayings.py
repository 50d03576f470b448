"""What is said in the course of time: the headline, the coverage, what changed."""

import re
from itertools import pairwise

import pandas as pd

from adoption.vocabulary import GROUPS
from components.base.collation import by_name
from components.base.wording import Wording
from components.facts.totals import binding_of, latest_total
from components.map.course import Course
from components.words import coverage, headline

#: Stands in a sentence for the day that the browser puts in.
DAY = "{day}"
#: More names than these are a number.
MOST_NAMES = 3
#: A part of a detail: marked, or what stands between.
_PART = re.compile(r"\[([a-z]+)\|([^]]*)\]|[^[]+|\[")


def heads(course: Course, words: Wording) -> list[tuple[str, str]]:
    """Sentence and detail of each day, the day to be put in where the sentence has one.

    Where the detail only counts a group, that is `marked`.
    """
    definition = course.definition
    totals, lines = binding_of(course.atlas, definition), []
    for day, standings in zip(course.days, course.standings, strict=True):
        total = latest_total(totals, day)
        line = headline.headline(standings, total, DAY, definition, words, marked)
        if day > course.atlas.evidence.day:
            known = headline.known(course.atlas, standings, definition, words)
            line = line._replace(sentence=known)
        lines.append((line.sentence, " ".join(line.detail)))
    return lines


def marked(group: str, told: str) -> str:
    """What is told of a group, marked as what leads to its rows in the table."""
    return f"[{group}|{told}]"


def parts(detail: str) -> list[tuple[str, str]]:
    """A detail in its parts: the group that one leads to, or nothing, and what it says."""
    return [(match[1] or "", match[2] or match[0]) for match in _PART.finditer(detail)]


def moves(course: Course, words: Wording) -> list[tuple[str, bool]]:
    """What changed on each day in a few words, and whether the groups did: empty for nothing."""
    counted = words(f"definition.{course.definition}")
    return [("", False), *(_move(*days, counted, words) for days in pairwise(course.standings))]


def covers(course: Course, words: Wording) -> tuple[list[list[str]], list[tuple[int, list[str]]]]:
    """The distinct names of the lines of the coverage; and for each day which, with its values."""
    population = course.atlas.tables.population
    counted = set(population["last_day"].dt.date)
    names: list[list[str]] = []
    covered: list[tuple[int, list[str]]] = []
    before = None
    for day, standings in zip(course.days, course.standings, strict=True):
        groups = tuple(standings["group"])
        if groups != before or day in counted:
            lines = coverage.lines(standings, population, day, words)
            named, values = ([line[part] for line in lines] for part in (0, 1))
            if named not in names:
                names.append(named)
            latest, before = (names.index(named), values), groups
        covered.append(latest)
    return names, covered


def _move(
    before: pd.DataFrame, after: pd.DataFrame, counted: str, words: Wording
) -> tuple[str, bool]:
    """What changed between two days: the groups, else the statuses."""
    moved = after[after["group"].ne(before["group"])]
    if moved.empty:
        by_status = after[after["status"].ne(before["status"])].groupby("status", sort=False)
        parts = [
            words("move.status", names=_names(rows, words), status=words(f"status.{status}"))
            for status, rows in by_status
        ]
    else:
        parts = [
            words(f"move.{group}", names=_names(rows, words), counted=counted)
            for group in GROUPS
            if not (rows := moved[moved["group"].eq(group)]).empty
        ]
    return "; ".join(parts), not moved.empty


def _names(rows: pd.DataFrame, words: Wording) -> str:
    if len(rows) > MOST_NAMES:
        return words("move.many", n=len(rows))
    return words.names(by_name(rows["short_name"]))
