"""What happens before the first visitor, and what goes on beside them."""

import asyncio
import logging
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module

from anyio import to_thread
from streamlit import App

from adoption.vocabulary import DEFINITIONS
from components.base import settings, sound, stamp
from components.base.choice import Choice, today
from components.base.sound import Unsound
from server import files
from server import settings as set_up

LOG = logging.getLogger("kiz_atlas")
#: How often a look is taken whether the tables or the day have changed.
LOOK_S = 10
#: What is made before the first visitor: without a word in the address this is counted.
FIRST = (Choice.definition,)
#: What draws pictures, for the one page that shows them.
TAKEN = ("components.page.panels.pictures", "components.page.panels.take")


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[None]:
    """What the first visitor needs is read and made before the site answers; then the rest."""
    if missing := set_up.open_imprint():
        repair = f"fill in the file of {settings.FILE}, like {settings.EXAMPLE}"
        LOG.warning("imprint, privacy and accessibility lack %s; %s", ", ".join(missing), repair)
    await to_thread.run_sync(_import_parts)
    await to_thread.run_sync(look)
    beside = [asyncio.create_task(_again(task)) for task in (look, make_the_rest)]
    try:
        yield
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


async def _again(task: Callable[[], None]) -> None:
    """Do it time and again, each time after a rest."""
    while True:
        await asyncio.sleep(LOOK_S)
        try:
            await to_thread.run_sync(task)
        except Exception:
            LOG.exception("%s failed; what was sound goes on", task.__name__)


def _import_parts() -> None:
    """Import what the scripts of the pages import, which else the first visitor waits for.

    What is taken along comes after them: what draws pictures takes as long as all else.
    """
    from components import page  # not above: it needs Streamlit's runtime, which runs by now
    from components.page import panels

    for package in (page, panels):
        for part in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if part.name not in TAKEN:
                import_module(part.name)


def look() -> None:
    """Take over tables that have changed, if they are sound, and make what all visitors need."""
    from components.page import cache

    before = sound.KEEPER.findings
    sound.KEEPER.look()
    findings = sound.KEEPER.findings
    if findings and findings != before:
        LOG.error("the tables are not sound, what was sound goes on: %s", " | ".join(findings))
    with suppress(Unsound):
        cache.fill(FIRST)


def make_the_rest() -> None:
    """Make what some visitors need: every definition, and the tables for programs of the day."""
    from components.page import cache

    for part in TAKEN:
        import_module(part)
    with suppress(Unsound):
        files.tables(sound.atlas(), today(), stamp.site())
        cache.fill(DEFINITIONS)
