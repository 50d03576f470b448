"""The words that stand as codes in the tables: which there are, what each is called and means.

Page, files and command line take them from here, and `adoption.vocabulary` is their source.
"""

from adoption.vocabulary import (
    BASES,
    BODIES,
    CENSORINGS,
    CONFIDENCES,
    DEFINITIONS,
    EFFECTS,
    ENTRIES,
    EVENTS,
    GROUPS,
    READINGS,
    REASONS,
    SHOWN,
    STATUSES,
    VERDICTS,
)
from components.base.wording import Wording

#: Every list of words by its name, under which the catalogues have them.
VOCABULARY = {
    "status": STATUSES,
    "event": EVENTS,
    "body": BODIES,
    "definition": DEFINITIONS,
    "reading": READINGS,
    "group": GROUPS,
    "confidence": CONFIDENCES,
    "basis": BASES,
    "shows": SHOWN,
    "entry": ENTRIES,
    "effect": EFFECTS,
    "censoring": CENSORINGS,
    "form": ("day", "month", "year", "within", "latest"),
    "reason": REASONS,
    "verdict": VERDICTS,
    "counted_by": ("ministry", "other"),
    "truth": ("yes", "no"),
    "metric": (
        *("population", "population_census_1987", "population_municipal_register"),
        *("share_immigrated_pct", "share_immigration_history_pct"),
        *("share_migration_background_pct", "share_foreigners_pct"),
    ),
    "area": ("district", "with_city_of_aachen"),
}
#: Those whose labels say all that there is to say.
PLAIN = ("reason", "counted_by", "truth", "metric", "area")


def label(vocabulary: str, code: str, words: Wording) -> str:
    """What the reader's language calls a code."""
    if vocabulary == "verdict":
        return words(f"total.verdict.{code}")
    return words(f"{vocabulary}.{code}")


def labels(vocabulary: str, codes: str, words: Wording) -> str:
    """What the reader's language calls a code, or each of several with a space between."""
    every = [codes] if codes in VOCABULARY[vocabulary] else codes.split()
    return ", ".join(label(vocabulary, code, words) for code in every)


def meaning(vocabulary: str, code: str, words: Wording) -> str:
    """What a code means, in a sentence; empty where its label says it."""
    if vocabulary in PLAIN:
        return ""
    if vocabulary == "verdict":
        return words(f"total.verdict.{code}.help")
    if vocabulary == "definition":
        return words(f"definition.{code}.help")
    return words(f"codebook.{vocabulary}.{code}")
