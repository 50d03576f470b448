"""What every picture is drawn on: a shape with a title block and, always, a source line."""

from typing import NamedTuple

from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.printed import typeset
from components.printed.fonts import BOLD
from components.printed.sheet import BODY, MARGIN, QUIET, Box, Sheet, blank
from components.printed.typeset import Type
from components.words.headline import Headline

#: Width and height in inches; 300 dots to each in a PNG.
SHAPES = {"16:9": (32 / 3, 6.0), "1:1": (8.0, 8.0), "3:4": (8.0, 32 / 3)}
TITLE, DETAIL, SMALL = Type(20, BOLD), BODY._replace(colour=QUIET), Type(8.5, colour=QUIET)
#: How small a title may become if it then needs a line less.
TITLE_LEAST = 16
#: Between a column for the title block and the body.
GUTTER = 0.3


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

    def sheet(self, line: Headline, column: float = 0, notes: tuple[str, ...] = ()) -> Sheet:
        """An empty sheet under its headline.

        Parameters
        ----------
        column
            The width in inches of a column at the left for the title block; 0: it lies on top.
        notes
            Sentences that stand over the source line.
        """
        width, height = SHAPES[self.shape]
        drawn = blank((width, height), line.sentence)
        top, room = height - MARGIN, width - 2 * MARGIN
        bottom = self._foot(drawn, room, notes)
        below = _title_block(drawn, " ".join(line.detail), column or room) if self.titled else top
        drawn.body = Box(MARGIN, bottom, room, below - bottom)
        if column:
            drawn.side = Box(MARGIN, bottom, column, below - bottom)
            left = MARGIN + column + GUTTER
            drawn.body = Box(left, bottom, width - MARGIN - left, top - bottom)
        return drawn

    def _foot(self, drawn: Sheet, room: float, notes: tuple[str, ...]) -> float:
        """Notes, what KIZ means, what is counted, the three dates, source, licence, link.

        Returns the lowest place free above.
        """
        about = (self.words("about"), self.stamp.counted(self.words), self.stamp.dates(self.words))
        texts = (" ".join(filter(None, (*notes, *about))), self._origin())
        lines = [line for text in texts for line in typeset.wrapped(text, room, SMALL)]
        # A link has no spaces; where it is too long it goes on after one of its parts.
        parts = typeset.wrapped(self.stamp.link.replace("&", "& "), room, SMALL)
        lines += [part.replace("& ", "&") for part in parts]
        foot = below = MARGIN * 0.7 + SMALL.lines(len(lines))
        for line in lines:
            below = drawn.write(line, MARGIN, below, SMALL)
        return foot + 0.12

    def _origin(self) -> str:
        """Source and licence; the line of the boundaries where they are shown."""
        source, line = self.stamp.source(self.words), self.stamp.attribution
        return f"{source} · {self.words('stamp.boundaries', line=line)}" if line else source


def _title_block(drawn: Sheet, detail: str, room: float) -> float:
    """Title and detail; returns the top of what follows."""
    top = drawn.body.top - MARGIN
    lines, type = _title(drawn.title, room)
    for line in lines:
        top = drawn.write(line, MARGIN, top, type)
    top -= 0.05
    for line in typeset.balanced(detail, room, DETAIL) if detail else ():
        top = drawn.write(line, MARGIN, top, DETAIL)
    return top - 0.12


def _title(title: str, room: float) -> tuple[list[str], Type]:
    """The lines of a title in even lengths, and its type: smaller where that saves a line."""
    lines = typeset.balanced(title, room, TITLE)
    for size in range(TITLE.size - 1, TITLE_LEAST - 1, -1):
        smaller = TITLE._replace(size=size)
        fewer = typeset.balanced(title, room, smaller)
        fits = all(typeset.width_of(line, smaller) <= room for line in fewer)
        if fits and len(fewer) < len(lines):
            return fewer, smaller
    return lines, TITLE
