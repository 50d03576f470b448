"""Files at their addresses: those named by their content, the tables for programs, the fonts."""

import mimetypes
from datetime import date
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from components.base import published, sound, stamp
from components.base.atlas import Atlas
from components.base.choice import today
from components.base.memory import kept
from components.downloads import addresses
from server.answers import ASK, FOR_EVER, OPEN, answer

FONTS = Path(__file__).parents[1] / "static" / "fonts"


def hashed(request: Request) -> Response:
    """A file of `published`: it is the same for ever."""
    name = request.path_params["name"]
    content = published.STORE.get(f"{published.ADDRESS}/{name}")
    if content is None:
        raise HTTPException(404)
    return answer(request, content, media_type(name), FOR_EVER, OPEN)


def table(request: Request) -> Response:
    """A table as of today, its description, or the index of all."""
    name = request.path_params["name"]
    content = tables(sound.atlas(), today()).get(name)
    if content is None:
        raise HTTPException(404)
    return answer(request, content, media_type(name), ASK, OPEN)


@kept(2)
def tables(atlas: Atlas, day: date) -> dict[str, bytes]:
    """The tables for programs of a day, by file name."""
    return addresses.files(atlas, day, stamp.site())


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
