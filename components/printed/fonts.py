"""The type of everything printed: Source Sans 3, shipped in static/fonts, never the system's.

Settings of matplotlib for all drawing stand here and are set once, when this is imported: a
context around a drawing would be lost to another session that leaves its own at the same
moment.
"""

import base64
import re
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import unescape

import matplotlib
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib import font_manager

FOLDER = Path(__file__).parents[2] / "static" / "fonts"
FAMILY = "Source Sans 3"
REGULAR, BOLD = "regular", "semibold"
#: File and CSS weight by matplotlib's name of the weight.
FILES = {
    REGULAR: (FOLDER / "SourceSans3-Regular.ttf", 400),
    BOLD: (FOLDER / "SourceSans3-Semibold.ttf", 600),
}
for file, _ in FILES.values():
    font_manager.fontManager.addfont(file)
matplotlib.rcParams.update(
    {
        "font.family": [FAMILY],
        "svg.fonttype": "none",  # text stays text
        "svg.hashsalt": "kiz-atlas",  # ids are random without it
        "pdf.fonttype": 42,  # the font itself is embedded, so that text can be edited
        "hatch.linewidth": 0.7,
    }
)
#: How letters stand beside each other: what is drawn already needs none of it.
LAYOUT_TABLES = ("GPOS", "GSUB", "GDEF")
# matplotlib reads all of it to throw most away again, longer than it draws a sheet, and offers no
# setting; what it takes from the font for a PDF looks the same without.
subset.Options._drop_tables_default += LAYOUT_TABLES
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)<")


def embedded(svg: str) -> str:
    """The SVG with the letters that it uses as fonts in itself: the same wherever it is opened."""
    used = unescape("".join(_TEXT.findall(svg)))
    faces = [
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};"
        f"src:url(data:font/woff;base64,{base64.b64encode(_letters(file, used)).decode()})}}"
        for file, weight in FILES.values()
    ]
    # Who cannot read a font in the file should at least take one of its kind.
    named = svg.replace(f"font-family: '{FAMILY}'", f"font-family: '{FAMILY}', sans-serif")
    head, root, body = named.partition("<defs>")
    return f"{head}<style>{''.join(faces)}</style>{root}{body}"


def _letters(file: Path, text: str) -> bytes:
    """A font with nothing but the letters of a text, as WOFF."""
    font = TTFont(file, recalcTimestamp=False)
    # Before the rest is cut: to read them only to drop them takes longer than the whole drawing.
    for table in LAYOUT_TABLES:
        if table in font:
            del font[table]
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    cut = subset.Subsetter(options)
    cut.populate(text=text or " ")
    cut.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
