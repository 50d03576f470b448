"""Files at their addresses: those named by their content, the tables for programs, the fonts.

None of them has parameters. Who asks for one is told so, and at which address the API answers it.
"""

import mimetypes
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from components.api import query
from components.api.endpoints import ENDPOINTS, ROOT
from components.base import published, sound, stamp
from components.base.atlas import Atlas
from components.base.choice import today
from components.base.memory import kept
from components.downloads import addresses
from server import address
from server.answers import ASK, FOR_EVER, OPEN, answer
from server.problems import refused, unsound

FONTS = Path(__file__).parents[1] / "static" / "fonts"


def hashed(request: Request) -> Response:
    """A file of `published`: it is the same for ever."""
    name = request.path_params["name"]
    content = published.file(name)
    if content is None:
        raise HTTPException(404)
    return answer(request, content, media_type(name), FOR_EVER, OPEN)


def table(request: Request) -> Response:
    """A table as of today, its description, or the index of all."""
    return _one_of(lambda: tables(sound.atlas(), today(), stamp.site()), request)


def package(request: Request) -> Response:
    """A file of the Data Package: a curated table as it was read, boundaries, descriptor."""
    return _one_of(sound.KEEPER.package, request)


def _one_of(made: Callable[[], Mapping[str, bytes]], request: Request) -> Response:
    name, pairs = request.path_params["name"], request.query_params.multi_items()
    try:
        files = made()
    except sound.Unsound as error:
        return unsound(request, error)
    if name not in files:
        raise HTTPException(404)
    if pairs:
        return refused(request, query.Refused(*_unanswered(name, pairs)))
    return answer(request, files[name], media_type(name), ASK, OPEN)


def _unanswered(name: str, pairs: query.Pairs) -> list[query.Fault]:
    """What is wrong with parameters here: where the API would answer them, its address."""
    stem, _, kind = name.partition(".")
    asked = pairs if "format" in dict(pairs) else [*pairs, ("format", kind)]
    finding, repair = "is not answered here", "ask without parameters"
    try:
        if stem in ENDPOINTS:
            query.read(stem, asked, today())
            repair = f"use {address.base()}{ROOT}/{stem}?{urlencode(asked)}"
    except query.Refused as error:
        return [*error.faults]
    return [query.Fault(parameter[: query.REPEATED], finding, repair) for parameter, _ in pairs]


@kept(2)
def tables(atlas: Atlas, day: date, site: str) -> dict[str, bytes]:
    """The tables for programs of a day, by file name; `site` is what they lead back to."""
    return addresses.files(atlas, day, site)


def font(request: Request) -> Response:
    """A font of the pages that need no Streamlit."""
    file = FONTS / request.path_params["name"]
    if file.parent != FONTS or not file.is_file():
        raise HTTPException(404)
    return FileResponse(file, headers={"Cache-Control": FOR_EVER, **OPEN})


def media_type(name: str) -> str:
    """What a file is, by its ending."""
    known = {".geojson": "application/geo+json", ".csv": "text/csv", ".js": "text/javascript"}
    found = known.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
    return found or "application/octet-stream"
