"""What is set, checked before the server starts: each place, finding and repair in one line."""

import os

from components.base import settings, stamp
from components.base.settings import SettingError
from server import address


def check() -> None:
    """Read every setting once; raises SettingError for the first that cannot be meant."""
    settings.check_environment(os.environ)
    site, base = settings.current().address, address.base()
    if site and not site.endswith(base):
        finding = f"{site!r} does not end in {base}, the server.baseUrlPath"
        raise SettingError(settings.variable("address"), f"{finding}; write both")


def open_imprint() -> list[str]:
    """What a public site has to say of its operators and does not: the names of the fields."""
    return settings.current().operator.missing if stamp.site() else []
