"""Visitors stay with one process, so that what it made for them is there when they fetch it."""

import asyncio
from collections import Counter

from browser import settled

from deploy.trial.asking import ask
from deploy.trial.browser import tab, way
from deploy.trial.fault import Fault
from deploy.trial.site import Site
from deploy.trial.visitor import Visitor

VISITORS, MOVES = 12, 3
STREAM, MEDIA = "/_stcore/stream", "/media/"


def faults(site: Site) -> list[Fault]:
    """Visitors are spread over the processes, and each stays with one through reruns, downloads."""
    homes = Counter()
    strayed = 0
    for number in range(VISITORS):
        visitor = Visitor(site.port, number, {})
        visitor.load()
        home = site.process_of(visitor.way).port
        asyncio.run(_visit(visitor))
        ask(site.port, "/kreis", {"Cookie": visitor.way})
        strayed += {site.asked(STREAM)[-1], site.asked("/kreis")[-1]} != {home}
        homes[home] += 1
    spread = ", ".join(f"{count}" for _, count in sorted(homes.items()))
    happened = f"{VISITORS * MOVES} moves; all stayed; spread {spread}"
    fine = not strayed and len(homes) == len(site.processes)
    return [
        Fault(
            f"{VISITORS} visitors move",
            happened if fine else f"{strayed} strayed, {spread}",
            fine=fine,
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
        page.goto("/mitnehmen?tag=2015-09-24&definition=approved&kreis=05154")
        settled(page, areas=0)
        home = site.process_of(way(page)).port
        with page.expect_download() as download:
            page.get_by_role("button", name="Kreis Kleve (PDF)", exact=True).click()
        content = download.value.path().read_bytes()
    fine = content.startswith(b"%PDF") and site.asked(STREAM)[-1] == home
    return Fault("a download in Chromium", f"{len(content):,} bytes of PDF", fine=fine)
