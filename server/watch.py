"""What is told and counted of a request: its address as a pattern, the answer, the time it took.

Of the query only the day, the definition and the district, where they are some. Nothing else of
who asks goes further than the answer.
"""

import logging
from collections.abc import Callable
from time import perf_counter
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adoption.vocabulary import DEFINITIONS
from components.base import settings, sound
from components.base.choice import parse_day, today
from server import figures, log, templates
from server.gate import WITHIN

#: A query that has more bytes is not looked at.
LONGEST = 2000
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


class Watch:
    """Counts every answer, and tells the log: of all where it is for programs, else of faults."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self._every = app, settings.current().log == "json"
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        answer, began = _Answer(self._visitors), perf_counter()

        async def told(message: Message) -> None:
            answer.hear(message)
            await send(message)

        try:
            await self.app(scope, receive, told)
        finally:
            if answer.opened:
                self._visitors(-1)
            else:
                self._asked(scope, answer.status, perf_counter() - began)

    def _asked(self, scope: Scope, status: int, seconds: float) -> None:
        route, method = templates.template(scope["path"]), scope.get("method", "GET")
        method = method if method in METHODS else "other"
        figures.REQUESTS.labels(method, route, status).inc()
        figures.SECONDS.labels(route).observe(seconds)
        if route not in WITHIN and (self._every or status >= 500):
            level = logging.WARNING if status >= 500 else logging.INFO
            named = {"method": method, "route": route, "status": status}
            took = {"ms": round(seconds * 1000, 1)}
            log.tell(level, "asked", **named, **took, **query(scope["query_string"]))

    def _visitors(self, more: int) -> None:
        self._open += more
        figures.VISITORS.set(self._open)
        if self._every:
            log.tell(logging.INFO, "opened" if more > 0 else "closed", visitors=self._open)


class _Answer:
    """What is heard of an answer: its status, and whether a WebSocket has been opened."""

    def __init__(self, on_open: Callable[[int], None]) -> None:
        # Where the program fails before it answers, that is the answer.
        self.status, self.opened, self._on_open = 500, False, on_open

    def hear(self, message: Message) -> None:
        kind = message["type"]
        if kind.endswith("http.response.start"):
            self.status = message["status"]
        elif kind == "websocket.accept":
            self.opened = True
            self._on_open(1)
        elif kind == "websocket.close" and not self.opened:
            self.status = 403


def query(raw: bytes) -> dict[str, str]:
    """What of a query may be told: day, definition and district, each only if it is one."""
    said = dict(parse_qsl(raw.decode("latin-1"))) if len(raw) <= LONGEST else {}
    return {
        name: said[name] for name, is_one in _TOLD.items() if name in said and is_one(said[name])
    }


def _day(text: str) -> bool:
    try:
        return bool(parse_day(text, today()))
    except ValueError:
        return False


def _district(text: str) -> bool:
    atlas = sound.KEEPER.serving
    return atlas is not None and text in atlas.names


_TOLD = {"tag": _day, "day": _day, "definition": DEFINITIONS.__contains__, "kreis": _district}
