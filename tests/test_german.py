"""What is German in the English page is marked as that, and nothing in the German page is."""

from datetime import date
from functools import cache

import curated
import pytest
from markup import parsed

from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts import changes as changes_facts
from components.facts import happened as happened_facts
from components.facts import totals as totals_facts
from components.facts.dossier import dossier
from components.facts.first_days import first_days as all_first_days
from components.facts.holdouts import holdouts
from components.html import changes, evidence, first_days, german, history, table_data, totals
from components.html import dossier as dossier_html
from components.html import happened as happened_html
from components.html import holdouts as holdouts_html
from components.html.codebook import codebook
from components.html.coverage import coverage
from components.html.glossary import glossary
from components.words import coverage as coverage_words

DE, EN = Wording("de"), Wording("en")
DAY = date(2015, 9, 24)
START = date(2014, 9, 24)
#: What `parts` has; named here, for to draw them takes seconds, also of who collects the tests.
PARTS = (
    *("centre", "changes", "codebook", "coverage", "first", "glossary", "happened", "history"),
    *("holdouts", "kept", "lasting", "neighbours", "overview", "sources", "totals", "towns"),
)


@cache
def parts(words):
    """Parts of pages, by what they are."""
    atlas = curated.atlas()
    tables, links = atlas.tables, LiveLinks({"lang": words.language})
    told = dossier(atlas, "05154", DAY, "approved")
    changed = changes_facts.changes(atlas, START, DAY, "approved")
    happened = happened_facts.happened(atlas, START, DAY)
    lists = holdouts(atlas, DAY, "approved")
    standings = atlas.standings(DAY, "approved")
    covered = coverage_words.lines(standings, tables.population, DAY, words)
    return {
        "centre": dossier_html.centre(told, links, words),
        "lasting": dossier_html.lasting(told, tables.sources, links, words),
        "neighbours": dossier_html.neighbours(told, links, words),
        "towns": dossier_html.towns(told, words),
        "overview": dossier_html.overview(standings, links, words),
        "history": history.history(told.events, tables.sources, DAY, links, words),
        "changes": changes.events_table(changed, tables, links, words),
        "kept": changes.kept(changed, tables.sources, links, words),
        "happened": happened_html.listing(happened, tables.sources, links, words),
        "holdouts": holdouts_html.listing(lists.without, lists, links, words),
        "sources": evidence.sources(tables, links, words),
        "totals": totals.table(totals_facts.reconciled(atlas), links, words),
        "first": first_days.listing(all_first_days(atlas), tables, links, words),
        "coverage": coverage("Coverage", covered, words),
        "glossary": glossary(words),
        "codebook": codebook(words),
    }


@cache
def drawn(language):
    made = parts(DE if language == "de" else EN)
    return {name: parsed(str(german.h.fragment[part])) for name, part in made.items()}


@cache
def known():
    """What is German: names, and what names a source."""
    tables = curated.tables()
    names = {*tables.districts["name"], *tables.districts["short_name"]}
    names |= {*tables.municipalities["name"], *tables.centres["name"], *tables.centres["seat"]}
    sources = tables.sources["publisher"] + ": " + tables.sources["title"]
    regions = {f"Regierungsbezirk {name}" for name in tables.districts["regierungsbezirk"]}
    return (names | {*sources, *tables.sources["publisher"]} | regions) - {""}


def language(element):
    """The language in which an element is, as far as it or what it lies in says so."""
    return next((one["lang"] for one in [element, *element.parents] if one.get("lang")), "")


@pytest.mark.parametrize("name", PARTS)
def test_a_name_and_a_source_is_german_in_the_english_page(name):
    found = [text for text in drawn("en")[name].find_all(string=True) if text.strip() in known()]
    assert found or name in {"lasting", "glossary", "codebook", "towns"}
    assert [text for text in found if language(text.parent) != "de"] == []


@pytest.mark.parametrize("name", PARTS)
def test_a_title_on_request_is_in_the_language_of_its_element(name):
    titles = set(curated.tables().sources["title"])
    titled = [
        element
        for element in drawn("en")[name].select("[title]")
        if any(title in element["title"] for title in titles)
    ]
    assert {language(element) for element in titled} <= {"de"}


def test_the_parts_are_those_that_are_named():
    assert sorted(parts(EN)) == list(PARTS)


def test_an_enumeration_of_municipalities_is_german():
    assert drawn("en")["towns"].select_one("[lang=de]").text.startswith("Bedburg-Hau, Emmerich")


def test_nothing_is_marked_in_the_german_page():
    assert [name for name, part in drawn("de").items() if part.select("[lang]")] == []


def test_what_is_english_in_a_german_link_says_so():
    source = parsed(str(parts(EN)["happened"])).select_one("td li a[title]")
    assert source["lang"] == "de" and source.span["lang"] == "en"


def test_terms_in_brackets_are_marked_in_an_english_sentence():
    said = parsed(str(german.h.fragment[german.terms("the district council (Kreistag).", EN)]))
    assert said.select_one("[lang=de]").text == "Kreistag"
    assert said.text == "the district council (Kreistag)."
    assert german.terms("der Kreistag", DE) == "der Kreistag"


def test_a_sentence_keeps_its_words_around_what_is_marked():
    said = german.sentence(EN, "sources.plate", plate="KLE", name=german.german("Kleve", EN))
    assert str(german.h.fragment[said]) == 'Number plate KLE: <span lang="de">Kleve</span>'
    assert german.sentence(DE, "sources.plate", plate="KLE", name="Kleve") == [
        "Kennzeichen KLE: Kleve"
    ]


def test_the_table_of_the_54_parts_what_is_german_of_a_source_from_the_rest():
    events = table_data.evidence(curated.tables(), curated.atlas().confirmed, EN)["events"]
    named, rest = next(event[2] for event in events if "2015" in event[0])
    assert named.partition(": ")[0] in known() and "2015" not in named.rpartition(" (")[2]
    assert rest.startswith(" (") or rest.startswith(" ·") or not rest


def test_the_line_of_the_boundaries_is_whole_and_says_in_english_what_it_means():
    line = curated.atlas().attribution
    for key in ("stamp.boundaries", "foot.embedded", "foot.licence", "licence.boundaries"):
        blanks = {"line": line, "attribution": line, "version": "1"}
        assert f"{line} (data altered)" in EN(key, **blanks)
        assert line in DE(key, **blanks) and "data" not in DE(key, **blanks)
