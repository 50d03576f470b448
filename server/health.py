"""`/healthz`: whether what the files say can be served, for whoever runs the site."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from components.base import VERSION, sound


def healthz(request: Request) -> JSONResponse:
    """200 while tables and boundaries are sound; 503 with what was wrong at the last look.

    `program` is the version of the program, `serving` that of the data that are shown: the last
    sound ones. The look itself, which also tells the log, is `lifespan.look`. How many visitors
    there are is no matter of health.
    """
    try:
        serving = sound.atlas().version
    except sound.Unsound:
        serving = None
    findings = sound.KEEPER.findings
    state = {"sound": not findings, "program": VERSION, "serving": serving, "findings": findings}
    code = 503 if findings else 200
    return JSONResponse(state, code, headers={"Cache-Control": "no-store"})
