"""A button that copies the full address of what is shown."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from components.base.wording import Wording
from components.page.browser_code import component

_button = component("copy_link", Path(__file__).parent / "copy_link_assets")


def copy_link(query: Mapping[str, str], words: Wording) -> None:
    """Draw the button; where the clipboard is closed to us it shows the address instead."""
    labels = {key: words(f"control.{name}") for key, name in _WORDS.items()}
    _button(data={"query": urlencode(query), **labels}, key="copy_link")


_WORDS = {"label": "copy", "done": "copied", "by_hand": "copy.by_hand"}
