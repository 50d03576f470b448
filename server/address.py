"""Where the site is: as its operators set it, else scheme and host of who asks; and its pages."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from streamlit import config

from components.base import stamp
from components.base.choice import Choice
from components.words.pages import ROOT

#: What an address leaves to the day on which it is opened, unless it says it.
MOVING = ("tag", "farbe")


def base() -> str:
    """The path below which the site lies: empty, or such as `/atlas`."""
    path = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def local() -> str:
    """Where this machine itself finds the server."""
    host, port = map(config.get_option, ("browser.serverAddress", "server.port"))
    return f"http://{host}:{port}{base()}/"


def site(request: HTTPConnection) -> str:
    """The address of the site without a slash at its end; empty where none can be told."""
    url = request.url
    return stamp.site() or stamp.origin(f"{url.scheme}://{url.netloc}", base())


def path(page: str) -> str:
    """Where a page is below the site: its name, and nothing for the map."""
    return "" if page == ROOT else page


def full(site: str, path: str, query: Mapping[str, str]) -> str:
    """The address of a path of the site; without a site, that which leads there from a page."""
    there = f"{site or '.'}/{path}"
    return f"{there}?{urlencode(query)}" if query else there


def short(choice: Choice, said: Mapping[str, str]) -> dict[str, str]:
    """The query of the page under its one address: without the parts that hold without it.

    So all spellings of a page have one address, `/` is that of the map of today on every day, and
    an address that names its day keeps it: it shows the same tomorrow. `said` is the raw query.
    """
    usual = Choice(choice.day).address()
    return {
        name: value
        for name, value in choice.address().items()
        if value != usual.get(name) or (name in MOVING and said.get(name) == value)
    }
