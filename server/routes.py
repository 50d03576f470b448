"""What is answered at which address; all other addresses are Streamlit's."""

from starlette.routing import BaseRoute, Route

from components.base import published
from server import address, crawlers, feeds, files, health, icon, pages, previews

#: Path and what answers there, in the order in which they are tried.
TABLE = (
    (f"/{published.ADDRESS}/{{name}}", files.hashed),
    (f"/{published.TABLES}/{{name}}", files.table),
    ("/app/static/fonts/{name}", files.font),
    ("/healthz", health.healthz),
    *((path, pages.page) for path in pages.PATHS),
    ("/karte", pages.root),
    ("/bild/{name}.png", previews.picture),
    ("/feed.atom", feeds.everything),
    ("/feed/{ags}.atom", feeds.district),
    ("/robots.txt", crawlers.robots),
    ("/sitemap.xml", crawlers.sitemap),
    ("/icon.svg", icon.svg),
    *((path, icon.png) for path in ("/icon.png", "/favicon.png", "/favicon.ico")),
)


def routes() -> list[BaseRoute]:
    """The routes below the base path of the site."""
    return [Route(address.base() + path, endpoint) for path, endpoint in TABLE]
