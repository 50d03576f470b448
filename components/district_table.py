"""The table of the 54: a real HTML table with all rows, sortable and searchable in the browser.

Its words come once from a static file; a new day sends one short row of codes per district.
"""

from pathlib import Path

import pandas as pd
import streamlit as st

from components import cache, table_data
from components.choice import Choice
from components.figures import theme
from components.wording import Wording

_ASSETS = Path(__file__).parent / "district_table_assets"
_table = st.components.v2.component(
    "district_table",
    html=(_ASSETS / "table.html").read_text("utf-8"),
    css=(_ASSETS / "table.css").read_text("utf-8"),
    js=(_ASSETS / "table.js").read_text("utf-8"),
)
_COLUMNS = ("name", "kind", "region", "status", "date", "source")
_SAID = ("search", "sort", "hits", "possible", "failed")


def render(standings: pd.DataFrame, choice: Choice, words: Wording) -> None:
    """Draw the table of the day."""
    values = {"of": len(standings), "day": words.day(choice.day)}
    st.html(f'<h2 id="tabelle">{words("table.title", **values)}</h2>')
    blanks = {name: "{" + name + "}" for name in ("column", "n", "of", "status")}
    _table(
        data={
            "evidence": cache.evidence_url(choice.language),
            "rows": table_data.codes(standings),
            "columns": [words(f"table.{name}") for name in _COLUMNS],
            "said": {name: words(f"table.{name}", **blanks) for name in _SAID},
            "offline": words("source.offline"),
            "caption": words("table.caption", **values),
            "colours": list(theme.STATUS_COLOURS.values()),
            "refused": theme.REFUSED_MARK,
        },
        key="district_table",
    )
