"""The map month by month as an animation, for what can show neither print nor a page.

One frame per month up to the last change, then the day of the choice, which is held.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image, ImageColor

from adoption.series import standings_on
from components.base.choice import day_of, months
from components.looks import legend, theme
from components.looks.look import HAS_FILLS, looks
from components.printed import land
from components.printed.fonts import BOLD
from components.printed.legend import Legend
from components.printed.paint import Paint
from components.printed.paper import LEAST, Paper
from components.printed.sheet import Box, Sheet
from components.printed.typeset import Type
from components.words.headline import Headline

#: 1200 by 675 dots.
SHAPE, DPI = "16:9", 150
COLUMN = 3.1
#: Milliseconds: the first frame, one month, the last.
FIRST_MS, MONTH_MS, LAST_MS = 1500, 140, 5000
COLOURS = 96
NUMBER, MONTH, COUNTED = Type(30, BOLD), Type(17, BOLD), Type(10)
LEGEND_SIZES = (11, 10, 9.5, LEAST)
#: Inches from the top of the column: month, count, what is counted, legend.
_MONTH, _COUNT, _HAS, _LEGEND = 0.02, 0.3, 0.82, 1.2
_WEBP = {"quality": 80, "method": 2}


class Frame(NamedTuple):
    """A day, what it is called on the frame, and the standing of every district."""

    day: date
    label: str
    standings: pd.DataFrame


def animation(
    changes: pd.DataFrame, districts: pd.DataFrame, areas: gpd.GeoDataFrame, paper: Paper, kind: str
) -> bytes:
    """The animation as a file: `kind` is gif or webp; the same input gives the same bytes.

    Parameters
    ----------
    changes
        What `adoption.series.episodes` returns.
    areas
        What `geo.plane.flat` returns, or fewer corners of it.
    paper
        Always taken in SHAPE and with its title.
    """
    shown = frames(changes, districts, paper)
    images = list(_drawn(shown, areas, paper._replace(shape=SHAPE, titled=True)))
    held = [FIRST_MS, *[MONTH_MS] * (len(images) - 2), LAST_MS][-len(images) :]
    file = BytesIO()
    if kind == "gif":
        images = _few_colours(images)
    look = _WEBP if kind == "webp" else {"optimize": False, "disposal": 1}
    images[0].save(
        file, kind, save_all=True, append_images=images[1:], duration=held, loop=0, **look
    )
    return file.getvalue()


def frames(changes: pd.DataFrame, districts: pd.DataFrame, paper: Paper) -> list[Frame]:
    """The month ends from the law to the last change before the day of the choice, and that."""
    last, words = paper.choice.day, paper.words
    days = [day_of(month, last) for month in months(last)]
    standings = standings_on(changes, districts, days, paper.choice.definition)
    shown = [
        Frame(day, words.month(day), held.assign(short_name=districts["short_name"]))
        for day, held in zip(days, standings, strict=True)
    ]
    end = shown[-1]._replace(label=words.day(last))
    moving = [one for one in shown if not one.standings.equals(end.standings)]
    return [*shown[: len(moving) + 1][: len(shown) - 1], end]


def _drawn(shown: list[Frame], areas: gpd.GeoDataFrame, paper: Paper) -> Iterator[Image.Image]:
    """Every frame: what stays is drawn once, the map and its numbers anew."""
    drawn = _still(shown, paper)
    canvas = FigureCanvasAgg(drawn.figure)
    canvas.draw()
    ground = canvas.copy_from_bbox(drawn.figure.bbox)
    still, before = len(drawn.figure.texts), None
    for one in shown:
        seen = looks(one.standings, "has")
        if seen != before:
            canvas.restore_region(ground)
            axes = drawn.axes(drawn.body)
            land.draw(axes, areas, Paint(seen, list(HAS_FILLS.values())))
            axes.draw(canvas.get_renderer())
            axes.remove()
            mapped, before = canvas.copy_from_bbox(drawn.figure.bbox), seen
        canvas.restore_region(mapped)
        _write(drawn, one, paper)
        for text in drawn.figure.texts[still:]:
            text.draw(canvas.get_renderer())
            text.remove()
        yield Image.fromarray(np.asarray(canvas.buffer_rgba())[..., :3].copy())


def _still(shown: list[Frame], paper: Paper) -> Sheet:
    """What all frames have: title, source, legend."""
    words = paper.words
    notes = (words("picture.film.note", day=words.day(paper.choice.day)),)
    drawn = paper.sheet(Headline(words("picture.film"), []), COLUMN, notes)
    drawn.figure.set_dpi(DPI)
    side = drawn.side
    room = Box(side.left, side.bottom, side.width, side.height - _LEGEND)
    rows = legend.has_scale(pd.concat(one.standings for one in shown), words)
    key = Legend("", rows)
    key.draw(drawn, room, key.fitting(room, LEGEND_SIZES))
    return drawn


def _write(drawn: Sheet, one: Frame, paper: Paper) -> None:
    """Month and count; below it what is counted, and how many are undetermined."""
    groups, side, words = one.standings["group"].value_counts(), drawn.side, paper.words
    n, unsure, of = groups.get("with", 0), groups.get("undetermined", 0), len(one.standings)
    drawn.write(one.label, side.left, side.top - _MONTH, MONTH)
    drawn.write(words("coverage.of", n=n, of=of), side.left, side.top - _COUNT, NUMBER)
    counted = words("picture.film.has", n=n, has=words(f"has.{paper.choice.definition}"))
    below = drawn.write(counted, side.left, side.top - _HAS, COUNTED)
    if unsure:
        drawn.write(
            words("picture.film.undetermined", n=unsure), side.left, below, paper.form.detail
        )


def _few_colours(images: list[Image.Image]) -> list[Image.Image]:
    """All frames in the colours that a few of them together need: what stays, stays the same."""
    some = images[:: max(1, len(images) // 6)]
    width, height = some[0].size
    together = Image.new("RGB", (width, height * len(some)))
    for number, image in enumerate(some):
        together.paste(image, (0, number * height))
    colours = together.quantize(COLOURS)
    # One place more for the paper: the nearest of the others would be a little grey.
    paper = ImageColor.getrgb(theme.PAPER)
    palette = [*colours.getpalette()[: COLOURS * 3], *paper]
    return [_few(image, colours, palette, paper) for image in images]


def _few(
    image: Image.Image, colours: Image.Image, palette: list[int], paper: tuple[int, ...]
) -> Image.Image:
    """A frame in the colours of the palette, whose last is the paper's."""
    places = np.array(image.quantize(palette=colours, dither=Image.Dither.NONE))
    places[(np.asarray(image) == paper).all(axis=2)] = len(palette) // 3 - 1
    few = Image.fromarray(places)
    few.putpalette(palette)
    return few
