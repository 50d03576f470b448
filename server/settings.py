"""What the operators set for the server, as variables of its environment; read at its start."""

import os
import re

from components.base import operator, stamp
from server import address

#: Whose pages may hold the map in a frame: sources as `frame-ancestors` takes them.
FRAME_ANCESTORS = "KIZ_ATLAS_FRAME_ANCESTORS"
_HOST = r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d{1,5}|\*))?"
_ANCESTOR = re.compile(rf"\*|'self'|https?:|(?:https?://)?{_HOST}", re.IGNORECASE)


class SettingError(Exception):
    """A setting that cannot be meant; name, finding and repair in one line."""


def frame_ancestors() -> str:
    """Whose pages may hold the map: everybody's unless it is set, nobody's as `'none'`.

    Raises
    ------
    SettingError
        What is set is no list of sources.
    """
    said = os.environ.get(FRAME_ANCESTORS, "").split() or ["*"]
    wrong = [source for source in said if not _ANCESTOR.fullmatch(source)]
    if said != ["'none'"] and wrong:
        example = "https://www.example.org https://*.example.com, or 'none', or *"
        raise SettingError(f"{FRAME_ANCESTORS}: {wrong[0]!r} is no source; write {example}")
    return " ".join(said)


def check() -> None:
    """Read every setting once; raises SettingError for the first that cannot be meant."""
    frame_ancestors()
    try:
        operator.current()
    except operator.OperatorError as error:
        raise SettingError(f"{operator.SETTING}: {error}") from None
    if said := os.environ.get(stamp.ADDRESS_SETTING):
        _check_site(said)


def open_imprint() -> list[str]:
    """What a public site has to say of its operators and does not: the names of the fields."""
    return operator.current().missing if stamp.site() else []


def _check_site(said: str) -> None:
    try:
        site = stamp.site_of(said)
    except ValueError as error:
        raise SettingError(f"{stamp.ADDRESS_SETTING}: {error}") from None
    if not site.endswith(base := address.base()):
        finding = f"{said!r} does not end in {base}, the server.baseUrlPath"
        raise SettingError(f"{stamp.ADDRESS_SETTING}: {finding}; write both")
