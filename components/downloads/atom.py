"""What became known as an Atom feed (RFC 4287), of all or of one district.

`updated` of an entry is the day that `components.facts.news.News` tells: the publication of its
source, or the last search. The hour is not known: each stands at midnight UTC.
"""

from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from components.base.atlas import Atlas
from components.base.links import LiveLinks
from components.base.outside import safe_url
from components.base.wording import Wording
from components.downloads.cells import printable
from components.facts.news import News, news
from components.words import happened
from components.words.citing import cited
from components.words.totals import figure

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
#: What ids are made from, with the id of a row: neither the site nor a version changes them.
_IDS = uuid5(NAMESPACE_URL, "urn:x-kiz-atlas-nrw")
#: The pages that have the entries of the whole state.
_PAGES = {"milestone": "verlauf", "total": "abgleich"}


def feed(atlas: Atlas, ags: str, words: Wording, site: str = "") -> bytes:
    """The feed of a district, or of all where `ags` is empty, in the language of the words.

    Links are relative where the address of the site is not known.
    """
    entries = [one for one in news(atlas) if ags in ("", one.ags)]
    query = {"lang": words.language}
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": words.language})
    title, page, file = words("feed.title"), f"./?lang={words.language}", "feed.atom"
    if ags:
        name = atlas.tables.districts.set_index("ags").loc[ags, "name"]
        title, page, file = f"{title}: {name}", LiveLinks(query).district(ags), f"feed/{ags}.atom"
    _text(root, "id", _id(f"feed/{ags}", words))
    _text(root, "title", title)
    _text(root, "subtitle", words("feed.subtitle"))
    _text(root, "updated", _instant(max(one.day for one in entries)))
    _text(ET.SubElement(root, "author"), "name", words("title"))
    _text(root, "rights", words("licence.tables"))
    _link(root, "self", _there(site, f"{file}?lang={words.language}"), MEDIA_TYPE)
    _link(root, "alternate", _there(site, page))
    for one in entries:
        _entry(root, one, words, site)
    return ET.tostring(root, "utf-8", xml_declaration=True)


def _entry(root: ET.Element, one: News, words: Wording, site: str) -> None:
    entry, title = ET.SubElement(root, "entry"), _title(one, words)
    _text(entry, "id", _id(f"{one.kind}/{one.id}", words))
    _text(entry, "title", title)
    _text(entry, "updated", _instant(one.day))
    if one.known == "day":
        _text(entry, "published", _instant(one.day))
    _link(entry, "alternate", _there(site, _page(one, words)))
    if address := safe_url(one.source.url):
        _link(entry, "via", address, title=cited(one.source._asdict(), words))
    told = getattr(one.row, f"{'what' if one.kind == 'total' else 'summary'}_{words.language}")
    source = cited(one.source._asdict(), words)
    _text(entry, "summary", " ".join([told, f"{source}.", words(f"feed.known.{one.known}")]))


def _title(one: News, words: Wording) -> str:
    """What kind of thing it is, where and when; the number of a total."""
    when = words.date(one.row.date)
    if one.kind == "total":
        return words("sources.total", figure=figure(one.row.count, one.row.of, words), date=when)
    if one.kind == "milestone":
        return words("sources.milestone", date=when)
    return words("feed.entry", name=one.row.name, what=happened.what(one.row, words), date=when)


def _page(one: News, words: Wording) -> str:
    """The page that has it, at its place where it has one."""
    links = LiveLinks({"lang": words.language})
    if one.kind == "total":
        return links.total(one.id)
    if one.kind == "milestone":
        return f"verlauf?lang={words.language}"
    place = f"#{one.id}" if one.kind == "event" else ""
    return f"{links.district(one.ags)}{place}"


def _id(name: str, words: Wording) -> str:
    return uuid5(_IDS, f"{words.language}/{name}").urn


def _there(site: str, link: str) -> str:
    return urljoin(f"{site}/", link) if site else link


def _instant(day: date) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = printable(text)


def _link(parent: ET.Element, rel: str, href: str, media_type: str = "", title: str = "") -> None:
    said = {"rel": rel, "href": href, "type": media_type, "title": printable(title)}
    ET.SubElement(parent, "link", {name: text for name, text in said.items() if text})
