"""Two standings of the 54 as maps on one scale: who has a KIZ in each, and the difference."""

import pandas as pd
import plotly.graph_objects as go

from components.figures import theme
from components.figures.map import MOST_NAMED, NAME, Look, area_map
from components.wording import Wording

#: What can be said of a district in two standings, in the order of the legend.
CLASSES = ("second", "first", "unsure", "both", "neither")
FILLS = {
    "second": theme.STATUS_COLOURS["open"],
    "first": theme.STATUS_COLOURS["rejected"],
    "unsure": theme.STATUS_COLOURS["debated"],
    "both": theme.STATUS_COLOURS["decided"],
    "neither": theme.STATUS_COLOURS["unknown"],
}
MARKS = {"second": "+", "first": "−", "unsure": theme.POSSIBLE_MARK}
#: Who has a KIZ under a definition, in colours that say nothing of its status.
GROUP_FILLS = {
    "with": theme.STATUS_COLOURS["open"],
    "undetermined": theme.lighter(theme.STATUS_COLOURS["approved"]),
    "without": theme.STATUS_COLOURS["unknown"],
}


def difference(first: pd.Series, second: pd.Series) -> pd.Series:
    """The class of each district, from its group in two standings.

    `second` and `first`: it certainly has one in that standing only; `both` and `neither`
    likewise; `unsure`: it is undetermined in one of them, so that no difference is proved.

    Returns one of CLASSES per row of `first`.
    """
    found = pd.Series("unsure", index=first.index, dtype="string")
    sure = first.ne("undetermined") & second.ne("undetermined")
    has_first, has_second = first.eq("with"), second.eq("with")
    found[sure & has_first & has_second] = "both"
    found[sure & ~has_first & ~has_second] = "neither"
    found[sure & has_first & ~has_second] = "first"
    found[sure & ~has_first & has_second] = "second"
    return found


def difference_map(
    table: pd.DataFrame,
    labels: pd.DataFrame,
    geometry_url: str,
    told: dict[str, str],
    chosen: str,
) -> go.Figure:
    """The map of what differs, with the names of those that do while they fit.

    Parameters
    ----------
    table
        One row per district: ags, short_name, difference (one of CLASSES).
    told
        What each of CLASSES is called.
    labels, geometry_url, chosen
        As `area_map` takes them.
    """
    apart = table["difference"].isin(["first", "second"])
    is_named = apart & (apart.sum() <= MOST_NAMED)
    looks = {}
    for row in table.assign(named=is_named).itertuples(index=False):
        mark = " ".join(filter(None, [MARKS.get(row.difference, ""), row.named * NAME]))
        look = Look(
            CLASSES.index(row.difference),
            mark,
            theme.ink_on(FILLS[row.difference]),
            f"{NAME}<br>{told[row.difference]}",
        )
        looks[row.ags] = look.of(row.short_name)
    return area_map(looks, list(FILLS.values()), labels, geometry_url, chosen)


def group_map(
    standings: pd.DataFrame, labels: pd.DataFrame, geometry_url: str, words: Wording, chosen: str
) -> go.Figure:
    """The map of who has a KIZ, may have one, has none; parameters as `status_map` takes them."""
    looks = {}
    for row in standings.itertuples(index=False):
        mark = theme.POSSIBLE_MARK if row.group == "undetermined" else ""
        hover = f"{NAME}<br>{words(f'compare.group.{row.group}')}"
        code = list(GROUP_FILLS).index(row.group)
        look = Look(code, mark, theme.ink_on(GROUP_FILLS[row.group]), hover)
        looks[row.ags] = look.of(row.short_name)
    return area_map(looks, list(GROUP_FILLS.values()), labels, geometry_url, chosen)
