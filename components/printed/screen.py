"""What a picture in a page is drawn on: the page is its title, and says most of what it rests on.

It keeps what it must say when it is taken from the page alone: what is counted, and the source.
"""

import math
from typing import NamedTuple

from components.base.choice import Choice
from components.base.stamp import Stamp
from components.base.wording import Wording
from components.printed import typeset
from components.printed.paper import LEAST, OVER_FOOT, Shape
from components.printed.sheet import QUIET, Box, Sheet, blank
from components.printed.typeset import Type
from components.words.headline import Headline

#: Inches at the sides: the page has margins of its own.
EDGE = 0.08
_FOOT = Type(LEAST, colour=QUIET)
#: A screen from about 700 dots on, and a telephone. Neither has a title.
WIDE, NARROW = Shape(12, 5.6, 0, 0, small=_FOOT), Shape(4.3, 6.4, 0, 0, small=_FOOT)


class Screen(NamedTuple):
    """WIDE or NARROW, what stands at its foot, and the language of both; used as a `Paper` is."""

    form: Shape
    stamp: Stamp
    words: Wording

    @property
    def choice(self) -> Choice:
        """What the picture is of."""
        return self.stamp.choice

    def sheet(
        self,
        line: Headline,
        column: float = 0,
        notes: tuple[str, ...] = (),
        need: float = math.inf,
    ) -> Sheet:
        """An empty sheet over its foot; the headline is for the file to say.

        There is no title block, so no `column` for it, and none is cut to its `need`.
        """
        width, height, type = self.form.width, self.form.height, self.form.small
        told = (*notes, self.stamp.counted(self.words), self.stamp.source(self.words))
        foot = typeset.wrapped(" ".join(told), width - 2 * EDGE, type)
        top = EDGE + len(foot) * type.line
        drawn = blank((width, height), line.sentence)
        for count, text in enumerate(foot):
            drawn.write(text, EDGE, top - count * type.line, type)
        under = top + OVER_FOOT
        drawn.body = Box(EDGE, under, width - 2 * EDGE, height - under - EDGE)
        return drawn
