"""Where the links of an edition lead: to its own files, and to the live atlas if it is known."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from components.base.links import READING, TABLE, WORD, WORDS, LiveLinks
from edition.model import DATA, INDEX, Page


@dataclass(frozen=True)
class PageLinks:
    """The ways out of a page of an edition.

    Districts, the table and the glossary are files of it; everything else is at the live atlas,
    and there is no way to it where its address is not known.
    """

    page: Page

    def district(self, ags: str) -> str:
        """The page of a district; empty where it has none."""
        return self.page.district(ags)

    def history(self, ags: str, event: str = "") -> str:
        """A district on the map of the atlas, down to an event."""
        return self._there(self._live.history(ags, event))

    def day(self, day: date, definition: str = "") -> str:
        """The map of the atlas on another day."""
        return self._there(self._live.day(day, definition))

    def total(self, total: str) -> str:
        """A published total in the atlas."""
        return self._there(self._live.total(total))

    def report(self, ags: str, event: str = "") -> str:
        """The text with which the atlas is told of a correction."""
        return self._there(self._live.report(ags, event))

    def table(self) -> str:
        """The table of the 54 on the first page."""
        address = self.page.page(INDEX)
        return address and f"{address}#{TABLE}"

    def words(self, term: str = "") -> str:
        """The glossary on the page of the data, or a term in it."""
        address = self.page.page(DATA)
        return address and f"{address}#{WORD.format(term) if term else WORDS}"

    def reading(self) -> str:
        """The help beside the map on the first page."""
        address = self.page.page(INDEX)
        return address and f"{address}#{READING}"

    @property
    def _live(self) -> LiveLinks:
        return LiveLinks(self.page.edition.spoken(self.page.words).address())

    def _there(self, address: str) -> str:
        site = self.page.edition.site
        return urljoin(f"{site.rstrip('/')}/", address) if site else ""
