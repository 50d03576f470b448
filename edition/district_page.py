"""The page of one district: its standing, its way, every event with sources, its neighbours."""

from html import escape

import pandas as pd

from adoption import comparison
from components.facts import dossier as dossier_facts
from components.html import curve, history
from components.html import dossier as dossier_html
from components.html import parts as parts_html
from components.html.parts import caveat_html, cited_html
from components.html.timeline import timeline_html
from components.looks.look import more_possible
from components.words import dossier, holdouts
from edition import factsheets, frame, links, moving
from edition.model import Page

#: The page of the live atlas that is like it.
LIVE = "kreis"


def html(page: Page, ags: str) -> bytes:
    """The whole page."""
    edition, words = page.edition, page.words
    choice = edition.choice
    district = dossier_facts.row_of(edition.standings, ags)
    reached = dossier_facts.row_of(edition.atlas.reached(choice.definition), ags)
    line = dossier.headline(district, reached, choice.day, choice.definition, words)
    body = (
        frame.headline(line.sentence, escape(" ".join(line.detail)))
        + f'<div class="columns"><div>{_way(page, ags)}{_histories(page, ags)}'
        f'{_compared(page, district)}</div><div class="aside">{_facts(page, district)}'
        f"{_around(page, district)}{_further(page, district)}</div></div>"
    )
    scripts = moving.scripts(words.language)
    return frame.document(page, district["name"], links.local(body, page), (LIVE, ags), scripts)


def _facts(page: Page, district: pd.Series) -> str:
    """Status on the day with its proof, kind and region, the KIZ, the sheet to take along."""
    words, edition = page.words, page.edition
    centre = dossier_html.centre_html(edition.atlas.known.centres, district["ags"], words)
    title = words("district.on", day=words.day(edition.choice.day))
    kind, region = district["kind"], words("region", name=district["regierungsbezirk"])
    place = f"{words(f'kind.{kind}')}, {region}"
    sheet = factsheets.path(edition, page.words, district["ags"])
    taken = ""
    if sheet in edition.paths:
        taken = f"<p>{links.link(words('edition.sheet.link'), page.to(sheet))}</p>"
    return (
        f"<h2>{escape(title)}</h2>{_standing(page, district)}<p>{escape(place)}</p>{taken}"
        f"<h2>{escape(words('dossier.centre'))}</h2>{centre}"
    )


def _standing(page: Page, district: pd.Series) -> str:
    words, known = page.words, page.edition.atlas.known
    label = words(f"status.{district['status']}")
    if district["status"] == "rejected":
        body = holdouts.body(district["body"], district["kind"], words)
        label = words("district.refused_by", status=label, body=body)
    lines = [parts_html.status_html(district["status"], label)]
    if more_possible(district.to_frame().T).iloc[0]:
        possible = words(f"status.{district['possible_status']}")
        lines.append(escape(words("district.possible", status=possible)))
    if district["event_id"]:
        proof = known.events.set_index("id").loc[district["event_id"]]
        source = known.sources.set_index("id").loc[proof["source_id"]]
        dated = words("district.dated", date=words.known(district["since"]))
        mark = caveat_html(proof["basis"], proof["confidence"], words)
        lines += [escape(dated) + mark, cited_html(source, words)]
    else:
        researched = words.known(district["researched_on"])
        lines.append(escape(words("district.no_evidence", date=researched)))
    return f'<p class="standing">{"<br>".join(lines)}</p>'


def _way(page: Page, ags: str) -> str:
    words, edition = page.words, page.edition
    known, events = edition.atlas.known, dossier_facts.events_of(edition.atlas, ags)
    own = dossier_facts.own_acts(events)
    groups = {"acts": events[own], "voices": events[~own]}
    picture = timeline_html(groups, known.milestones, edition.choice.day, words)
    return (
        f"<h2>{escape(words('timeline.title'))}</h2>"
        f'<p class="way">{escape(dossier.way(events, words))}</p>{picture}'
        f'<p class="hint">{escape(words("timeline.hint"))}</p>'
        + curve.milestones_html(known.milestones, known.sources, words)
    )


def _around(page: Page, district: pd.Series) -> str:
    """The neighbours as a map cut to them, and as a list with their dates."""
    words, edition, ags = page.words, page.edition, district["ags"]
    definition = edition.choice.definition
    held, decision = dossier_facts.then(edition.atlas, ags, edition.choice.definition)
    told = dossier.held_sentence(held, decision, definition, words)
    rows = dossier_facts.dated_neighbours(edition.atlas, ags, definition)
    listed = dossier_html.neighbours_html(rows, edition.spoken(words).address(), words)
    title = escape(words("dossier.neighbours"))
    return f"<h2>{title}</h2><p>{escape(told)}</p>{moving.near_html(page, district)}{listed}"


def _histories(page: Page, ags: str) -> str:
    """Every event with its sources: acts, then what others said."""
    words, edition = page.words, page.edition
    events, sources = dossier_facts.events_of(edition.atlas, ags), edition.atlas.known.sources
    own = dossier_facts.own_acts(events)
    parts = []
    for name, some in (("acts", events[own]), ("voices", events[~own])):
        title = f"<h2>{escape(words(f'timeline.{name}'))}</h2>"
        told = history.history_html(some, sources, words, {"lang": words.language})
        empty = f"<p>{escape(words(f'dossier.no_{name}'))}</p>"
        parts.append(f"<section>{title}{empty if some.empty else told}</section>")
    return "".join(parts)


def _compared(page: Page, district: pd.Series) -> str:
    """Rank and waits among all, and beside the median of its kind."""
    words, edition, ags = page.words, page.edition, district["ags"]
    districts, definition = edition.atlas.known.districts, edition.choice.definition
    of_kind = len(dossier_facts.kind_of(edition.atlas, ags))
    place = dossier_facts.row_of(comparison.ranks(edition.atlas.changes, definition), ags)
    rank = dossier.rank(place, len(districts), definition, words)
    waits = dossier_facts.waits(edition.atlas, ags)
    table = dossier_html.waits_html(waits, district, of_kind, words)
    return (
        f"<section><h2>{escape(words('dossier.compared'))}</h2><p>{escape(rank)}</p>"
        f'<div class="waits-box" role="region" tabindex="0" '
        f'aria-label="{escape(words("dossier.waits.caption"))}">{table}</div>'
        f'<p class="hint">{escape(words("dossier.waits.hint"))}</p></section>'
    )


def _further(page: Page, district: pd.Series) -> str:
    """The municipalities, and what is open about the data."""
    words, edition, ags = page.words, page.edition, district["ags"]
    towns = edition.atlas.known.municipalities
    names = sorted(towns.loc[towns["ags"].eq(ags), "name"])
    asked = dossier_facts.questions(edition.atlas, ags)
    gaps, events = (
        dossier_facts.gaps(edition.atlas, ags),
        dossier_facts.events_of(edition.atlas, ags),
    )
    return (
        f"<section><h2>{escape(words('dossier.towns.title'))}</h2>"
        + dossier_html.municipalities_html(names, district, words)
        + f"</section><section><h2>{escape(words('dossier.questions'))}</h2>"
        + dossier_html.questions_html(asked, gaps, events, words)
        + "</section>"
    )
