"""What the scripts write in German into the English page says so."""

import pytest
from browser import SEARCH
from playwright.sync_api import expect

KLEVE = "?tag=2015-09-24&kreis=05154&lang=en"
ROW = 'tr[data-ags="05154"]'


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        (".card h2", "Kreis Kleve"),
        (".card .source span", "SPD-Ratsfraktion Bedburg-Hau: "),
        (f"{ROW} th a", "Kreis Kleve"),
        (f"{ROW} td:nth-of-type(3) span", "Düsseldorf"),
        (f"{ROW} td:nth-of-type(6) span[lang]", "SPD-Ratsfraktion Bedburg-Hau: "),
        (".cover tr:last-child th", "Regierungsbezirk Münster"),
        (".credit span", "© GeoBasis-DE / BKG (2017), Daten verändert"),
    ],
)
def test_names_and_sources_of_card_and_tables_are_german(look_at, selector, text):
    found = look_at(KLEVE).locator(selector).first
    expect(found).to_contain_text(text)
    assert found.get_attribute("lang") == "de"


def test_the_hits_of_the_search_are_german_names(look_at):
    page = look_at(KLEVE)
    field = page.locator(f"{SEARCH} input")
    field.fill("Rheine")
    hit = page.locator(f"{SEARCH} [role=option]").first
    expect(hit).to_have_text("Rheine, town in Kreis Steinfurt")
    assert hit.locator("span").first.get_attribute("lang") == "de"
    field.press("Escape")
