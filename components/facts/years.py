"""The ends of the years that are shown side by side."""

from datetime import date

import pandas as pd

from components.base.atlas import Atlas

#: The years between the law and the last district, each shown at its end.
YEAR_ENDS = tuple(date(year, 12, 31) for year in range(2012, 2019))


def year_ends(atlas: Atlas, definition: str) -> dict[date, pd.DataFrame]:
    """The standings at the end of each of these years."""
    return {day: atlas.standings(day, definition) for day in YEAR_ENDS}
