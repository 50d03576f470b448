"""The parts of the dossier of one district: the page and the edition draw the same."""

from datetime import date

import htpy as h
import pandas as pd

from adoption.comparison import Median
from adoption.dates import TALK_FLOOR
from components.base.collation import rows_by_name
from components.base.links import Links
from components.base.wording import Wording
from components.facts.dossier import Dossier, Wait
from components.html import history, parts
from components.html.german import german, region, sentence
from components.html.timeline import timeline
from components.words import dossier as sentences
from components.words import lasting as lasting_words


def way(dossier: Dossier, milestones: pd.DataFrame, words: Wording) -> h.Fragment:
    """The way in one line, what came later apart, and as a picture with the steps of the law."""
    kind, day = dossier.standing["kind"], words.day(dossier.day)
    until = sentences.way(dossier.way, kind, words) or words("dossier.way.none", day=day)
    after = sentences.way(dossier.way_after, kind, words)
    return h.fragment[
        h.h2[words("timeline.title")],
        h.p(".way")[until],
        after and h.p(".way.later")[h.b[words("dossier.later", day=day)], ": ", after],
        timeline(dossier.by_voice, milestones, dossier.day, words, dossier.evidence),
        h.p(".hint")[words("timeline.hint")],
    ]


def today(dossier: Dossier, words: Wording) -> h.Element:
    """The heading over what is known today of a district that is shown on an earlier day."""
    date = words.date(dossier.standing["researched_on"])
    return h.h2(".later")[words("dossier.today", date=date)]


def centre(dossier: Dossier, links: Links, words: Wording) -> h.Fragment:
    """Name, seat and site of the district's KIZ; what is not recorded can be sent in."""
    entry, told = sentences.centre(dossier.centre, words), []
    for field, line in entry.items():
        if not line:
            told.append(_unrecorded(field, links.report(dossier.ags), words))
        elif field == "website":
            told.append(parts.outside_link(words("district.site"), line))
        else:
            told.append(german(line, words))
    return h.fragment[
        _heading(dossier)[words("dossier.centre")], h.p(".centre")[parts.joined(told, " · ")]
    ]


def lasting(
    dossier: Dossier, sources: pd.DataFrame, links: Links, words: Wording, now: date | None = None
) -> h.Fragment:
    """The latest text that shows the KIZ after its start, with its source; or that there is none.

    `now` is the day from which its age is told, if there is one.
    """
    row, heading = dossier.confirmation, _heading(dossier)[words("dossier.lasting")]
    if row is None:
        report = parts.link(words("history.send"), links.report(dossier.ags))
        return h.fragment[heading, h.p(".lasts")[words("dossier.lasting.none"), " ", report]]
    source = sources.set_index("id").loc[row["source_id"]]
    summary, note = (row[f"{name}_{words.language}"] for name in ("summary", "note"))
    aged = now and f" ({lasting_words.age(row['date'], now, words)})"
    return h.fragment[
        heading,
        h.p(".lasts")[h.strong[words.date(row["date"]), aged], h.br, summary],
        note and h.p(".lasts.small")[note],
        h.p(".lasts.small")[parts.cited(source, words)],
    ]


def _heading(dossier: Dossier) -> h.Element:
    """Of what is known today: on an earlier day it stands under a heading that says so."""
    return h.h3 if dossier.past else h.h2


def _unrecorded(field: str, report: str, words: Wording) -> h.Node:
    """That a field is not recorded, with the way to send it in, if there is one."""
    missing, send = words(f"district.unrecorded.{field}"), words("history.send")
    if not report:
        return missing
    way = h.a(href=report, aria_label=f"{missing}: {send}")[send]
    return h.fragment[missing, " (", way, ")"]


def then(dossier: Dossier, words: Wording) -> h.Fragment:
    """How many neighbours have a KIZ, and had one when this district decided; below it come map
    and list.
    """
    told = sentences.neighbours_now(dossier, words), sentences.neighbours_then(dossier, words)
    return h.fragment[h.h2[words("dossier.neighbours")], h.p[" ".join(filter(None, told))]]


def neighbours(dossier: Dossier, links: Links, words: Wording) -> h.Element:
    """The neighbours with where they stand on the day, each linked to its own page."""
    return h.ul(".neighbours")[
        [
            h.li[
                parts.district_link(row.ags, row.name, links, words),
                h.span[sentences.neighbour(row, words)],
            ]
            for row in dossier.neighbours.itertuples(index=False)
        ]
    ]


def compared(dossier: Dossier, words: Wording) -> h.Element:
    """Rank and waits of the district among all, and beside its own kind, as of the day."""
    caption = words("dossier.waits.caption", day=words.day(dossier.day))
    return h.section[
        h.h2[words("dossier.compared")],
        h.p[sentences.rank(dossier, words)],
        h.div(".waits-box", role="region", tabindex="0", aria_label=caption)[
            waits(dossier, caption, words)
        ],
        h.p(".hint")[words("dossier.waits.hint")],
    ]


def waits(dossier: Dossier, caption: str, words: Wording) -> h.Element:
    """The waits beside the median of its kind, with the number of districts behind each."""
    kind = dossier.standing["kind"]
    columns = [
        words("dossier.waits.what"),
        german(dossier.standing["short_name"], words),
        words("dossier.waits.median", kind=words(f"kinds.{kind}")),
        words("dossier.waits.counted"),
    ]
    rows = [
        h.tr[
            h.th(scope="row")[_span_name(wait, words)],
            h.td[sentences.wait(wait, words)],
            _median(wait.median, dossier.of_kind, words),
        ]
        for wait in dossier.waits
    ]
    return h.table(".waits")[
        h.caption[caption],
        h.thead[h.tr[[h.th(scope="col")[name] for name in columns]]],
        h.tbody[rows],
    ]


def histories(
    dossier: Dossier, sources: pd.DataFrame, links: Links, words: Wording
) -> list[h.Node]:
    """Every event with its sources, in the parts of `history`: acts, then what others said."""
    drawn: list[h.Node] = []
    for name, led in dossier.by_voice.items():
        drawn.append(h.h2[words(f"dossier.events.{name}")])
        events = dossier.events[dossier.events["lead"].isin(led["id"])]
        parts = history.history(events, sources, dossier.day, links, words)
        drawn += parts or [h.p[words(f"dossier.no_{name}")]]
    return drawn


def towns(dossier: Dossier, words: Wording) -> h.Element:
    """The municipalities."""
    return h.section[h.h2[words("dossier.towns.title")], h.p[_towns(dossier, words)]]


def unsettled(dossier: Dossier, words: Wording) -> h.Fragment:
    """What is open about the data."""
    asked = questions(dossier.questions, dossier.gaps, dossier.events, words)
    return h.fragment[_heading(dossier)[words("dossier.questions")], asked]


def questions(
    asked: pd.DataFrame, gaps: list[tuple[str, str]], events: pd.DataFrame, words: Wording
) -> h.Element:
    """What a better source could settle here: gaps, then events with their group.

    Parameters
    ----------
    asked
        The district's rows of `evidence.open_questions`: group, id.
    gaps
        Its pairs of step and lack, as `evidence.knowledge` returns them.
    """
    by_id = {event.id: event for event in events.itertuples(index=False)}
    items: list[h.Node] = [words(f"evidence.{lack}.{step}") for step, lack in gaps]
    for row in asked.itertuples(index=False):
        group, event = words(f"question.{row.group}"), by_id.get(row.id)
        if event is None:
            items.append(group)
            continue
        label = f"{words(f'event.{event.event}')}, {words.date(event.date)}"
        items.append([group, ": ", h.a(href=f"#{event.id}")[label]])
    if not items:
        return h.p[words("dossier.questions.none")]
    return h.ul(".asked")[[h.li[item] for item in items]]


def overview(standings: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    """All districts by Regierungsbezirk, each linked to its page, with its status."""
    return h.div(".regions")[
        [
            h.section[
                h.h2[region(name, words)],
                h.ul(".neighbours")[
                    [
                        h.li[
                            parts.district_link(row.ags, row.name, links, words),
                            h.span[words(f"status.{row.status}")],
                        ]
                        for row in rows_by_name(rows).itertuples(index=False)
                    ]
                ],
            ]
            for name, rows in standings.groupby("regierungsbezirk")
        ]
    ]


def _towns(dossier: Dossier, words: Wording) -> h.Node:
    """The municipalities of a Kreis; a kreisfreie Stadt is its own."""
    names = dossier.municipalities
    if names == [dossier.name]:
        return words("dossier.towns.city")
    return sentence(words, "dossier.towns", n=len(names), names=german(words.names(names), words))


def _span_name(wait: Wait, words: Wording) -> str:
    start = words(f"dossier.from.{wait.start}", law=words.day(TALK_FLOOR))
    return f"{start} {words(f'dossier.to.{wait.end}')}"


def _median(median: Median | None, of_kind: int, words: Wording) -> list[h.Element]:
    counted = words("coverage.of", n=median.districts if median else 0, of=of_kind)
    return [h.td[sentences.median(median, words)], h.td[counted]]
