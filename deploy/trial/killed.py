"""One process is gone at once, as when its machine is: its visitors go on elsewhere."""

from browser import query, settled, step
from playwright.sync_api import Page

from deploy.trial.asking import ask
from deploy.trial.browser import tab, way
from deploy.trial.fault import Fault
from deploy.trial.front import PAUSE_S, wait
from deploy.trial.site import Process, Site
from deploy.trial.visitor import Crowd

VISITORS, RUNS_BEFORE, RUNS_AFTER, LIMIT_S = 9, 2, 5, 60
VIEW = {"tag": "2015-08-31", "definition": "approved", "kreis": "05154"}


def faults(site: Site) -> list[Fault]:
    """What the visitors of the process that is killed notice, what the others, and its return."""
    with tab(site) as page, Crowd(site.port, VISITORS) as crowd:
        page.goto("/?" + "&".join(f"{name}={value}" for name, value in VIEW.items()))
        headline = settled(page).locator("h1").inner_text()
        wait(lambda: crowd.runs() >= RUNS_BEFORE, "the crowd to look", LIMIT_S)
        lost = site.process_of(way(page))
        theirs = [one for one in crowd.visitors if site.process_of(one.way) is lost]
        others = [one for one in crowd.visitors if one not in theirs]
        before = sum(one.connections for one in others)
        opened = page.sockets
        lost.kill()
        first = ask(site.port, f"/?{_query()}", {"Cookie": way(page)})
        back = _reconnected(page, opened)
        kept = (
            settled(page).locator("h1").inner_text() == headline
            and VIEW.items() <= query(page).items()
        )
        moved = step(page).locator("h1").inner_text() != headline
        reached = crowd.runs() + RUNS_AFTER
        wait(lambda: crowd.runs() >= reached, "the crowd to go on", LIMIT_S)
        noticed = sum(one.connections for one in others) - before
        came = all(one.connections >= 2 for one in theirs)
        elsewhere = site.process_of(way(page)) is not lost
        again = _returned(site, lost, way(page))
        download = _download(page)
    fine = came and kept and moved and elsewhere and not crowd.total("lost")
    count, whose = len(site.processes), f"its {len(theirs)} visitors and Chromium"
    said = f"page answered at once ({first.code}, {first.seconds:.1f} s)"
    return [
        Fault(
            f"1 of {count} processes killed: {whose}",
            f"{said}; connected elsewhere after {back:.1f} s with day, definition and district",
            f"{back:.1f} s; no view" if fine else "views",
            fine and first.code == 200,
        ),
        Fault(
            f"the same: visitors of the others ({len(others)})",
            f"{noticed} reconnected",
            fine=noticed == 0 and crowd.total("failed") == 0,
        ),
        Fault("the process comes back", f"used again {again:.1f} s after it was sound"),
        Fault("then a download of who went elsewhere", download, fine=download == "arrived"),
    ]


def _query() -> str:
    return "&".join(f"{name}={value}" for name, value in VIEW.items())


def _reconnected(page: Page, opened: int) -> float:
    """Seconds until the page in Chromium has a WebSocket again."""

    def there() -> bool:
        page.wait_for_timeout(PAUSE_S * 1000)  # Playwright hears of a socket only while it waits
        return page.sockets > opened

    return wait(there, "Chromium to reconnect", LIMIT_S)


def _returned(site: Site, process: Process, of: str) -> float:
    process.start()
    process.ready()
    return wait(lambda: site.process_of(of) is process, "the process to be used again", LIMIT_S)


def _download(page: Page) -> str:
    """A file of a session on another process than the way leads to by now."""
    page.goto("/mitnehmen?tag=2015-09-24&definition=approved&kreis=05154")
    settled(page, areas=0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Kreis Kleve (PDF)", exact=True).click()
    return "arrived" if download.value.path().read_bytes().startswith(b"%PDF") else "did not"
