"""Who may ask: with a key of the proxy the proxy alone, with an address nobody who names another.

Probes and scrapers come from within the network of the site, past the proxy and its name.
"""

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.base import settings
from server import address

#: Where the proxy proves itself; it goes no further than this.
HEADER = "X-Kiz-Atlas-Proxy"
METRICS = "/metrics"
#: What is answered whoever asks, since it tells nothing that has to be kept.
WITHIN = ("/healthz", "/_stcore/health", METRICS)
#: The port that an address of a scheme has without naming it.
USUAL = {"http": 80, "https": 443}


class Gate:
    """Refuses what does not come through the proxy (403) or names another host (421)."""

    def __init__(self, app: ASGIApp) -> None:
        said, base = settings.current(), address.base()
        self.app, self._key, self._address = app, said.proxy_key, said.address
        self._hosts = _hosts(said.address) if said.address else set()
        self._within = {base + path for path in WITHIN}
        self._metrics = base + METRICS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        said = self._refusal(scope["path"], headers) or self.app
        await said(_without_key(scope) if HEADER in headers else scope, receive, send)

    def _refusal(self, path: str, headers: Headers) -> Response | None:
        proxied = hmac.compare_digest(headers.get(HEADER, "").encode(), self._key.encode())
        if path in self._within:
            outside = path == self._metrics and self._key and proxied
            return (
                _refused(403, "The figures are for the network of the site.") if outside else None
            )
        if self._key and not proxied:
            return _refused(403, "This server answers the proxy of the site alone.")
        if self._hosts and headers.get("host", "").lower() not in self._hosts:
            return _refused(421, f"This host is not served here; the site is {self._address}/")
        return None


def _hosts(site: str) -> set[str]:
    """How the `Host` of an address may be written: its usual port may be named or not."""
    parts = urlsplit(site)
    port = f":{USUAL[parts.scheme]}"
    bare = parts.netloc.removesuffix(port)
    return {bare, bare + port}


def _without_key(scope: Scope) -> Scope:
    name = HEADER.lower().encode()
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != name]}


def _refused(code: int, sentence: str) -> Response:
    return PlainTextResponse(f"{sentence}\n", code, {"Cache-Control": "no-store"})
