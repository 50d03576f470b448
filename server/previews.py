"""`/bild/…`: the picture of a page as messengers show it beside a link; made once, and kept."""

from io import BytesIO
from threading import BoundedSemaphore, Lock

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.base import sound, stamp
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.published import Store
from components.base.sound import Held
from components.looks.look import coloured
from components.printed.order import NAMES, PAGES, Order
from components.words import pages
from server import address, asking
from server.answers import OPEN, SOON, answer
from server.problems import problem

#: The format of a preview, and its dots.
SHAPE, SIZE, DPI = "1200x630", (1200, 630), 150
#: The picture of a page; that of all others is the map.
_OF_PAGE = {"verlauf": "curve", "vergleich": "comparison"}
_BY_NAME = {name: picture for picture, name in NAMES.items() if picture != "film"}
#: As many are kept, of so many bytes; a picture has about 200 kB.
MADE = Store(300, 30_000_000)
#: One is drawn at a time; so many may wait for that before others are asked to come again.
WAITING, LATER_S = 6, 10
_DRAWING, _PLACES = Lock(), BoundedSemaphore(WAITING)


def of_page(page: str, choice: Choice) -> Order:
    """What the preview of a page shows."""
    dossier = page == "kreis" and choice.ags
    picture = "timeline" if dossier else _OF_PAGE.get(page, "map")
    return ordered(picture, choice)


def ordered(picture: str, choice: Choice) -> Order:
    """A preview; its link back is that which the operators set, and no visitor's."""
    return Order(picture, choice, SHAPE, site=stamp.site())


def address_of(order: Order, site: str) -> str:
    """Where a preview is fetched."""
    return address.full(site, f"bild/{NAMES[order.name]}.png", order.settled.address())


def described(order: Order, atlas: Atlas) -> str:
    """What it shows, for who does not see it."""
    told = pages.told(PAGES[order.name] or pages.ROOT, atlas, order.choice)
    return f"{order.words(f'take.picture.{order.name}')}: {told.line.sentence}"


def picture(request: Request) -> Response:
    """A preview; 400 in words where the address cannot be meant, 503 while too many wait."""
    name, held = _BY_NAME.get(request.path_params["name"]), sound.held()
    if name is None:
        raise HTTPException(404)
    choice, problems = asking.read(request.query_params, held.atlas)
    if problems:
        raise asking.refusal(problems)
    shown = coloured(choice, request.query_params, held.atlas)
    try:
        content = drawn(ordered(name, shown), held)
    except ValueError as error:
        return problem(400, str(error))
    if content is None:
        return problem(503, "too many wait", headers={"Retry-After": f"{LATER_S}"})
    return answer(request, content, "image/png", SOON, OPEN)


def drawn(order: Order, held: Held) -> bytes | None:
    """The preview as PNG; None while too many wait for theirs.

    It is kept by the number of the atlas: other boundaries leave its version as it is.
    Raises ValueError where the choice lacks what the picture is of.
    """
    kept = f"{held.number} {address_of(order, '')}"
    if content := MADE.get(kept):
        return content
    if not _PLACES.acquire(blocking=False):
        return None
    try:
        with _DRAWING:
            content = MADE.get(kept) or _png(order, held.atlas)
            MADE.put(kept, content)
            return content
    finally:
        _PLACES.release()


def _png(order: Order, atlas: Atlas) -> bytes:
    # Not above: what draws is loaded once something is to be drawn.
    from components.printed import pictures
    from components.printed.finish import dots

    file = BytesIO()
    dots(pictures.picture(order, atlas), DPI).save(file, "PNG")
    return file.getvalue()
