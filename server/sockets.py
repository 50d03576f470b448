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

#: What a page of ours has to say; all else is not passed on.
HEARD = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}
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
            await self.app(scope, _heard(receive), send)
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
    homes = {headers.get("host"), _host(stamp.site())} - {None, ""}
    return _host(origin) in homes


def _host(address: str) -> str:
    """Host and port of an address; empty where it is none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _heard(receive: Receive) -> Receive:
    async def next_heard() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            kind = _kind(message.get("bytes"))
            if kind is None:
                return {"type": "websocket.disconnect", "code": NOT_UNDERSTOOD}
            if kind in HEARD:
                return message

    return next_heard


def _kind(content: bytes | None) -> str | None:
    """What a message asks for; None where it is none of Streamlit's protocol."""
    if content is None:
        return None
    try:
        return BackMsg.FromString(content).WhichOneof("type") or ""
    except DecodeError:
        return None
