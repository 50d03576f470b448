"""`/api/v1/…`: every table for any day, in an application of its own with its own refusals."""

from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.api import openapi, query
from components.api.answers import answer as content_of
from components.api.endpoints import ENDPOINTS, ROOT
from components.api.parameters import MEDIA, SPOKEN
from components.base import sound
from components.base.choice import today
from components.base.memory import kept
from components.base.sound import Unsound
from components.base.wording import Wording
from components.downloads import records
from geo.boundaries import DISTRICTS
from server import address
from server.answers import OPEN, answer
from server.problems import failed, problem, refused, unsound

READING = ("GET", "HEAD", "OPTIONS")
#: What a page of another site is told before it reads: it may, and how long that is true.
MAY_READ = {
    "Allow": ", ".join(READING),
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    **OPEN,
}


def app() -> Starlette:
    """What answers below ROOT, and at every other address beside it that it is given."""
    below = "/" + ROOT.rpartition("/")[2]
    routes = [Route(f"{below}{one.path}", partial(table, name)) for name, one in ENDPOINTS.items()]
    routes.append(Route(f"{below}/{openapi.NAME}", document))
    made = Starlette(
        routes=routes,
        middleware=[Middleware(OnlyReading)],
        exception_handlers={
            query.Refused: refused,
            Unsound: unsound,
            HTTPException: _other,
            Exception: failed,
        },
    )
    made.router.redirect_slashes = False
    return made


class OnlyReading:
    """Refuses what would write, and tells pages of other sites what they may."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        said = self.app
        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            said = Response(status_code=204, headers=MAY_READ)
        elif scope["type"] == "http" and scope["method"] not in READING:
            detail = f"the API is only read; use one of {', '.join(READING)}"
            said = problem(405, detail, headers={"Allow": MAY_READ["Allow"]})
        await said(scope, receive, send)


def table(name: str, request: Request) -> Response:
    """What an endpoint says for the parameters of the address."""
    atlas, key = sound.atlas(), request.path_params.get("ags", "")
    asked = query.read(name, request.query_params.multi_items(), today(), key)
    if key and key not in atlas.names:
        raise HTTPException(404, f"no district has this key; {_root()}/districts lists all")
    if name == "geometry":
        content = sound.KEEPER.package()[DISTRICTS.name]
    else:
        content = content_of(atlas, asked, address.site(request))
    return answer(request, content, MEDIA[asked.format], headers=OPEN)


def document(request: Request) -> Response:
    """The API as it describes itself (OpenAPI)."""
    asked = query.values(SPOKEN, request.query_params.multi_items(), today())
    content = _document(asked.get("lang", SPOKEN["lang"].default), _root())
    return answer(request, content, MEDIA["json"], headers=OPEN)


@kept(8)
def _document(language: str, server: str) -> bytes:
    return records.dumped(openapi.document(Wording(language), server))


def _root() -> str:
    """The address on this site below which all of it lies."""
    return address.base() + ROOT


def _other(request: Request, error: HTTPException) -> Response:
    nothing = f"nothing is at this address; {_root()}/{openapi.NAME} lists what there is"
    known = request.path_params.get("ags")
    return problem(error.status_code, error.detail if known else nothing)
