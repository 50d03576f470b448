"""The chosen district: its status on the day and its KIZ in brief, its history in full."""

from html import escape

import pandas as pd
import streamlit as st

from components import anchor, cache, dossier_html, frame, history, state
from components.caveat import caveat_html
from components.choice import Choice
from components.citing import cited
from components.figures.map import more_possible
from components.wording import Wording


def brief(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """Beside the map: the district's status on the day and its KIZ, or how to choose one."""
    if not choice.ags:
        st.html(f'<p class="hint">{escape(words("district.none"))}</p>')
        return
    district = standings.set_index("ags", drop=False).loc[choice.ags]
    standing = _status_html(district, _events(choice.ags), choice, words)
    name = escape(district["name"])
    centre = dossier_html.centre_html(cache.tables().centres, choice.ags, words)
    further = f'<a href="#geschichte">{escape(words("history.title"))}</a>'
    with st.container(key="brief"):
        st.html(f"<h2>{name}</h2>{standing}{centre}<p>{further}</p>")
        st.page_link(frame.script("kreis"), label=words("district.dossier"))
        st.button(words("control.close"), on_click=lambda: state.change(ags=""))


def full(choice: Choice, words: Wording) -> None:
    """Below the map: the whole history of the chosen district, whatever the day."""
    if not choice.ags:
        return
    known = cache.tables()
    name = known.districts.set_index("ags").loc[choice.ags, "name"]
    title = escape(words("history.of", name=name))
    st.html(
        f'<h2 id="geschichte">{title}</h2>'
        + history.history_html(_events(choice.ags), known.sources, words, {"lang": choice.language})
    )
    anchor.follow()


def _events(ags: str) -> pd.DataFrame:
    events = cache.tables().events
    return events[events["ags"] == ags]


def _status_html(district: pd.Series, events: pd.DataFrame, choice: Choice, words: Wording) -> str:
    """Status on the day, who refused, since when, and the latest evidence up to it."""
    label = words(f"status.{district['status']}")
    if district["status"] == "rejected":
        council = district["body"] == "council"
        body = words(f"council.{district['kind']}" if council else f"body.{district['body']}")
        label = words("district.refused_by", status=label, body=body)
    lines = [f"<strong>{escape(label)}</strong>"]
    if district["since"]:
        exact = "/" not in district["since"] and district["status"] != "debated"
        key = "district.since" if exact else "district.dated"
        key = "district.latest" if district["status"] == "debated" else key
        lines[0] += ", " + escape(words(key, date=words.known(district["since"])))
        proof = events.set_index("id").loc[district["event_id"]]
        lines[0] += _vouched(proof, words)
    if more_possible(district.to_frame().T).iloc[0]:
        possible = words(f"status.{district['possible_status']}")
        lines.append(escape(words("district.possible", status=possible)))
    latest = history.latest_evidence(events, choice.day)
    if latest is None:
        researched = words.known(district["researched_on"])
        lines.append(escape(words("district.no_evidence", date=researched)))
    else:
        told = {"event": words(f"event.{latest['event']}"), "date": words.known(latest["date"])}
        lines.append(escape(words("district.evidence", **told)) + _vouched(latest, words))
    heading = escape(words("district.on", day=words.day(choice.day)))
    return f'<p class="standing">{heading}: {"<br>".join(lines)}</p>'


def _vouched(event: pd.Series, words: Wording) -> str:
    """What stands behind an event in brief: the mark where it is unsure, and its source."""
    source = cache.tables().sources.set_index("id").loc[event["source_id"]]
    label = escape(words("district.source"))
    told = f"{label} {escape(words('source.offline'))}"
    if source["url"]:
        address = escape(source["url"])
        told = f'<a href="{address}" target="_blank" rel="noopener noreferrer">{label}</a>'
    named = f' (<span title="{escape(cited(source, words))}">{told}</span>)'
    return caveat_html(event["basis"], event["confidence"], words) + named
