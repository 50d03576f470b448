"""What differs between two standings, in a palette of its own."""

import pandas as pd

from components.looks import theme
from components.looks.colour import Colour
from components.looks.look import MOST_NAMED, Look
from components.looks.theme import Fill

#: What can be said of a district in two standings, in the order of the legend. None of these
#: colours is one of `HAS_FILLS`, which the maps beside it have.
FILLS = {
    "second": Fill(Colour("#00897a", "#52dccb"), mark="+"),
    "first": Fill(Colour("#7d1259", "#e05aa8"), mark="−"),
    "unsure": Fill(Colour("#b598cd", "#7a5fa0"), "possible", theme.POSSIBLE_MARK),
    "both": Fill(Colour("#a9ccc1", "#24524a")),
    "neither": Fill(Colour("#f7dcec", "#3a2433")),
}
CLASSES = tuple(FILLS)


def difference(first: pd.Series, second: pd.Series) -> pd.Series:
    """The class of each district, from its group in two standings.

    `second` and `first`: it certainly has one in that standing only; `both` and `neither`
    likewise; `unsure`: it is undetermined in one of them, so that no difference is proved.

    Returns one of CLASSES per row of `first`.
    """
    classes = pd.Series("unsure", index=first.index, dtype="string")
    sure = first.ne("undetermined") & second.ne("undetermined")
    has_first, has_second = first.eq("with"), second.eq("with")
    classes[sure & has_first & has_second] = "both"
    classes[sure & ~has_first & ~has_second] = "neither"
    classes[sure & has_first & ~has_second] = "first"
    classes[sure & ~has_first & has_second] = "second"
    return classes


def looks(table: pd.DataFrame) -> dict[str, Look]:
    """How the difference looks, by AGS, with the names of those that differ while they fit.

    `table` has one row per district: ags, short_name, difference (one of CLASSES).
    """
    apart = table["difference"].isin(["first", "second"])
    rows = table.assign(named=apart & (apart.sum() <= MOST_NAMED)).itertuples(index=False)
    return {
        row.ags: Look(
            CLASSES.index(row.difference),
            tuple(filter(None, (FILLS[row.difference].mark, row.short_name if row.named else ""))),
        )
        for row in rows
    }
