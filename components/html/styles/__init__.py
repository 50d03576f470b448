"""The style that page, edition and embed share, a sheet per subject.

Each brings a sheet of its own besides, and all have that of the map.
"""

from pathlib import Path

from components.looks import fills

#: In the order in which they stand, since of two rules of one weight the later counts.
SHEETS = (
    *("colours", "base", "curve", "totals", "district", "sources", "lists", "compare", "take"),
    *("table", "statements", "forced", "print"),
)
#: The themes; the first is that of the reader's system. The browser alone keeps which is chosen.
THEMES = ("system", "light", "dark")
_FOLDER = Path(__file__).parent


def style() -> str:
    """All sheets as one text, before them the colours of the fills."""
    return fills.sheet() + "".join(map(_sheet, SHEETS))


def colours() -> str:
    """The colours of all but the fills alone."""
    return _sheet(SHEETS[0])


def _sheet(name: str) -> str:
    return (_FOLDER / f"{name}.css").read_text("utf-8")
