"""What changed between two days: from which day it is told, and its rows for a file."""

from datetime import date

import pandas as pd

from adoption.changes import CHANGE_COLUMNS, changes_between
from components.base.choice import FIRST_DAY, Choice

CSV_COLUMNS = ["ags", "name", *CHANGE_COLUMNS[1:]]


def changes_table(
    districts: pd.DataFrame,
    events: pd.DataFrame,
    first: date,
    last: date,
    definition: str,
    reading: str,
) -> pd.DataFrame:
    """The changes between two days for a file: the columns of CSV_COLUMNS, text only.

    `has_kiz_from` and `has_kiz_to` are `true` or `false` under the definition, `date` is
    EDTF as the source gives it.

    Raises
    ------
    ValueError
        As `adoption.changes.changes_between`.
    """
    table = changes_between(events, districts, first, last, definition, reading)
    table["name"] = table["ags"].map(districts.set_index("ags")["name"])
    for end in ("has_kiz_from", "has_kiz_to"):
        table[end] = table[end].map({True: "true", False: "false"})
    return table[CSV_COLUMNS]


#: The day on which all councils of the state were elected anew.
ELECTION = date(2014, 5, 25)


def start(choice: Choice) -> date:
    """The day from which changes are told: the one in the address, else one year before."""
    return choice.since_day or year_before(choice.day)


def year_before(day: date) -> date:
    """The same day of the year before, but no day before the law; 29 February becomes the 28th."""
    leap = day.month == 2 and day.day == 29
    return max(day.replace(year=day.year - 1, day=28 if leap else day.day), FIRST_DAY)
