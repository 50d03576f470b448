"""Writes docs/accessibility.md: what axe finds on every page, and how far the goals are by Tab.

`python -m docs.accessibility` (or `make a11y`) starts the dashboard on 127.0.0.1, looks at every
page in both languages, both themes and three widths, and ends it again; it takes some minutes and
prints a line per state. It can be broken off: the report is written at the end, as a whole. Where
axe has found something, or a goal is too far, a line says so and the exit code is 1.
"""

import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import chromium  # noqa: E402
from accessibility import OPTIONS  # noqa: E402
from browser import FLAGS, resize, settled, watched  # noqa: E402
from tab_stops import MOST, tab_stops  # noqa: E402

from benchmarks.serving import served  # noqa: E402
from components.base.wording import LANGUAGES  # noqa: E402
from components.page.nav import PAGES  # noqa: E402
from data.writing import write  # noqa: E402

REPORT = Path(__file__).with_suffix(".md")
THEMES, HEIGHT = ("light", "dark"), 900
WIDTHS = (1440, 390, 320)
QUERY = {"tag": "2015-09-24", "definition": "approved", "kreis": "05154"}
#: What tells an element from others in every state: its tag, and these of its attributes.
TAG = re.compile(r"<([a-z0-9]+)")
NAMED = re.compile(r' (data-testid|role|type|id)="([^"]*)"')
CLASS = re.compile(r' class="([^"]*)"')


class State(NamedTuple):
    """What a page is looked at in."""

    page: str
    language: str
    theme: str
    width: int


class Finding(NamedTuple):
    """What a rule of axe says of an element."""

    rule: str
    impact: str
    element: str


class Goal(NamedTuple):
    """What a reader wants to reach: on which page, by what names, within how many stops, and how
    many it took in the review of November 2026.
    """

    name: str
    page: str
    called: str
    most: int | None
    before: str

    def places(self, page: Page) -> Locator:
        """What can be pressed, followed or filled in and has the name."""
        first, *others = (page.get_by_role(role, name=re.compile(self.called)) for role in ROLES)
        for other in others:
            first = first.or_(other)
        return first


ROLES = ("button", "link", "combobox")
GOALS = (
    Goal("definition", "karte", "^Als KIZ zählt", 15, "84"),
    Goal("an area on the map", "karte", ": Hat ", 10, "impossible"),
    Goal("PNG", "mitnehmen", "^PNG", 20, "23"),
    Goal("next change", "karte", "^Nächste Änderung", None, "19"),
    Goal("play", "karte", "^Abspielen", None, "22"),
    Goal("search", "karte", "suchen$", None, "27"),
    Goal("language", "karte", "^English$", None, "27"),
)
#: What of Streamlit's own cannot be mended here: by the rule of axe and a part of its element, why
#: it stays. What axe finds no more is to be taken out.
REMAINS = {
    ("aria-allowed-role", "[data-testid=stMain]"): "Streamlit's `main` holds top and foot of the "
    "page too, and nothing can be drawn outside of it. So it gives its role to the page itself, "
    "which HTML does not allow; no issue upstream is known to us.",
}


def states(browser: Browser, site: str) -> Iterator[tuple[State, Page]]:
    """Every page in every state, drawn; a page is loaded once per language and theme."""
    for theme in THEMES:
        context = browser.new_context(color_scheme=theme, locale="de-DE")
        for name, language in product(PAGES, LANGUAGES):
            page = opened(context, site, name, language)
            for width in WIDTHS:
                resize(page, (width, HEIGHT))
                yield State(name, language, theme, width), settled(page, areas=0)
            page.close()
        context.close()


def opened(context: BrowserContext, site: str, name: str, language: str = "de") -> Page:
    """A page of the dashboard on the day of the report, wide and drawn."""
    page = watched(context)
    resize(page, (WIDTHS[0], HEIGHT))
    page.goto(f"{site}/{'' if name == 'karte' else name}?{urlencode(QUERY | {'lang': language})}")
    return settled(page, areas=0)


def findings(page: Page) -> tuple[set[Finding], str]:
    """What axe finds, of any impact, and the version of axe."""
    told = Axe().run(page, options=OPTIONS).response
    found = {
        Finding(rule["id"], rule["impact"], element(node["html"]))
        for rule in told["violations"]
        for node in rule["nodes"]
    }
    return found, told["testEngine"]["version"]


def element(html: str) -> str:
    """An element as a selector that is the same in every state: without what is generated.

    >>> element('<a class="st-emotion-cache-1x more" role="link" id=":r3:" href="./">…</a>')
    'a.more[role=link]'
    """
    head = html.split(">")[0] + " "
    tag = TAG.match(head)
    classes = CLASS.search(head)
    own = [one for one in (classes[1].split() if classes else ()) if "emotion" not in one]
    named = [f"[{name}={value}]" for name, value in NAMED.findall(head) if ":" not in value]
    return "".join([tag[1] if tag else "?", *(f".{one}" for one in sorted(own)), *named])


def look(browser: Browser, site: str) -> tuple[dict[Finding, list[State]], int, str]:
    """The states of each finding, how many there were to look at, and the version of axe."""
    seen: dict[Finding, list[State]] = {}
    count, version = 0, ""
    for state, page in states(browser, site):
        found, version = findings(page)
        count += 1
        print(*state, f"{len(found)} findings", flush=True)
        for finding in found:
            seen.setdefault(finding, []).append(state)
    return dict(sorted(seen.items())), count, version


def reached(browser: Browser, site: str) -> list[int | None]:
    """The stops of each goal, in German, wide and light."""
    context = browser.new_context(locale="de-DE")
    stops = []
    for goal in GOALS:
        page = opened(context, site, goal.page)
        stops.append(tab_stops(page, goal.places(page)))
        print(goal.name, stops[-1], flush=True)
        page.close()
    context.close()
    return stops


def where(seen: Sequence[State]) -> str:
    """The states in short: what is named of each side is not all of it.

    >>> where([State("karte", language, "dark", 320) for language in LANGUAGES])
    'karte · dark · 320'
    """
    sides = (PAGES, LANGUAGES, THEMES, WIDTHS)
    among = [
        [one for one in side if one in {state[place] for state in seen}]
        for place, side in enumerate(sides)
    ]
    told = [some for some, side in zip(among, sides, strict=True) if len(some) < len(side)]
    return " · ".join(", ".join(map(str, some)) for some in told) or "everywhere"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def report(
    seen: dict[Finding, list[State]], count: int, stops: Sequence[int | None], versions: str
) -> str:
    """The text of docs/accessibility.md."""
    rows = [
        (one.rule, one.impact, f"`{one.element}`", len(states), where(states))
        for one, states in seen.items()
    ]
    found = table(("rule", "impact", "element", "states", "where"), rows) if rows else "No finding."
    found = "\n\n".join(
        [found, *(f"`{entry[0]}` remains: {why}" for entry, why in REMAINS.items())]
    )
    ways = [
        (goal.name, goal.page, goal.before, stop or "not reached", goal.most or "")
        for goal, stop in zip(GOALS, stops, strict=True)
    ]
    reach = table(("goal", "page", "November 2026", "now", "at most"), ways)
    return f"""# Accessibility, measured
Written by `make a11y` on {date.today().isoformat()} with {versions}. What a machine cannot see is tested by keyboard, tree and emulation in `tests/test_browser_*`.

## What axe finds
{count} states: {len(PAGES)} pages × {", ".join(LANGUAGES)} × {", ".join(THEMES)} × {", ".join(map(str, WIDTHS))} px, with all rules of WCAG 2.2 A and AA and the best practices, of any impact, Streamlit's own parts included.

{found}

## Tab stops
From the top of the page, in German at {WIDTHS[0]} px with a chosen district; a skip link that is followed counts two, its stop and Enter.

{reach}
"""  # noqa: E501


def remaining(one: Finding) -> tuple[str, str] | None:
    """The entry of REMAINS that a finding is, if any."""
    known = (entry for entry in REMAINS if entry[0] == one.rule and entry[1] in one.element)
    return next(known, None)


def faults(seen: dict[Finding, list[State]], stops: Sequence[int | None]) -> list[str]:
    """What is to be mended: a line for each finding that does not remain, for what remains and is
    found no more, and for each goal that is too far.
    """
    found = [
        f"axe finds {one.rule} at {one.element}, {where(states)}; mend it and look again"
        for one, states in seen.items()
        if not remaining(one)
    ]
    found += [
        f"axe finds {rule} at {part} no more; take it out of REMAINS"
        for rule, part in REMAINS.keys() - {remaining(one) for one in seen}
    ]
    far = [
        f"{goal.name} on {goal.page} is {f'{stop} keys away' if stop else 'not reached'}; "
        f"bring it within {goal.most or MOST}"
        for goal, stop in zip(GOALS, stops, strict=True)
        if not stop or stop > (goal.most or MOST)
    ]
    return [f"{REPORT.relative_to(ROOT)}: {fault}" for fault in found + far]


def main() -> None:
    """Look at everything in one browser, and write the report; exit code 1 for a fault."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended; no report was written"))
    begun = time.monotonic()
    with sync_playwright() as playwright, served("atlas") as atlas:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        seen, count, axe = look(browser, atlas.address)
        stops = reached(browser, atlas.address)
        versions = f"axe {axe} in Chromium {browser.version}"
        browser.close()
    write(REPORT, report(seen, count, stops, versions).encode())
    print(f"{REPORT.relative_to(ROOT)}: {count} states in {time.monotonic() - begun:.0f} s")
    if wrong := faults(seen, stops):
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
