"""The table of the first days on Verlauf says of the real tables what the rules do."""

import pytest
from curated import atlas
from markup import parsed, texts

from adoption.vocabulary import DEFINITIONS
from components.base.links import LiveLinks
from components.base.wording import Wording
from components.facts.first_days import first_days
from components.html.first_days import listing

WORDS = Wording("de")


def drawn(definition):
    rows = [row for row in first_days(atlas()) if row.definition == definition]
    links = LiveLinks({"definition": definition, "lang": "de"})
    return parsed(str(listing(rows, atlas().tables, links, WORDS)))


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_each_row_has_the_days_between_which_its_district_got_its_kiz(definition):
    table = drawn(definition)
    said = dict(zip(texts(table, "tbody th"), zip(*columns(table), strict=True), strict=True))
    reached = atlas().arrivals(definition)
    expected = {
        row.name: tuple(WORDS.day(day) if day == day else "–" for day in (row.earliest, row.latest))
        for row in reached.itertuples()
    }
    assert said == expected and len(said) == 54


def columns(table):
    """The first possible and the first certain days, down the rows."""
    return [texts(table, f"tbody td:nth-of-type({place})") for place in (2, 3)]


def test_a_row_leads_to_its_district_and_to_its_source():
    table = drawn("approved")
    (kleve,) = [row for row in table.select("tbody tr") if "Kreis Kleve" in row.th.get_text()]
    assert kleve.th.a["href"].startswith("kreis?") and "kreis=05154" in kleve.th.a["href"]
    events = atlas().tables.events.set_index("id")
    (proof,) = [row for row in first_days(atlas())
                if (row.ags, row.definition) == ("05154", "approved")]  # fmt: skip
    sources = atlas().tables.sources.set_index("id")
    address = sources.loc[events.loc[proof.event_id, "source_id"], "url"]
    assert address in [link["href"] for link in kleve.select("td a")]
