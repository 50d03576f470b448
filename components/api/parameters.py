"""The parameters of the API: what each may be, and how its text is read."""

from datetime import date
from typing import NamedTuple

from adoption.vocabulary import DEFINITIONS, READINGS
from components.base.choice import parse_day
from components.base.wording import LANGUAGES

#: The formats of an answer and what each is called in a header.
MEDIA = {"json": "application/json", "csv": "text/csv", "geojson": "application/geo+json"}
#: As much of what was asked is repeated in a refusal.
REPEATED = 40


class Parameter(NamedTuple):
    """A parameter: the words that it takes, without any a day; and the one meant without it.

    The sentence `api.parameter.<name>` says what it does.
    """

    name: str
    possible: tuple[str, ...] = ()
    default: str = ""

    def read(self, text: str, today: date) -> date | str:
        """The day or the word that a text means.

        Raises
        ------
        ValueError
            Finding and repair, with a semicolon between them.
        """
        shown = text if len(text) <= REPEATED else f"{text[:REPEATED]}…"
        if not self.possible:
            return parse_day(shown, today)
        if text not in self.possible:
            raise ValueError(f'"{shown}" is not possible; use one of {", ".join(self.possible)}')
        return text


PARAMETERS = {
    one.name: one
    for one in (
        Parameter("day"),
        Parameter("from"),
        Parameter("to"),
        Parameter("definition", DEFINITIONS, "approved"),
        Parameter("reading", READINGS, READINGS[0]),
        Parameter("lang", LANGUAGES, LANGUAGES[0]),
        Parameter("format", tuple(MEDIA)),
    )
}
#: The one of what says nothing but its language: the document, the feeds.
SPOKEN = {"lang": PARAMETERS["lang"]}
