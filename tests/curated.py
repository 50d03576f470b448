"""The real tables and boundaries, read once for all tests of a process; none may change them."""

from functools import cache

from components.base.atlas import Atlas
from data.tables import Tables


@cache
def atlas() -> Atlas:
    """Everything that is known."""
    return Atlas.load()


def tables() -> Tables:
    """The tables alone."""
    return atlas().tables
