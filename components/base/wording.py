"""The words of the interface: sentences from the catalogues, dates and numbers from Babel.

No sentence stands in the code that draws; it asks for a key. `locale/de.po` and
`locale/en.po` hold the sentences, compiled in memory when first used.
"""

import re
from datetime import date
from functools import cache
from io import BytesIO
from numbers import Real
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

from adoption.dates import span
from components.base import spans

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("de", "en")
_DAY = {"de": "dd.MM.yyyy", "en": "d MMMM yyyy"}
_DAY_OF_YEAR = {"de": "dd.MM.", "en": "d MMMM"}
#: The full stop of a day without its year, and that of the sentence which ends with it.
_STOPS = re.compile(r"(?<=\d)\.\.(?!\S)")


class Wording:
    """The catalogue of one language: `words("key", n=3)` is a finished sentence."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _translations(language)

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of `key` with its values filled in.

        A number `n` is written as the language writes it, and of two forms of the sentence it
        chooses the one that goes with it.

        Raises
        ------
        KeyError
            The catalogue has no such key, or two forms of it and there is no number `n`.
        """
        n = values.get("n")
        number = n if isinstance(n, Real) else None
        if number is not None:
            values["n"] = self.number(number)
        return _STOPS.sub(".", self._sentence(key, number).format(**values))

    def day(self, day: date, year: bool = True) -> str:
        """A day in full, or without its year: 25.04.2014, 25 April."""
        form = _DAY if year else _DAY_OF_YEAR
        return format_date(day, form[self.language], locale=self.language)

    def month(self, day: date, year: bool = True) -> str:
        """A month, with its year or without: April 2014."""
        return format_date(day, "LLLL yyyy" if year else "LLLL", locale=self.language)

    def date(self, edtf: str) -> str:
        """A date as precisely as it is known: März 2015, spätestens 28.01.2013."""
        return spans.alone(span(edtf), self)

    def since(self, edtf: str) -> str:
        """From when on, as precisely as it is known: seit März 2015, spätestens seit Ende 2013."""
        return spans.since(span(edtf), self)

    def number(self, value: float) -> str:
        """A number with the language's separators: 1.234,5."""
        return format_decimal(value, locale=self.language)

    def percent(self, share: float) -> str:
        """A share 0-1 in percent with one digit; nothing or all only when it is that."""
        if share in (0, 1):
            return self.whole_percent(share)
        # As the language writes it, 90,8 % or 90.8%, but with a digit.
        form = Locale(self.language).percent_formats[None].pattern.replace("0", "0.0")
        return format_percent(min(max(share, 0.001), 0.999), form, self.language)

    def whole_percent(self, share: float) -> str:
        """A share 0-1 in percent without digits: 20 %."""
        return format_percent(share, locale=self.language)

    def names(self, names: list[str]) -> str:
        """Names as a plain enumeration."""
        return ", ".join(names)

    def _sentence(self, key: str, number: Real | None) -> str:
        """What the catalogue says, its blanks not yet filled in."""
        # ngettext knows the sentences that have two forms, gettext the others.
        counted = self._catalogue.ngettext(key, key, 2 if number is None else int(number))
        sentence = self._catalogue.gettext(key) if counted == key else counted
        catalogue = f"components/base/locale/{self.language}.po"
        if sentence == key:
            raise KeyError(f"{catalogue}: no sentence for {key}")
        if counted != key and number is None:
            raise KeyError(f"{catalogue}: {key} has two forms; give it a number n")
        return sentence


@cache
def _translations(language: str) -> Translations:
    with (LOCALE / f"{language}.po").open("rb") as text:
        catalogue = read_po(text, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
