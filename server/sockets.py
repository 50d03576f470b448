"""Who may open a WebSocket, and which messages are passed on to Streamlit.

Streamlit looks up a foreign origin for the machine's own address in the one thread that answers
everybody; on a network whose resolver is silent the whole site waits for that. So a foreign page
is turned away here. And a visitor's browser may ask Streamlit to empty the caches of all.
One process holds as many sockets as it has seats, none for those who say nothing, and hears nobody
more often than a reader speaks.
"""

import asyncio
import logging
import re
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.base import stamp
from server.kept import Kept
from server.problems import LATER_S
from server.seats import SEATS

#: What a page of ours has to say; all else is not passed on. `deferred_file` asks for a file that
#: is made when its button is pressed.
HEARD = {"rerun_script", "stop_script", "app_heartbeat", "deferred_file"}
#: A message of a page has some kB; Streamlit would read one of `server.maxMessageSize`.
MOST_BYTES = 1_000_000
#: After so long a socket is closed that has said nothing; a page speaks as soon as it is open.
SILENT_S = 60
#: What a message may call a fragment or itself: Streamlit writes both to its log as they are.
_NAME = re.compile(r"[\w$-]{0,200}", re.ASCII)
#: So many messages are passed on at once, then one after each rest: more than a reader has to
#: say. Each starts the script of the page anew, and Streamlit would start it for all of them before
#: it answers anybody else.
BURST, REST_S = 10, 0.5
#: How a WebSocket ends (RFC 6455): against the protocol, against the rules of the house, with a
#: message that is too long; and where there is no room: come again.
NOT_UNDERSTOOD, REFUSED, TOO_LONG, FULL = 1002, 1008, 1009, 1013


class Sockets:
    """Refuses WebSockets of foreign pages and those without a seat, and messages that no page of
    ours sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif not at_home(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": REFUSED})
        elif not SEATS.free:
            await receive()
            await _come_again(scope, send)
        else:
            with SEATS.one():
                said = _Conversation(receive, send, _returns(Headers(scope=scope)))
                await self.app(_as_own(scope), said.receive, said.send)


def at_home(headers: Headers) -> bool:
    """Whether a page of this site asks: its origin is the host, or that of the site's address.

    What names no origin is no browser, and can do no more than its user.
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    homes = {headers.get("host", "").lower(), _host(stamp.site())} - {""}
    return _host(origin) in homes


def _host(address: str) -> str:
    """Host and port of an address on the web; empty where it is none."""
    try:
        parts = urlsplit(address.lower())
    except ValueError:
        return ""
    return parts.netloc if parts.scheme in ("http", "https") else ""


def _as_own(scope: Scope) -> Scope:
    """The same without its origin, which Streamlit would look up where it is not the host."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"origin"]
    return {**scope, "headers": headers}


async def _come_again(scope: Scope, send: Send) -> None:
    """Turn a visitor away for now; Streamlit's page asks again by itself, ever less often."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": FULL})
        return
    headers = [(b"retry-after", f"{LATER_S}".encode()), (b"content-length", b"0")]
    await send({"type": "websocket.http.response.start", "status": 503, "headers": headers})
    await send({"type": "websocket.http.response.body", "body": b""})


def _returns(headers: Headers) -> bool:
    """Whether a page opens its socket again, and so may have nothing to say.

    Streamlit's page names its protocol, a token, and the session that it had.
    """
    named = headers.get("sec-websocket-protocol", "").split(",")
    return len(named) > 2 and bool(named[2].strip())


class _Conversation:
    """What is passed on of a WebSocket, until something is said that is not understood."""

    def __init__(self, receive: Receive, send: Send, spoken: bool) -> None:
        self._receive, self._send, self._over = receive, send, False
        self._spoken, self._pace, self._kept = spoken, _Pace(), Kept()

    async def receive(self) -> Message:
        while True:
            try:
                message = await self._next()
            except TimeoutError:
                return await self._end(REFUSED)
            if message["type"] != "websocket.receive":
                return message
            content = message.get("bytes")
            if content is not None and len(content) > MOST_BYTES:
                return await self._end(TOO_LONG)
            kind = _kind(content)
            if kind is None:
                return await self._end(NOT_UNDERSTOOD)
            await self._pace.rest()
            if kind in HEARD:
                self._spoken = True
                return message | {"bytes": self._kept.only(content)}

    async def send(self, message: Message) -> None:
        """Send it, unless the visitor has left, which Streamlit would take for a fault of theirs:
        it is told so by what it receives next."""
        if not self._over:
            if content := message.get("bytes"):
                self._kept.note(content)
            try:
                await self._send(message)
            except OSError:
                self._over = True

    async def _next(self) -> Message:
        """The next message; raises TimeoutError where none that is heard comes in time."""
        async with asyncio.timeout(None if self._spoken else SILENT_S):
            return await self._receive()

    async def _end(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        self._over = True
        return {"type": "websocket.disconnect", "code": code}


class _Pace:
    """BURST steps at once, then one every REST_S; who rests may take several again."""

    def __init__(self) -> None:
        self._free = 0.0

    async def rest(self) -> None:
        """Wait for the next step. Others are answered meanwhile, even where it is free at once."""
        now = asyncio.get_running_loop().time()
        self._free = max(self._free, now - BURST * REST_S) + REST_S
        await asyncio.sleep(max(0.0, self._free - now))


def _kind(content: bytes | None) -> str | None:
    """What a message asks for, of an operation which; None where it is none of the protocol."""
    if content is None:
        return None
    try:
        asked = BackMsg.FromString(content)
    except DecodeError:
        return None
    request = asked.backend_operation_request
    if not all(map(_NAME.fullmatch, (asked.rerun_script.fragment_id, request.request_id))):
        return None
    kind = asked.WhichOneof("type") or ""
    if kind == "backend_operation_request":
        return request.WhichOneof("payload") or ""
    return kind


def quiet() -> None:
    """Keep uvicorn from writing a traceback for every text that is none, which is no fault of ours:
    a line is enough."""
    logging.getLogger("uvicorn.error").addFilter(_without_traceback)


def _without_traceback(record: logging.LogRecord) -> bool:
    if record.exc_info and isinstance(record.exc_info[1], UnicodeDecodeError):
        record.exc_info = None
    return True
