"""The table of the 54: a real HTML table with all rows, sorted and narrowed in the browser.

Its words come once from a static file; a new day sends one short row of codes per district.
"""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import htpy as h

from components.base.choice import Choice, today
from components.base.links import TABLE
from components.base.wording import Wording
from components.html import table_facts
from components.page import cache, frame
from components.page.browser_code import component

_table = component("table", Path(__file__).parent / "district_table_assets")


def render(choice: Choice, words: Wording) -> None:
    """Draw the table of the day."""
    atlas, rows = cache.atlas(), cache.table_rows(choice, today())
    n = len(rows.codes)
    said = list(dict.fromkeys(rows.ages))  # of which many are the same, and each is sent once
    file = table_facts.file(TABLE, choice, atlas.version, table_facts.SCOPE, words)
    with frame.row("overview"):  # beside the map on a wide screen, on pages of its own on paper
        frame.draw(h.h2(id=TABLE)[words("table.title", of=n)])
        _table(
            data={
                "name": TABLE,
                "evidence": cache.evidence_url(words.language),
                "rows": rows.codes,
                "ages": said,
                "aged": [said.index(age) for age in rows.ages],
                "caption": words("table.caption", n=n, day=words.day(choice.day)),
                "query": urlencode(replace(choice, ags="").address()),
                "file": file["name"],
                "facts": file["facts"],
                "failed": words("table.failed"),
            },
            key="district_table",
        )
