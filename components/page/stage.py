"""The map and its time in the page: the markup is sent once, then only what is chosen.

Two components: one brings the markup, which stays the same while the reader stays on the page;
the other, of a few hundred bytes, says with each run what is chosen. Between them the script
moves map, headline and legend by itself, and tells the server where the reader rests.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from components.base.choice import Choice, read, today
from components.base.wording import Wording
from components.facts.compare import Comparison
from components.map import comparison as compared_maps
from components.map import files
from components.map import near as neighbourhood
from components.map.panels import painted
from components.page import cache, state

_STAGE = """
export default async ({ parentElement: here, data, setTriggerValue }) => {
  const script = import(new URL(data.script, document.baseURI));
  if (here.markup !== data.markup) {
    here.markup = data.markup;
    if (!document.querySelector(`link[href="${data.style}"]`)) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: data.style });
      const there = new Promise((go) => { link.onload = link.onerror = go; });
      document.head.append(link);
      await there;
    }
    const held = here.contains(document.activeElement) && document.activeElement.dataset.ags;
    here.before = here.firstElementChild?.stage;
    here.innerHTML = data.markup;
    here.held = held;
  }
  try {
    await script;
  } catch {
    const wrong = here.querySelector(".wrong");
    if (wrong) wrong.textContent = data.failed;
    return;
  }
  const send = (told) => setTriggerValue("moved", told);
  const stage = here.firstElementChild;
  if (stage) window.KizMap.mount(stage, data, send, here.before);
  if (here.held) here.querySelector(`[data-ags="${here.held}"]`)?.focus();
  here.held = "";
};
"""
# Sent with every run, so it says nothing that the other has said; the script may come after it.
_CHOSEN = """
export default ({ data }) => {
  (window.KizChosen ??= new Map()).set(data.key, data);
  window.KizMap?.choose(data);
};
"""
#: What the browser tells, and where the address says the same.
_TOLD = {"day": "tag", "colouring": "farbe", "ags": "kreis"}
_stage = st.components.v2.component("stage", js=_STAGE, isolate_styles=False)
_chosen = st.components.v2.component("chosen", js=_CHOSEN, isolate_styles=False)


def stage(choice: Choice, words: Wording) -> None:
    """Headline, time, map, legend and coverage."""
    _render(cache.stage_html(state.entered(), today()), choice, words)


def time(choice: Choice, words: Wording) -> None:
    """The control of the time alone, for the pages without a map of the day."""
    entered = replace(state.entered(), ags="", colouring="has")
    _render(cache.time_html(entered, today()), choice, words, "time")


def near(choice: Choice, standings: pd.DataFrame, words: Wording) -> None:
    """The chosen district among its neighbours."""
    panel = neighbourhood.near(cache.atlas(), standings, choice, words)
    markup = cache.near_html(replace(state.entered(), ags=choice.ags))
    _render(markup, choice, words, "maps", {"panels": [painted(panel)]})


def comparison(choice: Choice, compared: Comparison, words: Wording) -> None:
    """Both sides of a comparison and their difference, beside each other on a wide screen."""
    panels = [painted(panel) for panel in compared_maps.panels(compared, words)]
    _render(cache.comparison_html(state.entered()), choice, words, "maps", {"panels": panels})


def _render(
    markup: str,
    choice: Choice,
    words: Wording,
    key: str = "stage",
    more: Mapping[str, Any] | None = None,
) -> None:
    script, style = files.addresses()
    # What is chosen is for this markup and no other: each of the two may come before the other.
    place = f"{key}-{crc32(markup.encode()):x}"
    address = choice.address()
    choice_now = {
        "day": choice.day.isoformat(),
        "days": cache.days_url(choice.definition, choice.language),
        "colouring": choice.colouring,
        "ags": choice.ags,
        "query": {name: address[name] for name in address if name not in ("tag", "farbe", "kreis")},
        "key": place,
        "count": st.session_state.get(f"{key}_count", 0),  # of the last message that was heard
        "connection": state.connection(),
    }
    told = {"markup": markup, "script": script, "style": style, "key": place}
    _stage(
        data=told | {"failed": words("clock.failed")},
        key=key,
        on_moved_change=lambda: hear(key),
    )
    _chosen(data=choice_now | dict(more or {}), key=f"{key}_chosen")


def hear(key: str) -> None:
    """The reader has come to rest on a day, or has chosen a colouring or a district.

    A message that comes when the reader has turned the page already says nothing new: the link
    took the day along in its address.
    """
    if not (component := st.session_state.get(key)):
        return
    message = component["moved"]
    st.session_state[f"{key}_count"] = message.get("count", 0)
    state.change(**moved(message, today(), cache.atlas().names))


def moved(message: Mapping[str, str], now: date, districts: Mapping[str, str]) -> dict[str, object]:
    """The fields of the choice that the browser has moved, held to what an address may say.

    A day that is none, or later than `now` since a clock was set back, becomes `now`.
    """
    said = {field: name for field, name in _TOLD.items() if field in message}
    choice, _ = read({name: message[field] for field, name in said.items()}, now, districts)
    return {field: getattr(choice, field) for field in said}
