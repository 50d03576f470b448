"""The map as one writes it first."""

import json
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

from adoption.status import status_on
from components.base.choice import day_of
from data.tables import Tables

ROOT = Path(__file__).parents[2]


def month_map(known: Tables, month: date) -> go.Figure:
    """The districts with their statuses at the end of the month."""
    day = day_of(month, date.today())
    return figure(status_on(known.events, known.districts, day, "certain"))


def figure(shown: pd.DataFrame) -> go.Figure:
    """The map of a frame with ags and status, with all geometry in it."""
    areas = gpd.read_file(ROOT / "geo" / "districts.geojson").set_index("ags").geometry
    # Against RFC 7946 Plotly takes a ring that runs counter-clockwise for the rest of the world.
    areas = json.loads(areas.orient_polygons(exterior_cw=True).to_json())
    made = px.choropleth(shown, geojson=areas, locations="ags", color="status")
    return made.update_geos(fitbounds="locations", visible=False)
