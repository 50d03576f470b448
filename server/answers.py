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
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    # Weak: it may be sent compressed or not.
    told = {"ETag": f"W/{tag}", "Cache-Control": keep, **(headers or {})}
    if _held(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=told)
    return Response(content, media_type=media_type, headers=told)


def _held(asked: str, tag: str) -> bool:
    """Whether the asker names the tag, compared weakly (RFC 9110, 13.1.2)."""
    return {"*", tag} & {one.strip().removeprefix("W/") for one in asked.split(",")} != set()
