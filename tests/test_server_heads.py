"""What a program that fetches a page is told: head and words of page, day, district, language."""

import re
from datetime import date
from pathlib import Path

import curated
import pytest
from markup import parsed, text, texts
from whole_site import SITE, ask

from components.base import published, sound
from components.base.choice import Choice
from components.map import files
from components.page import nav
from components.words import link_preview, pages
from server import early, oembed, shell

DAY = "tag=2015-09-24"
KLEVE = f"/kreis?{DAY}&kreis=05154&lang=en"
WRONG = "2015-02-30<script>alert(1)</script>"


def fetched(path):
    return parsed(ask(path).text)


def said(page, name):
    """What a meta element of this name says, in a page that has it once."""
    (found,) = page.select(f'meta[property="{name}"], meta[name="{name}"]')
    return found["content"]


def linked(page, rel):
    return [link["href"] for link in page.select(f'link[rel="{rel}"]')]


@pytest.mark.parametrize("page", pages.FOLLOWS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_is_titled_by_its_headline_in_the_language_of_its_address(page, language):
    path = "" if page == pages.ROOT else page
    answer = fetched(f"/{path}?{DAY}&kreis=05154&lang={language}")
    choice = Choice(date(2015, 9, 24), language=language, ags="05154")
    told = pages.told(page, curated.atlas(), choice)
    assert answer.html["lang"] == language
    assert texts(answer, "title") == [told.title]
    assert said(answer, "og:title") == said(answer, "twitter:title") == told.line.sentence
    assert said(answer, "og:locale") == {"de": "de_DE", "en": "en_GB"}[language]


def test_nothing_of_streamlit_is_named_but_its_licence_and_its_files():
    licence, _, whole = ask("/").text.partition("-->")
    assert "Copyright (c) Streamlit Inc." in licence
    files = {"src", "href"}
    for element in parsed(whole).find_all(True):
        told = [value for name, value in element.attrs.items() if name not in files]
        assert "treamlit" not in f"{element.string} {told}"
    assert "_stcore" not in whole


def test_the_scripts_of_streamlit_are_all_there():
    theirs, ours = (parsed(shell.INDEX.read_text("utf-8")), fetched("/verlauf"))
    for selector in ("script[src]", 'link[rel="modulepreload"]', 'link[rel="stylesheet"]'):
        found = [
            one
            for one in ours.select(f"{selector}:not([fetchpriority])")
            if published.ADDRESS not in str(one)
        ]
        assert found == theirs.select(selector) != []
    assert ours.select_one("body > div#root")
    assert ours.select("script:not([src])") == []


@pytest.mark.parametrize("page", nav.PAGES)
def test_what_the_first_message_needs_is_fetched_before_it_comes(page):
    answer = fetched(f"/{'' if page == pages.ROOT else page}?kreis=05154")
    fetched_early = [link["href"] for link in answer.select("link[fetchpriority=low]")]
    for address in fetched_early:
        assert ask(address.removeprefix(".")).status == 200
    names = " ".join(fetched_early)
    assert "/Html." in names and "/BidiComponent." in names
    timed = "stage." in Path(nav.script(page)).read_text("utf-8")
    assert [f"./{address}" in fetched_early for address in files.addresses()] == [timed] * 2


def test_a_page_without_the_time_fetches_nothing_of_it():
    """Of the page "Kreis" that is the one on which none is chosen yet."""
    assert "/map-" not in ask("/kreis").text


def test_of_streamlit_all_is_named_that_it_would_ask_for_to_draw():
    named = parsed(ask("/").text).select('link[rel="modulepreload"]')
    known = {Path(link["href"]).name for link in named}
    known |= {Path(one["src"]).name for one in parsed(ask("/").text).select("script[src]")}
    for part in early.parts():
        content = (shell.INDEX.parent / "static/js" / part).read_text("utf-8")
        assert set(re.findall(r'from"\./([^"]+)"', content)) <= known


def assert_themed(page):
    """Style and script of the theme stand before all of Streamlit's, and nothing of them waits."""
    assert said(page, "color-scheme") == "light dark"
    style, script = page.select('head link[rel="stylesheet"]')[0], page.select("head script")[0]
    assert not {"defer", "async", "type"} & set(script.attrs)
    assert "--paper" in ask(style["href"].removeprefix(".")).text
    assert "kiz-theme" in ask(script["src"].removeprefix(".")).text


def test_the_theme_is_there_before_anything_is_painted():
    assert_themed(fetched("/verlauf"))


def test_so_it_is_while_the_tables_cannot_be_read(no_atlas):
    assert_themed(fetched("/verlauf"))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("<title>Streamlit</title>", "<title>Streamlit</title><title>Two</title>"),
        ('<html lang="en">', "<html>"),
        ("<noscript>", "<div>"),
        ('rel="service-desc"', 'rel="describedby"'),
    ],
)
def test_a_page_of_streamlit_in_another_shape_is_told(ours, theirs):
    text = shell.INDEX.read_text("utf-8")
    assert ours in text
    with pytest.raises(shell.ShellError, match=r"index\.html: .* not once; fit server/shell\.py"):
        shell.cut(text.replace(ours, theirs))


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/", "/?lang=de"),
        ("/?definition=approved&lang=de&farbe=has", "/?farbe=has&lang=de"),
        (f"/?{DAY}&definition=open&x=1", f"/?{DAY}&definition=open&lang=de"),
        (KLEVE, KLEVE),
        ("/verlauf?mass=share&form=16:9", "/verlauf?mass=share&lang=de"),
    ],
)
def test_all_spellings_of_a_page_have_one_address(path, short):
    page = fetched(path)
    assert linked(page, "canonical") == [SITE + short] == [said(page, "og:url")]
    again = fetched(short)
    assert linked(again, "canonical") == [SITE + short]
    assert texts(again, "title") == texts(page, "title")


def test_a_page_names_its_other_language_and_its_feeds():
    page = fetched(KLEVE)
    others = {one["hreflang"]: one["href"] for one in page.select("link[hreflang]")}
    any_ = f"{SITE}/kreis?{DAY}&kreis=05154"
    assert others == {"de": f"{any_}&lang=de", "en": f"{any_}&lang=en", "x-default": any_}
    feeds = [one["href"] for one in page.select('link[type="application/atom+xml"]')]
    assert feeds == [f"{SITE}/feed/05154.atom?lang=en", f"{SITE}/feed.atom?lang=en"]


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        (f"/?{DAY}", f"karte.png?{DAY}&definition=approved&farbe=has&lang=de"),
        ("/verlauf?tag=2015-09-24", f"verlauf.png?{DAY}&definition=approved&farbe=has&lang=de"),
        (KLEVE, f"zeitleiste.png?{DAY}&definition=approved&kreis=05154&farbe=has&lang=en"),
    ],
)
def test_the_picture_is_that_of_page_and_day(path, picture):
    page = fetched(path)
    assert said(page, "og:image") == said(page, "twitter:image") == f"{SITE}/bild/{picture}"
    assert said(page, "og:image:alt").endswith(said(page, "og:title"))
    assert said(page, "twitter:card") == "summary_large_image"


def test_without_a_script_both_languages_and_all_districts_are_read():
    page = fetched(f"/?{DAY}")
    words = page.select_one("noscript")
    assert [section["lang"] for section in words.select("section")] == ["de", "en"]
    assert "49 von 54" in texts(words, "h1")[0]
    assert "49 of 54" in texts(words, "h1")[1]
    rows = {text(row.th): texts(row, "td") for row in words.select("tbody tr")}
    assert len(rows) == 54
    assert rows["Kreis Kleve"] == ["hat keins", "has none"]
    assert rows["Köln"] == ["hat ein KIZ", "has a KIZ"]


def test_a_wrong_address_is_told_with_the_sentence_of_the_page():
    answer = ask(f"/?tag={WRONG}")
    page = parsed(answer.text)
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    sentence = f"Der Tag „{WRONG}“ in der Adresse ist nicht zu lesen"
    assert said(page, "description").startswith(sentence)
    assert said(page, "robots") == "noindex"
    assert any(part.startswith(sentence) for part in texts(page, "noscript p"))
    assert "<script>alert" not in answer.text
    assert linked(page, "canonical") == [f"{SITE}/?lang=de"]


def test_no_text_of_a_visitor_is_kept():
    before = ask("/").text
    ask(f"/?tag={WRONG}")
    assert ask("/").text == before


def test_an_answer_that_is_known_is_not_sent_again():
    first = ask(f"/ohne?{DAY}")
    again = ask(f"/ohne?{DAY}", if_none_match=first.headers["etag"])
    assert (again.status, again.content) == (304, b"")


def test_a_description_ends_between_two_words():
    told = fetched("/aenderungen?tag=2015-09-24&seit=2012-06-25")
    about = said(told, "description")
    assert len(about) <= link_preview.LONGEST + 2
    assert about.endswith(" …")


@pytest.mark.parametrize("host", ['x"><script>alert(1)</script>', "a" * 300])
def test_a_host_that_is_none_is_written_nowhere(host):
    assert host not in ask("/", host=host).text


def test_where_the_site_cannot_be_told_the_links_lead_from_the_page():
    page = parsed(ask(f"/kreis?{DAY}", host="a" * 300).text)
    assert linked(page, "canonical") == [f"./kreis?{DAY}&lang=de"]


def test_the_map_by_its_name_is_at_the_root():
    answer = ask(f"/karte?{DAY}")
    assert (answer.status, answer.headers["location"]) == (301, f"./?{DAY}")


@pytest.fixture
def no_atlas(monkeypatch):
    def unsound():
        raise sound.Unsound(["data/events.csv:3: wrong"])

    monkeypatch.setattr(sound, "atlas", unsound)
    monkeypatch.setattr(sound, "held", unsound)


@pytest.mark.parametrize(
    "path", ["feed.atom", "feed/05154.atom", "bild/karte.png", "sitemap.xml", "icon.svg"]
)
def test_without_an_atlas_what_is_no_page_is_to_be_asked_for_later(path, no_atlas):
    answer = ask(f"/{path}")
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")


def test_without_an_atlas_the_page_says_so_and_nobody_keeps_it(no_atlas):
    answer = ask("/verlauf?lang=en")
    page = parsed(answer.text)
    assert (answer.status, answer.headers["cache-control"]) == (503, "no-store")
    assert texts(page, "title") == ["KIZ-Atlas NRW"]
    assert texts(page, "noscript p") == [
        "Die Daten des Atlas sind gerade nicht lesbar.",
        "The data of the atlas cannot be read at the moment.",
    ]
    assert "events.csv" not in answer.text


@pytest.mark.parametrize("page", pages.FOLLOWS)
def test_a_page_with_a_map_tells_where_its_frame_is_asked_for(page):
    path = "" if page == pages.ROOT else page
    found = fetched(f"/{path}?{DAY}").select('link[type="application/json+oembed"]')
    if page not in oembed.PAGES:
        assert found == []
        return
    (link,) = found
    rich = ask(link["href"].removeprefix(SITE)).told
    assert rich["type"] == "rich" and rich["title"].startswith("Am 24.09.2015 haben 49 von 54")


def test_a_stranger_cannot_write_the_preview_of_a_link():
    page = fetched("/?tag=Hier+gewinnen")
    assert "Hier gewinnen" in said(page, "description")
    for name in ("og:description", "twitter:description", "og:title", "og:url"):
        assert "Hier gewinnen" not in said(page, name)


def test_a_day_by_the_name_that_programs_give_it_is_named_on_the_page():
    assert "Richtig wäre tag= statt day=" in said(fetched("/?day=2015-09-24"), "description")
