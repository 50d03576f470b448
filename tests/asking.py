"""Asks an ASGI application: without a server in between, or through one of this machine."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode, urlsplit

import uvicorn
from starlette.types import ASGIApp


class Answer(NamedTuple):
    """What came back; `headers` by their names in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def told(self) -> Any:
        return json.loads(self.content)


def ask(app: ASGIApp, address: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to a path with its query; `_` in the name of a header is `-`."""
    parts, messages = urlsplit(address), []
    named = {"host": "atlas.example.org"} | {n.replace("_", "-"): v for n, v in headers.items()}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
        "server": ("atlas.example.org", 80),
        "client": ("127.0.0.1", 1),
    }

    asked = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        return asked.pop() if asked else await asyncio.Future()  # nobody hangs up

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    try:
        asyncio.run(app(scope, receive, send))
    except Exception:  # a server logs what is raised behind an answer, and has sent the answer
        if not messages:
            raise
    start, *rest = messages
    told = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], told, b"".join(one.get("body", b"") for one in rest))


def address(path: str, *pairs: tuple[str, str], **query: str) -> str:
    """A path with its query; a name that Python keeps for itself is written `from_`."""
    named = [(name.rstrip("_"), value) for name, value in query.items()]
    asked = urlencode([*pairs, *named])
    return f"{path}?{asked}" if asked else path


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of a server of this machine that answers with the application."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        # Who asks before the server has begun waits in the queue of the socket.
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{place.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
