"""The maps of an edition: markup, script and style of the page, with the days in a script.

Classic scripts: from file:// no module loads and nothing can be fetched.
"""

import json
from typing import Any

import htpy as h
import pandas as pd

from components.base.links import TABLE
from components.base.wording import LANGUAGES, Wording
from components.map import days, files, panels, stage
from components.map import near as near_map
from edition.links import PageLinks
from edition.model import ASSETS, Edition, Page

#: The script that draws, as the page has it.
SCRIPT = f"{ASSETS}map.js"


def scripts(language: str) -> tuple[str, str]:
    """The files that set the maps of a page in motion, in this order."""
    return days_path(language), SCRIPT


def days_path(language: str) -> str:
    """The script with the days in one language."""
    return f"{ASSETS}days-{language}.js"


def days_script(edition: Edition, language: str) -> bytes:
    """The days as a script."""
    return files.days_script(_days(edition, language))


def whole(page: Page) -> h.Element:
    """Headline, time, map, legend and coverage on the day of the edition.

    Areas lead to the pages of their districts.
    """
    edition, words = page.edition, page.words
    shown = stage.Shown(
        edition.atlas,
        edition.spoken(words),
        _days(edition, words.language),
        stage.Stop(edition.last, words.day(edition.last), f"{edition.last:%m/%Y}"),
        words,
        link=page.district,
        table=f"#{TABLE}",
        meaning=PageLinks(page).words,
        jumps=_jumps(edition),
    )
    return stage.stage(shown, edition.standings)


def near(page: Page, ags: str) -> h.Element:
    """A district among its neighbours, each with its name on it and led to its page.

    What the script needs to place the names stands beside the map.
    """
    edition, words = page.edition, page.words
    choice = edition.spoken(words, ags)
    panel = near_map.near(edition.atlas, edition.standings, choice, words)
    links = {ags: page.district(ags) for ags in panel.standings["ags"]}
    painted = json.dumps([panels.painted(panel)], ensure_ascii=False, separators=(",", ":"))
    return h.div(".near", data_day=f"{choice.day}", data_district=ags, data_panels=painted)[
        near_map.near_map(edition.atlas, panel, links, ags)
    ]


def _days(edition: Edition, language: str) -> dict[str, Any]:
    return days.day_file(edition.atlas, edition.choice.definition, language)


def _jumps(edition: Edition) -> pd.DataFrame:
    """The days to jump to, the edition's own among them."""
    jumps, day = edition.atlas.tables.days, pd.Timestamp(edition.choice.day)
    if jumps["first_day"].eq(day).any():
        return jumps
    label = {f"label_{words.language}": words("edition.own") for words in map(Wording, LANGUAGES)}
    own = pd.DataFrame([{"first_day": day, **label}])
    return pd.concat([jumps, own]).fillna("").sort_values("first_day")
