"""The words that no sentence may use: those that the glossary rules out, and jargon."""

import re

from components.base.wording import Wording
from components.words.glossary import entries

#: What only its authors know, by language: a pattern, and what to write instead.
JARGON = {
    "de": {
        r"öglicherweise weiter": "vielleicht schon weiter",
        r"\bNenner": "von 53 gezählt",
        r"\bDossier|Geschichte mit allen Quellen": "alle Ereignisse mit Quellen",
        r"einem Tag zwischen": "the sentence of words.since",
        r"Gebietskörperschaft": "Kreise und kreisfreie Städte",
        r"Gesamtzahl|\bSummen?\b": "veröffentlichte Zahl",
        r"nachgewiesen|bewiesen": "belegt",
        r"Recht und Geld": "Gesetz und Förderung",
        r"gezeigt wird (?:decided|approved|granted|open)": "es gilt „genehmigt“ (approved)",
        r"\bin (?:20\d\d|\{year\})": "the year alone, or im Jahr",
        r"\bData altered|data altered": "the line alone, which is German",
    },
    "en": {
        r"possibly further": "perhaps already further",
        r"\bdenominator": "counted out of 53",
        r"\b[Dd]ossier|history with all sources": "all events with sources",
        r"a day between": "the sentence of words.since",
        r"\bKreis\b": "district",
        r"\bkreisfreie": "independent city",
        r"Nordrhein-Westfalen": "North Rhine-Westphalia",
        r"\b[Pp]roved?\b|\b[Dd]emonstrabl": "documented",
        r"\bcar plate": "number plate",
        r"\bat work\b": "in operation",
        r"\b[Tt]ake (?:it )?(?:away|along)|taken away": "download",
        r"[Dd]oubling of structures": "duplicate structures",
        r"\bsilence\b": "where nothing has happened for longest",
        r"\bcalled up\b": "checked",
        r"Daten verändert": "{attribution}, which has it, and then (data altered)",
    },
}
#: Sentences in which such a word is right, with the reason.
ALLOWED = {
    ("en", "about"): "says once what the state is called in German",
    ("en", "control.place.hint"): "has the name of a district",
    ("en", "file.column.days_lower"): "a half-open interval is called so in mathematics",
    ("en", "file.column.kind"): "quotes what stands in the cells",
    ("en", "foot.open"): "is a link that opens the atlas",
}


def pattern(word, language):
    """A word in any of its forms, at the beginning of a sentence too."""
    first = f"[{word[0].lower()}{word[0].upper()}]" if word.islower() else word[0]
    forms = "(?:e[mnrs]?)?" if language == "de" else ""
    return rf"\b{first}{re.escape(word[1:])}{forms}\b"


def forbidden(language):
    """Every pattern that may stand in no sentence, with what to write instead."""
    ruled_out = {
        pattern(word, language): term.label
        for term in entries(Wording(language))
        for word in term.never
    }
    return JARGON[language] | ruled_out


def spoiled(language, key, sentence):
    """What is wrong with a sentence, and the repair."""
    if key.startswith("glossary.") or (language, key) in ALLOWED:
        return []
    return [
        f'{language}.po: {key} says "{said[0]}"; write {instead}'
        for form, instead in forbidden(language).items()
        if (said := re.search(form, sentence))
    ]
