"""What is read once per server and kept: tables, label points, changes, published files."""

from datetime import date

import pandas as pd
import streamlit as st

from adoption import series, status
from components import places, published, table_data
from components.wording import Wording
from data import tables as data_tables
from geo import boundaries


@st.cache_resource
def tables() -> data_tables.Tables:
    """All tables, typed. Raises DataError where one is broken."""
    return data_tables.load()


def findings() -> list[str]:
    """What keeps the tables or the boundaries from being read, one line each; else nothing."""
    try:
        tables()
        labels()
    except (data_tables.DataError, boundaries.BoundaryError) as error:
        return str(error).splitlines()[:5]
    return []


@st.cache_resource
def version() -> str:
    """The data version: date of the last change and hash of the tables."""
    return data_tables.version()


@st.cache_resource
def labels() -> pd.DataFrame:
    """Index ags; columns label_lon, label_lat: a point well inside each district."""
    areas = boundaries.load(list(tables().districts["ags"]))
    return pd.DataFrame(areas.drop(columns="geometry")).set_index("ags")


@st.cache_resource
def attribution() -> str:
    """The line that must stand wherever the boundaries are shown."""
    return boundaries.load(list(tables().districts["ags"])).attrs["attribution"]


@st.cache_data(max_entries=500)
def standings(day: date, definition: str) -> pd.DataFrame:
    """Every district with its names and its standing at the end of the day."""
    known = tables()
    held = status.holders_on(known.events, known.districts, day, definition)
    return known.districts.merge(held, on="ags")


@st.cache_resource
def changes() -> pd.DataFrame:
    """Every change of any district's standing, in both readings."""
    return series.episodes(tables().events, tables().districts)


@st.cache_resource
def searchable() -> pd.DataFrame:
    """Every district and municipality that the search field knows."""
    return places.places(tables().districts, tables().municipalities)


@st.cache_resource
def evidence_url(language: str) -> str:
    """Address of the words of the table of the 54, in one language."""
    known = tables()
    words = Wording(language)
    content = table_data.evidence(known.districts, known.events, known.sources, words)
    return published.publish(f"evidence-{language}", content)
