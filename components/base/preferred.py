"""The language in which a reader's own program asks (RFC 9110, 12.5.4)."""

import re

from components.base.wording import LANGUAGES

_RANGE = re.compile(r"\s*([A-Za-z]{1,8}|\*)(?:-[\w-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")


def preferred(accepted: str | None) -> str:
    """Of our languages the one that stands first in a header `Accept-Language`, else German.

    `fr, en;q=0.8` is English, `fr` German; so is a crawler, which names none.
    """
    parts = [_RANGE.fullmatch(part) for part in (accepted or "").split(",")]
    weighed = [(part[1].lower(), float(part[2] or 1)) for part in parts if part]
    by_weight = sorted(weighed, key=lambda one: -one[1])
    ours = [language for language, weight in by_weight if weight and language in LANGUAGES]
    return ours[0] if ours else LANGUAGES[0]
