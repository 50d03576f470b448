"""A small map of one district and its neighbours, cut to their own extent."""

import re

import pandas as pd
import plotly.graph_objects as go

from components.figures import theme
from components.figures.map import area_map, look
from components.wording import Wording

#: Air around the areas, as a part of their extent.
AIR = 0.04
#: Where a name breaks into lines that fit into a narrow district.
BREAKS = re.compile(r"(-| )(?=\w{4})")
WEST, SOUTH, EAST, NORTH = "minx", "miny", "maxx", "maxy"


def neighbours_map(
    standings: pd.DataFrame,
    dates: dict[str, str],
    labels: pd.DataFrame,
    extents: pd.DataFrame,
    geometry_url: str,
    words: Wording,
    ags: str,
) -> go.Figure:
    """The map: each area in the colour of its status, with its name and when it got its KIZ.

    Parameters
    ----------
    standings
        The rows of the district `ags` and of its neighbours, as `status_map` takes them.
    dates
        By AGS: the short date that stands under the name, or nothing.
    extents
        Index ags; columns minx, miny, maxx, maxy in degrees.
    labels, geometry_url
        As `area_map` takes them.
    """
    looks = {}
    # The district itself comes last, so that its outline lies over its neighbours'.
    for row in standings.sort_values("ags", key=lambda key: key.eq(ags)).itertuples(index=False):
        seen = look(row.status, row.possible_status, False, words, row.since).of(row.short_name)
        name = BREAKS.sub(r"\1<br>", row.short_name)
        name = f"<b>{name}</b>" if row.ags == ags else name
        lines = filter(None, [name, dates.get(row.ags, ""), seen.mark])
        looks[row.ags] = seen._replace(mark="<br>".join(lines))
    figure = area_map(looks, theme.fills(), labels, geometry_url, ags)
    figure.update_traces(textfont_size=11, selector={"type": "scattergeo"})
    lon, lat = ranges(extents.loc[list(looks)])
    figure.update_geos(lonaxis_range=lon, lataxis_range=lat, projection_rotation_lon=sum(lon) / 2)
    return figure.update_layout(uirevision=f"neighbours-{ags}")


def ranges(extents: pd.DataFrame) -> tuple[tuple[float, float], tuple[float, float]]:
    """Longitudes and latitudes, in degrees, that hold all these areas and a little air."""
    west, south = extents[WEST].min(), extents[SOUTH].min()
    east, north = extents[EAST].max(), extents[NORTH].max()
    across, up = (east - west) * AIR, (north - south) * AIR
    return (west - across, east + across), (south - up, north + up)
