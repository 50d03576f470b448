"""From the parameters of an address to a typed query, or to a refusal that says what would do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from components.api.endpoints import ENDPOINTS
from components.api.parameters import PARAMETERS, REPEATED, Parameter
from components.base.choice import FIRST_DAY, Choice

#: As many faults are told of a query.
MOST = 10
#: Names and texts in the order of the address.
Pairs = Sequence[tuple[str, str]]
#: The parameters that take words, and what of a query each says.
_WORDS = {
    "definition": "definition",
    "reading": "reading",
    "lang": "language",
    "format": "format",
}


@dataclass(frozen=True)
class Query:
    """What is asked of an endpoint: typed values alone, nothing as a visitor wrote it.

    `first` is the day from which a table runs; `ags` the key of the one district that is asked for.
    """

    endpoint: str
    day: date
    first: date | None = None
    definition: str = PARAMETERS["definition"].default
    reading: str = PARAMETERS["reading"].default
    language: str = PARAMETERS["lang"].default
    format: str = "json"
    ags: str = ""

    @property
    def choice(self) -> Choice:
        """The same as the choice that pages and files are made from."""
        since = {"since_day": self.first, "language": self.language}
        return Choice(self.day, self.definition, self.ags, **since)


class Fault(NamedTuple):
    """A parameter that cannot be answered: its name, what is wrong, what would do."""

    parameter: str
    finding: str
    repair: str

    def __str__(self) -> str:
        return f"{self.parameter}: {self.finding}; {self.repair}"


class Refused(Exception):
    """A query that is not answered; `faults` are what is wrong with it, MOST at most."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(" | ".join(map(str, faults[:MOST])))
        self.faults = faults[:MOST]


def read(name: str, pairs: Pairs, today: date, ags: str = "") -> Query:
    """The query that the parameters of an address ask of the endpoint of this name.

    Raises
    ------
    Refused
        See `values`; or what runs from a day would end before it begins.
    """
    known = ENDPOINTS[name].parameters
    given = values(known, pairs, today)
    day = given.get("day") or given.get("to") or today
    first = given.get("from", FIRST_DAY) if "from" in known else None
    if first and first > day:
        raise Refused(Fault("to", f"{day} is before {first}", "swap the two days"))
    meant = {part: given.get(part, one.default) for part, one in known.items()}
    words = {field: meant[part] for part, field in _WORDS.items() if part in meant}
    return Query(name, day=day, first=first, ags=ags, **words)


def values(known: Mapping[str, Parameter], pairs: Pairs, today: date) -> dict[str, date | str]:
    """What is given of the parameters that are known, each as it is meant.

    Raises
    ------
    Refused
        A parameter is not known, stands there twice, or its value is not possible: all that
        is wrong at once.
    """
    faults, found = _unfit(known, pairs), {}
    for parameter, text in pairs:
        if parameter in known:
            try:
                found[parameter] = known[parameter].read(text, today)
            except ValueError as error:
                finding, _, repair = str(error).partition("; ")
                faults.append(Fault(parameter, finding, repair))
    if faults:
        raise Refused(*faults)
    return found


def _unfit(known: Mapping[str, Parameter], pairs: Pairs) -> list[Fault]:
    """The parameters that are not known, and those that are given twice."""
    possible = f"possible: {', '.join(known) or 'none'}"
    counts = Counter(parameter for parameter, _ in pairs)
    unknown = [
        Fault(one[:REPEATED], "is not known here", possible) for one in counts if one not in known
    ]
    twice = [
        Fault(one, f"is given {count} times", "give it once")
        for one, count in counts.items()
        if count > 1 and one in known
    ]
    return unknown + twice
