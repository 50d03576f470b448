"""Finding a district by what people call it: its names, its municipalities, car plates, keys.

Forgiving: a search is compared with every way in which a place is written, and what comes nearest
stands first. Nothing of what a visitor types is kept.
"""

import re
import unicodedata
from collections.abc import Iterator

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from components.base.collation import rows_by_name
from data.tables import Tables

#: Letters of a search that are read; no place has half as many.
LONGEST = 100
#: Scores: the very name, plate or key; what a place is called besides; the beginning of a name;
#: words that begin its words, in any order; a slip of the pen. What has less fits no more.
EXACT, ALSO, BEGINS, WORDS, SLIP = 100, 98, 90, 80, 60
#: Of a key that several districts' keys begin with, and more than any key that is merely near.
PART = SLIP - 1
#: How many are offered: of those that fit, and of the districts that come nearest where none does.
MOST, NEAREST = 8, 3
#: One slip is a slip of the pen in a name of this many letters, and in longer ones one in so many.
LEAST, SLIP_PER = 4, 6
#: The ways whose beginning and words are enough, and those that bear a slip: in "Stadt Aachen"
#: too little is the place's own. Labels, plates and keys are whole or nothing.
_BEGUN, _SLIPPED = ("name", "also", "said"), ("name", "also")
#: What a StädteRegion or a Kreis is called before or after its own name.
_KREIS = re.compile(r"kreis\b|\bstädteregion", re.IGNORECASE)
_FOUND = ["name", "ags", "designation", "kind"]
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def spellings(name: str) -> frozenset[str]:
    """The ways a name is typed: Münster, Munster, Muenster; lower case, letters only."""
    return frozenset(way.replace(" ", "") for way in _written(name))


def places(tables: Tables) -> pd.DataFrame:
    """All that can be searched for, districts first.

    Returns one row per way in which a place is written: `place` (its number), `name`, `ags`,
    `designation` (Stadt or Gemeinde of a municipality inside a Kreis, else empty), `kind` of the
    way (name, also, said, label, plate, key), `way` (lower case, words parted by a space), and
    the same without spaces: `close`, and `ordered` by its words. A city that is its own district
    is one place.
    """
    rows = []
    for number, (row, called) in enumerate([*_districts(tables), *_towns(tables)]):
        for kind, names in called.items():
            ways = dict.fromkeys(way for one in names for way in sorted(_written(one)))
            rows += [(number, *row, kind, way) for way in ways]
    columns = ["place", "name", "ags", "designation", "kind", "way"]
    known = pd.DataFrame(rows, columns=columns)
    ordered = known["way"].map(_in_order)
    return known.assign(close=known["way"].str.replace(" ", ""), ordered=ordered)


def find(text: str, known: pd.DataFrame) -> pd.DataFrame:
    """The places that a text means, the best first.

    Returns `name`, `ags`, `designation`, `kind` (of the way that fits best) and `score`. Of what
    fits, which is a score of SLIP or more, the MOST best; where nothing does, the best place of
    each of the NEAREST districts. Digits are compared with keys alone: one that is not whole
    fits only if one district's keys alone begin with it. Empty for a text without letters and
    digits.
    """
    asked = [way for way in sorted(_written(text[:LONGEST])) if way]
    if not asked:
        return known.head(0)[_FOUND].assign(score=0.0)
    score = _of_digits if asked[0].replace(" ", "").isdecimal() else _of_words
    scores = np.max([score(way, known) for way in asked], axis=0)
    best = known.assign(score=scores).sort_values("score", ascending=False, kind="stable")
    best = best.loc[best["score"] > 0].drop_duplicates("place")[[*_FOUND, "score"]]
    fitting = best[best["score"] >= SLIP]
    return best.drop_duplicates("ags").head(NEAREST) if fitting.empty else fitting.head(MOST)


def meant(found: pd.DataFrame, least: float = SLIP) -> str:
    """The key of the district that is meant by what was found; empty where that is not sure.

    Sure is a best place of at least this score, if no place of another district has it too.
    """
    best = found.loc[found["score"].ge(least) & found["score"].eq(found["score"].max()), "ags"]
    return best.iloc[0] if best.nunique() == 1 else ""


def _districts(tables: Tables) -> Iterator[tuple[tuple, dict[str, list[str]]]]:
    """The districts with what they are called: "Kreis Aachen" is the StädteRegion."""
    plates, towns = tables.plates.groupby("ags")["plate"], tables.municipalities
    for row in tables.districts.itertuples(index=False):
        core, city = _KREIS.sub("", row.name), row.kind != "Kreis"
        same = towns.loc[towns["ags"].eq(row.ags) & towns["name"].eq(row.name), "municipality"]
        yield (
            (row.name, row.ags, ""),
            {
                "name": [row.name, row.short_name],
                "also": [core],
                "said": [f"Stadt {core}"] if city else [f"Kreis {core}", f"Landkreis {core}"],
                "label": [f"{row.kind} {row.name}"],
                "plate": plates.get_group(row.ags).tolist(),
                "key": [row.ags, row.ars, row.nuts3, *same],
            },
        )


def _towns(tables: Tables) -> list[tuple[tuple, dict[str, list[str]]]]:
    """The municipalities inside a Kreis, in the order of the alphabet."""
    names = tables.districts.set_index("ags")["name"]
    towns = tables.municipalities
    inside = towns[towns["ags"].map(names) != towns["name"]]
    return [
        (
            (row.name, row.ags, row.designation),
            {
                "name": [row.name, re.sub(r"\(.*\)|/.*", "", row.name)],
                "said": [f"Stadt {row.name}", f"Gemeinde {row.name}"],
                "label": [f"{row.name} ({names[row.ags]})"],
                "key": [row.municipality],
            },
        )
        for row in rows_by_name(inside, "name").itertuples(index=False)
    ]


def _written(text: str) -> frozenset[str]:
    """How a text may be written: umlauts as ae or bare, St. as Sankt; words parted by a space."""
    lower = unicodedata.normalize("NFC", text).casefold()
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(sign)
    )
    ways = {_words(lower.translate(_GERMAN)), _words(bare)}
    return frozenset(ways | {re.sub(r"\bs(?:k)?t\b", "sankt", way) for way in ways})


def _words(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())


def _of_digits(asked: str, known: pd.DataFrame) -> np.ndarray:
    """How well each way fits these digits: a key with or without its zero, else what is near."""
    digits, is_key = asked.replace(" ", ""), known["kind"].eq("key")
    whole = is_key & known["way"].isin([digits, f"0{digits}"])
    if whole.any():
        return np.where(whole, EXACT, 0)
    begun = is_key & known["way"].str.startswith((digits, f"0{digits}"))
    if begun.any():
        one = known.loc[begun, "ags"].nunique() == 1
        return np.where(begun, BEGINS if one else PART, 0)
    near = process.cdist([digits], known["way"], scorer=OSA.normalized_similarity)[0]
    return np.where(is_key & known["way"].eq(known["ags"]), near * (PART - 1), 0)


def _of_words(asked: str, known: pd.DataFrame) -> np.ndarray:
    """How well each way fits this text of words."""
    text, ways, close = asked.replace(" ", ""), known["way"].tolist(), known["close"].tolist()
    kinds = known["kind"].to_numpy()
    lengths = np.array([max(len(way), 1) for way in close])
    share = np.minimum(len(text) / lengths, 1)
    alike = [
        process.cdist([asked], ways, scorer=by)[0] for by in (fuzz.ratio, fuzz.token_set_ratio)
    ]
    scores = np.where(kinds == "name", sum(alike) / 200 * (SLIP - 1), 0)
    bears = np.isin(kinds, _SLIPPED) & (lengths >= LEAST)
    for one, others in ((text, close), (_in_order(asked), known["ordered"].tolist())):
        slips = process.cdist([one], others, scorer=OSA.distance)[0]
        near = bears & (slips <= np.maximum(lengths // SLIP_PER, 1))
        slipped = SLIP + (WORDS - SLIP - 1) * (1 - slips / lengths)
        scores = np.where(near, np.maximum(scores, slipped), scores)
    # "Kamplint" for "Kamp-Lintfort"; but "Rheine" is no "Rhein-Erft".
    joined = [" " not in asked and way.startswith(text) for way in close]
    scores = np.where(joined, SLIP + (WORDS - SLIP - 1) * share, scores)
    words = [_begun(asked.split(), way) for way in ways]
    scores = np.where(words, WORDS + (BEGINS - WORDS - 1) * share, scores)
    begun = [way.startswith(asked) for way in ways]
    scores = np.where(begun, BEGINS + (ALSO - BEGINS - 1) * share, scores)
    whole = np.where(np.isin(kinds, ("name", "plate", "key")), EXACT, ALSO)
    part = np.where(np.isin(kinds, _BEGUN), scores, 0)
    return np.where([way == text for way in close], whole, part)


def _in_order(words: str) -> str:
    return "".join(sorted(words.split()))


def _begun(asked: list[str], way: str) -> bool:
    """Whether each asked word begins a word of its own."""
    if not all(f" {word}" in f" {way}" for word in asked):
        return False
    left = way.split()
    for one in sorted(asked, key=len, reverse=True):
        first = next((word for word in left if word.startswith(one)), None)
        if first is None:
            return False
        left.remove(first)
    return True
