"""`/healthz`: whether what the files say can be served, for whoever runs the site."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from components.base import sound


def healthz(request: Request) -> JSONResponse:
    """200 while tables and boundaries are sound; 503 with what was wrong at the last look.

    `serving` is the version of the data that is shown: the last sound one. The look itself, which
    also tells the log, is `lifespan.look`.
    """
    try:
        serving = sound.atlas().version
    except sound.Unsound:
        serving = None
    findings = sound.KEEPER.findings
    state = {"sound": not findings, "serving": serving, "findings": findings}
    code = 503 if findings else 200
    return JSONResponse(state, code, headers={"Cache-Control": "no-store"})
