"""The history of one district as a list, every event with its date as known and its source."""

from datetime import date

import htpy as h
import pandas as pd

from adoption.status import is_act
from components.base.links import Links
from components.base.wording import Wording
from components.html import parts
from components.words import dossier as sentences


def history(
    events: pd.DataFrame, sources: pd.DataFrame, day: date, links: Links, words: Wording
) -> list[h.Node]:
    """The district's events in the order in which each was over: those that had happened by the
    day or may have; if any came later, a line for the day; and these.

    Each part is for itself, so that what a move of the day leaves alone is not sent again.

    "By 3 June 2015" stands at June 2015, not where nothing bounds it from below.

    Parameters
    ----------
    events
        What `facts.dossier.told_by` returns: rows that tell the same happening share their `lead`
        and stand in one entry, each with its own sources.
    sources
        All sources; an empty url is said as "not online".
    """
    cited = parts.by_id(sources)
    ordered = events.sort_values(["last_day", "first_day"], kind="stable")
    rows = list(ordered.itertuples(index=False))
    proofs: dict[str, list[tuple]] = {}
    for row in rows:
        if row.id != row.lead:
            proofs.setdefault(row.lead, []).append(row)
    items: dict[bool, list[h.Element]] = {False: [], True: []}
    for event in (row for row in rows if row.id == row.lead):
        item = _item(event, proofs.get(event.id, []), cited, links, words)
        items[event.when == "later"].append(item)
    until = [h.ol(".history")[items[False]]] if items[False] else []
    if not items[True]:
        return until
    return [*until, _shown(day, words), h.ol(".history.later")[items[True]]]


def _shown(day: date, words: Wording) -> h.Fragment:
    """The line of the day that is shown, and the heading of what came after it."""
    told = words.day(day)
    return h.fragment[
        h.p(".shown-day")[h.span[words("dossier.shown", day=told)]],
        h.h3(".later")[words("dossier.later", day=told)],
    ]


def _item(
    event: tuple, proofs: list[tuple], cited: parts.Sources, links: Links, words: Wording
) -> h.Element:
    """An event with what else proves it, each with an anchor of its own."""
    what = f" · {words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    return h.li(class_="own" if is_act(event.event, event.body) else "voice", id=event.id)[
        h.p[h.strong[words.date(event.date)], what, _marks(event, words)],
        _told(event, cited, links, words),
        [
            h.div(".proof", id=proof.id)[
                h.p[words("dossier.proofs"), " ", h.strong[words.date(proof.date)],
                    parts.caveat(proof.basis, proof.confidence, words)],
                _told(proof, cited, links, words),
            ]
            for proof in proofs
        ],
    ]  # fmt: skip


def _marks(event: tuple, words: Wording) -> h.Node:
    perhaps = sentences.perhaps(event, words)
    return h.fragment[
        parts.caveat(event.basis, event.confidence, words),
        perhaps and h.fragment[" ", h.span(".caveat")[perhaps]],
    ]


def _told(event: tuple, cited: parts.Sources, links: Links, words: Wording) -> h.Fragment:
    """Summary, note, confidence and sources."""
    ids = [event.source_id, *event.further_source_ids.split()]
    summary, note = (getattr(event, f"{name}_{words.language}") for name in ("summary", "note"))
    confidence = words("history.confidence", level=words(f"confidence.{event.confidence}"))
    return h.fragment[
        h.p[summary],
        note and h.p(".note")[note],
        h.p(".source")[confidence, _report(event, links, words)],
        h.ul(".source")[[h.li[parts.cited(cited[one], words)] for one in ids]],
    ]


def _report(event: tuple, links: Links, words: Wording) -> h.Node:
    """The way to report a correction of this event, with what parts it; nothing without one."""
    address = links.report(event.ags, event.id)
    return address and h.fragment[" · ", h.a(".report", href=address)[words("history.report")]]
