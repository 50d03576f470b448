"""`/feed.atom` and `/feed/….atom`: what became known, for feed readers."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.api import query
from components.api.parameters import SPOKEN
from components.base import sound
from components.base.atlas import Atlas
from components.base.choice import today
from components.base.memory import kept
from components.base.wording import LANGUAGES, Wording
from components.downloads import atom
from server import address
from server.answers import OPEN, SOON, answer

#: As many are kept as there are districts and languages, and some.
MOST = 120


def everything(request: Request) -> Response:
    """The feed of all."""
    return _answer(request, "")


def district(request: Request) -> Response:
    """The feed of a district, by its AGS."""
    ags = request.path_params["ags"]
    if ags not in sound.atlas().names:
        raise HTTPException(404)
    return _answer(request, ags)


def _answer(request: Request, ags: str) -> Response:
    said = query.values(SPOKEN, request.query_params.multi_items(), today())
    content = feed(sound.atlas(), ags, said.get("lang", LANGUAGES[0]), address.site(request))
    return answer(request, content, atom.MEDIA_TYPE, SOON, OPEN)


@kept(MOST)
def feed(atlas: Atlas, ags: str, language: str, site: str) -> bytes:
    """A feed whose links lead to the site."""
    return atom.feed(atlas, ags, Wording(language), site)
