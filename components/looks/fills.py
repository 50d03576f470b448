"""The fills of all colourings, and the custom properties by which pages name their colours."""

from components.looks import difference, since, theme
from components.looks.look import HAS_FILLS
from components.looks.theme import Fill

#: What the colouring of a difference is called.
APART = "apart"
BY_COLOURING: dict[str, list[Fill]] = {
    "has": list(HAS_FILLS.values()),
    "status": theme.fills(),
    "since": since.fills(),
    APART: list(difference.FILLS.values()),
}


def fill_colour(name: str, code: int) -> str:
    """The value of a style or an attribute: the colour of this code of a colouring."""
    return f"var({_property(name, code)})"


def of_status(status: str) -> str:
    """The same of a status that is certain."""
    return fill_colour("status", theme.code(status, False))


def sheet() -> str:
    """The style that gives each of these colours its value in the light and the dark theme.

    What is only ever seen under its pattern has its colours in that.
    """
    values = [
        f"{_property(name, code)}:{fill.colour.css}"
        for name, fills in BY_COLOURING.items()
        for code, fill in enumerate(fills)
        if fill.pattern in ("", theme.REFUSED.pattern)
    ]
    return f":root{{{';'.join(values)}}}\n"


def _property(name: str, code: int) -> str:
    return f"--{name}-{code}"
