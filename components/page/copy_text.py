"""A text that the reader completes in the page and copies; nothing is sent anywhere."""

from pathlib import Path

from components.base.wording import Wording
from components.page.browser_code import component

_field = component("copy_text", Path(__file__).parent / "copy_text_assets")


def copy_text(text: str, words: Wording, name: str = "correction", rows: int = 14) -> None:
    """Draw the text in a field with a button that copies it as the reader has completed it.

    `name` is the key of the field and of its label in the catalogue: `<name>.label`.
    """
    labels = {part: words(f"correction.{part}") for part in ("copy", "done", "by_hand")}
    labels["label"] = words(f"{name}.label")
    _field(data={"text": text, "rows": rows, **labels}, key=f"copy_{name}")
