"""Imprint, privacy notice and accessibility statement: in both languages, and nothing made up."""

import curated
import page_driver
import pytest
from asking import ask
from markup import parsed, texts
from page_driver import seen
from starlette.applications import Starlette

from components.base import VERSION, settings, sound
from components.base.wording import LANGUAGES, Wording
from components.html.statements import ADDED, IMPRINT, PRIVACY, TEXTS
from components.page import nav
from components.words.accessibility import GAPS, TESTED
from server import routes

APP = Starlette(routes=routes.routes())
OPEN = {"de": "Vom Betreiber noch auszufüllen: ", "en": "Still to be filled in by the operator: "}


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests, and nothing said of the operators."""
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())
    monkeypatch.delenv(settings.FILE, raising=False)
    monkeypatch.delenv(settings.variable("contact"), raising=False)


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """A file of settings that says who runs the site."""
    file = tmp_path / "settings.toml"
    file.write_text(
        '[operator]\nname = "Kreis <b>Muster</b>"\naddress = ["Weg 1", "12345 Ort"]\n'
        'email = "a@example.org"\nenforcement = ["Stelle"]\n',
        "utf-8",
    )
    monkeypatch.setenv(settings.FILE, f"{file}")


def shown(page, language="de"):
    return seen(page_driver.opened(page, lang=language)).select_one(".statement")


def said(section):
    """What the operators say, by the label of the field."""
    return dict(zip(texts(section, "dt"), texts(section, "dd"), strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("impressum", [name for name in IMPRINT if name != "phone"]),
        ("datenschutz", ADDED),
        ("barrierefreiheit", ("feedback", "enforcement")),
    ],
)
def test_what_is_not_filled_in_is_shown_as_open_and_never_made_up(page, names, language):
    words = Wording(language)
    labels = [words(f"operator.{name}") for name in names]
    assert said(shown(page, language)) == {label: OPEN[language] + label for label in labels}


def test_what_is_filled_in_stands_as_it_is_written(filled):
    imprint = shown("impressum")
    assert said(imprint)["Name"] == "Kreis <b>Muster</b>"
    assert imprint.select_one("dd b") is None
    assert [line for line in imprint.select("dd")[1].stripped_strings] == ["Weg 1", "12345 Ort"]
    assert imprint.select_one("a")["href"] == "mailto:a@example.org"
    assert said(imprint)["Verantwortlich für den Inhalt"].startswith(OPEN["de"])
    statement = said(shown("barrierefreiheit"))
    assert list(statement.values()) == ["a@example.org", "Stelle"]


def test_corrections_go_to_the_operators_where_no_other_address_is_set(filled):
    told = page_driver.html(page_driver.opened("quellen"))
    assert "Bitte den fertigen Text senden an: a@example.org" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_notice_names_all_that_a_browser_keeps(language):
    told = shown("datenschutz", language).text
    for name in ("_streamlit_xsrf", "kiz-theme", "kiz-reading", "stActiveTheme"):
        assert name in told
    points = sum(len(listed) for listed in PRIVACY.values())
    assert len(shown("datenschutz", language).select("li")) == points


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_accessibility_statement_says_how_it_was_tested_and_what_lacks(language):
    section, words = shown("barrierefreiheit", language), Wording(language)
    for standard in ("BITV 2.0", "EN 301 549", "WCAG 2.2", "AA", "axe"):
        assert standard in section.text
    assert ("Selbstbewertung" if language == "de" else "Self-assessment") in section.text
    assert texts(section, "li") == [words(f"accessible.gap.{gap}") for gap in GAPS]
    assert section.text.count(words.day(TESTED)) == 2


@pytest.mark.parametrize("page", TEXTS)
def test_a_statement_is_read_without_a_script_in_both_languages(page):
    told = parsed(ask(APP, f"/{page}?lang=en").text)
    sections = told.select("noscript .statement")
    drawn = [parsed(str(TEXTS[page](Wording(language)))).text for language in ("en", "de")]
    assert [section.text for section in sections] == drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_every_page_names_both_versions_and_leads_to_all_of_them(language):
    words = Wording(language)
    versions = words("foot.version", version=curated.atlas().version, program=VERSION)
    for page in nav.PAGES if language == "de" else ("impressum",):
        whole = seen(page_driver.opened(page, tag="2015-09-24", lang=language))
        assert versions in whole.select_one("p.foot").text
        foot = whole.select_one("nav.ways")
        links = {link.text: link["href"] for link in foot.select("li a")}
        assert list(links) == [
            *(words("foot.words"), words("reading.title")),
            *(words(f"page.{name}") for name in nav.FOOT),
        ]
        current = [link.text for link in foot.select("[aria-current=page]")]
        assert current == [words(f"page.{page}")] * (page in nav.FOOT)


def test_no_way_of_the_foot_leads_nowhere():
    foot = seen(page_driver.opened("quellen")).select_one("nav.ways")
    for link in foot.select("a"):
        path, _, part = link["href"].partition("#")
        assert ask(APP, f"/{path.removeprefix('./')}").status == 200, link["href"]
        where = "karte" if path.startswith("./") else path.partition("?")[0]
        assert not part or seen(page_driver.opened(where)).select_one(f"#{part}"), link["href"]
