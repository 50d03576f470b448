"""`/oembed`: how a page that is given an address of the map shows it (oEmbed 1.0, type "rich").

A content management system asks this with the address that an editor has pasted.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

import htpy as h
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.base import sound
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording
from components.map import framed
from components.words import headline, quoting
from server import address, asking, embed, previews
from server.answers import OPEN, SOON, answer

#: The pages that are told of: those that show the map, or a district that it can open with.
PAGES = ("", "karte", "kreis", framed.PAGE)
#: What an address says about the map; without a day, that of today is shown on every day.
_LASTING = ("definition", "kreis", "lang")
_OLDEST_S = 86_400


class Refused(Exception):
    """Why there is no answer: code and a line with finding and repair."""

    def __init__(self, code: int, line: str) -> None:
        super().__init__(line)
        self.code = code


def oembed(request: Request) -> Response:
    """The frame of an address, as JSON; 400, 404 or 501 in a line where there is none."""
    try:
        told = _told(request, sound.atlas())
    except Refused as error:
        return PlainTextResponse(f"{error}\n", error.code, {"Cache-Control": "no-store", **OPEN})
    content = json.dumps(told, ensure_ascii=False).encode()
    return answer(request, content, "application/json", SOON, OPEN)


def discovery(url: str, site: str, title: str) -> h.Element:
    """The tag in the head of a page of PAGES by which its address alone finds the frame."""
    return h.link(
        rel="alternate",
        type="application/json+oembed",
        href=f"{site}/oembed?{urlencode({'url': url})}",
        title=title,
    )


def _told(request: Request, atlas: Atlas) -> dict[str, str | int]:
    if (kind := request.query_params.get("format", "json")) != "json":
        raise Refused(501, f"format={kind[: quoting.LONGEST]}: answered is format=json")
    site, most = address.site(request), _most(request.query_params)
    query = _query(request.query_params.get("url", ""), site)
    shown, problems = embed.asked(query, atlas)
    look = embed.theme(query)
    words = Wording(shown.language)
    if problems:
        raise Refused(404, f"url: {asking.refusal(problems)}")
    width = min(most["maxwidth"] or framed.COLUMN, framed.COLUMN)
    high = framed.height(width)
    high = min(most["maxheight"] or high, high)
    title = headline.on_day(atlas, shown.day, shown.definition, words).sentence
    asked_for = _lasting(shown, query) | ({"theme": look} if look else {})
    frame = framed.frame(site, asked_for, title, f"{width}", high)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": words("title"),
        "provider_url": f"{site}/",
        "cache_age": _OLDEST_S,
        "html": f"{frame}",
        "width": width,
        "height": high,
        **_thumbnail(shown, site, most),
    }


def _thumbnail(shown: Choice, site: str, most: Mapping[str, int]) -> dict[str, str | int]:
    """The picture of the day, where it is no larger than asked for: it has one size."""
    named = zip(most.values(), previews.SIZE, strict=True)
    if any(limit and limit < size for limit, size in named):
        return {}
    width, high = previews.SIZE
    address_of = previews.address_of(previews.of_page("karte", shown), site)
    return {"thumbnail_url": address_of, "thumbnail_width": width, "thumbnail_height": high}


def _most(query: Mapping[str, str]) -> dict[str, int]:
    """The width and the height that must not be exceeded; 0 where any will do."""
    most = {}
    for name in ("maxwidth", "maxheight"):
        said = query.get(name, "")
        if said and not (said.isascii() and said.isdigit() and int(said[:9]) > 0):
            raise Refused(400, f"{name}={said[: quoting.LONGEST]}: write a number of pixels")
        most[name] = int(said[:9] or 0)
    return most


def _query(url: str, site: str) -> dict[str, str]:
    """What an address of ours asks for."""
    if not url:
        raise Refused(400, f"url is missing: name a page, such as url={site}/")
    page, _, query = url.partition("#")[0].partition("?")
    if not site or _bare(page) not in [_bare(f"{site}/{ours}") for ours in PAGES]:
        raise Refused(404, f"url: no page of {site}/ with a map; there are {', '.join(PAGES[1:])}")
    return dict(parse_qsl(query))


def _bare(page: str) -> str:
    """An address without its scheme, of which ours may have either, and without a last slash."""
    return re.sub(r"^https?://", "//", page).rstrip("/")


def _lasting(shown: Choice, said: Mapping[str, str]) -> dict[str, str]:
    """The query of the frame: what the address says, and nothing that moves with the day."""
    query = shown.address()
    return {name: query[name] for name in query if name in _LASTING or name in said}
