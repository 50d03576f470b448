"""The maps of an edition: markup, script and style of the page, with the days in a script.

Classic scripts: from file:// no module loads and nothing can be fetched.
"""

import json
from html import escape
from typing import Any

import pandas as pd

from components.base.wording import LANGUAGES, Wording
from components.map import days, panels, stage
from components.map.near import near, near_map
from edition.model import ASSETS, Edition, Page

#: The script that draws, as the page has it.
SCRIPT = f"{ASSETS}map.js"
#: What the script of the days leaves for it.
DAYS = "KIZ_DAYS"


def scripts(language: str) -> tuple[str, str]:
    """The files that set the maps of a page in motion, in this order."""
    return days_path(language), SCRIPT


def days_path(language: str) -> str:
    """The script with the days in one language."""
    return f"{ASSETS}days-{language}.js"


def days_script(edition: Edition, language: str) -> bytes:
    """The days as a script that sets `window.KIZ_DAYS`."""
    return f"window.{DAYS}={_compact(_days(edition, language))};\n".encode()


def html(page: Page, table: str) -> str:
    """Headline, time, map, legend and coverage on the day of the edition.

    Areas lead to the pages of their districts; `table` is where the table of all stands.
    """
    edition, words = page.edition, page.words
    shown = stage.Shown(
        edition.atlas,
        edition.spoken(words),
        _days(edition, words.language),
        stage.Stop(edition.last, words.day(edition.last), f"{edition.last:%m/%Y}"),
        words,
        link=page.district,
        table=table,
        jumps=_jumps(edition),
    )
    return str(stage.stage(shown, edition.standings))


def near_html(page: Page, district: pd.Series) -> str:
    """A district among its neighbours, each with its name on it and led to its page.

    What the script needs to place the names stands beside the map.
    """
    edition, words = page.edition, page.words
    choice = edition.spoken(words, district["ags"])
    rows, panel = near(edition.atlas, edition.standings, choice, words)
    links = {ags: page.district(ags) for ags in rows["ags"]}
    drawn = near_map(edition.atlas, rows, panel, links, choice.ags)
    painted = escape(_compact([panels.painted(panel, rows)]))
    return (
        f'<div class="near" data-day="{choice.day}" data-district="{choice.ags}" '
        f'data-panels="{painted}">{drawn}</div>'
    )


def _days(edition: Edition, language: str) -> dict[str, Any]:
    return days.known_days(edition.atlas, edition.choice.definition, language)


def _jumps(edition: Edition) -> pd.DataFrame:
    """The days to jump to, the edition's own among them."""
    jumps, day = edition.atlas.known.days, pd.Timestamp(edition.choice.day)
    if jumps["first_day"].eq(day).any():
        return jumps
    label = {f"label_{words.language}": words("edition.own") for words in map(Wording, LANGUAGES)}
    own = pd.DataFrame([{"first_day": day, **label}])
    return pd.concat([jumps, own]).fillna("").sort_values("first_day")


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
