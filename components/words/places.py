"""What the search offers, in words that tell a town from the Kreis of the same name."""

import re

import pandas as pd

from components.base.wording import Wording
from data.tables import Tables


def offered(found: pd.DataFrame, tables: Tables, words: Wording) -> list[tuple[str, str, str]]:
    """Key of the district, name, and what tells it apart, of each place as `places.find` has it.

    A district found by a plate or a key says all of its plates, or its key.
    """
    districts = tables.districts.set_index("ags")
    return [
        (row.ags, row.name, "; ".join(filter(None, _told(row, districts, tables, words))))
        for row in found.itertuples(index=False)
    ]


def within(name: str, words: Wording) -> str:
    """Where a municipality lies: im Kreis Kleve, im Märkischen Kreis, in der Städteregion."""
    if re.match("(?i)städteregion", name):
        return words("place.in.region", name=name)
    if words.language == "de":
        name = re.sub(r"er Kreis$", "en Kreis", name)
    return words("place.in.kreis", name=name)


def _told(row: tuple, districts: pd.DataFrame, tables: Tables, words: Wording) -> list[str]:
    district = districts.loc[row.ags]
    if row.designation:
        told = [words(f"search.town.{row.designation}", within=within(district["name"], words))]
    elif district["kind"] != "Kreis":
        told = [words("search.city")]
    else:
        # Officially a city may belong to it that is a district of its own here.
        apart = districts[districts["official_ags"].eq(row.ags) & (districts.index != row.ags)]
        told = [words("search.rest", name=name) for name in apart["name"]]
    if row.kind == "plate":
        own = tables.plates.loc[tables.plates["ags"].eq(row.ags), "plate"]
        told.append(words("search.plate", plates=words.names(list(own))))
    if row.kind == "key" and not row.designation:
        told.append(words("search.key", ags=row.ags))
    return told
