"""The tabs of the browser in which the tests see the dashboard, and who has which."""

from browser import emptied, resize, watched
from playwright.sync_api import BrowserContext, Page

#: Address and size of a page.
Place = tuple[str, tuple[int, int]]
#: As many as a file looks at besides the one that changes.
MOST_FREE = 5


class Tabs:
    """Tabs that tests use one after the other, and pages that several only look at.

    A tab that has shown the dashboard before shows it again in a third of the time, for its
    scripts are ready to run. A free one is emptied, so that nothing goes on in it.
    """

    def __init__(self, context: BrowserContext, server: str) -> None:
        """`server` is the address of the dashboard without a slash at its end."""
        self.context, self.server = context, server
        self.looked_at: dict[Place, Page] = {}
        self.free: list[Page] = []

    def open(self, path: str, size: tuple[int, int]) -> Page:
        """A page that nobody else has."""
        page = self.free.pop() if self.free else watched(self.context)
        page.bring_to_front()
        resize(page, size)
        page.goto(f"{self.server}/{path}")
        return page

    def look_at(self, path: str, size: tuple[int, int]) -> Page:
        """A page that stays open for all that ask for it."""
        page = self.looked_at.get((path, size)) or self.open(path, size)
        self.looked_at[path, size] = page
        page.bring_to_front()
        return page

    def look_away(self) -> None:
        """No page is only looked at any more."""
        pages = list(self.looked_at.values())
        self.looked_at.clear()
        self.give_back(pages)

    def give_back(self, pages: list[Page]) -> None:
        """A test is done with its pages, and with the windows that they have opened."""
        for page in pages:
            if len(self.free) < MOST_FREE and not self._busy(page) and not page.is_closed():
                self.free.append(emptied(page))
        self._close_others()

    def throw_away(self, pages: list[Page]) -> None:
        """A test has failed: nobody gets these pages any more."""
        kept = {place: page for place, page in self.looked_at.items() if page not in pages}
        self.looked_at = kept
        self._close_others()

    def _busy(self, page: Page) -> bool:
        return page in self.looked_at.values() or page in self.free

    def _close_others(self) -> None:
        for page in self.context.pages:
            if not self._busy(page):
                page.close()
