"""What axe finds on a page: every serious fault, but for those of Streamlit's own widgets."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Rules and places inside Streamlit's own widgets, and why they stay.
EXCUSED: dict[tuple[str, str], str] = {}
#: All that axe looks at by itself, and the one rule of WCAG 2.2 that it has to be asked for; it
#: need not describe every element that is all right.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
FITS = "([target, place]) => document.querySelector(target)?.matches(place) ?? false"


def faults(page: Page, **options: object) -> list[str]:
    """The serious faults of a page, one line each; `options` are further ones of `axe.run`."""
    return [line for line, excuses in _found(page, options) if not excuses]


def excused(page: Page) -> set[tuple[str, str]]:
    """The entries of EXCUSED that a page needs."""
    return {entry for _, excuses in _found(page, {}) for entry in excuses}


def _found(page: Page, options: dict) -> list[tuple[str, set[tuple[str, str]]]]:
    """Every serious fault as a line, with the entries that excuse it."""
    return [
        (f"{rule['id']}: {node['html'][:120]}", _excuses(page, rule["id"], node["target"][0]))
        for rule in Axe().run(page, options=OPTIONS | options).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def _excuses(page: Page, rule: str, target: object) -> set[tuple[str, str]]:
    """The entries that excuse a fault; axe names a place in a shadow tree by a list."""
    named = [entry for entry in EXCUSED if entry[0] == rule and isinstance(target, str)]
    return {entry for entry in named if page.evaluate(FITS, [target, entry[1]])}
