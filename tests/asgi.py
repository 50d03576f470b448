"""The server without a network and without Streamlit's runtime: one request, and its answer."""

import asyncio
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.types import ASGIApp, Message
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from server import health, middleware, routes

HOST = "atlas.example"


class Answer(NamedTuple):
    """Status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ours(base: str = "") -> Starlette:
    """Routes and middleware as `app.py` has them; behind them the files of Streamlit's page."""
    behind = create_streamlit_static_assets_routes(base_url=base)
    every = [*routes.routes(), *behind]
    return Starlette(routes=every, middleware=middleware.STACK, exception_handlers=health.HANDLERS)


def ask(path: str, method: str = "GET", app: ASGIApp | None = None, **headers: str) -> Answer:
    """What is answered at a path with its query; `if_none_match=` is a header."""
    parts, said = urlsplit(path), {"host": HOST, **headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "https",
        "server": (HOST, 443),
        "client": ("127.0.0.1", 1),
        "method": method,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in said.items()],
    }
    sent: list[Message] = []

    asked: list[Message] = [{"type": "http.request"}]

    async def receive() -> Message:
        return asked.pop() if asked else await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run((app or ours())(scope, receive, send))
    start, *parts = sent
    named = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], named, b"".join(part.get("body", b"") for part in parts))
