"""Where the site is: as its operators set it, else scheme and host of who asks."""

from starlette.requests import HTTPConnection
from streamlit import config

from components.base import stamp


def base() -> str:
    """The path below which the site lies: empty, or such as `/atlas`."""
    path = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def site(request: HTTPConnection) -> str:
    """The address of the site without a slash at its end; empty where none can be told."""
    url = request.url
    return stamp.site() or stamp.origin(f"{url.scheme}://{url.netloc}", base())
