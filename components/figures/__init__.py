"""Figures as pure functions: frame in, figure out. No Streamlit, no files."""
