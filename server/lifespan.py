"""What happens before the first visitor, and what goes on beside them."""

import asyncio
import gc
import inspect
import logging
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module

from anyio import to_thread
from streamlit import App, runtime

from adoption.vocabulary import DEFINITIONS
from components.base import VERSION, published, settings, sound, stamp
from components.base.choice import Choice, today
from components.base.sound import Unsound
from server import address, connections, files, log, sockets
from server import settings as set_up

#: How often a look is taken whether the tables or the day have changed.
LOOK_S = 10
#: How often the folder of published files is cleared of what nobody needs.
TIDY_S = 600
#: How often what is kept is set apart from what a run leaves.
SET_APART_S = 60
#: What is made before the first visitor: without a word in the address this is counted.
FIRST = (Choice.definition,)
#: What draws pictures, for the one page that shows them.
TAKEN = ("components.page.panels.pictures", "components.page.panels.take")


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[None]:
    """What the first visitor needs is read and made before the site answers; then the rest."""
    connections.widen()
    sockets.quiet()
    if missing := set_up.open_imprint():
        repair = f"fill in the file of {settings.FILE}, like {settings.EXAMPLE}"
        lacking = f"imprint, privacy and accessibility lack {', '.join(missing)}"
        log.tell(logging.WARNING, f"{lacking}; {repair}")
    await to_thread.run_sync(_import_parts)
    await to_thread.run_sync(published.tidy)
    await to_thread.run_sync(look)
    await rehearse()
    await to_thread.run_sync(set_apart)
    _tell_start()
    tasks = (
        *((look, LOOK_S), (make_the_rest, LOOK_S)),
        *((set_apart, SET_APART_S), (published.tidy, TIDY_S)),
    )
    beside = [asyncio.create_task(_again(*task)) for task in tasks]
    try:
        yield
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)


async def _again(task: Callable[[], None], rest_s: float) -> None:
    """Do it time and again, each time after a rest."""
    while True:
        await asyncio.sleep(rest_s)
        try:
            await to_thread.run_sync(task)
        except Exception:
            log.LOG.exception("%s failed; what was sound goes on", task.__name__)


def _tell_start() -> None:
    """What serves which data, how many at most, and what is set, by name alone."""
    said, atlas = settings.current(), sound.KEEPER.serving
    versions = {"program": VERSION, "data": atlas.version if atlas else None}
    limits = {"visitors": said.visitors, "set": said.named}
    log.tell(logging.INFO, "started", at=address.local(), **versions, **limits)


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
    # With the first thing that is drawn Streamlit asks who calls, and Python looks for the file of
    # every module; it keeps what it has found.
    inspect.stack()


async def rehearse() -> None:
    """Let the start page run once without a visitor: what Python and its libraries do at the first
    time alone is done, and a page that does not run is known before anybody asks for it.
    """
    runs, why = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        log.tell(logging.ERROR, f"the start page did not run before the first visitor: {why}")


def look() -> None:
    """Take over tables that have changed, if they are sound, and make what all visitors need."""
    from components.page import cache

    before, findings = sound.KEEPER.serving, sound.KEEPER.findings
    sound.KEEPER.look()
    for finding in sound.KEEPER.findings:
        if finding not in findings:
            log.tell(logging.ERROR, f"not sound, what was sound goes on: {finding}")
    after = sound.KEEPER.serving
    if after is not before:
        versions = {"was": before.version if before else None, "data": after.version}
        log.tell(logging.INFO, "tables taken over", **versions)
    with suppress(Unsound):
        cache.fill(FIRST)


def set_apart() -> None:
    """Look for garbage among all objects, and leave those that stay out of it until the next time.

    So Python's own search, whenever there is much that is new, looks at that alone: the atlas and
    all modules would make it several times as long as a run of the script.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def make_the_rest() -> None:
    """Make what some visitors need: every definition, the table of any day, tables for programs."""
    from components.page import cache

    for part in TAKEN:
        import_module(part)
    with suppress(Unsound):
        files.tables(sound.atlas(), today(), stamp.site())
        cache.fill(DEFINITIONS)
        for day in sound.atlas().turns:
            cache.table_rows(Choice(day), today())
