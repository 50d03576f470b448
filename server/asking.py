"""What the address of a page asks for: page, choice, and what of it could not be used."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from starlette.requests import Request

from components.api.query import Fault, Refused
from components.base import choice
from components.base.atlas import Atlas
from components.base.choice import Choice, Problem, today
from components.base.preferred import preferred
from components.base.wording import LANGUAGES, Wording
from components.looks.look import coloured
from components.words import quoting
from components.words.pages import ROOT
from server import address


class Asked(NamedTuple):
    """One page as it is asked for; `query` is its one query (`address.short`).

    `problems` quote what a visitor wrote: nothing that has them may be kept.
    """

    page: str
    choice: Choice
    problems: list[Problem]
    query: dict[str, str]
    site: str

    def wrong(self, words: Wording) -> list[str]:
        """What of the address could not be used, a sentence each."""
        return [quoting.told(words, problem.key, **problem.values) for problem in self.problems]


#: What an answer in the language of the browser says to whoever keeps it.
VARY = {"Vary": "Accept-Language"}


def asked(request: Request, atlas: Atlas) -> Asked:
    """What a request asks for; in the language of the browser where its address names none."""
    said = {"lang": _preferred(request), **request.query_params}
    shown, problems = read(said, atlas)
    page = request.url.path.removeprefix(address.base()).strip("/") or ROOT
    query, site = address.short(shown, said), address.site(request)
    return Asked(page, coloured(shown, said, atlas), problems, query, site)


def read(said: Mapping[str, str], atlas: Atlas) -> tuple[Choice, list[Problem]]:
    """The choice of an address, and what of it could not be used."""
    return choice.read(said, today(), atlas.names)


def refusal(problems: Sequence[Problem]) -> Refused:
    """What of an address could not be used, for who is given nothing instead."""
    return Refused(*map(_fault, problems))


def _fault(problem: Problem) -> Fault:
    """A part of an address by its name there, with what would do."""
    values, name = problem.values, problem.key.split(".")[1]
    finding = f'"{values["value"][: quoting.LONGEST]}" is not possible'
    if "right" in values:
        return Fault(values["name"], finding, f"write {values['right']}= instead")
    if "first" in values:
        repair = f"write a day from {values['first']} to {values['last']}"
        return Fault("tag" if name == "day" else name, finding, repair)
    allowed = values.get("allowed")
    return Fault(name, finding, f"use one of {allowed}" if allowed else "write keys, as 05154")


def language(request: Request) -> str:
    """The language that an address names, else that of the reader's browser."""
    said = request.query_params.get("lang")
    return said if said in LANGUAGES else _preferred(request)


def _preferred(request: Request) -> str:
    return preferred(request.headers.get("accept-language"))
