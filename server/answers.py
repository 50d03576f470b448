"""How the routes answer: with an ETag, so that what has not changed is not sent again."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

#: What the browser may keep for ever, what it asks about each time, and what for some minutes.
FOR_EVER = "public, max-age=31536000, immutable"
ASK = "no-cache"
SOON = "public, max-age=300"
#: Any page of any site may read it: it is public, and nothing of the reader goes with it.
OPEN = {"Access-Control-Allow-Origin": "*"}


def answer(
    request: Request,
    content: bytes,
    media_type: str,
    keep: str = ASK,
    headers: dict[str, str] | None = None,
) -> Response:
    """The content with its ETag; nothing but 304 where the asker has it already."""
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    told = {"ETag": tag, "Cache-Control": keep, **(headers or {})}
    if tag in (one.strip() for one in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=told)
    return Response(content, media_type=media_type, headers=told)
