"""All processes are gone: visitors are told so in a sentence, and the site recovers by itself."""

from browser import settled

from components.base.wording import LANGUAGES, Wording
from deploy.trial.asking import ask
from deploy.trial.browser import connected, moved_on, tab
from deploy.trial.fault import Fault
from deploy.trial.front import wait
from deploy.trial.site import Site, answers

LIMIT_S = 120


def faults(site: Site) -> list[Fault]:
    """The page of nginx itself, and how long it stays after the processes are back."""
    with tab(site) as page:
        page.goto("/?tag=2015-08-31")
        headline, sockets = settled(page).locator("h1").inner_text(), page.sockets
        for process in site.processes:
            process.kill()
        told = ask(site.port, "/kreis?kreis=05154")
        stays = page.locator("h1").inner_text() == headline
        for process in site.processes:
            process.start()
        for process in site.processes:
            process.ready()
        took = wait(lambda: answers(site), "the site to recover", LIMIT_S)
        wait(lambda: connected(page, sockets), "Chromium to reconnect", LIMIT_S)
        moved = moved_on(page)
    text = told.body.decode()
    spoken = all(Wording(language)("later.told") in text for language in LANGUAGES)
    plain = not any(word in text.lower() for word in ("nginx", "gateway", "503", "error"))
    return [
        Fault(
            "all processes killed",
            f"{told.code} with a sentence in German and English; an open page still shows its map",
            "what is asked meanwhile",
            told.code == 503 and spoken and plain and stays,
        ),
        Fault("they come back", f"answered {took:.1f} s later; an open page moves on", fine=moved),
    ]
