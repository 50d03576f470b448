"""A link to a place within the page, also where that place is drawn after the page has loaded."""

from pathlib import Path

from components.page.browser_code import component

_anchor = component("anchor", Path(__file__).parent / "anchor_assets")


def follow() -> None:
    """Go to the place that the address names; to be called once all of it is drawn.

    What is folded around it opens. The browser looks for it while the page is still empty.
    """
    _anchor(key="anchor")
