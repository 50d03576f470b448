"""`/embed`: the map of a day for other people's pages, which asks for nothing once it is there."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.base import published, settings, sound
from components.base.atlas import Atlas
from components.base.choice import Choice, Problem, today
from components.base.memory import kept
from components.base.wording import LANGUAGES, Wording
from components.html import styles
from components.looks.look import coloured
from components.map import files, stage
from components.map.days import day_file
from server import asking, embed_page
from server.answers import ASK, answer
from server.problems import LATER_S

#: What the address may say; all else in it is not for this page.
PARAMETERS = ("tag", "definition", "kreis", "farbe", "lang")
#: What the page around it may ask for besides; without it the reader's system says it.
THEMES = ("light", "dark")
#: As many maps are kept, those asked for last.
MOST = 200
_SHEET = Path(__file__).with_name("embed.css").read_text("utf-8")


def page(request: Request) -> Response:
    """The map as its address asks for it; 503 in a sentence while there is no atlas."""
    headers = {"Content-Security-Policy": policy()}
    try:
        atlas = sound.atlas()
    except sound.Unsound:
        words = Wording(_language(request.query_params.get("lang")))
        whole = embed_page.broken(style(), words)
        later = {"Cache-Control": "no-store", "Retry-After": f"{LATER_S}"}
        return HTMLResponse(whole, 503, headers | later)
    shown, problems = asked(request.query_params, atlas)
    addresses = embed_page.Files(style(), scripts(atlas, shown.definition, shown.language))
    addresses = addresses._replace(theme=theme(request.query_params))
    markup = Markup(drawn(atlas, shown, today()))
    whole = embed_page.document(atlas, shown, problems, markup, addresses)
    keep = "no-store" if problems else ASK
    return answer(request, whole.encode(), "text/html", keep, headers)


def policy() -> str:
    """What a browser may do with the page: nothing but show our files, in the frames of these."""
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "style-src-attr": "'unsafe-inline'",  # where the marks of the time stand
        "font-src": "'self'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(settings.current().frame_ancestors),
    }
    return "; ".join(f"{name} {where}" for name, where in rules.items())


def asked(query: Mapping[str, str], atlas: Atlas) -> tuple[Choice, list[Problem]]:
    """The choice that an address asks for, and what of it could not be used."""
    said = {name: query[name] for name in PARAMETERS if name in query}
    chosen, problems = asking.read(said, atlas)
    if (look := query.get("theme", "")) and look not in THEMES:
        allowed = ", ".join(THEMES)
        problems.append(Problem("problem.theme", {"value": look, "allowed": allowed}))
    return coloured(chosen, said, atlas), problems


def theme(query: Mapping[str, str]) -> str:
    """The theme that an address asks for; empty where that is left to the reader's system."""
    look = query.get("theme", "")
    return look if look in THEMES else ""


@kept(MOST)
def drawn(atlas: Atlas, shown: Choice, now: date) -> str:
    """Headline, time, map, legend and source as the reader finds them."""
    words = Wording(shown.language)
    file = day_file(atlas, shown.definition, shown.language)
    stop = stage.Stop(now, words("clock.today"))
    whole = stage.Shown(atlas, shown, file, stop, words, embedded=True, now=now)
    return str(stage.stage(whole, atlas.standings(shown.day, shown.definition)))


@kept(1)
def style() -> str:
    """The address of the one style sheet."""
    sheets = files.style(), styles.style().encode(), _SHEET.encode()
    return published.publish_code("embed", b"".join(sheets), "css")


@kept(16)
def scripts(atlas: Atlas, definition: str, language: str) -> tuple[str, str]:
    """The addresses of the days in a language, and of the script that draws them."""
    days = files.days_script(day_file(atlas, definition, language))
    script, _ = files.addresses()
    return published.publish_bytes(f"days-{definition}-{language}", days, "js"), script


def _language(said: str | None) -> str:
    return said if said in LANGUAGES else LANGUAGES[0]
