"""What a page says of itself in its head: to search engines, and where a link to it is shown."""

from collections.abc import Sequence
from typing import NamedTuple

import htpy as h

from components.printed.finish import DPI
from components.printed.paper import SHAPES
from components.words.link_preview import LOCALES, description
from edition import pictures
from edition.model import Page


class About(NamedTuple):
    """What a page is about: its name, its headline, and what that is told besides.

    `live` is the page of the live atlas that shows the same, and its district or nothing; used
    where the address of the atlas is known. `picture` is the one of `pictures.TAKEN` that a
    preview shows.
    """

    name: str
    sentence: str
    detail: Sequence[str]
    live: tuple[str, str] = ("", "")
    picture: str = "map"


def described(page: Page, about: About) -> h.Node:
    """Title and description of a page, and the card as which a link to it is shown."""
    site, text = page.words("title"), description(about.detail)
    shown = _picture(page, about)
    card = {
        "og:type": "website",
        "og:site_name": site,
        "og:locale": LOCALES[page.words.language],
        "og:title": about.sentence,
        "og:description": text,
        **{f"og:image{name}": value for name, value in shown.items()},
    }
    kind = "summary_large_image" if shown else "summary"
    twitter = {"twitter:card": kind, "twitter:title": about.sentence, "twitter:description": text}
    if shown:
        twitter |= {"twitter:image": shown[""], "twitter:image:alt": shown[":alt"]}
    return h.fragment[
        h.title[about.name if about.name == site else f"{about.name} – {site}"],
        h.meta(name="description", content=description([about.sentence, *about.detail])),
        [h.meta(property=name, content=value) for name, value in card.items()],
        [h.meta(name=name, content=value) for name, value in twitter.items()],
    ]


def _picture(page: Page, about: About) -> dict[str, str]:
    """The picture of the preview by what Open Graph calls its parts; none where it is not written.

    Its address is relative to the page: an edition does not know where it will lie, and the
    address of the atlas is not its own.
    """
    path = pictures.taken_path(page.edition, page.words, about.picture, "png")
    if path not in page.edition.paths:
        return {}
    form = SHAPES[pictures.SHAPE]
    size = (f"{round(side * DPI)}" for side in (form.width, form.height))
    named = {":type": "image/png", **dict(zip((":width", ":height"), size, strict=True))}
    return {"": page.to(path), **named, ":alt": about.sentence}
