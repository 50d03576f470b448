"""What differs between two standings, in a palette of its own."""

import pandas as pd

from components.looks import theme
from components.looks.look import HAS_FILLS, MOST_NAMED, Look
from components.looks.look import looks as status_looks
from components.looks.theme import Fill

#: What can be said of a district in two standings, in the order of the legend. Violet and
#: green are neither a status nor a period.
FILLS = {
    "second": Fill("#1b7837", mark="+"),
    "first": Fill("#762a83", mark="−"),
    "unsure": Fill("#c9bedd", "possible", theme.POSSIBLE_MARK),
    "both": Fill("#9aa3ab"),
    "neither": Fill("#eef0f1"),
}
CLASSES = tuple(FILLS)
#: Who has a KIZ under a definition, in colours that say nothing of its status.
GROUP_FILLS = {
    "with": HAS_FILLS["with"],
    "undetermined": HAS_FILLS["undetermined"],
    "without": HAS_FILLS["unknown"],
}


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


def group_looks(standings: pd.DataFrame) -> dict[str, Look]:
    """Who has a KIZ, may have one, has none, by AGS; `standings` with ags, group."""
    groups = list(GROUP_FILLS)
    return {row.ags: Look(groups.index(row.group)) for row in standings.itertuples(index=False)}


def side_looks(standings: pd.DataFrame, mode: str) -> dict[str, Look]:
    """How one side of a comparison looks: its status on a day, its group under a definition."""
    if mode == "days":
        return status_looks(standings, "status", with_names=False)
    return group_looks(standings)


def scale(mode: str) -> tuple[str, list[Fill]]:
    """Name and fills of the one scale of both standings."""
    return ("status", theme.fills()) if mode == "days" else ("group", list(GROUP_FILLS.values()))
