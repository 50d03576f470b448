"""Finding a district by its own name or by one of its 396 municipalities."""

import unicodedata

import pandas as pd

#: Letters of a search that are read; no place has half as many.
LONGEST = 100
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def spellings(name: str) -> frozenset[str]:
    """The ways a name is typed: Münster, Munster, Muenster; lower case, letters only."""
    lower = unicodedata.normalize("NFC", name).casefold().replace("ss", "ß")
    plain = unicodedata.normalize("NFKD", lower.replace("ß", "ss"))
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return frozenset({_letters(lower.translate(_GERMAN)), _letters(bare)})


def alphabetical(name: str) -> str:
    """What a name is sorted by in a German list (DIN 5007-1): ä as a, ß as ss, case aside."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def places(districts: pd.DataFrame, municipalities: pd.DataFrame) -> pd.DataFrame:
    """Everything that can be searched for, districts first.

    Returns one row per place: `label` (unique), `name`, `ags`, and `spellings` of label and
    name, so that a search compares and no more. A city that is its own district stands once; a
    municipality's label names its district.
    """
    names = districts.set_index("ags")["name"]
    own = pd.DataFrame({"label": districts["name"], "name": districts["name"]})
    own["ags"] = districts["ags"]
    inside = municipalities[municipalities["ags"].map(names) != municipalities["name"]]
    towns = pd.DataFrame({"name": inside["name"], "ags": inside["ags"]})
    towns["label"] = inside["name"] + " (" + inside["ags"].map(names) + ")"
    order = towns["label"].map(lambda label: min(spellings(label))).sort_values().index
    every = pd.concat([own, towns.loc[order]], ignore_index=True)
    every["spellings"] = [
        spellings(label) | spellings(name)
        for label, name in zip(every["label"], every["name"], strict=True)
    ]
    return every[["label", "name", "ags", "spellings"]]


def find(text: str, known: pd.DataFrame) -> pd.DataFrame:
    """The places a text means: exact names first, else names that begin with it.

    Umlauts may be typed as such, as ae/oe/ue or without their dots. The text is a visitor's:
    nothing of it is kept.
    """
    wanted = spellings(text)
    if not all(wanted):
        return known.head(0)
    exact = [not wanted.isdisjoint(ways) for ways in known["spellings"]]
    if any(exact):
        return known[exact]
    beginnings = tuple(wanted)
    return known[[any(way.startswith(beginnings) for way in ways) for ways in known["spellings"]]]


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
