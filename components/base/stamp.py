"""What everything that leaves the page carries: day, definition, data version, licence, link.

A file that was taken away must say on its own what it shows and where it comes from.
"""

import re
from typing import NamedTuple
from urllib.parse import urlencode

from components.base import settings
from components.base.atlas import Atlas
from components.base.choice import Choice
from components.base.wording import Wording

_ORIGIN = re.compile(rf"{settings.HOST}(?=[/?#]|$)", re.ASCII | re.IGNORECASE)


class Stamp(NamedTuple):
    """What a file says of itself.

    `page` is the page that shows the same again (`components.page.nav.PAGES`; the empty one is
    the map), `site` the address of the atlas or empty, `attribution` the line of the boundaries.
    `evidence` and `researched` are the dates (EDTF) of the last evidence and the last search.
    """

    choice: Choice
    version: str
    attribution: str
    page: str = ""
    site: str = ""
    evidence: str = ""
    researched: str = ""

    @classmethod
    def of(cls, atlas: Atlas, choice: Choice, page: str = "", site: str = "") -> "Stamp":
        """What a file made from the atlas says of itself."""
        dates = {"evidence": atlas.evidence.date, "researched": atlas.researched}
        return cls(choice, atlas.version, atlas.attribution, page, site, **dates)

    @property
    def link(self) -> str:
        """The address that shows the same again; empty without a site: a query leads nowhere."""
        query = urlencode(self.choice.address())
        return f"{self.site.rstrip('/')}/{self.page}?{query}" if self.site else ""

    def where(self, words: Wording) -> str:
        """Where more is told: the link, and without a site the page by its name."""
        return self.link or words("stamp.page", page=words(f"page.{self.page or 'karte'}"))

    def counted(self, words: Wording) -> str:
        """What counts as having a KIZ, as a line: "Gezeigter Tag: 24.09.2015. Gezählt wird …"."""
        day = {"day": words.day(self.choice.day)}
        return words("stamp.counted", definition=_definition(self.choice, words), **day)

    def dates(self, words: Wording) -> str:
        """Where the evidence ends and when it was last searched for: other days than the shown."""
        known = {"evidence": self.evidence, "searched": self.researched}
        if not all(known.values()):
            return ""
        return words("stamp.dates", **{name: words.date(date) for name, date in known.items()})

    def source(self, words: Wording) -> str:
        """Name, data version and licence of the tables in one line."""
        return words("stamp.source", version=self.version)

    def citation(self, title: str, words: Wording) -> str:
        """How to cite what the file shows, in the language of `words`."""
        values = {"title": title, "version": self.version, "link": self.link}
        values |= {"year": self.version[:4], "day": words.day(self.choice.day)}
        return words("stamp.citation", definition=_definition(self.choice, words), **values).strip()

    def bibtex(self, title: str, words: Wording) -> str:
        """The same as a BibTeX entry, without a date of access: that is the reader's."""
        # Braces keep the capitals; those of the text itself would open a group.
        safe = title.replace("{", "").replace("}", "")
        fields = {
            "author": "{KIZ-Atlas NRW}",
            "title": f"{{{safe}}}",
            "year": self.version[:4],
            "version": self.version,
            "note": self.counted(words),
            "url": self.link,
        }
        body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
        return f"@misc{{kizatlas-{self.choice.day:%Y%m%d},\n{body}\n}}\n"


def site() -> str:
    """The public address of this atlas, as it is set; empty without one."""
    return settings.current().address


def origin(address: str, base: str = "") -> str:
    """Scheme and host of an address that a client has named, and the path of the site.

    Empty where that is no place on the web, or longer than any is: it is drawn into pictures.
    """
    named = _ORIGIN.match(address)
    return f"{named[0].lower()}{base}" if named and len(named[0]) <= settings.LONGEST else ""


def _definition(choice: Choice, words: Wording) -> str:
    return words(f"definition.{choice.definition}")
