"""Every picture that can be taken along: one entry for the page, the commands, the edition.

No Streamlit and no clock: what is drawn follows from the atlas and the order alone.
"""

from io import BytesIO
from typing import NamedTuple

from PIL import Image

from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.printed.film import animation
from components.printed.finish import dots, finished
from components.printed.order import Order
from components.printed.paper import Shape
from components.printed.picture_makers import MAKERS
from components.printed.screen import Screen
from components.printed.sheet import Sheet

PICTURES = tuple(MAKERS)
FILMS = ("gif", "webp")
#: Dots to the inch of a preview: sharp in the column of the page.
PREVIEW_DPI = 120


class Preview(NamedTuple):
    """A picture for the page: the file and the ending of its name, its size in dots, and what
    its title says, also where it has none.
    """

    content: bytes
    suffix: str
    size: tuple[int, int]
    title: str


def picture(order: Order, atlas: Atlas) -> Sheet:
    """One of PICTURES as a drawing.

    Raises ValueError where the choice lacks what the picture is of.
    """
    return MAKERS[order.name](atlas, order.paper(atlas))


def file(order: Order, atlas: Atlas, kind: str) -> bytes:
    """The same as a file of one of `finish.FORMATS`; the same input gives the same bytes."""
    return finished(picture(order, atlas), kind, order.stamp(atlas), order.words)


def shown(order: Order, atlas: Atlas, form: Shape) -> bytes:
    """One of PICTURES as an SVG for a page, in one of the forms of `screen`: without a title."""
    stamp, words = order.stamp(atlas), order.words
    return finished(MAKERS[order.name](atlas, Screen(form, stamp, words)), "svg", stamp, words)


def film(order: Order, atlas: Atlas, kind: str = FILMS[0]) -> bytes:
    """The map month by month up to the day of the choice, as an animation of one of FILMS."""
    frames = atlas.changes, atlas.tables.districts, atlas.coarse
    return animation(*frames, order.paper(atlas), kind)


def preview(order: Order, atlas: Atlas) -> Preview:
    """A picture as it would be downloaded, in fewer dots; of the film the film itself."""
    if order.name == "film":
        moving = film(order, atlas, "webp")
        size = Image.open(BytesIO(moving)).size
        return Preview(moving, "webp", size, order.words("picture.film"))
    content, drawn = BytesIO(), picture(order, atlas)
    image = dots(drawn, PREVIEW_DPI)
    image.save(content, "PNG")
    return Preview(content.getvalue(), "png", image.size, drawn.title)


def warning(atlas: Atlas, choice: Choice, words: Wording) -> str:
    """What to say with the picture where districts are undetermined on the day; else empty."""
    groups = atlas.standings(choice.day, choice.definition)["group"]
    unsure = int(groups.eq("undetermined").sum())
    if not unsure:
        return ""
    counted = {"day": words.day(choice.day), "n": unsure, "of": len(groups)}
    return words("picture.warning", definition=words(f"definition.{choice.definition}"), **counted)
