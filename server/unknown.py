"""Addresses that are nobody's: a page of ours with 404, where Streamlit answers with its own.

Streamlit answers every path that it does not know with its page, as if the path were one. So
what it answers in HTML at an address that is none of ours is that page, whatever else it knows.
What it would answer that no page of ours needs (`templates.CLOSED`) is not there either.
"""

import htpy as h
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.base.wording import Wording
from server import address, asking, routes, templates, unscripted

_STYLE = "body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }"


class Unknown:
    """Puts the page for unknown addresses in the place of Streamlit's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.routes = app, routes.routes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._ours(scope):
            await self.app(scope, receive, send)
            return
        if templates.closed(scope["path"]):
            await page(Request(scope))(scope, receive, send)
            return
        lost = False

        async def told(message: Message) -> None:
            nonlocal lost
            lost = lost or _html(message)
            if not lost:
                await send(message)

        await self.app(scope, receive, told)
        if lost:
            await page(Request(scope))(scope, receive, send)

    def _ours(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is not Match.NONE for route in self.routes)


def _html(message: Message) -> bool:
    """Whether an answer begins that is a page and no error."""
    if message["type"] != "http.response.start" or message["status"] >= 300:
        return False
    return dict(message["headers"]).get(b"content-type", b"").startswith(b"text/html")


def page(request: Request) -> HTMLResponse:
    """That there is nothing at an address, and the ways to what there is, in its language."""
    words = Wording(asking.language(request))
    whole = h.html(lang=words.language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="robots", content="noindex"),
            h.title[f"{words('unknown.title')} – {words('title')}"],
            h.style[_STYLE],
        ],
        h.body[
            h.h1[words("unknown.title")],
            h.p[words("unknown.told")],
            unscripted.links(words, f"{address.base()}/"),
        ],
    ]
    return HTMLResponse(f"{whole}\n", 404, {"Cache-Control": "no-store"})
