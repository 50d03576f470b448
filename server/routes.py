"""What is answered at which address; all other addresses are Streamlit's."""

from starlette.routing import BaseRoute, Route

from components.base import published
from server import address, files, health

#: Path and what answers there, in the order in which they are tried.
TABLE = (
    (f"/{published.ADDRESS}/{{name}}", files.hashed),
    (f"/{published.TABLES}/{{name}}", files.table),
    ("/app/static/fonts/{name}", files.font),
    ("/healthz", health.healthz),
)


def routes() -> list[BaseRoute]:
    """The routes below the base path of the site."""
    return [Route(address.base() + path, endpoint) for path, endpoint in TABLE]
