"""What style sheets add for the eye is not read aloud as part of a name."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHEETS = [
    sheet for room in ("components", "edition", "server") for sheet in (ROOT / room).rglob("*.css")
]
CONTENT = re.compile(r'content:\s*"([^"]*)"\s*(/\s*"")?\s*[;}]')


def signs(sheet):
    """The rules of a sheet that draw a mere sign, with the last content that each names."""
    for rule in re.findall(r"[^{}]+\{[^{}]*\}", sheet.read_text("utf-8")):
        if (drawn := CONTENT.findall(rule)) and drawn[-1][0].strip():
            yield drawn[-1]


def test_a_sign_that_style_draws_has_an_empty_alternative():
    found = [sign for sheet in SHEETS for sign in signs(sheet)]
    assert {text.strip() for text, _ in found} >= {"▲", "▼"}
    assert all(silent for _, silent in found)
