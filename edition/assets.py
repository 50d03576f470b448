"""What all pages share: style, fonts, scripts."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from components.base import script
from components.base.wording import LANGUAGES
from components.html import styles
from components.map import files
from components.printed import fonts
from edition import index_page, moving
from edition.frame import MAP_STYLE, STYLE, THEME
from edition.model import ASSETS, Edition, Job

HERE = Path(__file__).parent / "assets"


def jobs(edition: Edition) -> list[Job]:
    """Style, fonts, scripts."""
    return [
        Job(STYLE, style),
        *(Job(font_path(file), font, (file.name,)) for file, _ in fonts.FILES.values()),
        Job(index_page.TABLES, same, (tables_script,)),
        Job(THEME, same, (theme_script,)),
        Job(MAP_STYLE, same, (files.style,)),
        Job(moving.SCRIPT, same, (files.script,)),
        *(Job(moving.days_path(name), moving.days_script, (name,)) for name in LANGUAGES),
    ]


def style(edition: Edition) -> bytes:
    """The one style sheet: fonts, the shared parts, the site."""
    faces = "".join(
        f'@font-face {{ font-family: "{fonts.FAMILY}"; font-weight: {weight}; '
        f'font-display: swap; src: url("fonts/{file.stem}.woff") format("woff") }}\n'
        for file, weight in fonts.FILES.values()
    )
    # The parts that the pages share with the live atlas look as they do there.
    own = (HERE / "edition.css").read_text("utf-8")
    return "".join([faces, styles.style(), own]).encode()


def same(edition: Edition, content: Callable[[], bytes]) -> bytes:
    """A script or a style that is the same in every edition."""
    return content()


def tables_script() -> bytes:
    """The script that sorts and searches the tables."""
    return script.classic(HERE / "tables.mjs")


def theme_script() -> bytes:
    """The script that shows the theme that the reader has chosen, and its switch."""
    return script.classic(HERE / "theme.mjs")


def font(edition: Edition, name: str) -> bytes:
    """A whole font, only compressed: its licence lets nothing else keep its name."""
    whole = TTFont(fonts.FOLDER / name, recalcTimestamp=False)
    whole.flavor = "woff"
    out = BytesIO()
    whole.save(out)
    return out.getvalue()


def font_path(file: Path) -> str:
    """Where a font lies."""
    return f"{ASSETS}fonts/{file.stem}.woff"
