"""Naive: a page of Streamlit with the map as one writes it first, all geometry in its figure."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))

import streamlit as st

from benchmarks.pages.plain_map import month_map
from benchmarks.pages.slider import month
from data import tables

known = st.cache_resource(tables.load)()
# Plotly draws nothing before it has got a map of the world, by default from another host.
st.plotly_chart(month_map(known, month()), config={"topojsonURL": "app/static/"})
