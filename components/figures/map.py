"""The map of a day: 54 areas filled by their certain status, marks on top.

The geometry is not in the figure: the browser fetches it once from a static file, and
a new day sends only codes.
"""

import pandas as pd
import plotly.graph_objects as go

from adoption.vocabulary import STATUSES
from components.figures import theme
from components.wording import Wording

#: The state and a little air: `fitbounds` cannot see geometry that is fetched by address.
LON_RANGE = (5.80, 9.52)
LAT_RANGE = (50.30, 52.55)


def more_possible(standings: pd.DataFrame) -> pd.Series:
    """Where the possible status is higher than the certain one."""
    rank = {status: place for place, status in enumerate(STATUSES)}
    return standings["possible_status"].map(rank) > standings["status"].map(rank)


def status_map(
    standings: pd.DataFrame, labels: pd.DataFrame, geometry_url: str, words: Wording, chosen: str
) -> go.Figure:
    """The map of one day.

    Parameters
    ----------
    standings
        One row per district: ags, short_name, status, possible_status, since, group.
    labels
        Index ags, columns label_lon and label_lat: where a mark stands.
    geometry_url
        Where the browser finds the areas, keyed by AGS, clockwise rings.
    chosen
        AGS of the district drawn with a strong outline, or empty.
    """
    unsure = more_possible(standings)
    codes = [theme.code(*pair) for pair in zip(standings["status"], unsure, strict=True)]
    is_chosen = standings["ags"] == chosen
    areas = go.Choropleth(
        geojson=geometry_url,
        locations=standings["ags"].tolist(),
        z=codes,
        zmin=-0.5,
        zmax=len(theme.fills()) - 0.5,
        colorscale=theme.colour_scale(),
        showscale=False,
        marker_line_color=[theme.CHOSEN if hit else theme.BORDER for hit in is_chosen],
        marker_line_width=[3 if hit else 0.8 for hit in is_chosen],
        selected_marker_opacity=1,
        unselected_marker_opacity=1,
        text=[_hover(row, words) for row in standings.assign(unsure=unsure).itertuples()],
        hovertemplate="%{text}<extra></extra>",
    )
    figure = go.Figure([areas, _marks(standings, unsure, labels)])
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


def _marks(standings: pd.DataFrame, unsure: pd.Series, labels: pd.DataFrame) -> go.Scattergeo:
    """`×` on a refusal, `?` where more is possible, and the names of those without a KIZ."""
    refused = standings["status"] == "rejected"
    named = (standings["group"] == "without") & (standings["group"] == "without").sum().__le__(8)
    shown = standings[refused | unsure | named]
    texts, colours = [], []
    for row in shown.itertuples():
        mark = theme.REFUSED_MARK if refused[row.Index] else ""
        mark += theme.POSSIBLE_MARK if unsure[row.Index] else ""
        texts.append("<br>".join(filter(None, [mark, row.short_name if named[row.Index] else ""])))
        fill = theme.STATUS_COLOURS[row.status]
        colours.append(theme.ink_on(theme.lighter(fill) if unsure[row.Index] else fill))
    where = labels.loc[shown["ags"]]
    return go.Scattergeo(
        lon=where["label_lon"].tolist(),
        lat=where["label_lat"].tolist(),
        mode="text",
        text=texts,
        textfont={"size": 12, "color": colours},
        hoverinfo="skip",
    )


def _hover(row: tuple, words: Wording) -> str:
    lines = [f"<b>{row.short_name}</b>", words(f"status.{row.status}")]
    if row.since:
        lines.append(words.known(row.since))
    if row.unsure:
        lines.append(words("map.possibly", status=words(f"status.{row.possible_status}")))
    return "<br>".join(lines)
