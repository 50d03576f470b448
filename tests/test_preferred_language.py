"""Without `lang` in its address a page is in the language of the reader's browser."""

import pytest
from markup import parsed, text
from whole_site import SITE, ask

from components.base.preferred import preferred

ASKED = [
    ("de-DE,de;q=0.9,en;q=0.8", "de"),
    ("en-GB,en;q=0.9,de;q=0.8", "en"),
    ("fr-FR,fr;q=0.9,en;q=0.8", "en"),
    ("fr, de;q=0.7, en;q=0.3", "de"),
    ("de;q=0.2, en;q=0.4", "en"),
    ("tr-TR", "de"),
    ("en;q=0", "de"),
    ("*", "de"),
    ("", "de"),
    ("; ;q=x, en", "en"),
]


@pytest.mark.parametrize(("header", "language"), ASKED)
def test_the_first_of_our_languages_that_a_browser_takes_is_chosen_else_german(header, language):
    assert preferred(header) == language


def test_who_names_no_language_is_told_in_german():
    assert preferred(None) == "de"
    assert parsed(ask("/").text).html["lang"] == "de"


@pytest.mark.parametrize("path", ["/", "/kreis?kreis=05154", "/quellen"])
def test_head_language_and_words_are_those_of_the_browser_and_caches_are_told(path):
    answer = ask(path, accept_language="en-GB,en;q=0.9")
    page = parsed(answer.text)
    assert page.html["lang"] == "en" and page.noscript.section["lang"] == "en"
    assert "lang=en" in page.select_one("link[rel=canonical]")["href"]
    assert answer.headers["vary"] == ask(path).headers["vary"] == "Accept-Language"
    assert answer.headers["etag"] != ask(path).headers["etag"]


def test_the_address_counts_more_than_the_browser():
    page = parsed(ask("/?lang=de", accept_language="en").text)
    assert page.html["lang"] == "de"
    assert page.select_one("link[rel=canonical]")["href"] == f"{SITE}/?lang=de"


def test_an_unknown_address_is_answered_in_the_language_of_the_browser_with_ways_that_keep_it():
    for language in ("de", "en"):
        page = parsed(ask("/nix", accept_language=language).text)
        assert page.html["lang"] == language and text(page.h1)
        assert all(f"lang={language}" in link["href"] for link in page.select("a"))
