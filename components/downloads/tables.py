"""The tables: what stands in each, typed, with all that its files say of themselves."""

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from adoption.vocabulary import READINGS
from components.base import taken
from components.base.atlas import Atlas
from components.base.choice import FIRST_DAY, Choice
from components.base.stamp import Stamp
from components.downloads import rows
from components.downloads.column import Column, typed
from components.downloads.columns import COLUMNS


@dataclass(frozen=True, eq=False)
class Table:
    """A table ready to be written.

    `frame` has the columns of `columns`, typed as `column.KINDS` says. `areas` has ags and
    geometry (EPSG:4326) where each row is one district, else it is None. `scope` is that of
    `taken.Taken`.
    """

    name: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    stamp: Stamp
    reading: str
    scope: tuple[str, ...]
    areas: gpd.GeoDataFrame | None = None


def table(
    name: str, atlas: Atlas, choice: Choice, reading: str = "certain", site: str = ""
) -> Table:
    """One of TABLES for the day, definition and reading asked for.

    What runs from a day (FROM_A_DAY) does so from `choice.since_day`, without it from the day
    of the law.

    Raises
    ------
    ValueError
        No such table or reading, or what runs from a day would end before it begins.
    """
    if name not in TABLES:
        raise ValueError(f'table "{name}" is unknown; use one of {", ".join(TABLES)}')
    if reading not in READINGS:
        raise ValueError(f'reading "{reading}" is unknown; use one of {", ".join(READINGS)}')
    choice = begun(name, choice)
    page, scope = taken.TABLES[name]
    stamp = Stamp.of(atlas, choice, page, site)
    frame = typed(getattr(rows, name)(atlas, choice, reading), COLUMNS[name])
    areas = atlas.areas[["ags", "geometry"]] if name in ON_THE_MAP else None
    return Table(name, frame, COLUMNS[name], stamp, reading, scope, areas)


def begun(name: str, choice: Choice) -> Choice:
    """The choice with the day from which the table runs, if it runs from one."""
    if name not in FROM_A_DAY:
        return choice
    return replace(choice, since_day=choice.since_day or FIRST_DAY)


TABLES = tuple(taken.TABLES)
#: The tables that run from one day to another.
FROM_A_DAY = tuple(name for name, (_, scope) in taken.TABLES.items() if "from" in scope)
#: The tables with one row for each district that they name.
ON_THE_MAP = ("status", "districts", "changes", "holdouts")
