"""The slider over the months that the pages of Streamlit have in common."""

from datetime import date

import streamlit as st

#: From February 2012 to November 2026, and the month that is shown first.
MONTHS = [date(2012 + number // 12, number % 12 + 1, 1) for number in range(1, 179)]
FIRST = date(2015, 8, 1)


def month() -> date:
    """Draw the slider and the month as a text, and return the month that is chosen."""
    chosen = st.select_slider("Monat", MONTHS, value=FIRST, key="month")
    st.text(f"{chosen:%m/%Y}")
    return chosen
