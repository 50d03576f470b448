"""What all factsheets share: one page A4, its head and foot, its sections, its status badge."""

from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch

from components.base.stamp import Stamp
from components.base.wording import Wording
from components.looks import theme
from components.printed import blocks, typeset
from components.printed.blocks import HEADING, SMALL, STRONG, TEXT, Block, Part, Piece
from components.printed.sheet import QUIET, Box, Sheet
from components.words.headline import Headline

#: A4 and its margin in inches.
WIDTH, HEIGHT, MARGIN = 210 / 25.4, 297 / 25.4, 0.5
ROOM = WIDTH - 2 * MARGIN
BRAND = STRONG._replace(size=9, colour=QUIET)
TITLE, BADGE = STRONG._replace(size=22), STRONG._replace(size=9.5)
KIND, LEAD = TEXT._replace(size=9.5, colour=QUIET), TEXT._replace(size=11.5)
RULE = "#c3cbd1"
#: Between sections at least, and how much more of an emptier page may go there.
GAP, MORE_GAP = 0.1, 0.12
#: Between what stands in one line of the head.
BESIDE = 0.2


@dataclass(frozen=True)
class Badge:
    """A status in its colour, with its mark and its word."""

    status: str
    label: str
    height: float = 0.27

    @property
    def width(self) -> float:
        """The box with its word."""
        return typeset.width_of(self._word(), BADGE) + 0.22

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Box and word."""
        fill = theme.STATUS_COLOURS[self.status]
        box = FancyBboxPatch(
            (left + 0.05, top - 0.22),
            self.width - 0.1,
            0.17,
            boxstyle="round,pad=0.05,rounding_size=0.05",
            facecolor=fill,
            edgecolor="#8a949b" if self.status == "unknown" else fill,
            linewidth=0.6,
            transform=figure.dpi_scale_trans,
        )
        figure.add_artist(box)
        word = Piece(self._word(), 0.11, 0.05, BADGE._replace(colour=theme.ink_on(fill)))
        Block((word,), BADGE.line).draw(figure, left, top)

    def _word(self) -> str:
        mark = f"{theme.REFUSED_MARK} " if self.status == "rejected" else ""
        return mark + self.label


@dataclass(frozen=True)
class Section:
    """A heading over a thin line, and what stands below it."""

    title: str
    body: Part

    @property
    def height(self) -> float:
        """Heading and body."""
        return HEADING.line + 0.07 + self.body.height

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw heading, line and body."""
        rule(figure, left, top, ROOM)
        blocks.paragraph(self.title, ROOM, HEADING).draw(figure, left, top - 0.04)
        self.body.draw(figure, left, top - HEADING.line - 0.07)


@dataclass(frozen=True)
class Columns:
    """Parts on one height, each with its distance from the left."""

    parts: tuple[tuple[float, Part], ...]

    @property
    def height(self) -> float:
        """That of the highest."""
        return max(part.height for _, part in self.parts)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw each."""
        for aside, part in self.parts:
            part.draw(figure, left + aside, top)


@dataclass(frozen=True)
class Lowered:
    """A part further down."""

    part: Part
    down: float

    @property
    def height(self) -> float:
        """With what is above it."""
        return self.part.height + self.down

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw it further down."""
        self.part.draw(figure, left, top - self.down)


def head(name: str, kind: str, line: Headline, stamp: Stamp, words: Wording) -> Block:
    """The brand and the day, the name, what it is, and the sentences on it."""
    day = words("district.on", day=words.day(stamp.choice.day))
    brand = f"{words('title')} · {words('about.short')}"
    beside = ROOM - typeset.width_of(day, BRAND) - BESIDE
    return blocks.stack(
        [
            blocks.beside([blocks.paragraph(brand, beside, BRAND), blocks.right(day, ROOM, BRAND)]),
            Block((), 0.04),
            blocks.paragraph(name, ROOM, TITLE),
            Block((), 0.03),
            blocks.paragraph(kind, ROOM, KIND),
            Block((), 0.05),
            blocks.paragraph(line.sentence, ROOM, LEAD),
            Block((), 0.02),
            *(blocks.paragraph(detail, ROOM) for detail in line.detail),
        ]
    )


def with_badge(head: Block, badge: Badge) -> Columns:
    """The head with the status at the right of the name."""
    return Columns(((0, head), (ROOM - badge.width, Lowered(badge, BRAND.line + 0.07))))


def foot(note: str, stamp: Stamp, words: Wording) -> Block:
    """What was counted, the three dates, sources and licences, the link that shows the same."""
    origin = [stamp.source(words), words("factsheet.population"),
              words("stamp.boundaries", line=stamp.attribution)]  # fmt: skip
    # The dot stays with what is before it.
    said = [stamp.counted(words), stamp.dates(words), note, "\u00a0· ".join(origin)]
    notes = " ".join(filter(None, said))
    link = stamp.link
    return blocks.stack(
        [blocks.paragraph(notes, ROOM, SMALL), blocks.paragraph(link, ROOM, SMALL, url=link)]
    )


def rule(figure: Figure, left: float, top: float, width: float) -> None:
    """A thin line across."""
    ends = ([left, left + width], [top, top])
    look = {"color": RULE, "linewidth": 0.7, "transform": figure.dpi_scale_trans}
    figure.add_artist(Line2D(*ends, **look))


def free(parts: list[Part], foot: Block) -> float:
    """How much of the page is left below these parts; negative where they do not fit."""
    used = sum(part.height for part in parts) + GAP * len(parts) + foot.height
    return HEIGHT - 2 * MARGIN - used


def page(title: str, parts: list[Part], foot: Block) -> Sheet:
    """The page as a drawing; raises ValueError where the parts do not fit on it."""
    rest = free(parts, foot)
    if rest < 0:
        raise ValueError(f"{title}: {-rest:.2f} in too high for one page; leave something out")
    figure = Figure(figsize=(WIDTH, HEIGHT), facecolor=theme.PAPER)
    gap = GAP + min(MORE_GAP, rest / len(parts))
    top = HEIGHT - MARGIN
    for part in parts:
        part.draw(figure, MARGIN, top)
        top -= part.height + gap
    rule(figure, MARGIN, MARGIN + foot.height + 0.06, ROOM)
    foot.draw(figure, MARGIN, MARGIN + foot.height)
    return Sheet(figure, Box(MARGIN, MARGIN, ROOM, HEIGHT - 2 * MARGIN), title)
