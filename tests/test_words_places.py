"""What the search says of a hit tells it from every other one."""

import curated
import pytest

from components.base import places
from components.base.wording import LANGUAGES, Wording
from components.words.places import offered, within

TABLES = curated.tables()
KNOWN = places.places(TABLES)


def told(text, language="de"):
    return offered(places.find(text, KNOWN), TABLES, Wording(language))


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Stadt Kleve", ("05154", "Kleve", "Stadt im Kreis Kleve")),
        ("Kreis Kleve", ("05154", "Kreis Kleve", "")),
        ("05154", ("05154", "Kreis Kleve", "Schlüssel 05154")),
        ("GEL", ("05154", "Kreis Kleve", "Autokennzeichen GEL, KLE")),
        ("Iserlohn", ("05962", "Iserlohn", "Stadt im Märkischen Kreis")),
        ("Roetgen", ("05334", "Roetgen", "Gemeinde in der StädteRegion Aachen")),
        ("Kreis Aachen", ("05334", "StädteRegion Aachen", "ohne die Stadt Aachen")),
        ("Bonn", ("05314", "Bonn", "kreisfreie Stadt")),
    ],
)
def test_a_hit_says_what_it_is(text, hit):
    assert told(text)[0] == hit


def test_in_english_the_names_stay_as_they_are():
    assert told("Iserlohn", "en")[0][2] == "town in Märkischer Kreis"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_places_read_the_same(language):
    every = KNOWN[KNOWN["kind"].eq("name")].drop_duplicates("place")
    hits = offered(every, TABLES, Wording(language))
    assert len({(name, more) for _, name, more in hits}) == len(hits) == 427


def test_every_kreis_stands_in_the_dative():
    words, kreise = Wording("de"), TABLES.districts.query("kind == 'Kreis'")["name"]
    said = {within(name, words) for name in kreise}
    assert {"im Rhein-Sieg-Kreis", "im Oberbergischen Kreis", "im Kreis Olpe"} <= said
    assert not any("er Kreis" in one for one in said)
