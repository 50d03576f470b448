"""What is answered at which address; all other addresses are Streamlit's."""

from starlette.routing import BaseRoute, Mount, Route

from components.api.endpoints import ROOT
from components.base import published
from components.map import framed
from server import (
    address,
    api,
    crawlers,
    embed,
    feeds,
    figures,
    files,
    health,
    icon,
    oembed,
    pages,
    previews,
    security_txt,
)

#: Path and what answers there, in the order in which they are tried.
TABLE = (
    (f"/{published.ADDRESS}/{{name}}", files.hashed),
    (f"/{published.TABLES}/{{name}}", files.table),
    (f"/{published.PACKAGE}/{{name}}", files.package),
    ("/app/static/fonts/{name}", files.font),
    (f"/{framed.PAGE}", embed.page),
    ("/oembed", oembed.oembed),
    ("/healthz", health.healthz),
    ("/metrics", figures.metrics),
    *((path, pages.page) for path in pages.PATHS),
    ("/karte", pages.root),
    ("/bild/{name}.png", previews.picture),
    ("/feed.atom", feeds.everything),
    ("/feed/{ags}.atom", feeds.district),
    ("/robots.txt", crawlers.robots),
    ("/sitemap.xml", crawlers.sitemap),
    (security_txt.PATH, security_txt.told),
    ("/icon.svg", icon.svg),
    *((path, icon.png) for path in ("/icon.png", "/favicon.png", "/favicon.ico")),
)


def routes() -> list[BaseRoute]:
    """The routes below the base path of the site."""
    base = address.base()
    root, programs = base + ROOT.rpartition("/")[0], api.app()
    ours = [Route(base + path, endpoint) for path, endpoint in TABLE]
    return [*ours, Route(root, programs), Mount(root, programs)]
