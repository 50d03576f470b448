"""Every page of an edition holds together: links lead to files, nothing is fetched elsewhere."""

import posixpath
import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from curated import atlas
from edition_builders import DAY, KEYS, built
from markup import parsed, text
from sheet_texts import covering, texts

from components.base.choice import Choice
from components.base.wording import LANGUAGES, Wording
from components.printed import screen
from components.printed.order import Order
from components.printed.picture_makers import MAKERS
from components.printed.screen import Screen
from components.words.link_preview import LONGEST
from edition import pictures
from edition.build import PARTS, plan
from edition.model import CHECKSUMS, MANIFEST, Edition

PAGES = [
    f"{folder}{name}"
    for folder in ("", "en/")
    for name in (
        "index.html",
        "verlauf.html",
        "daten.html",
        *(f"kreise/{ags}.html" for ags in KEYS),
    )
]

#: How many dots a picture is wide in a page on a telephone.
TELEPHONE = 358


class Reader(HTMLParser):
    """Collects the addresses of a page by attribute, its ids, headings and text."""

    def __init__(self, html):
        super().__init__()
        self.links, self.fetched, self.ids, self.tags, self.text = [], [], set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.tags.append((tag, told))
        self.ids |= {told["id"]} if "id" in told else set()
        if tag == "a":
            self.links.append(told.get("href", ""))
        elif tag == "link":
            self.fetched.append(told["href"])
        self.fetched += [told[name] for name in ("src", "srcset") if name in told]

    def handle_data(self, data):
        self.text.append(data)

    def said(self):
        return " ".join("".join(self.text).split())


@cache
def page(path):
    return Reader((built() / path).read_text("utf-8"))


@cache
def whole(site=""):
    """An edition that knows all its files, though none is written; and its jobs by path."""
    edition, planned = plan(atlas(), Choice(DAY), KEYS, site, tuple(PARTS))
    return edition, {job.path: job for jobs in planned.values() for job in jobs}


def drawn(path, site=""):
    edition, jobs = whole(site)
    return Reader(jobs[path].make(edition, *jobs[path].arguments).decode())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_once_what_kiz_means_of_which_state_it_tells_and_three_dates(path):
    words = Wording("en" if path.startswith("en/") else "de")
    said = page(path).said()
    assert said.count(words("about")) == 1
    assert "Kommunale Integrationszentren" in said and "Nordrhein-Westfalen" in said
    known = {"evidence": atlas().evidence.date, "searched": atlas().researched}
    dates = words("stamp.dates", **{name: words.date(date) for name, date in known.items()})
    approved = words("definition.approved")
    counted = words("stamp.counted", day=words.day(DAY), definition=approved)
    assert f"{counted} {dates}" in said


def test_the_table_says_when_a_kiz_was_shown_last_where_there_is_one_on_the_day():
    groups = atlas().standings(DAY, "approved").set_index("ags")["group"]
    names, words = atlas().tables.districts.set_index("ags")["name"], Wording("de")
    rows = parsed((built() / "index.html").read_text("utf-8")).select("#tabelle tbody tr")
    shown = {text(row.th): text(row.select("td")[-1]) for row in rows}
    for row in atlas().confirmed.itertuples():
        told = words.date(row.date) if groups[row.ags] != "without" else ""
        assert shown[names[row.ags]].startswith(told) and bool(told) == bool(shown[names[row.ags]])


def target(path, address):
    """The file from the edition's root that an address in a page means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))


def test_an_edition_has_these_pages():
    assert {file.relative_to(built()).as_posix() for file in built().rglob("*.html")} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_a_page_leads_to_one_and_to_a_place_in_it(path):
    for address in page(path).links:
        parts = urlsplit(address)
        if parts.scheme:
            continue
        there = target(path, parts.path) if parts.path else path
        assert (built() / there).is_file(), address
        if parts.fragment:
            assert parts.fragment in page(there).ids, address


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_fetched_but_files_of_the_edition(path):
    for address in page(path).fetched:
        if not address.startswith("data:"):
            assert (built() / target(path, address)).is_file(), address
    kinds = [told.get("type") for tag, told in page(path).tags if tag == "script"]
    assert "module" not in kinds
    assert "style" not in {tag for tag, _ in page(path).tags}


def test_style_and_scripts_name_no_other_host():
    files = [*built().rglob("*.css"), *built().rglob("*.js")]
    assert len(files) == 7
    for file in files:
        told = file.read_text("utf-8").replace('"http://www.w3.org/2000/svg"', "")
        if file.name.startswith("days-"):  # the sources, which are links on a card
            told = re.sub(r'"sources":\{.*?\},"', "", told)
        assert not re.search(r"https?:|//[a-z]+\.", told), file.name
    fonts = re.findall(r'url\("([^"]+)"\)', (built() / "assets/edition.css").read_text("utf-8"))
    assert len(fonts) == 2 and all((built() / "assets" / font).is_file() for font in fonts)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_what_it_is_and_what_it_rests_on(path):
    seen, language = page(path), "en" if path.startswith("en/") else "de"
    words = Wording(language)
    assert ("html", {"lang": language}) in seen.tags
    for part in (words.day(DAY), words("definition.approved"), atlas().version, "GeoBasis-DE"):
        assert part in seen.said()
    assert [tag for tag, _ in seen.tags].count("h1") == 1
    assert target(path, next(link for link in seen.links if CHECKSUMS in link)) == CHECKSUMS


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("en/")])
def test_the_switch_of_language_leads_to_the_same_page(path):
    for here, other in ((path, f"en/{path}"), (f"en/{path}", path)):
        (switch,) = [told for tag, told in page(here).tags if "hreflang" in told]
        assert target(here, switch["href"]) == other


@pytest.mark.parametrize("path", ["index.html", "en/daten.html", "kreise/05566.html"])
def test_where_everything_is_written_every_link_leads_to_a_file(path):
    files = whole()[0].paths | {CHECKSUMS, MANIFEST}
    seen = drawn(path)
    local = [urlsplit(link).path for link in seen.links if not urlsplit(link).scheme]
    assert [link for link in local if link and target(path, link) not in files] == []
    assert any(link.endswith(".pdf") for link in local)


def test_the_page_of_files_leads_to_everything_that_can_be_taken_along():
    edition, _ = whole()
    linked = {target("daten.html", link) for link in drawn("daten.html").links}
    folders = ("tables/de/", "pictures/de/", "factsheets/de/")
    taken = {path for path in edition.paths if path.startswith(folders)}
    assert len(taken) > 30 and taken <= linked


def test_the_curve_is_shown_as_a_picture_for_wide_and_for_narrow_screens():
    tags = drawn("en/verlauf.html").tags
    shown = [told for tag, told in tags if tag == "img"]
    assert [target("en/x", told["src"]) for told in shown] == [
        "assets/curve-wide-en.svg",
        "assets/multiples-wide-en.svg",
    ]
    assert all("54" in told["alt"] for told in shown)
    assert [tag for tag, _ in tags].count("source") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_telephone_the_curve_is_whole_and_its_letters_can_be_read(language):
    choice = Choice(DAY, language=language)
    paper = Screen(screen.NARROW, Order("curve", choice).stamp(atlas()), Wording(language))
    drawn = MAKERS["curve"](atlas(), paper)
    written, width = texts(drawn), drawn.figure.get_size_inches()[0]
    dots = [size * TELEPHONE / (72 * width) for _, _, size in written]
    assert len(dots) > 15 and min(dots) >= 10
    room = drawn.figure.bbox
    assert [told for told, box, _ in written if box.x0 < room.x0 or box.x1 > room.x1] == []
    assert list(covering(written)) == []
    said = " ".join(told for told, _, _ in written)
    assert all(year in said for year in ("2012", "2015", "2018")) and "CC BY" in said


def metas(seen):
    """What the head of a page says, by name."""
    told = [attributes for tag, attributes in seen.tags if tag == "meta"]
    return {meta.get("name") or meta.get("property"): meta.get("content") for meta in told}


@pytest.mark.parametrize("path", PAGES)
def test_a_link_to_a_page_is_shown_with_its_headline_and_what_it_tells(path):
    told = metas(page(path))
    assert told["og:title"] == told["twitter:title"]
    headline = parsed((built() / path).read_text("utf-8")).select_one("h1")
    assert text(headline) == told["og:title"] and headline.get_text() in told["description"]
    assert told["og:locale"] == ("en_GB" if path.startswith("en/") else "de_DE")
    assert (told["og:type"], told["og:site_name"]) == ("website", "KIZ-Atlas NRW")
    assert 40 < len(told["og:description"]) <= LONGEST + 2
    assert told["og:description"] == told["twitter:description"]
    assert "og:image" not in told and told["twitter:card"] == "summary"


def test_no_two_pages_are_described_alike():
    for name in ("description", "og:description"):
        assert len({metas(page(path))[name] for path in PAGES}) == len(PAGES)


@pytest.mark.parametrize(
    ("path", "picture"),
    [("kreise/05154.html", "karte"), ("en/verlauf.html", "verlauf"), ("en/index.html", "karte")],
)
def test_a_preview_shows_a_picture_of_the_edition_in_its_language(path, picture):
    told = metas(drawn(path))
    there = target(path, told["og:image"])
    language = "en" if path.startswith("en/") else "de"
    assert there in whole()[0].paths and there.endswith(".png")
    assert there.startswith(f"pictures/{language}/kiz-atlas-{picture}-2015-09-24")
    assert told["twitter:card"] == "summary_large_image"
    assert (told["og:image:width"], told["og:image:height"]) == ("2400", "1350")
    assert told["og:image:alt"] == told["og:title"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_may_run_its_own_scripts_and_none_that_stands_in_it(path):
    seen = page(path)
    (policy,) = [told["content"] for tag, told in seen.tags if "http-equiv" in told]
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed["default-src"] == "'none'" and allowed["script-src"] == "'self' file:"
    assert "http" not in policy and "*" not in policy
    first = [tag for tag, told in seen.tags if tag in ("script", "link") or "http-equiv" in told]
    assert first[0] == "meta"
    assert all("src" in told for tag, told in seen.tags if tag == "script")
    assert not [name for _, told in seen.tags for name in told if name.startswith("on")]


@pytest.mark.parametrize(
    ("day", "other"),
    [
        (date(2012, 12, 31), date(2013, 6, 12)),
        (date(2013, 6, 12), date(2014, 4, 25)),
        (DAY, date(2014, 4, 25)),
        (date(2026, 1, 1), date(2017, 3, 1)),
    ],
)
def test_a_day_is_compared_with_the_last_one_worth_a_look_before_it(day, other):
    assert pictures.other_day(Edition(atlas(), Choice(day), KEYS)) == other


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [DAY, date(2026, 1, 1)])
def test_who_has_one_since_when_and_what_changed_are_pictures_on_any_day(day, language):
    edition, words = Edition(atlas(), Choice(day), KEYS), Wording(language)
    paths = [pictures.taken_path(edition, words, name, "png") for name in pictures.TAKEN]
    assert len(set(paths)) == len(pictures.TAKEN) == 5
    assert "seit-wann" not in paths[0] and "seit-wann" in paths[1]
    assert pictures.other_day(edition).isoformat() in paths[-1]


def test_a_district_page_tells_every_event_with_its_sources():
    events = atlas().tables.events
    own = events[events["ags"].eq("05566")]
    seen = page("kreise/05566.html")
    assert set(own["id"]) <= seen.ids
    addresses = atlas().tables.sources.set_index("id")["url"]
    cited = {addresses[name] for name in own["source_id"]} - {""}
    assert cited <= set(seen.links)
    assert "abgelehnt vom Kreistag, 15.12.2014" in seen.said()


def test_the_table_has_all_districts_and_links_only_those_with_a_page():
    names = atlas().tables.districts.set_index("ags")["name"]
    seen = page("index.html")
    assert all(name in seen.said() for name in names)
    linked = {link for link in seen.links if link.startswith("kreise/")}
    assert linked == {f"kreise/{ags}.html" for ags in KEYS}


def test_without_an_address_of_the_atlas_nothing_pretends_to_lead_there():
    seen = page("kreise/05154.html")
    assert not [link for link in seen.links if "?" in link and not urlsplit(link).scheme]
    assert "Korrektur melden" not in seen.said()


def test_with_the_address_of_the_atlas_pages_lead_back_to_the_same_view():
    seen = drawn("kreise/05154.html", "https://atlas.example.org/nrw")
    back = [link for link in seen.links if link.startswith("https://atlas.example.org/nrw/")]
    view = "https://atlas.example.org/nrw/kreis?tag=2015-09-24&definition=approved&kreis=05154"
    assert any(link.startswith(view) for link in back)
    assert any("/nrw/quellen?" in link and link.endswith("#korrektur") for link in back)
