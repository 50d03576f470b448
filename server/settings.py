"""What is set, checked before the server starts: each place, finding and repair in one line."""

import os

from components.base import settings, stamp
from components.base.settings import SettingError, Settings
from server import address


def check() -> Settings:
    """All that is set; raises SettingError for the first that cannot be meant."""
    settings.check_environment(os.environ)
    said, base = settings.current(), address.base()
    if said.address and not said.address.endswith(base):
        finding = f"{said.address!r} does not end in {base}, the server.baseUrlPath"
        raise SettingError(settings.variable("address"), f"{finding}; write both")
    return said


def open_imprint() -> list[str]:
    """What a public site has to say of its operators and does not: the names of the fields."""
    return settings.current().operator.missing if stamp.site() else []
