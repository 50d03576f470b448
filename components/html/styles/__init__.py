"""The style that page, edition and embed share, a sheet per subject.

Each brings a sheet of its own besides, and all have that of the map.
"""

from pathlib import Path

#: In the order in which they stand, since of two rules of one weight the later counts.
SHEETS = (
    *("colours", "base", "curve", "totals", "district", "sources", "lists", "compare", "take"),
    *("table", "statements", "forced", "print"),
)


def style() -> str:
    """All sheets as one text."""
    folder = Path(__file__).parent
    return "".join((folder / f"{name}.css").read_text("utf-8") for name in SHEETS)
