"""One process is gone at once, as when its machine is: its visitors go on elsewhere."""

from typing import NamedTuple
from urllib.parse import urlencode

from browser import query, settled
from playwright.sync_api import Page

from deploy.trial.affinity import LEAFLET, taken
from deploy.trial.asking import ask
from deploy.trial.browser import connected, moved_on, tab, way
from deploy.trial.fault import Fault
from deploy.trial.front import wait
from deploy.trial.site import Process, Site
from deploy.trial.visitor import Crowd, Visitor

VISITORS, RUNS, LIMIT_S = 9, 2, 240
DAY = {"tag": "2015-08-31"}
#: What of a view stays when the day moves.
STAYS = {"definition": "approved", "kreis": "05154"}


class _Before(NamedTuple):
    """How it was before: Chromium's view, and the visitors of the others with their connections."""

    headline: str
    sockets: int
    others: list[Visitor]
    connections: int


def faults(site: Site) -> list[Fault]:
    """What the visitors of the process notice, what those of the others, and its return."""
    with tab(site) as page, Crowd(site.port, VISITORS) as crowd:
        page.goto(f"/?{urlencode(DAY | STAYS)}")
        settled(page)
        _look_on(crowd)
        lost = site.process_of(way(page))
        before = _before(site, page, crowd, lost)
        lost.kill()
        found = [_theirs(site, page, before)]
        _look_on(crowd)
        found.append(_others(crowd, before))
        page.goto(LEAFLET)
        settled(page, areas=0)
        return [*found, *_back(site, page, lost)]


def _look_on(crowd: Crowd) -> None:
    """Wait until every visitor has seen some more."""
    reached = {visitor: visitor.runs + RUNS for visitor in crowd.visitors}
    wait(lambda: all(one.runs >= runs for one, runs in reached.items()), "visitors", LIMIT_S)


def _before(site: Site, page: Page, crowd: Crowd, lost: Process) -> _Before:
    others = [one for one in crowd.visitors if site.process_of(one.way) is not lost]
    connections = sum(one.connections for one in others)
    return _Before(page.locator("h1").inner_text(), page.sockets, others, connections)


def _theirs(site: Site, page: Page, before: _Before) -> Fault:
    """A page load and an open page of the process that is gone."""
    first = ask(site.port, f"/?{urlencode(DAY | STAYS)}", {"Cookie": way(page)})
    back = wait(lambda: connected(page, before.sockets), "Chromium to reconnect", LIMIT_S)
    named = (DAY | STAYS).items() <= query(page).items()
    view = named and page.locator("h1").inner_text() == before.headline
    moved = moved_on(page) and STAYS.items() <= query(page).items()
    return Fault(
        f"1 of {len(site.processes)} processes killed: its visitors",
        f"page load {first.code} after {first.seconds:.1f} s; Chromium connected elsewhere after "
        f"{back:.1f} s with day, definition and district, and moves on",
        f"{back:.1f} s" if view and moved else "views",
        first.code == 200 and view and moved,
    )


def _others(crowd: Crowd, before: _Before) -> Fault:
    noticed = sum(one.connections for one in before.others) - before.connections
    lost, failed = crowd.total("lost"), crowd.total("failed")
    theirs = len(crowd.visitors) - len(before.others)
    return Fault(
        f"the same: {len(before.others)} visitors of the others, {theirs} of its own",
        f"{noticed} of the others reconnected; {failed} page loads failed",
        f"{lost} views" if lost else "nothing",
        not noticed and not lost and not failed,
    )


def _back(site: Site, page: Page, lost: Process) -> list[Fault]:
    """The process is used again, and who went elsewhere takes a file from there."""
    lost.start()
    lost.ready()
    again = wait(lambda: site.process_of(way(page)) is lost, "it to be used again", LIMIT_S)
    size = len(taken(page))
    return [
        Fault("the process comes back", f"used again {again:.1f} s after it was sound"),
        Fault("then a download in a page that went elsewhere", f"{size:,} bytes of PDF"),
    ]
