"""Links of the live pages, turned into links of the edition.

The makers of tables and histories are the same as the site's; there a district is
`kreis?...&kreis=05154`, here it is a file.
"""

import re
from html import escape, unescape
from urllib.parse import parse_qs, urlencode

from edition.model import Page

#: A link to a page of the live site, with the separator before it where there is one.
_LIVE = re.compile(
    r'(?P<before> · )?<a (?P<more>[^>]*?)href="(?P<page>kreis|quellen|\./)\?(?P<query>[^"#]*)'
    r'(?P<part>#[^"]*)?"[^>]*>(?P<inner>.*?)</a>',
    re.DOTALL,
)


def local(html: str, page: Page) -> str:
    """The HTML with its links to districts led to their pages here.

    A district without a page keeps its bare name. The link to report a correction leads to
    the live atlas, and is left out where its address is not known; so is a link to the map
    of another day, but for its text.
    """
    return _LIVE.sub(lambda found: _turned(found, page), html)


def link(label: str, address: str) -> str:
    """A link with this text; the bare text where there is no address."""
    return f'<a href="{escape(address)}">{escape(label)}</a>' if address else escape(label)


def _turned(found: re.Match[str], page: Page) -> str:
    before, inner = found["before"] or "", found["inner"]
    query = parse_qs(unescape(found["query"]))
    site = page.edition.site
    if found["page"] == "kreis":
        address = page.district(query["kreis"][0])
    else:
        name = found["page"].removeprefix("./")
        there = urlencode({key: values[0] for key, values in query.items()})
        address = f"{site.rstrip('/')}/{name}?{there}{found['part'] or ''}" if site else ""
        if not address and found["page"] == "quellen":
            return ""
    return before + (f'<a href="{escape(address)}">{inner}</a>' if address else inner)
