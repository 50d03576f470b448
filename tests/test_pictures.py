"""What goes with a picture: its name as a file, the sentence for reuse, the warning, the link."""

from dataclasses import replace
from datetime import date

import pytest
from curated import atlas
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_texts import texts

from adoption.vocabulary import DEFINITIONS
from components.base.choice import COLOURINGS, FIRST_DAY, MEASURES, Choice
from components.base.wording import LANGUAGES, Wording
from components.printed import pictures
from components.printed.order import Order
from components.printed.paper import SHAPES
from components.words import headline

DE = Wording("de")
DAY = date(2015, 9, 24)
AREAS = ("map", "multiples", "comparison")
CHOICES = st.builds(
    Choice,
    st.dates(FIRST_DAY, date(2026, 12, 31)),
    st.sampled_from(DEFINITIONS),
    st.sampled_from(["05566", "05334002"]),
    st.sampled_from(["de", "en"]),
    st.sampled_from(COLOURINGS),
    st.sampled_from(MEASURES),
)


def test_a_file_is_called_by_what_it_shows():
    name = Order("map", Choice(DAY)).file_name("png")
    assert name == "kiz-atlas-karte-2015-09-24-approved-16x9.png"
    name = Order("map", Choice(DAY, colouring="since")).file_name("png")
    assert name == "kiz-atlas-karte-2015-09-24-approved-seit-wann-16x9.png"


@settings(max_examples=60, deadline=None)
@given(CHOICES, CHOICES, st.sampled_from(pictures.PICTURES), st.sampled_from(list(SHAPES)))
def test_two_pictures_that_differ_are_called_differently(one, other, name, shape):
    first, second = (Order(name, choice, shape).file_name("svg") for choice in (one, other))
    assert first.isascii() and first.endswith(".svg") and not set(first) & set(' /:\\"')
    shown = {"map": ["colouring"], "curve": ["measure"], "timeline": ["ags"]}.get(name, [])
    fields = ["definition", "language", *shown, *(["day"] if name != "multiples" else [])]
    same = all(getattr(one, field) == getattr(other, field) for field in fields)
    assert (first == second) == same


def test_a_timeline_without_a_district_is_refused_with_the_repair():
    with pytest.raises(ValueError, match="name it by its AGS"):
        pictures.picture(Order("timeline", Choice(DAY)), atlas())


def test_the_sentence_for_reuse_names_version_licence_and_boundaries():
    said = Order("map", Choice(DAY)).reuse(atlas())
    assert atlas().version in said and "CC BY 4.0" in said
    assert "© GeoBasis-DE / BKG (2017), Daten verändert" in said


def test_a_picture_without_boundaries_does_not_claim_them():
    way = Choice(DAY, ags="05566", language="en")
    assert "GeoBasis" not in Order("curve", Choice(DAY)).reuse(atlas())
    assert "GeoBasis" not in Order("timeline", way).reuse(atlas())


def test_the_curve_of_the_population_names_whose_numbers_they_are():
    people = Choice(DAY, measure="population")
    assert "IT.NRW" in Order("curve", people).reuse(atlas())
    assert "IT.NRW" not in Order("curve", Choice(DAY)).reuse(atlas())


@pytest.mark.parametrize("definition", DEFINITIONS)
@pytest.mark.parametrize("day", [FIRST_DAY, date(2013, 6, 12), DAY, date(2026, 11, 21)])
def test_the_warning_stands_exactly_where_districts_are_undetermined(day, definition):
    choice = Choice(day, definition)
    said = pictures.warning(atlas(), choice, DE)
    unsure = atlas().standings(day, definition)["group"].eq("undetermined").sum()
    assert bool(said) == bool(unsure)
    assert not said or f"bei {unsure} von 54" in said


def test_the_headline_on_a_picture_sends_nobody_to_a_table():
    told = headline.on_day(atlas(), date(2013, 6, 12), "approved", DE).detail
    assert "Ungeklärt: 28." in told and "Ohne: 10." in told
    assert not any("Tabelle" in text for text in told)


def test_the_years_are_stamped_with_the_last_of_them():
    order = Order("multiples", Choice(DAY), site="https://example.org/")
    assert order.settled.day == date(2018, 12, 31)
    link = order.stamp(atlas()).link
    assert link.startswith("https://example.org/verlauf?tag=2018-12-31&")


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_is_the_same_whatever_else_was_chosen(name):
    bare = Choice(DAY, ags="05566") if name in ("timeline", "map", "comparison") else Choice(DAY)
    other = replace(bare, ags="05566", since_day=FIRST_DAY, taken="curve")
    if name != "curve":
        other = replace(other, measure="share")
    first, second = (Order(name, choice, site="https://e.org") for choice in (bare, other))
    assert first.settled == second.settled and "was=" not in second.stamp(atlas()).link


def test_a_comparison_names_the_other_day_in_its_link():
    order = Order("comparison", Choice(DAY), site="https://e.org")
    assert "vergleich=2014-04-25" in order.stamp(atlas()).link


@pytest.mark.parametrize("site", ["", "https://e.org"])
@pytest.mark.parametrize("name", pictures.PICTURES)
def test_a_picture_names_where_it_leads_and_without_a_site_nothing_that_leads_nowhere(name, site):
    order = Order(name, Choice(DAY, ags="05566"), site=site)
    drawn = " ".join(text for text, _, _ in texts(pictures.picture(order, atlas())))
    assert ("tag=" in drawn) == ("https://e.org" in drawn) == bool(site)


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_every_picture_names_its_source_and_boundaries_where_it_has_them(name):
    choice = Choice(DAY, ags="05566" if name == "timeline" else "", language="en")
    text = pictures.file(Order(name, choice, "1:1"), atlas(), "svg").decode()
    assert "tables CC BY 4.0" in text and ("GeoBasis-DE" in text) == (name in AREAS)


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", pictures.PICTURES)
def test_every_picture_says_what_kiz_means_of_which_state_it_tells_and_three_dates(
    name, language, titled
):
    choice = Choice(DAY, ags="05566" if name == "timeline" else "", language=language)
    order, words = Order(name, choice, titled=titled), Wording(language)
    told = " ".join(text.get_text() for text in pictures.picture(order, atlas()).figure.texts)
    assert told.count("Kommunale Integrationszentren") == 1
    assert "Nordrhein-Westfalen" in told
    assert words.day(order.settled.day) in told
    assert words("stamp.dates", **dates(words)) in told


def dates(words):
    """What a stamp says of the last evidence and the last search."""
    known = {"evidence": atlas().evidence.date, "searched": atlas().researched}
    return {name: words.date(date) for name, date in known.items()}


def test_a_picture_of_a_day_after_the_last_change_says_how_long_it_is_known_to_have_lasted():
    order = Order("map", Choice(date(2026, 11, 21)))
    told = " ".join(text.get_text() for text in pictures.picture(order, atlas()).figure.texts)
    assert "haben alle 54" in " ".join(told.split()) and "21.11.2026 haben" not in told
    assert "Eine Schließung ist nicht bekannt. Zuletzt für alle bestätigt: " in told
