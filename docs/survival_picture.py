"""Draw docs/survival.svg, the picture of docs/survival.md: `python docs/survival_picture.py`.

It is made from the file that the product exports, in the looks of the atlas.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes

DOCS = Path(__file__).parent
sys.path.append(str(DOCS.parent))

from components import downloads  # noqa: E402
from components.base.atlas import Atlas  # noqa: E402
from components.base.choice import FIRST_DAY, Choice  # noqa: E402
from components.base.wording import Wording  # noqa: E402
from components.looks import curve, theme  # noqa: E402
from components.printed import typeset  # noqa: E402
from components.printed.curve_lines import ground  # noqa: E402
from components.printed.finish import as_svg, saved  # noqa: E402
from components.printed.fonts import BOLD  # noqa: E402
from components.printed.paper import SMALL  # noqa: E402
from components.printed.sheet import BODY, MARGIN, QUIET, Box, Sheet, blank  # noqa: E402
from components.printed.typeset import Type  # noqa: E402
from docs import survival  # noqa: E402

TITLE = Type(20, BOLD)
PICTURE = DOCS / "survival.svg"
SIZE = (10.5, 6.3)
KINDS = {
    "Kreis": "districts (Kreise)",
    "kreisfreie Stadt": "independent cities (kreisfreie Städte)",
}
HEADLINE = "How many in Nordrhein-Westfalen were still without a KIZ"
DETAIL = (
    "Share without a Kommunales Integrationszentrum (KIZ) at the end of each day, in per cent. "
    "Counted: approval, grant or opening."
)
NOTE = (
    "The band lies between the shares if every district got its KIZ as early, or as late, as its "
    "sources allow. It is no sampling error: all 54 are observed. The line is Turnbull's estimate "
    "within the band, itself an area where the days leave it undetermined."
)
FIRST, LAST = date(2012, 1, 1), date(2019, 1, 1)


def exported(path: Path) -> Path:
    """The table as it can be downloaded."""
    table = downloads.table("history", Atlas.load(), Choice(FIRST_DAY))
    path.write_bytes(downloads.written(table, "csv", Wording("en")))
    return path


def drawn(rows: pd.DataFrame) -> Sheet:
    """The share of Kreise and of cities, side by side on one scale."""
    sheet = blank(SIZE, HEADLINE)
    wide, top = SIZE[0] - 2 * MARGIN, SIZE[1] - MARGIN
    top = sheet.write_all(HEADLINE, MARGIN, wide, top, TITLE)
    top = sheet.write_all(DETAIL, MARGIN, wide, top, BODY._replace(colour=QUIET)) - 0.35
    version, licence = rows[["atlas_version", "atlas_licence"]].iloc[0]
    origin = f"KIZ-Atlas NRW, table history, version {version}. {licence}"
    lines = [line for text in (NOTE, origin) for line in typeset.wrapped(text, wide, SMALL)]
    foot = MARGIN * 0.7 + SMALL.lines(len(lines))
    below = foot
    for line in lines:
        below = sheet.write(line, MARGIN, below, SMALL)
    left, gap, bottom = MARGIN + 0.42, 0.35, foot + 0.45
    width = (SIZE[0] - MARGIN - left - gap) / 2
    for place, (kind, name) in enumerate(KINDS.items()):
        mine = rows[rows["kind"] == kind]
        axes = sheet.axes(Box(left + place * (width + gap), bottom, width, top - bottom))
        _ground(axes, f"{len(mine)} {name}", labelled=place == 0)
        shares = _shares(axes, mine, curve.KINDS[kind][0])
        if place == 0:
            _named(axes, shares)
    return sheet


def _ground(axes: Axes, title: str, labelled: bool) -> None:
    """Years below, per cent from none to all at the left."""
    axes.set(xlim=(FIRST.toordinal(), LAST.toordinal()), ylim=(0, 102))
    axes.set_title(title, loc="left", size=BODY.size, weight=BOLD, color=theme.INK)
    ticks = range(0, 101, 20)
    names = [f"{tick} %" if labelled else "" for tick in ticks]
    axes.set_yticks(ticks, names, size=9.5, color=theme.INK)
    years = range(FIRST.year, LAST.year + 1)
    days = [date(year, 1, 1).toordinal() for year in years]
    axes.set_xticks(days, [str(year) for year in years], size=9.5, color=theme.INK)
    ground(axes, 0.7)


def _shares(axes: Axes, rows: pd.DataFrame, colour: str) -> pd.DataFrame:
    """Draw the band between earliest and latest and the estimate in it; returns them by day."""
    begin = rows["origin"].iloc[0].toordinal() - 1
    both = survival.envelope(rows).join(survival.turnbull(rows)).clip(lower=0) * 100
    days = pd.RangeIndex(LAST.toordinal() - begin + 1)
    shares = both.reindex(days, method="ffill").round(2).set_axis(days + begin)
    moved = shares.ne(shares.shift()).any(axis=1)
    moved.iloc[-1] = True
    steps = shares[moved]
    look = {"step": "post", "color": colour, "linewidth": 0}
    axes.fill_between(steps.index, steps["earliest"], steps["latest"], alpha=0.22, **look)
    axes.fill_between(steps.index, steps["lower"], steps["upper"], alpha=0.55, **look)
    for bound in ("lower", "upper"):
        line = {"color": colour, "linewidth": 1.8, "drawstyle": "steps-post", "clip_on": False}
        axes.plot(steps.index, steps[bound], **line)
    return shares


def _named(axes: Axes, shares: pd.DataFrame) -> None:
    """What the edges of the band and the line in it are, each with a stroke to a point of it."""
    for text, name, day, place in (
        ("each as late as possible", "latest", date(2013, 7, 15), (date(2014, 7, 1), 75)),
        ("Turnbull's estimate", "upper", date(2013, 9, 15), (date(2014, 7, 1), 45)),
        ("each as early\nas possible", "earliest", date(2013, 1, 20), (date(2012, 2, 10), 14)),
    ):
        point = day.toordinal(), shares.loc[day.toordinal(), name]
        look = {"size": 9.5, "color": theme.INK, "va": "center"}
        stroke = {"arrowstyle": "-", "color": QUIET, "linewidth": 0.8, "shrinkB": 0}
        axes.annotate(text, point, (place[0].toordinal(), place[1]), arrowprops=stroke, **look)


def written(sheet: Sheet) -> bytes:
    """The sheet as SVG, in English as its words are."""
    about = {"Date": None, "Creator": None, "Title": sheet.title}
    return as_svg(saved(sheet, "svg", about).decode(), sheet.attributes, Wording("en"))


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        rows = survival.read(exported(Path(folder) / "history.csv"))
    PICTURE.write_bytes(written(drawn(rows)))


if __name__ == "__main__":
    main()
