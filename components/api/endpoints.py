"""The endpoints: every table at an address of its own, one district, and the boundaries."""

from typing import NamedTuple

from components import downloads
from components.api.parameters import MEDIA, PARAMETERS, Parameter
from components.base import taken

#: Below this all of them lie; another version would be another path.
ROOT = "/api/v1"


class Endpoint(NamedTuple):
    """What is answered at a path below ROOT: in which formats, the first without being asked.

    `asked` names its parameters, `table` the one of `downloads.TABLES` that it gives.
    """

    path: str
    formats: tuple[str, ...]
    asked: tuple[str, ...] = ()
    table: str = ""

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Its parameters by name; `format` with its own formats alone."""
        formats = Parameter("format", self.formats, self.formats[0])
        return {name: PARAMETERS[name] for name in self.asked} | {"format": formats}


def _of_table(name: str) -> Endpoint:
    """A table: what it depends on can be asked for, and the language of its sentences."""
    scope = taken.TABLES[name].scope
    days = ("from", "to") if "from" in scope else ("day",) if "day" in scope else ()
    further = tuple(one for one in scope if one not in ("from", "day"))
    formats = tuple(kind for kind in MEDIA if kind in downloads.formats_of(name))
    return Endpoint(f"/{name}", formats, (*days, *further, "lang"), name)


ENDPOINTS = {name: _of_table(name) for name in downloads.TABLES} | {
    "district": Endpoint("/districts/{ags}", ("json",), ("day", "definition", "reading")),
    "geometry": Endpoint("/geometry", ("geojson",)),
}
