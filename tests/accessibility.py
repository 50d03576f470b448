"""What axe finds on a page: every serious fault, Streamlit's own widgets included."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: All that axe looks at by itself, and the one rule of WCAG 2.2 that it has to be asked for; it
#: need not describe every element that is all right.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}


def faults(page: Page, **options: object) -> list[str]:
    """The serious faults of a page, one line each; `options` are further ones of `axe.run`."""
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in Axe().run(page, options=OPTIONS | options).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
