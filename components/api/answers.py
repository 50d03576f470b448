"""The content of an answer, by the makers that the command line writes its files with."""

from dataclasses import replace
from typing import Any

from components import downloads
from components.api.endpoints import ENDPOINTS
from components.api.query import Query
from components.base.atlas import Atlas
from components.base.memory import kept
from components.base.wording import Wording
from components.downloads import records

#: As many answers are kept, those asked for last.
MOST = 32
#: What is told of one district: the part, and the table whose rows of the district it is.
_ONE = {"district": "districts", "standing": "status"}
_MANY = {"events": "events", "first_days": "history"}
#: What of the description of its standing is true of all that is told of a district.
_SAID = ("day", "definition", "reading", "version", "licence", "citation", "link")


@kept(MOST)
def answer(atlas: Atlas, query: Query, site: str) -> bytes:
    """What a table or a district says, in the format that is asked for.

    `site` is the address of the atlas, for the links back.
    """
    if query.endpoint == "district":
        return records.dumped(_district(atlas, query, site))
    name = ENDPOINTS[query.endpoint].table
    table = downloads.table(name, atlas, query.choice, query.reading, site)
    return downloads.written(table, query.format, Wording(query.language))


def _district(atlas: Atlas, query: Query, site: str) -> dict[str, Any]:
    """One district: its keys, its standing on the day, every event, its first days."""
    tables = {
        name: downloads.table(name, atlas, query.choice, query.reading, site)
        for name in (*_ONE.values(), *_MANY.values())
    }
    rows = {
        name: records.rows(replace(table, frame=table.frame[table.frame["ags"] == query.ags]))
        for name, table in tables.items()
    }
    told = records.described(tables["status"])
    return {
        **{name: told[name] for name in _SAID},
        **{part: rows[name][0] for part, name in _ONE.items()},
        **{part: rows[name] for part, name in _MANY.items()},
    }
