"""Sentences that quote a visitor: what an address or a search says, cut and as plain text."""

from components.base.wording import Wording

#: Letters of a visitor's text that are shown.
LONGEST = 60


def told(words: Wording, key: str, value: str, **values: str) -> str:
    """The sentence of `key`. `value` comes from a visitor, `values` from us.

    It is text, not markup: who writes it into a page has to escape it.
    """
    cut = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    plain = "".join(sign if sign.isprintable() else " " for sign in cut)
    return words(key, value=plain, **values)
