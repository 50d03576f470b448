"""Finding a district by its own name or by one of its 396 municipalities."""

import unicodedata
from functools import lru_cache

import pandas as pd

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(maxsize=2000)  # more than all places have, so that a search compares and no more
def spellings(name: str) -> frozenset[str]:
    """The ways a name is typed: Münster, Munster, Muenster; lower case, letters only."""
    lower = unicodedata.normalize("NFC", name).casefold().replace("ss", "ß")
    plain = unicodedata.normalize("NFKD", lower.replace("ß", "ss"))
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return frozenset({_letters(lower.translate(_GERMAN)), _letters(bare)})


def places(districts: pd.DataFrame, municipalities: pd.DataFrame) -> pd.DataFrame:
    """Everything that can be searched for, districts first.

    Returns one row per place: `label` (unique), `name`, `ags`. A city that is its own
    district stands once; a municipality's label names its district.
    """
    names = districts.set_index("ags")["name"]
    own = pd.DataFrame({"label": districts["name"], "name": districts["name"]})
    own["ags"] = districts["ags"]
    inside = municipalities[municipalities["ags"].map(names) != municipalities["name"]]
    towns = pd.DataFrame({"name": inside["name"], "ags": inside["ags"]})
    towns["label"] = inside["name"] + " (" + inside["ags"].map(names) + ")"
    order = towns["label"].map(lambda label: min(spellings(label))).sort_values().index
    found = pd.concat([own, towns.loc[order]], ignore_index=True)
    return found[["label", "name", "ags"]]


def find(text: str, known: pd.DataFrame) -> pd.DataFrame:
    """The places a text means: exact names first, else names that begin with it.

    Umlauts may be typed as such, as ae/oe/ue or without their dots.
    """
    wanted = spellings(text)
    written = known[["label", "name"]].map(spellings)
    exact = written.map(lambda ways: not wanted.isdisjoint(ways)).any(axis=1)
    if exact.any() or not all(wanted):
        return known[exact & all(wanted)]
    begins = written.map(lambda ways: any(way.startswith(tuple(wanted)) for way in ways))
    return known[begins.any(axis=1)]


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
