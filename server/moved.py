"""Where the map for other pages used to be: `?embed=true` leads to `/embed`."""

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from server import address

#: The addresses of the map, below the base path.
MAP = ("", "/", "/karte")
#: What only Streamlit's own embedded view understands.
_OLD = ("embed", "embed_options")


class Moved:
    """Leads frames that were made before `/embed` was there to it, with the rest of their query."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if target := scope["type"] == "http" and _target(Request(scope)):
            await RedirectResponse(target)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _target(request: Request) -> str:
    """Where the request should have gone; empty where it is right."""
    base = address.base()
    if request.url.path.removeprefix(base) not in MAP:
        return ""
    said = parse_qsl(request.url.query, keep_blank_values=True)
    if ("embed", "true") not in [(name, value.lower()) for name, value in said]:
        return ""
    query = urlencode([one for one in said if one[0] not in _OLD])
    return f"{base}/embed?{query}" if query else f"{base}/embed"
