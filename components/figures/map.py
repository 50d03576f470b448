"""The map of a day: 54 areas filled by their certain status, marks on top.

The geometry is not in the figure: the browser fetches it once from a static file, and
a new day sends only codes.
"""

from collections.abc import Container
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from adoption.vocabulary import STATUSES
from components.caveat import caveat
from components.figures import theme
from components.wording import Wording

#: The state and a little air: `fitbounds` cannot see geometry that is fetched by address.
LON_RANGE = (5.80, 9.52)
LAT_RANGE = (50.30, 52.55)
#: More names than this do not fit on the map.
MOST_NAMED = 8
BORDER_WIDTH = 0.8
#: Where the district's name goes in a mark or a hover text.
NAME = "{name}"


class Look(NamedTuple):
    """How one area is drawn: code of its fill, mark and its colour, hover text.

    The hover text is the name, drawn bold, and the lines below it. NAME stands for the name.
    """

    fill: int
    mark: str
    ink: str
    hover: str

    def of(self, name: str) -> "Look":
        """The same look with the district's name put in."""
        texts = (text.replace(NAME, name) for text in (self.mark, self.hover))
        return self._replace(**dict(zip(("mark", "hover"), texts, strict=True)))


def more_possible(standings: pd.DataFrame) -> pd.Series:
    """Where the possible status is higher than the certain one."""
    pairs = zip(standings["status"], standings["possible_status"], strict=True)
    return pd.Series([_higher(*pair) for pair in pairs], index=standings.index, dtype=bool)


def named(groups: pd.Series) -> pd.Series:
    """Whose name stands on the map: those without a KIZ, while they are few."""
    without = groups.eq("without")
    return without & (without.sum() <= MOST_NAMED)


def look(
    status: str, possible: str, is_named: bool, words: Wording, since: str = "", doubt: str = ""
) -> Look:
    """How a district in this standing is drawn on the status map.

    `×` on a refusal, `?` where more is possible, and the name of one that is to be named.
    `doubt` is the mark of its proof (`components.caveat.caveat`).
    """
    unsure = _higher(status, possible)
    mark = theme.REFUSED_MARK if status == "rejected" else ""
    mark += theme.POSSIBLE_MARK if unsure else ""
    fill = theme.STATUS_COLOURS[status]
    told = words(f"status.{status}") + (f", {words.known(since)}" if since else "")
    told += f" ({doubt})" if doubt else ""
    more = words("map.possibly", status=words(f"status.{possible}")) if unsure else ""
    return Look(
        theme.code(status, unsure),
        _lines(mark, NAME if is_named else ""),
        theme.ink_on(theme.lighter(fill) if unsure else fill),
        _lines(NAME, told, more),
    )


def status_map(
    standings: pd.DataFrame, labels: pd.DataFrame, geometry_url: str, words: Wording, chosen: str
) -> go.Figure:
    """The map of one day.

    Parameters
    ----------
    standings
        One row per district: ags, short_name, status, possible_status, since, group, and
        basis and confidence of the proof.
    labels, geometry_url, chosen
        As `area_map` takes them.
    """
    looks = {}
    for row in standings.assign(named=named(standings["group"])).itertuples():
        doubt = caveat(row.basis, row.confidence, words)
        drawn = look(row.status, row.possible_status, row.named, words, row.since, doubt)
        looks[row.ags] = drawn.of(row.short_name)
    return area_map(looks, theme.fills(), labels, geometry_url, chosen)


#: The same colours in fewer letters: they cross the wire once for each district.
_SHORT = {theme.BLACK: "#000", theme.PAPER: "#fff"}


def area_map(
    looks: dict[str, Look], fills: list[str], labels: pd.DataFrame, geometry_url: str, chosen: str
) -> go.Figure:
    """The 54 areas as they look, each with a point for its mark, even where it is empty.

    Parameters
    ----------
    looks
        By AGS; their fill is a place in `fills`.
    labels
        Index ags, columns label_lon and label_lat: where a mark stands.
    geometry_url
        Where the browser finds the areas, keyed by AGS, clockwise rings, the name in them.
    chosen
        AGS of the district drawn with a strong outline, or empty.
    """
    codes, marks, inks, hovers = (list(column) for column in zip(*looks.values(), strict=True))
    told = [hover.partition("<br>")[2] for hover in hovers]  # the name is in the geometry
    areas = go.Choropleth(
        geojson=geometry_url,
        locations=list(looks),
        z=codes,
        zmin=0,
        zmax=len(fills) - 1,
        colorscale=theme.colour_scale(fills),
        showscale=False,
        marker_line={"color": theme.BORDER, "width": BORDER_WIDTH},
        selected_marker_opacity=1,
        unselected_marker_opacity=1,
        customdata=told,
        hovertemplate="<b>%{properties.name}</b><br>%{customdata}<extra></extra>",
    )
    where = labels.loc[list(looks)].round(2)  # degrees: 1 km at most, and less to send
    texts = go.Scattergeo(
        lon=where["label_lon"].tolist(),
        lat=where["label_lat"].tolist(),
        mode="text",
        text=marks,
        textfont={"size": 12, "color": [_SHORT.get(ink, ink) for ink in inks]},
        hoverinfo="skip",
    )
    figure = go.Figure([areas, texts, *_outline(geometry_url, chosen, looks)])
    figure.update_geos(
        visible=False,
        bgcolor="rgba(0,0,0,0)",
        projection_type="transverse mercator",
        projection_rotation_lon=sum(LON_RANGE) / 2,
        lonaxis_range=LON_RANGE,
        lataxis_range=LAT_RANGE,
    )
    figure.update_layout(
        template="none",
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        clickmode="event+select",
        showlegend=False,
        hoverlabel={"bgcolor": theme.PAPER, "bordercolor": theme.INK, "font_color": theme.INK},
        font_family="Source Sans, Source Sans Pro, sans-serif",
        uirevision="map",
    )
    return figure


def _outline(geometry_url: str, chosen: str, looks: Container[str]) -> list[go.Choropleth]:
    """The chosen district once more, as nothing but a strong outline that no click meets."""
    if chosen not in looks:
        return []
    nothing = [(0, "rgba(0,0,0,0)"), (1, "rgba(0,0,0,0)")]
    return [
        go.Choropleth(
            geojson=geometry_url,
            locations=[chosen],
            z=[0],
            colorscale=nothing,
            showscale=False,
            marker_line={"color": theme.CHOSEN, "width": 3},
            hoverinfo="skip",
        )
    ]


def _higher(status: str, possible: str) -> bool:
    return STATUSES.index(possible) > STATUSES.index(status)


def _lines(*parts: str) -> str:
    return "<br>".join(filter(None, parts))
