"""Refusals as problem details (RFC 9457): what is wrong, in one line, and what would do."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.api.query import Fault, Refused
from components.base.sound import Unsound
from server.answers import OPEN
from server.headers import ALWAYS

MEDIA_TYPE = "application/problem+json"
#: After so many seconds it is worth asking again.
LATER_S = 60


def problem(
    status: int,
    detail: str,
    faults: Sequence[Fault] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """A refusal; `faults` name the parameters that are wrong. Nobody keeps it."""
    told = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    if faults:
        told["errors"] = [one._asdict() for one in faults]
    content = json.dumps(told, ensure_ascii=False)
    headers = {"Cache-Control": "no-store", **OPEN, **(headers or {})}
    return Response(content, status, media_type=MEDIA_TYPE, headers=headers)


def refused(request: Request, error: Refused) -> Response:
    """400: a parameter that is not known, given twice, or cannot be answered."""
    return problem(400, str(error), error.faults)


def unsound(request: Request, error: Unsound) -> Response:
    """503: there are no tables that could be answered from."""
    detail = f"the tables cannot be read ({' | '.join(error.findings)}); try again later"
    return problem(503, detail, headers={"Retry-After": f"{LATER_S}"})


def lost(request: Request, error: HTTPException) -> Response:
    """What is not at an address, or cannot be done there, in words."""
    headers = {"Cache-Control": "no-store", **OPEN, **(error.headers or {})}
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers)


def failed(request: Request, error: Exception) -> Response:
    """500, without a word of the reason; it is answered outside what adds headers elsewhere."""
    detail = "the answer could not be made; the operators find the reason in their log"
    return problem(500, detail, headers=ALWAYS)


#: How `app.py` answers what a route raises.
HANDLERS = {Refused: refused, Unsound: unsound, HTTPException: lost, Exception: failed}
