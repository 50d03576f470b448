"""A page while no visitor more finds a seat: without scripts, with a word of why."""

import htpy as h
from starlette.responses import HTMLResponse

from components.base.atlas import Atlas
from server import head, unscripted
from server.asking import VARY, Asked
from server.problems import LATER_S


def page(asked: Asked, atlas: Atlas) -> HTMLResponse:
    """503 with the headline and the table of all, which need no seat, and when to come again."""
    whole = h.html(lang=asked.choice.language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            head.head(asked, atlas),
        ],
        h.body[unscripted.read(asked, atlas, lambda words: words("crowded"))],
    ]
    headers = {"Cache-Control": "no-store", "Retry-After": f"{LATER_S}", **VARY}
    return HTMLResponse(f"{whole}\n", 503, headers)
