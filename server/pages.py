"""The pages of the site as a program fetches them: Streamlit's scripts in a page of ours.

While there is no room for one more visitor a page comes without the scripts: it can be read.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from components.base import sound
from components.base.sound import Unsound
from components.base.wording import Wording
from components.words.pages import FOLLOWS
from server import address, asking, crowded, head, unscripted
from server.answers import ASK, answer
from server.problems import LATER_S
from server.seats import SEATS
from server.shell import shell

#: Where the pages are.
PATHS = tuple(f"/{address.path(page)}" for page in FOLLOWS)


def page(request: Request) -> Response:
    """A page; 503 while there is no atlas or no seat, so that nobody remembers it so."""
    try:
        atlas = sound.atlas()
    except Unsound:
        return _broken(request)
    asked = asking.asked(request, atlas)
    if not SEATS.free:
        return crowded.page(asked, atlas)
    whole = shell().around(
        asked.choice.language,
        str(head.head(asked, atlas)),
        str(unscripted.words_of(asked, atlas)),
    )
    keep = "no-store" if asked.problems else ASK
    return answer(request, whole.encode(), "text/html", keep, asking.VARY)


def root(request: Request) -> Response:
    """The map by its name: it is at the root, with the same query."""
    query = request.url.query
    return RedirectResponse(f"./?{query}" if query else "./", 301)


def _broken(request: Request) -> Response:
    language = asking.language(request)
    told = str(head.bare(Wording(language))), str(unscripted.broken())
    headers = {"Cache-Control": "no-store", "Retry-After": f"{LATER_S}", **asking.VARY}
    return HTMLResponse(shell().around(language, *told), 503, headers)
