"""What search engines ask for first: `/robots.txt` and `/sitemap.xml`."""

from xml.etree import ElementTree as ET

from starlette.requests import Request
from starlette.responses import Response

from components.base import sound
from components.base.wording import LANGUAGES
from components.words.pages import FOLLOWS
from server import address
from server.answers import SOON, answer

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def robots(request: Request) -> Response:
    """All may be read but Streamlit's own addresses; where the sitemap is, if that can be told."""
    base, site = address.base(), address.site(request)
    lines = ["User-agent: *", f"Disallow: {base}/_stcore/"]
    if site:
        lines += ["", f"Sitemap: {site}/sitemap.xml"]
    return answer(request, ("\n".join(lines) + "\n").encode(), "text/plain", SOON)


def sitemap(request: Request) -> Response:
    """Every page and every district in every language, each with the others beside it."""
    site = address.site(request)
    districts = sound.atlas().tables.districts["ags"]
    pages = [(page, {}) for page in FOLLOWS]
    pages += [("kreis", {"kreis": ags}) for ags in districts]
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page, query in pages:
        located = {
            language: address.full(site, address.path(page), query | {"lang": language})
            for language in LANGUAGES
        }
        for place in located.values():
            url = ET.SubElement(root, "url")
            ET.SubElement(url, "loc").text = place
            for language, other in located.items():
                said = {"rel": "alternate", "hreflang": language, "href": other}
                ET.SubElement(url, "xhtml:link", said)
    return answer(
        request, ET.tostring(root, "utf-8", xml_declaration=True), "application/xml", SOON
    )
