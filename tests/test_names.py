"""A district is called in a sentence as it is in speech: with its article, told from others."""

import pandas as pd
import pytest

from components.base.wording import Wording
from components.words import names


@pytest.mark.parametrize(
    ("kind", "name", "german", "english"),
    [
        ("Kreis", "Kreis Kleve", "der Kreis Kleve", "Kreis Kleve"),
        ("Kreis", "Rhein-Sieg-Kreis", "der Rhein-Sieg-Kreis", "the Rhein-Sieg-Kreis"),
        ("Kreis", "Märkischer Kreis", "der Märkische Kreis", "the Märkischer Kreis"),
        ("Kreis", "StädteRegion Aachen", "die StädteRegion Aachen", "the StädteRegion Aachen"),
        ("kreisfreie Stadt", "Aachen", "die Stadt Aachen", "the city of Aachen"),
        ("kreisfreie Stadt", "Köln", "Köln", "Köln"),
    ],
)
def test_a_name_stands_with_the_article_of_its_language(kind, name, german, english):
    district = pd.Series({"kind": kind, "name": name, "with_article": german})
    assert names.subject(district, Wording("de")) == german
    assert names.subject(district, Wording("en")) == english


def test_only_the_first_letter_of_a_sentence_becomes_a_capital():
    assert names.begin("die StädteRegion Aachen hat") == "Die StädteRegion Aachen hat"
    assert names.begin("") == ""
