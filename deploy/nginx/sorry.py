"""Writes the pages that nginx answers with itself, when no process of the app does.

`python -m deploy.nginx.sorry` after their words have changed; a test compares them with this.
"""

from pathlib import Path

import htpy as h
from markupsafe import Markup

from components.base.wording import LANGUAGES, Wording

PAGES = Path(__file__).with_name("pages")
#: Title and text of each page.
WORDS = {"later": ("later.title", "later.told"), "busy": ("busy.title", "busy.told")}
_STYLE = "body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }"


def pages() -> dict[str, str]:
    """Every page by its name, in all languages: nginx does not know the visitor's."""
    return {f"{name}.html": f"{_page(name)}\n" for name in WORDS}


def _page(name: str) -> h.Element:
    first, *_ = spoken = [Wording(language) for language in LANGUAGES]
    title, told = WORDS[name]
    return h.html(lang=first.language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="robots", content="noindex"),
            h.title[f"{first(title)} – {first('title')}"],
            h.style[Markup(_STYLE)],
        ],
        h.body[
            [
                h.section(lang=words.language)[
                    h.h1[words(title)],
                    h.p[words(told)],
                    # The same address: nginx answers with this page wherever it was asked.
                    h.p[h.a(href="")[words("sorry.again")]],
                ]
                for words in spoken
            ]
        ],
    ]


if __name__ == "__main__":
    for name, text in pages().items():
        (PAGES / name).write_text(text, "utf-8")
