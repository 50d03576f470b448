"""What is laid over the curve of the page: names, steps of the law, the last evidence.

The figure is drawn by the server, which does not know how wide it will be. So the labels are
placed for each of a few widths, and the style shows those of the widest that fits: what is
apart at one width is so at any larger one. Nothing here depends on the chosen day.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import atan2, hypot

import htpy as h
import pandas as pd

from components.base.wording import Wording
from components.figures import curve_labels, curve_law
from components.figures.curve_labels import Canvas, Shown
from components.html.curve_lists import total_anchor
from components.html.german import german
from components.looks import curve as looks
from components.looks.labels import Box, Place
from components.words.totals import figure, point

#: By the name that the style knows: the least width of the whole in pixels, and whether there
#: is room for the dates of the totals.
LAYOUTS = {
    "least": (270, False),
    "narrow": (330, False),
    "middle": (440, True),
    "wide": (640, True),
}
LAYOUTS["widest"] = 840, True
#: Pixels: the height of a line of a label, and what a letter is wide at the most on average.
LINE, LETTER = 17, 6.5
#: How far the name of the last evidence stands over zero.
EVIDENCE = 4
ROOM = looks.MARGIN["l"] + looks.MARGIN["r"]


@dataclass(frozen=True, eq=False)
class Layout:
    """The labels for one of LAYOUTS.

    `law` are the steps within the time of the curve, none for a simple one; `evidence` is the
    last evidence where the time reaches it.
    """

    name: str
    shown: Shown
    law: pd.DataFrame
    evidence: date | None
    words: Wording

    @property
    def width(self) -> float:
        """Of the plotting area, in pixels."""
        return LAYOUTS[self.name][0] - ROOM

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each label stands in the plotting area; the rest is for the key."""
        high = (looks.HEIGHT - looks.MARGIN["t"] - looks.MARGIN["b"]) * (1 - looks.STRIP)
        dated = LAYOUTS[self.name][1]
        canvas = Canvas(self.width, high, LINE, _wide, dated)
        taken = []
        if self.evidence:
            line = curve_labels.upright(self.shown, canvas, self.evidence)
            name = line.left - _wide(self.ends)
            taken = [line, Box(name, high - EVIDENCE - LINE, line.left, high)]
        return curve_labels.placed(self.shown, canvas, self.words, taken)

    @property
    def ends(self) -> str:
        """What the line of the last evidence is called."""
        return self.words("clock.evidence", date=self.words.day(self.evidence))

    @property
    def strip(self) -> h.Element | None:
        """The name of the strip of the law, in its widest gap; None where it is too narrow."""
        name = self.words("curve.key.milestones")
        start, part = curve_law.gap(self.law, self.shown.last) if len(self.law) else (0, 0)
        if part * self.width < _wide(name):
            return None
        style = f"left:{100 * start:.2f}%"
        return h.div(".curve-strip", aria_hidden="true")[h.span(style=style)[name]]

    def steps(self) -> h.Element | None:
        """The steps of the law in parts that can be reached."""
        return curve_law.parts(self.law, self.shown.last, self.name, self.width, self.words)

    def labels(self) -> list[h.Node]:
        """The labels with their leaders, from left to right as they are walked through."""
        ordered = sorted(self.places.items(), key=lambda item: item[1].x)
        totals = self.shown.named.set_index("id", drop=False)
        return [
            (
                self._leader(place),
                self._total(next(totals.loc[[name]].itertuples()), place)
                if name in totals.index
                else self._name(name, place),
            )
            for name, place in ordered
        ]

    def _name(self, name: str, place: Place) -> h.Element:
        style = f"{self._at(place)};color:{looks.INKS[name].css}"
        return h.span(".curve-label", style=style)[[h.span[line] for line in place.text.lines]]

    def _total(self, total: tuple, place: Place) -> h.Element:
        """A total as the way to its row in the list, told in full under pointer and focus."""
        words, count = self.words, figure(total.count, total.of, self.words)
        side = "late" if place.x > self.width / 2 else ""
        link = {"href": f"#{total_anchor(total.id)}", "style": self._at(place)}
        what = getattr(total, f"what_{words.language}")
        return h.a(link, class_=f"curve-label total {side}")[
            [h.span[line] for line in place.text.lines],
            h.span(".tip")[
                h.b[words("curve.hover.total", figure=count, date=words.date(total.date))],
                " ",
                german(total.publisher, words),
                f": {what}. {point(total, self.shown.points, words)}",
            ],
        ]

    def _leader(self, place: Place) -> h.Node:
        """The line from a point to a label that does not stand beside it."""
        if (end := place.leader) is None:
            return None
        wide, high = end[0] - place.x, end[1] - place.y
        top = looks.MARGIN["t"] + place.y
        turned = f"width:{hypot(wide, high):.0f}px;transform:rotate({atan2(high, wide):.3f}rad)"
        style = f"{self._across(place, place.x)};top:{top:.0f}px;{turned}"
        return h.i(".curve-leader", style=style, aria_hidden="true")

    def _at(self, place: Place) -> str:
        top = looks.MARGIN["t"] + place.box.top
        return f"{self._across(place, place.box.left)};top:{top:.0f}px"

    def _across(self, place: Place, left: float) -> str:
        """From the left: the point in parts of the width, the rest in pixels."""
        part, aside = place.x / self.width, looks.MARGIN["l"] + left - place.x
        return f"left:calc({aside:.0f}px + (100% - {ROOM}px) * {part:.4f})"


def layouts(shown: Shown, law: pd.DataFrame, evidence: date | None, words: Wording) -> list[Layout]:
    """One for each width."""
    return [Layout(name, shown, law, evidence, words) for name in LAYOUTS]


def overlay(laid: list[Layout]) -> h.Element:
    """Everything that is laid over."""
    one = laid[0]
    return h.div(".curve-over")[
        one.evidence and _evidence(one),
        curve_law.ticks(one.law, one.shown.last),
        [
            h.div(class_=f"curve-layout {layout.name}")[
                layout.labels(), layout.strip, layout.steps()
            ]
            for layout in laid
        ],
    ]


def unlabelled(laid: list[Layout]) -> dict[str, list[str]]:
    """By the name of what has no label somewhere: the layouts in which only the key names it."""
    bare = {
        line: [one.name for one in laid if line not in one.places]
        for line in ("band", *reversed(laid[0].shown.curve.lines))
    }
    return bare | {"law": [one.name for one in laid if len(one.law) and one.strip is None]}


def _evidence(layout: Layout) -> h.Element:
    """The line where the evidence ends, with its name."""
    part = looks.place(layout.evidence, layout.shown.last)
    left = f"left:calc({looks.MARGIN['l']}px + (100% - {ROOM}px) * {part})"
    return h.div(".curve-evidence", style=left)[h.span[layout.ends]]


def _wide(text: str) -> float:
    return len(text) * LETTER + 6
