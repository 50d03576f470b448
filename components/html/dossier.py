"""The parts of the dossier that are tables and lists: waits, neighbours, centre, open questions."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from adoption.comparison import Median
from adoption.dates import TALK_FLOOR
from components.base.wording import Wording
from components.facts.dossier import Wait
from components.html.parts import district_link
from components.words.dossier import between, when


def waits_html(waits: list[Wait], district: pd.Series, of_kind: int, words: Wording) -> str:
    """The waits beside the median of its kind, with the number of districts behind each."""
    columns = [
        words("dossier.waits.what"),
        district["short_name"],
        words("dossier.waits.median", kind=words(f"kinds.{district['kind']}")),
        words("dossier.waits.counted"),
    ]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(_span_name(wait, words))}</th>'
        f"<td>{escape(_own_wait(wait, words))}</td>"
        f"{_median_cells(wait.median, of_kind, words)}</tr>"
        for wait in waits
    )
    caption = escape(words("dossier.waits.caption"))
    return (
        f'<table class="waits"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def neighbours_html(neighbours: pd.DataFrame, address: Mapping[str, str], words: Wording) -> str:
    """The neighbours with their dates, each linked to its own dossier.

    Parameters
    ----------
    neighbours
        Columns ags, name, earliest, latest (days; missing where it has none).
    """
    items = "".join(
        f"<li>{district_link(row.ags, row.name, address)}"
        f"<span>{escape(when(row.earliest, row.latest, words))}</span></li>"
        for row in neighbours.itertuples(index=False)
    )
    return f'<ul class="neighbours">{items}</ul>'


def centre_html(centres: pd.DataFrame, ags: str, words: Wording) -> str:
    """Name, seat and site of the district's KIZ where they are recorded."""
    found = centres[centres["ags"].eq(ags)]
    if found.empty:
        return f'<p class="centre">{escape(words("district.no_centre"))}</p>'
    centre = found.iloc[0]
    parts = [escape(centre["name"]), escape(words("district.seat", seat=centre["seat"]))]
    if centre["website"]:
        parts.append(
            f'<a href="{escape(centre["website"])}" target="_blank" rel="noopener noreferrer">'
            f"{escape(words('district.site'))}</a>"
        )
    return f'<p class="centre">{" · ".join(parts)}</p>'


def municipalities_html(names: list[str], district: pd.Series, words: Wording) -> str:
    """The municipalities of a Kreis; a kreisfreie Stadt is its own."""
    if names == [district["name"]]:
        return f"<p>{escape(words('dossier.towns.one'))}</p>"
    return f"<p>{escape(words('dossier.towns', n=len(names), names=words.names(names)))}</p>"


def questions_html(
    asked: pd.DataFrame, gaps: list[tuple[str, str]], events: pd.DataFrame, words: Wording
) -> str:
    """What a better source could settle here: gaps, then events with their group.

    Parameters
    ----------
    asked
        The district's rows of `evidence.open_questions`: group, id.
    gaps
        Its pairs of step and lack, as `evidence.knowledge` returns them.
    """
    items = [escape(words(f"evidence.{lack}.{step}")) for step, lack in gaps]
    known = {event.id: event for event in events.itertuples(index=False)}
    for row in asked.itertuples(index=False):
        item = escape(words(f"question.{row.group}"))
        if row.id in known:
            event = known[row.id]
            label = f"{words(f'event.{event.event}')}, {words.known(event.date)}"
            item += f': <a href="#{event.id}">{escape(label)}</a>'
        items.append(item)
    if not items:
        return f"<p>{escape(words('dossier.questions.none'))}</p>"
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="asked">{listed}</ul>'


def _span_name(wait: Wait, words: Wording) -> str:
    start = words(f"dossier.from.{wait.start}", law=words.day(TALK_FLOOR))
    return f"{start} {words(f'dossier.to.{wait.end}')}"


def _own_wait(wait: Wait, words: Wording) -> str:
    if wait.least is None:
        return words(f"dossier.wait.none.{wait.start}")
    if wait.most is None:
        return words("dossier.wait.least", n=words.number(wait.least))
    return between(wait.least, wait.most, words)


def _median_cells(median: Median | None, of_kind: int, words: Wording) -> str:
    told = between(median.least, median.most, words) if median else "–"
    counted = words("coverage.of", n=median.districts if median else 0, of=of_kind)
    return f"<td>{escape(told)}</td><td>{escape(counted)}</td>"
