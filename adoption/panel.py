"""Every district on many days, in one pass: groups under all definitions, and statuses."""

from datetime import date

import pandas as pd

from adoption.series import standings_on
from adoption.vocabulary import DEFINITIONS


def panel(changes: pd.DataFrame, districts: pd.DataFrame, days: list[date]) -> pd.DataFrame:
    """One row per day (ascending) and district, in their order.

    `changes` is what `series.episodes` returns. The status is the same under every definition;
    the group is not. Returns `ags`, `day`, `status`, `possible_status` and for each definition
    its group, as `group_approved`.
    """
    passes = {
        definition: pd.concat(standings_on(changes, districts, days, definition), ignore_index=True)
        for definition in DEFINITIONS
    }
    shown = passes[DEFINITIONS[0]][["ags", "status", "possible_status"]]
    groups = {f"group_{name}": found["group"] for name, found in passes.items()}
    return shown.assign(day=[day for day in days for _ in districts["ags"]], **groups)
