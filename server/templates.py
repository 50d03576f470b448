"""The addresses of the site as patterns: so few that log and figures can name them all."""

import re
from functools import cache

from starlette.routing import compile_path

from components.api import openapi
from components.api.endpoints import ENDPOINTS, ROOT
from server import address, routes

#: What of Streamlit's own is answered: the files of its page, and the talk with it.
STREAMLIT = (
    *(f"/_stcore/{name}" for name in ("stream", "health", "host-config")),
    "/_stcore/bidi-components/{path:path}",
    "/media/{path:path}",
    "/static/{path:path}",
)
#: Where all else of it is closed: its figures, uploads, sign-on, and what agents are offered.
CLOSED = ("/_stcore/", "/component/", "/auth/", "/oauth2callback")
#: What stands for every address that is none of these.
OTHER = "other"


def template(path: str) -> str:
    """The pattern of an address, without the path of the site: `/feed/{ags}.atom`, or OTHER."""
    return next((known for pattern, known in _known(address.base()) if pattern.match(path)), OTHER)


def closed(path: str) -> bool:
    """Whether an address is one of Streamlit's that no page of ours needs."""
    return path.removeprefix(address.base()).startswith(CLOSED) and template(path) == OTHER


@cache
def _known(base: str) -> list[tuple[re.Pattern[str], str]]:
    programs = [f"{ROOT}{one.path}" for one in ENDPOINTS.values()]
    every = [path for path, _ in routes.TABLE]
    every += [ROOT, f"{ROOT}/{openapi.NAME}", *programs, *STREAMLIT]
    return [(compile_path(base + path)[0], path) for path in every]
