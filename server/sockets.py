"""Who may open a WebSocket, and which messages are passed on to Streamlit.

Streamlit looks up a foreign origin for the machine's own address in the one thread that answers
everybody; on a network whose resolver is silent the whole site waits for that. So a foreign page
is turned away here. And a visitor's browser may ask Streamlit to empty the caches of all.
"""

from urllib.parse import urlsplit

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.base import stamp

#: What a page of ours has to say; all else is not passed on. `deferred_file` asks for a file that
#: is made when its button is pressed.
HEARD = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "deferred_file"}
#: How a WebSocket ends (RFC 6455): against the protocol, against the rules of the house.
NOT_UNDERSTOOD, REFUSED = 1002, 1008


class Sockets:
    """Refuses WebSockets of foreign pages, and messages that no page of ours sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif at_home(Headers(scope=scope)):
            said = _Conversation(receive, send)
            await self.app(_as_own(scope), said.receive, said.send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": REFUSED})


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


class _Conversation:
    """What is passed on of a WebSocket, until something is said that is not understood."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send, self._over = receive, send, False

    async def receive(self) -> Message:
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            kind = _kind(message.get("bytes"))
            if kind is None:
                await self._end()
                return {"type": "websocket.disconnect", "code": NOT_UNDERSTOOD}
            if kind in HEARD:
                return message

    async def send(self, message: Message) -> None:
        if not self._over:
            await self._send(message)

    async def _end(self) -> None:
        self._over = True
        await self._send({"type": "websocket.close", "code": NOT_UNDERSTOOD})


def _kind(content: bytes | None) -> str | None:
    """What a message asks for, of an operation which; None where it is none of the protocol."""
    if content is None:
        return None
    try:
        asked = BackMsg.FromString(content)
        kind = asked.WhichOneof("type") or ""
        if kind == "backend_operation_request":
            return asked.backend_operation_request.WhichOneof("payload") or ""
        return kind
    except DecodeError:
        return None
