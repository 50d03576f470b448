"""The page around the map in a frame: head, what the address got wrong, the map."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import htpy as h
from markupsafe import Markup

from components.base.atlas import Atlas
from components.base.choice import Choice, Problem
from components.base.wording import Wording
from components.words import headline, quoting


class Files(NamedTuple):
    """The addresses of style and scripts, relative to the page; the scripts in their order. The
    `theme` of the style is light, dark, or that of the reader's system.
    """

    style: str
    scripts: tuple[str, ...] = ()
    theme: str = ""


def document(
    atlas: Atlas, shown: Choice, problems: Sequence[Problem], markup: Markup, files: Files
) -> str:
    """The whole page; `markup` is the map of the choice."""
    words = Wording(shown.language)
    sentence = headline.on_day(atlas, shown.day, shown.definition, words).sentence
    address = shown.address()
    query = {name: address[name] for name in ("definition", "lang")}
    body = h.main(data_district=shown.ags, data_query=json.dumps(query))[
        [
            h.p(".notice", role="alert")[quoting.told(words, problem.key, **problem.values)]
            for problem in problems
        ],
        markup,
    ]
    return _page(f"{sentence} – {words('title')}", body, files, words)


def broken(style: str, words: Wording) -> str:
    """What is said while the tables cannot be read."""
    told = h.strong[words("broken.title")], " ", words("broken.body")
    return _page(words("title"), h.main[h.p(".notice")[told]], Files(style), words)


def _page(title: str, body: h.Element, files: Files, words: Wording) -> str:
    whole = h.html(lang=words.language, data_theme=files.theme or None)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.meta(name="robots", content="noindex"),
            h.title[title],
            h.link(rel="icon", href="data:,"),
            h.link(rel="stylesheet", href=files.style),
            [h.script(defer=True, src=script) for script in files.scripts],
        ],
        h.body[body],
    ]
    return f"{whole}\n"
