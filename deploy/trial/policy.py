"""Every page in Chromium through nginx: no violation of its policy, no request elsewhere."""

from browser import complaints, settled

from components.words.pages import FOLLOWS
from deploy.trial.browser import tab
from deploy.trial.fault import Fault
from deploy.trial.site import Site
from server import address


def faults(site: Site) -> list[Fault]:
    """All pages of the site, and the map for other pages."""
    paths = [f"/{address.path(page)}" for page in FOLLOWS] + ["/embed"]
    with tab(site) as page:
        for path in paths:
            page.goto(f"{path}?tag=2015-08-31")
            settled(page, areas=0)
        found = complaints(page)
    happened = "; ".join(found) or "no violation, no error, no request to another host"
    return [Fault(f"{len(paths)} pages in Chromium", happened, fine=not found)]
