"""How a district is called where a sentence is about it."""

import pandas as pd

from components.base.wording import Wording


def subject(district: pd.Series, words: Wording) -> str:
    """Its name as the subject of a sentence: der Rhein-Sieg-Kreis, die Stadt Aachen, Köln.

    English has an article where a Kreis is not called "Kreis" and a place: the Rhein-Sieg-Kreis,
    Kreis Kleve. `district` is a row of districts.
    """
    name = district["name"]
    if words.language == "de":
        return district["with_article"]
    if district["kind"] == "Kreis":
        return name if name.startswith("Kreis ") else words("district.the", name=name)
    return name if district["with_article"] == name else words("district.city", name=name)


def begin(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
