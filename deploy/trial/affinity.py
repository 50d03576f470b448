"""Visitors stay with one process, so that what it made for them is there when they fetch it."""

import asyncio
from collections import Counter

from browser import settled
from playwright.sync_api import Page

from deploy.trial.asking import ask
from deploy.trial.browser import tab
from deploy.trial.fault import Fault
from deploy.trial.front import TrialError
from deploy.trial.site import Site
from deploy.trial.visitor import Visitor

VISITORS, MOVES = 12, 2
STREAM = "/_stcore/stream"
#: The page with files of a district.
LEAFLET = "/mitnehmen?tag=2015-09-24&definition=approved&kreis=05154"


def faults(site: Site) -> list[Fault]:
    """Visitors are spread over the processes, and each stays with one through moves, downloads."""
    homes, strayed = Counter(), 0
    for number in range(VISITORS):
        visitor = Visitor(site.port, number)
        visitor.load()
        home = site.process_of(visitor.way).port
        socket = site.reached(STREAM, lambda visitor=visitor: asyncio.run(_visit(visitor)))
        cookie = {"Cookie": visitor.way}
        page = site.reached("/kreis", lambda cookie=cookie: ask(site.port, "/kreis", cookie))
        strayed += {socket, page} != {home}
        homes[home] += 1
    spread = " + ".join(f"{count}" for _, count in sorted(homes.items()))
    return [
        Fault(
            f"{VISITORS} visitors move {MOVES} times each",
            f"{strayed} strayed from their process; spread {spread}",
            fine=not strayed and len(homes) > 1,
        ),
        _download(site),
    ]


async def _visit(visitor: Visitor) -> None:
    async with visitor.open() as socket:
        await visitor.show(socket)
        for _ in range(MOVES):
            await visitor.move(socket)


def _download(site: Site) -> Fault:
    """A file that is made when its button is pressed arrives through nginx."""
    with tab(site) as page:
        page.goto(LEAFLET)
        settled(page, areas=0)
        content = taken(page)
    return Fault("a download in Chromium", f"{len(content):,} bytes of PDF")


def taken(page: Page) -> bytes:
    """The leaflet of a district, from its page; raises TrialError where it is none."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Kreis Kleve (PDF)", exact=True).click()
    content = download.value.path().read_bytes()
    if not content.startswith(b"%PDF"):
        raise TrialError(f"the leaflet is no PDF: {content[:100]!r}")
    return content
