"""What the player of an edition shows, as a classic script: from file:// nothing can be fetched."""

import json
from bisect import bisect_left
from datetime import date

import pandas as pd

from components import play_data
from components.choice import day_of, months
from components.figures import theme
from components.headline import headline, latest_total
from components.wording import Wording
from edition import map_svg
from edition.model import Edition

#: What the script leaves in the page.
NAME = "KIZ_FILM"


def script(edition: Edition, language: str) -> bytes:
    """The film as a script that sets `window.KIZ_FILM`."""
    text = json.dumps(film(edition, Wording(language)), ensure_ascii=False, separators=(",", ":"))
    return f"window.{NAME}={text};\n".encode()


def film(edition: Edition, words: Wording) -> dict[str, object]:
    """Every month as `play_data.film` gives it, and what the site says of it besides.

    Adds `ags`, `fills` (by code), `ink` (of names), `days` and `heads` (of each month: its
    last day in words; sentence and detail), `since` (of each district: pairs of the month
    from which a proof counts, and its date in words) and `still`, the edition's own day.
    """
    atlas, definition = edition.atlas, edition.choice.definition
    districts = atlas.known.districts
    shown = play_data.film(atlas.changes, districts, edition.last, definition, words)
    days = [day_of(month, edition.last) for month in months(edition.last)]
    heads = [
        _head(edition, row, day, words)
        for day, row in zip(days, _months(edition, days), strict=True)
    ]
    return shown | {
        "ags": districts["ags"].tolist(),
        "fills": theme.fills(),
        "ink": theme.INK,
        "days": [words.day(day) for day in days],
        "heads": heads,
        "since": _since(edition, days, words),
        "still": _still(edition, words),
    }


def _months(edition: Edition, days: list[date]) -> list[pd.DataFrame]:
    atlas = edition.atlas
    districts = atlas.known.districts
    held = play_data.standings_on(atlas.changes, districts, days, edition.choice.definition)
    return [month.assign(short_name=districts["short_name"]) for month in held]


def _head(edition: Edition, standings: pd.DataFrame, day: date, words: Wording) -> list[str]:
    known, definition = edition.atlas.known, edition.choice.definition
    total = latest_total(known.totals, known.sources, day, definition)
    line = headline(standings, total, day, definition, words)
    return [line.sentence, " ".join(line.detail)]


def _since(edition: Edition, days: list[date], words: Wording) -> list[list[tuple[int, str]]]:
    """Of each district the proofs of its status in their order, each from its month on."""
    atlas = edition.atlas
    dates = atlas.known.events.set_index("id")["date"]
    proofs = atlas.changes[atlas.changes["reading"].eq("certain")]
    found = []
    for ags in atlas.known.districts["ags"]:
        own = proofs[proofs["ags"].eq(ags)].itertuples(index=False)
        told = {
            bisect_left(days, row.first_day): words.known(dates[row.event_id])
            if row.event_id
            else ""
            for row in own
        }
        found.append(list(told.items()))
    return found


def _still(edition: Edition, words: Wording) -> dict[str, object]:
    """The edition's own day: its words, and how each district looks."""
    day, standings = edition.choice.day, edition.standings
    line = edition.atlas.headline(day, edition.choice.definition, words)
    label = words.day(day)
    seen = map_svg.looks(standings, words)
    return {
        "day": day.isoformat(),
        "label": label,
        "said": play_data.still(standings, day, words)["said"],
        "head": [line.sentence, " ".join(line.detail)],
        "looks": [
            [how.fill, map_svg.mark_of(how), how.ink, map_svg.told(how)] for how in seen.values()
        ],
    }
