"""Several districts side by side: what happened in each, for one axis."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import pandas as pd

from components.base.atlas import Atlas
from components.facts.dossier import events_of, own_acts


class Way(NamedTuple):
    """One of the districts: its row of the standings of the day, and all of its events.

    `acts` are those of its own bodies and of the ministry, `voices` the others.
    """

    standing: pd.Series
    acts: pd.DataFrame
    voices: pd.DataFrame


def ways(atlas: Atlas, districts: Iterable[str], day: date, definition: str) -> list[Way]:
    """The ways of these districts, by their AGS, in this order."""
    standings = atlas.standings(day, definition).set_index("ags", drop=False)
    found = []
    for ags in districts:
        events = events_of(atlas, ags)
        acts = own_acts(events)
        found.append(Way(standings.loc[ags], events[acts], events[~acts]))
    return found
