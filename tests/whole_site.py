"""The whole site but for Streamlit's runtime: one request, and its answer."""

import asking
from asking import Answer
from starlette.applications import Starlette
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from server import middleware, problems, routes

#: Where the site is, as the requests say.
SITE = "http://atlas.example.org"


def ours(base: str = "") -> Starlette:
    """Routes and middleware as `app.py` has them; behind them the files of Streamlit's page."""
    every = [*routes.routes(), *create_streamlit_static_assets_routes(base_url=base)]
    return Starlette(
        routes=every, middleware=middleware.STACK, exception_handlers=problems.HANDLERS
    )


def ask(path: str, method: str = "GET", app: Starlette | None = None, **headers: str) -> Answer:
    """What the site answers at a path with its query; `app` is one below a path."""
    return asking.ask(app or ours(), path, method, **headers)
