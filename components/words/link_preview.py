"""What a page says of itself where it is linked, by search engines and messengers."""

from collections.abc import Iterable

#: What Open Graph calls the languages.
LOCALES = {"de": "de_DE", "en": "en_GB"}
#: Letters of a description: nobody shows more.
LONGEST = 300


def description(sentences: Iterable[str]) -> str:
    """The sentences, cut after a word where they are too long."""
    text = " ".join(filter(None, sentences))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"
