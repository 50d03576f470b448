"""The page of one district: its standing, its way, every event with sources, its neighbours."""

import htpy as h

from components.facts.dossier import Dossier, dossier
from components.html import curve_lists, parts
from components.html import dossier as drawn
from components.looks.look import more_possible
from components.words import dossier as sentences
from components.words.status import label
from edition import factsheets, frame, moving
from edition.links import PageLinks
from edition.model import Page
from edition.preview import About

#: The page of the live atlas that is like it.
LIVE = "kreis"


def html(page: Page, ags: str) -> bytes:
    """The whole page."""
    edition, words, links = page.edition, page.words, PageLinks(page)
    tables = edition.atlas.tables
    district = dossier(edition.atlas, ags, edition.choice.day, edition.choice.definition)
    line = sentences.of(district, words)
    known_today = (
        drawn.centre(district, links, words),
        drawn.lasting(district, tables.sources, links, words),
        drawn.unsettled(district, words),
    )
    body = h.fragment[
        frame.headline(line.sentence, " ".join(line.detail)),
        h.div(".columns")[
            h.div[
                drawn.way(district, tables.milestones, words),
                curve_lists.milestones(tables.milestones, tables.sources, words),
                drawn.histories(district, tables.sources, links, words),
                drawn.compared(district, words),
            ],
            h.div(".aside")[
                _standing(page, district),
                _sheet(page, ags),
                not district.past and known_today[:2],
                drawn.then(district, words),
                moving.near(page, ags),
                drawn.neighbours(district, links, words),
                drawn.towns(district, words),
                district.past and (drawn.today(district, words), known_today[:2]),
                known_today[2],
            ],
        ],
    ]
    scripts = moving.scripts(words.language)
    told = [*line.detail, sentences.way(district.way, district.standing["kind"], words)]
    about = About(district.name, line.sentence, list(filter(None, told)), (LIVE, ags))
    return frame.document(page, about, body, scripts)


def _standing(page: Page, dossier: Dossier) -> h.Fragment:
    """Status on the day with its proof, kind and region."""
    words, standing = page.words, dossier.standing
    kind, region = standing["kind"], words("region", name=standing["regierungsbezirk"])
    return h.fragment[
        h.h2[words("district.on", day=words.day(dossier.day))],
        h.p(".standing")[_proof(page, dossier)],
        h.p[f"{words(f'kind.{kind}')}, {region}"],
    ]


def _proof(page: Page, dossier: Dossier) -> list[h.Node]:
    """The status, what else is possible, and the event that proves it with its source."""
    words, tables, standing = page.words, page.edition.atlas.tables, dossier.standing
    status = standing["status"]
    named = label(status, standing["body"], standing["kind"], words)
    lines: list[h.Node] = [parts.status(status, named)]
    if more_possible(standing.to_frame().T).iloc[0]:
        possible = words(f"status.{standing['possible_status']}")
        lines += [h.br, words("district.possible", status=possible)]
    if not standing["event_id"]:
        researched = words.date(standing["researched_on"])
        return [*lines, h.br, words("district.no_evidence", date=researched)]
    event = dossier.events.set_index("id").loc[standing["event_id"]]
    source = tables.sources.set_index("id").loc[event["source_id"]]
    dated = words("district.dated", date=words.date(standing["since"]))
    mark = parts.caveat(event["basis"], event["confidence"], words)
    return [*lines, h.br, dated, mark, h.br, parts.cited(source, words)]


def _sheet(page: Page, ags: str) -> h.Element | None:
    """The sheet to take along."""
    path = factsheets.path(page.edition, page.words, ags)
    if path not in page.edition.paths:
        return None
    return h.p[parts.link(page.words("edition.sheet.link"), page.to(path))]
