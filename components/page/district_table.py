"""The table of the 54: a real HTML table with all rows, sortable and searchable in the browser.

Its words come once from a static file; a new day sends one short row of codes per district.
"""

from pathlib import Path

import pandas as pd
import streamlit as st

from components.base.choice import Choice
from components.base.wording import Wording
from components.html import table_data
from components.page import cache
from components.page.browser_code import component

_table = component("table", Path(__file__).parent / "district_table_assets")


def render(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """Draw the table of the day."""
    values = {"of": len(standings), "day": words.day(choice.day)}
    st.html(f'<h2 id="tabelle">{words("table.title", **values)}</h2>')
    _table(
        data={
            "evidence": cache.evidence_url(choice.language),
            "rows": table_data.codes(standings, cache.tables().events),
            "caption": words("table.caption", **values),
            "failed": words("table.failed"),
        },
        key="district_table",
    )
