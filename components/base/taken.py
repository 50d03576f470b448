"""The tables that can be taken along: their names, and what of the choice each depends on."""

from typing import NamedTuple


class Taken(NamedTuple):
    """The page that shows the same as a table, and its scope.

    `scope` names what of the choice the rows depend on: `from`, `day`, `definition`, `reading`;
    the tables as they are kept depend on nothing of it.
    """

    page: str
    scope: tuple[str, ...] = ()


TABLES = {
    "status": Taken("", ("day", "definition", "reading")),
    "districts": Taken("quellen"),
    "history": Taken("verlauf"),
    "curve": Taken("verlauf", ("definition",)),
    "panel": Taken("verlauf", ("day",)),
    "events": Taken("quellen"),
    "sources": Taken("quellen"),
    "totals": Taken("abgleich"),
    "changes": Taken("aenderungen", ("from", "day", "definition", "reading")),
    "happened": Taken("aenderungen", ("from", "day")),
    "holdouts": Taken("ohne", ("day", "definition")),
    "milestones": Taken("verlauf"),
    "population": Taken("quellen"),
    "municipalities": Taken("quellen"),
}
