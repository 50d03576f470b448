"""Streamlit only: pages, panels, widgets with their assets, cache, state."""
