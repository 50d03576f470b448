"""What search engines ask for first, and the icon."""

from io import BytesIO
from xml.etree import ElementTree as ET

import curated
from markup import parsed
from PIL import Image
from whole_site import SITE, ask

from components.base import settings
from components.words.pages import FOLLOWS
from server.crawlers import SITEMAP, XHTML


def test_every_page_and_district_stands_in_the_sitemap_in_both_languages():
    root = ET.fromstring(ask("/sitemap.xml").content)
    places = [place.text for place in root.iter(f"{{{SITEMAP}}}loc")]
    assert len(places) == len(set(places)) == 2 * (len(FOLLOWS) + 54)
    assert f"{SITE}/?lang=de" in places
    assert f"{SITE}/kreis?kreis=05334002&lang=en" in places
    for url in root:
        others = {link.get("hreflang") for link in url.findall(f"{{{XHTML}}}link")}
        assert others == {"de", "en"}


def test_each_place_of_the_sitemap_is_the_one_address_of_its_page():
    root = ET.fromstring(ask("/sitemap.xml").content)
    for place in [place.text for place in root.iter(f"{{{SITEMAP}}}loc")][:22]:
        page = parsed(ask(place.removeprefix(f"{SITE}")).text)
        assert page.select_one('link[rel="canonical"]')["href"] == place


def test_robots_name_the_sitemap_of_the_site_that_is_set(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://kiz.example.org/atlas")
    answer = ask("/robots.txt", host="kiz.example.org")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Sitemap: https://kiz.example.org/atlas/sitemap.xml" in answer.text.splitlines()


def test_the_icon_is_the_outline_of_the_state():
    (land,) = parsed(ask("/icon.svg").text).select("polygon")
    corners = [tuple(map(float, corner.split(","))) for corner in land["points"].split()]
    assert len(corners) > 30
    assert all(0 < x < 180 and 0 < y < 180 for x, y in corners)
    image = Image.open(BytesIO(ask("/favicon.ico").content))
    areas = curated.atlas().areas
    west, south, east, north = areas.total_bounds
    koeln = areas.set_index("ags").loc["05315"]
    x = (koeln["label_lon"] - west) / (east - west)
    y = (north - koeln["label_lat"]) / (north - south)
    dot = image.getpixel((int(18 + 144 * x), int(18 + 144 * y)))
    assert dot == (0x14, 0x50, 0x8C)
    assert image.getpixel((0, 0)) == (255, 255, 255)
