"""What the operators of a site set: in one file, and in the environment, which wins.

Each field of `Settings` is a key of the file (TOML) that KIZ_ATLAS_SETTINGS names, and a variable:
`address` is KIZ_ATLAS_ADDRESS. settings.example.toml explains them. `server/settings.py` reads
all of them before the server starts, so that what cannot be meant keeps it from starting.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from components.base.operator import Operator
from data.nearest import nearest
from data.problems import visible

#: The variable that names the file, how all of them begin, and a file to copy.
FILE, PREFIX, EXAMPLE = "KIZ_ATLAS_SETTINGS", "KIZ_ATLAS_", "settings.example.toml"
#: More characters than scheme and host of an address have.
LONGEST = 200
#: How the log is written: for people, or a JSON object a line.
LOGS = ("text", "json")
HOST = r"https?://(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?"
_SITE = re.compile(rf"({HOST})((?:/[\w.~-]+)*)/?", re.ASCII | re.IGNORECASE)
_SOURCE = r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d{1,5}|\*))?"
_ANCESTOR = re.compile(rf"\*|'self'|https?:|(?:https?://)?{_SOURCE}", re.IGNORECASE)


class SettingError(ValueError):
    """A setting that cannot be meant; place, finding and repair in one line."""

    def __init__(self, place: str, told: str) -> None:
        super().__init__(visible(f"{place}: {told}"))


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise ValueError('is not a text; write "…"')
    return said.strip()


def site(said: object) -> str:
    """The address of an atlas as its operators write it, without a slash at its end.

    Raises ValueError with finding and repair: it is no address on the web, or has more than host
    and path.
    """
    text = _text(said)
    named = _SITE.fullmatch(text)
    if not named or len(text) > LONGEST:
        raise ValueError(f"{text[:LONGEST]!r} is no address; write https://atlas.example.org")
    return named[1].lower() + named[2]


def _ancestors(said: object) -> tuple[str, ...]:
    sources = said.split() if isinstance(said, str) else said
    if not isinstance(sources, list) or not all(isinstance(one, str) for one in sources):
        raise ValueError('is not a list of texts; write ["https://www.example.org", "…"]')
    wrong = [source for source in sources if not _ANCESTOR.fullmatch(source)]
    if sources != ["'none'"] and wrong:
        example = "https://www.example.org https://*.example.com, or 'none', or *"
        raise ValueError(f"{wrong[0]!r} is no source; write {example}")
    if not sources:
        raise ValueError("""is empty; write "'none'" for nobody, "*" for everybody""")
    return tuple(sources)


def _folder(said: object) -> str:
    folder = Path(_text(said))
    if not folder.is_absolute():
        raise ValueError(f"{str(folder)!r} is no absolute path; write /var/lib/kiz-atlas")
    if not folder.is_dir():
        raise ValueError(f"{str(folder)!r} is no folder; make it, or name another")
    return str(folder)


def _key(said: object) -> str:
    text = _text(said)
    if not (text.isascii() and text.isalnum() and 16 <= len(text) <= LONGEST):
        raise ValueError(
            "is not 16 to 200 letters and digits; take those of `openssl rand -hex 32`"
        )
    return text


def _one_of(*options: str) -> Callable[[object], str]:
    def read(said: object) -> str:
        if said not in options:
            raise ValueError(f"{said!r} is none; write one of: {', '.join(options)}")
        return str(said)

    return read


def _switch(said: object) -> bool:
    if not (isinstance(said, bool) or said in ("true", "false")):
        raise ValueError(f"{said!r} is none; write true or false")
    return said in (True, "true")


def _number(least: int, most: int) -> Callable[[object], int]:
    def read(said: object) -> int:
        number = int(said) if isinstance(said, str) and said.isdecimal() else said
        if type(number) is not int or not least <= number <= most:
            raise ValueError(f"{said!r} is no number from {least} to {most}; write one")
        return number

    return read


def _operator(said: object) -> Operator:
    if not isinstance(said, dict):
        raise ValueError("is no table; write [operator], and below it a line for each key")
    return Operator.of(said)


def _set(usual: object, read: Callable[[Any], object], shown: bool = True) -> Any:
    return field(default=usual, metadata={"read": read}, repr=shown)


@dataclass(frozen=True)
class Settings:
    """All that is set; settings.example.toml says what each is for."""

    address: str = _set("", site)
    contact: str = _set("", _text)
    frame_ancestors: tuple[str, ...] = _set(("*",), _ancestors)
    folder: str = _set("", _folder)
    proxy_key: str = _set("", _key, shown=False)
    log: str = _set("text", _one_of(*LOGS))
    metrics: bool = _set(False, _switch)
    visitors: int = _set(500, _number(1, 100_000))
    operator: Operator = field(default_factory=Operator)

    @property
    def named(self) -> list[str]:
        """The names of what is set otherwise than usual, without a value."""
        return [
            one.name for one in fields(self) if getattr(self, one.name) != getattr(USUAL, one.name)
        ]


#: What holds where nothing is set.
USUAL = Settings()
#: What reads each setting that the environment can say, by its name.
_READ = {one.name: one.metadata["read"] for one in fields(Settings) if one.metadata}


def current() -> Settings:
    """What is set: the file as it was when it was first read, the environment as it is.

    Raises
    ------
    SettingError
        The file cannot be read, is not TOML, or has a key or a value that cannot be meant; or a
        variable has such a value.
    """
    said = tuple((name, os.environ.get(variable(name), "").strip()) for name in _READ)
    return _together(os.environ.get(FILE, "").strip(), said)


def variable(name: str) -> str:
    """The variable of the environment that says a setting."""
    return f"{PREFIX}{name.upper()}"


def check_environment(environment: Mapping[str, str]) -> None:
    """Raise SettingError for the first variable of ours that is no setting."""
    known = {FILE, *map(variable, _READ)}
    for name in environment:
        if name.startswith(PREFIX) and name not in known:
            raise SettingError(name, f"is no setting; {_instead(name, known)}")


@cache
def _together(path: str, said: tuple[tuple[str, str], ...]) -> Settings:
    values = _of_file(path) if path else {}
    ours = {name: _value(variable(name), _READ[name], text) for name, text in said if text}
    made = Settings(**values | ours)
    # Without an address of their own corrections, and without one reports of barriers, go there.
    contact = made.contact or made.operator.email
    reached = replace(made.operator, feedback=made.operator.feedback or contact)
    return replace(made, contact=contact, operator=reached)


@cache
def _of_file(path: str) -> dict[str, object]:
    place = f"{FILE}: {path}"
    try:
        said = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise SettingError(place, f"{error.strerror}; name a file like {EXAMPLE}") from None
    except ValueError as error:
        raise SettingError(place, f"is not TOML: {error}; write it like {EXAMPLE}") from None
    known = _READ | {"operator": _operator}
    for name in said:
        if name not in known:
            raise SettingError(place, f'"{name}" is no key; {_instead(name, {*known})}')
    # An empty text is none, as an empty variable is.
    return {
        name: _value(f"{place}: {name}", known[name], said[name])
        for name in said
        if said[name] != ""
    }


def _value(place: str, read: Callable[[Any], object], said: object) -> object:
    try:
        return read(said)
    except ValueError as error:
        raise SettingError(place, f"{error}") from None


def _instead(name: str, known: set[str]) -> str:
    return f"write one of: {', '.join(nearest(name, known) or sorted(known))}"
