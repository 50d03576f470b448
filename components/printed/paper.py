"""What every picture is drawn on: a format with a title block and, always, a source line.

Whatever is written stands in LEAST points or more: 16 dots where the picture is 1080 wide.
"""

import math
from typing import NamedTuple

from components.base.choice import SHAPES as NAMES
from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.printed import layers, typeset
from components.printed.fonts import BOLD
from components.printed.sheet import MARGIN, QUIET, Box, Sheet, blank
from components.printed.typeset import Type
from components.words.headline import Headline

#: Of all type, in points.
LEAST = 8.9
DETAIL, SMALL = Type(11, colour=QUIET), Type(LEAST, colour=QUIET, leading=1.26)
#: Air below a title, in sizes of its type.
UNDER_TITLE = 0.2
#: Between a column for the title block and the body, and between body and foot.
GUTTER, OVER_FOOT = 0.25, 0.12


class Shape(NamedTuple):
    """A format: its size in inches, and how a sheet of it is set.

    `title` and `least` are the sizes of a title in points, the smaller taken if it then needs a
    line less; `above` and `below` stay free, and so does MARGIN at the sides. A `wide` one has
    no height to give away: what can stand beside the matter does not stand over it. One that is
    `cut` is as high as the picture needs, and at most as high as said here.
    """

    width: float
    height: float
    title: int
    least: int
    detail: Type = DETAIL
    small: Type = SMALL
    above: float = 0.35
    below: float = 0.25
    wide: bool = False
    cut: bool = False


_WIDE = {"detail": DETAIL._replace(size=9.5), "above": 0.28, "below": 0.2, "wide": True}
#: By name: slides; a post; a taller post; a story, whose ends the telephone covers; the preview
#: of a link; a page, as wide as that.
SHAPES = dict(
    zip(
        NAMES,
        (
            Shape(8, 4.5, 15, 12, **_WIDE),
            Shape(8, 8, 19, 16),
            Shape(8, 10, 20, 17),
            Shape(
                *(8, 128 / 9, 25, 21, DETAIL._replace(size=13), SMALL._replace(size=10)),
                above=1.15,
                below=1.15,
            ),
            Shape(8, 4.2, 14, 12, **_WIDE),
            Shape(210 / 25.4, 297 / 25.4, 20, 17, cut=True),
        ),
        strict=True,
    )
)


class Paper(NamedTuple):
    """One of SHAPES, what stands at its foot, the language of both, and whether it has a title.

    Without a title block source, licence and link stay.
    """

    shape: str
    stamp: Stamp
    words: Wording
    titled: bool = True

    @property
    def choice(self) -> Choice:
        """What the picture is of."""
        return self.stamp.choice

    @property
    def form(self) -> Shape:
        """How its format is set."""
        return SHAPES[self.shape]

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.form.width - 2 * MARGIN

    def sheet(
        self,
        line: Headline,
        column: float = 0,
        notes: tuple[str, ...] = (),
        need: float = math.inf,
    ) -> Sheet:
        """An empty sheet under its headline.

        Parameters
        ----------
        column
            The width in inches of a column at the left for the title block; 0: it lies on top.
        notes
            Sentences that stand over the source line.
        need
            The height of the body that the picture needs, for a format that is cut.
        """
        form, room = self.form, self.room
        block = _block(line, column or room, form) if self.titled else []
        foot = self._foot(notes)
        over = _high(block) + form.above + (OVER_FOOT if block and not column else 0)
        under = form.below + _high(foot) + OVER_FOOT
        height = min(form.height, over + need + under) if form.cut else form.height
        drawn = blank((form.width, height), line.sentence)
        with drawn.on(layers.TITLE):
            _write(drawn, block, height - form.above)
        with drawn.on(layers.SOURCE):
            _write(drawn, foot, under - OVER_FOOT)
        drawn.body = Box(MARGIN, under, room, height - over - under)
        if column:
            drawn.side = drawn.body._replace(width=column, height=height - over - under - OVER_FOOT)
            left = MARGIN + column + GUTTER
            high = height - form.above - under
            drawn.body = Box(left, under, form.width - MARGIN - left, high)
        return drawn

    def _foot(self, notes: tuple[str, ...]) -> list[tuple[str, Type]]:
        """Notes, what KIZ means, what is counted, the three dates, source, licence, link."""
        about = (self.words("about"), self.stamp.counted(self.words), self.stamp.dates(self.words))
        texts = (" ".join(filter(None, (*notes, *about))), self._origin())
        type = self.form.small
        lines = [line for text in texts for line in typeset.wrapped(text, self.room, type)]
        # A link has no spaces; where it is too long it goes on after one of its parts.
        link = self.stamp.link
        parts = typeset.wrapped(link.replace("&", "& "), self.room, type) if link else []
        lines += [part.replace("& ", "&") for part in parts]
        return [(line, type) for line in lines]

    def _origin(self) -> str:
        """Source and licence; the line of the boundaries where they are shown."""
        source, line = self.stamp.source(self.words), self.stamp.attribution
        return f"{source} · {self.words('stamp.boundaries', line=line)}" if line else source


def _block(line: Headline, room: float, form: Shape) -> list[tuple[str, Type]]:
    """The lines of title and detail, each with its type."""
    lines, type = _title(line.sentence, room, form)
    detail = " ".join(line.detail)
    below = typeset.balanced(detail, room, form.detail) if detail else []
    *first, last = lines
    apart = type._replace(leading=type.leading + UNDER_TITLE)
    return [
        *((text, type) for text in first),
        (last, apart),
        *((text, form.detail) for text in below),
    ]


def _high(lines: list[tuple[str, Type]]) -> float:
    return sum(type.line for _, type in lines)


def _write(drawn: Sheet, lines: list[tuple[str, Type]], top: float) -> None:
    for text, type in lines:
        top = drawn.write(text, MARGIN, top, type)


def _title(title: str, room: float, form: Shape) -> tuple[list[str], Type]:
    """The lines of a title in even lengths, and its type: smaller where that saves a line."""
    usual = Type(form.title, BOLD)
    lines = typeset.balanced(title, room, usual)
    for size in range(form.title - 1, form.least - 1, -1):
        smaller = usual._replace(size=size)
        fewer = typeset.balanced(title, room, smaller)
        fits = all(typeset.width_of(line, smaller) <= room for line in fewer)
        if fits and len(fewer) < len(lines):
            return fewer, smaller
    return lines, usual
