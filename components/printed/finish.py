"""A sheet as a file: PNG, SVG, PDF; the same sheet gives the same bytes."""

import re
from collections.abc import Mapping
from io import BytesIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.printed import fonts
from components.printed.document import AUTHOR, described
from components.printed.layers import layered
from components.printed.sheet import Sheet

FORMATS = ("png", "svg", "pdf")
DPI = 300
#: Of the compression of a PNG: twice as fast as the library's own choice, a tenth larger.
PNG_LEVEL = 3
#: A step of an outline in an SVG, as matplotlib writes it: a line of its own, six digits each.
_STEP = re.compile(r"^([MLCQ]|<path d=\"M) .*\.\d{3,}.*$", re.MULTILINE)
#: Signs that no XML may hold, which matplotlib writes as they are.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONG = re.compile(r"-?\d+\.\d{3,}")


def finished(drawn: Sheet, kind: str, stamp: Stamp, words: Wording) -> bytes:
    """The sheet as a file of FORMATS.

    PNG has 300 dpi; text is text in SVG and PDF, and both hold the fonts that they use.
    The file's own metadata name title, source and licence; a PDF has what `document` adds.
    """
    content = saved(drawn, kind, _metadata(drawn.title, kind, stamp, words))
    if kind == "svg":
        return as_svg(content.decode(), drawn.attributes, words)
    return described(content, drawn.title, stamp, words) if kind == "pdf" else content


def saved(drawn: Sheet, kind: str, metadata: Mapping[str, str | None]) -> bytes:
    """The sheet as matplotlib writes it; a PNG without its fourth channel, in half the time."""
    file = BytesIO()
    if kind != "png":
        drawn.figure.savefig(file, format=kind, dpi=DPI, metadata=metadata)
        return file.getvalue()
    texts = PngInfo()
    for name, text in metadata.items():
        texts.add_text(name, text)
    size = {"dpi": (DPI, DPI), "compress_level": PNG_LEVEL}
    dots(drawn, DPI).save(file, "png", pnginfo=texts, **size)
    return file.getvalue()


def dots(drawn: Sheet, dpi: float) -> Image.Image:
    """The sheet as an image of so many dots to the inch."""
    canvas, before = FigureCanvasAgg(drawn.figure), drawn.figure.get_dpi()
    drawn.figure.set_dpi(dpi)
    canvas.draw()
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    drawn.figure.set_dpi(before)
    return image


def as_svg(text: str, attributes: Mapping[str, Mapping[str, str]], words: Wording) -> bytes:
    """An SVG of matplotlib's with its fonts in itself, in layers, and half as long: it looks the
    same.

    `attributes` as those of a Sheet.
    """
    shorter = _STEP.sub(_rounded, _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))
    return fonts.embedded(layered(shorter, attributes, words)).encode()


def _metadata(title: str, kind: str, stamp: Stamp, words: Wording) -> dict[str, str | None]:
    """What the file says of itself, under the names of its format, and never when it was made."""
    source, line = stamp.source(words), stamp.attribution
    if kind == "png":
        return {"Title": title, "Source": source, "Copyright": line}
    if kind == "svg":
        unsaid = {"Date": None, "Creator": None}
        return unsaid | {"Title": title, "Source": source, "Rights": line}
    unsaid = {"CreationDate": None, "Creator": None, "Producer": None}
    subject = f"{source} {line}"
    return unsaid | {"Title": title, "Subject": subject, "Author": AUTHOR}


def _rounded(step: re.Match[str]) -> str:
    """A corner to a tenth of a point, a curve to a hundredth: those of a pattern are small."""
    digits = 1 if step[1][-1] in "ML" else 2
    return _LONG.sub(lambda number: f"{float(number[0]):.{digits}f}", step[0])
