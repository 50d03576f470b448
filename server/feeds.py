"""`/feed.atom` and `/feed/….atom`: what became known, for feed readers."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.base import sound, stamp
from components.base.atlas import Atlas
from components.base.memory import kept
from components.base.wording import Wording
from components.downloads import atom
from server import address, asking
from server.answers import OPEN, SOON, answer

#: As many are kept as there are districts and languages, and some.
MOST = 120


def everything(request: Request) -> Response:
    """The feed of all."""
    return _answer(request, "")


def district(request: Request) -> Response:
    """The feed of a district, by its AGS."""
    ags = request.path_params["ags"]
    if ags not in set(sound.atlas().tables.districts["ags"]):
        raise HTTPException(404)
    return _answer(request, ags)


def _answer(request: Request, ags: str) -> Response:
    atlas, language, site = sound.atlas(), asking.language(request), address.site(request)
    # A site that a visitor's browser names is kept nowhere.
    made = feed if site == stamp.site() else feed.__wrapped__
    content = made(atlas, ags, language, site)
    return answer(request, content, atom.MEDIA_TYPE, SOON, OPEN)


@kept(MOST)
def feed(atlas: Atlas, ags: str, language: str, site: str) -> bytes:
    """A feed whose links lead to the site."""
    return atom.feed(atlas, ags, Wording(language), site)
