"""`/healthz`: whether what the files say can be served, for whoever runs the site; and what all
other addresses say while it cannot.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from components.base import sound

#: After so many seconds it is worth asking again.
LATER_S = 60


def healthz(request: Request) -> JSONResponse:
    """200 while tables and boundaries are sound; 503 with what is wrong with them as they are now.

    `serving` is the version of the data that is shown: the last sound one.
    """
    sound.KEEPER.look()
    try:
        serving = sound.atlas().version
    except sound.Unsound:
        serving = None
    findings = sound.KEEPER.findings
    state = {"sound": not findings, "serving": serving, "findings": findings}
    code = 503 if findings else 200
    return JSONResponse(state, code, headers={"Cache-Control": "no-store"})


def unsound(request: Request, error: Exception) -> PlainTextResponse:
    """503: there is no atlas to answer from; why is for `healthz` to say."""
    headers = {"Cache-Control": "no-store", "Retry-After": f"{LATER_S}"}
    return PlainTextResponse("the tables cannot be read; try again later", 503, headers)


#: How `app.py` answers what a route raises.
HANDLERS = {sound.Unsound: unsound}
