"""The day of the atlas: that of Nordrhein-Westfalen, wherever the machine stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PLACE = ZoneInfo("Europe/Berlin")


def today() -> date:
    """Today in Nordrhein-Westfalen; the only clock that pages, files and checks read."""
    return datetime.now(PLACE).date()
