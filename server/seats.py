"""How many visitors are here: each has a WebSocket open, and one process serves so many at once.

A socket takes its seat in the one thread that answers everybody, so counting needs no lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from components.base import settings


class Seats:
    """Those that are taken; the setting `visitors` says how many there are."""

    def __init__(self) -> None:
        self.taken = 0

    @property
    def free(self) -> bool:
        """Whether one more finds a seat."""
        return self.taken < settings.current().visitors

    @contextmanager
    def one(self) -> Iterator[None]:
        """A seat, until the socket is closed."""
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1


#: Those of this process.
SEATS = Seats()
