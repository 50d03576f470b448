"""The chart in the theme of the page. Plotly takes plain colours and writes them as styles, so a
rule for each colour puts its pair in: the server need not know the theme, and nothing is redrawn.
"""

from components.looks import curve, theme
from components.looks.colour import Colour

COLOURS = (
    *(theme.INK, theme.PAPER, curve.GRID, curve.QUIET, curve.REFUSAL, curve.CERTAIN),
    *(curve.POSSIBLE, *(colour for colour, _ in curve.KINDS.values())),
)


def sheet() -> str:
    """The rules; that of the possible number is also that of the band, which has its opacity."""
    return "".join(_rule(name, colour) for colour in COLOURS for name in ("fill", "stroke"))


def _rule(name: str, colour: Colour) -> str:
    parts = ", ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    written = f'.js-plotly-plot [style*="{name}: rgb({parts})"]'
    return f"{written}{{{name}:{colour.css}!important}}\n"
