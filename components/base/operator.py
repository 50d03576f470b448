"""Who runs this site, as a file of settings says it; what it leaves out stays open.

The imprint, the privacy notice and the accessibility statement name what stands there and nothing
else: a name that no operator has written is never made up.
"""

import os
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from data.nearest import nearest

#: The variables of the environment: where the file is, and where corrections go without one.
SETTING, CONTACT = "KIZ_ATLAS_OPERATOR", "KIZ_ATLAS_CONTACT"
EXAMPLE = "operator.example.toml"


@dataclass(frozen=True)
class Operator:
    """What the operators say of themselves; an empty field is not filled in."""

    name: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    responsible: str = ""
    privacy_officer: str = ""
    hosting: str = ""
    log_retention: str = ""
    feedback: str = ""
    enforcement: tuple[str, ...] = ()

    @property
    def contact(self) -> str:
        """Where corrections are sent: as the server is told, else the general address."""
        return os.environ.get(CONTACT, "").strip() or self.email

    @property
    def reached(self) -> str:
        """Where barriers are reported: the contact for it, else that for corrections."""
        return self.feedback or self.contact

    @property
    def missing(self) -> list[str]:
        """The names of the fields that a public body has to fill in and has not."""
        return [one.name for one in fields(self) if one.name in NEEDED and not self.lines(one.name)]

    def lines(self, field: str) -> tuple[str, ...]:
        """What stands in a field, a line each; nothing where it is not filled in."""
        said = self.reached if field == "feedback" else getattr(self, field)
        return tuple(filter(None, (said,) if isinstance(said, str) else said))


#: What may not stay empty where the site is public; a telephone may.
NEEDED = tuple(one.name for one in fields(Operator) if one.name != "phone")


class OperatorError(ValueError):
    """The file cannot be meant; its path, finding and repair in one line."""


def current() -> Operator:
    """The operators of this site, as they were when it was first asked for; see `read`."""
    path = os.environ.get(SETTING, "").strip()
    return read(path) if path else Operator()


@cache
def read(path: str) -> Operator:
    """The operators that a file of settings (TOML) names.

    Raises
    ------
    OperatorError
        It cannot be read, is not TOML, or has a key or a value that is none.
    """
    try:
        said = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise _wrong(path, f"{error.strerror}", f"name a file like {EXAMPLE}") from None
    except ValueError as error:
        raise _wrong(path, f"is not TOML: {error}", f"write it like {EXAMPLE}") from None
    return Operator(**{key: _value(path, key, value) for key, value in said.items()})


def _value(path: str, key: str, value: object) -> str | tuple[str, ...]:
    kinds = {one.name: type(one.default) for one in fields(Operator)}
    if key not in kinds:
        meant = nearest(key, kinds) or [", ".join(kinds)]
        raise _wrong(path, f'"{key}" is no key', f"write one of: {', '.join(meant)}")
    if kinds[key] is str and isinstance(value, str):
        return value.strip()
    lines = value if isinstance(value, list) else [None]
    if kinds[key] is tuple and all(isinstance(line, str) for line in lines):
        return tuple(line.strip() for line in lines)
    repair = f'write {key} = "…"' if kinds[key] is str else f'write {key} = ["…", "…"], a line each'
    raise _wrong(path, f"{key} is not a {'text' if kinds[key] is str else 'list of texts'}", repair)


def _wrong(path: str, finding: str, repair: str) -> OperatorError:
    return OperatorError(f"{path}: {finding}; {repair}")
