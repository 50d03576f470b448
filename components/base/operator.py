"""Who runs this site, as the settings say it; what they leave out stays open.

The imprint, the privacy notice and the accessibility statement name what stands there and nothing
else: a name that no operator has written is never made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from data.nearest import nearest


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

    @classmethod
    def of(cls, said: Mapping[str, object]) -> "Operator":
        """The operators as the table [operator] of the settings names them.

        Raises ValueError with finding and repair where a key or a value is none.
        """
        return cls(**{key: _value(key, value) for key, value in said.items()})

    @property
    def missing(self) -> list[str]:
        """The names of the fields that a public body has to fill in and has not."""
        return [one.name for one in fields(self) if one.name in NEEDED and not self.lines(one.name)]

    def lines(self, field: str) -> tuple[str, ...]:
        """What stands in a field, a line each; nothing where it is not filled in."""
        said = getattr(self, field)
        return tuple(filter(None, (said,) if isinstance(said, str) else said))


#: What may not stay empty where the site is public; a telephone may.
NEEDED = tuple(one.name for one in fields(Operator) if one.name != "phone")


def _value(key: str, value: object) -> str | tuple[str, ...]:
    kinds = {one.name: type(one.default) for one in fields(Operator)}
    if key not in kinds:
        meant = nearest(key, kinds) or [", ".join(kinds)]
        raise ValueError(f'"{key}" is no key; write one of: {", ".join(meant)}')
    if kinds[key] is str and isinstance(value, str):
        return value.strip()
    lines = value if isinstance(value, list) else [None]
    if kinds[key] is tuple and all(isinstance(line, str) for line in lines):
        return tuple(line.strip() for line in lines)
    repair = f'write {key} = "…"' if kinds[key] is str else f'write {key} = ["…", "…"], a line each'
    kind = "text" if kinds[key] is str else "list of texts"
    raise ValueError(f"{key} is not a {kind}; {repair}")
