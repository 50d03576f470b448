"""Nothing can be sent to Streamlit's part of the site: no page takes a file, all of it is read."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from server import address

#: Where Streamlit takes uploads, among other things.
THEIRS = "/_stcore/"
READING = ("GET", "HEAD", "OPTIONS")


class Uploads:
    """Refuses whatever would change something there, before a byte of its body is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _sends(scope):
            headers = {"Allow": ", ".join(READING), "Cache-Control": "no-store"}
            answer = PlainTextResponse("nothing is taken here\n", 405, headers)
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _sends(scope: Scope) -> bool:
    theirs = scope["path"].startswith(f"{address.base()}{THEIRS}")
    return theirs and scope["method"] not in READING
