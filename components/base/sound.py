"""The atlas that is served: checked as a whole before it is taken, kept until another is sound.

It lies in this module and in no cache of Streamlit's, which any visitor can empty. What is broken
on the disk while the program runs changes nothing but `findings`.
"""

import math
from itertools import count
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import NamedTuple

from components.base.atlas import Atlas
from components.base.choice import today
from data import check, package, schema
from data.problems import DataError, address
from geo import boundaries
from geo.boundaries import BoundaryError

#: As many findings are told; the rest is for `python -m data.check`.
TOLD = 5
#: How a finding begins that keeps no table from being served.
WARNING = "warning: "
#: So long after files were found wrong they are read again, though they look the same.
AGAIN_S = 600
#: The finding while files are being written and none have been read before.
CHANGING = "data: its files change while they are read; wait until they are written"
#: What each file looked like: path, number, last changes (ns), bytes; nothing where it is gone.
Seen = tuple[tuple[str, int, int, int, int] | None, ...]


_NUMBERS = count(1)


class Held(NamedTuple):
    """A sound atlas, the files that it was read from by name, and which of this process's it is."""

    atlas: Atlas
    package: dict[str, bytes]
    number: int


class Unsound(Exception):
    """There is no atlas to serve; `findings` says why, a line each."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


class Keeper:
    """Holds the last sound atlas, and what is wrong with the files as they are now."""

    def __init__(self, folder: Path = schema.DATA) -> None:
        self._folder, self._lock = folder, Lock()
        #: What the files looked like at the last look, and when they were read, at which moment.
        self._last: Seen | None = None
        self._read: Seen | None = None
        self._moment = -math.inf
        self._held: Held | None = None
        self.findings: list[str] = []

    def look(self) -> bool:
        """Read the files again if they have changed; whether there is another atlas now.

        Those that are being written are left for a later look: what is read looked the same at
        the look before, and still does when all of it has been read and checked.
        """
        with self._lock:
            seen, before = _seen(self._folder), self._last
            self._last = seen
            if self._known(seen) or (self._held and seen != before):
                return False
            self._moment, found, findings = monotonic(), *self._tried()
            self._last = _seen(self._folder)
            if self._last != seen:
                self.findings = self.findings if self._held else [CHANGING]
                return False
            self._read = seen
            self.findings = findings
            self._held = found or self._held
            return found is not None

    def _known(self, seen: Seen) -> bool:
        """Whether they have been read; what was wrong may have been the clock or the disk."""
        doubted = self.findings and monotonic() > self._moment + AGAIN_S
        return seen == self._read and not doubted

    def _tried(self) -> tuple[Held | None, list[str]]:
        """What the files give as they are, or what is wrong with them."""
        try:
            with schema.renewed():
                found = read(self._folder), package.files(self._folder)
            # The number after the atlas: what is kept by it is never of an atlas before.
            return Held(*found, next(_NUMBERS)), []
        except (DataError, BoundaryError) as error:
            return None, str(error).splitlines()[:TOLD]
        except Exception as error:  # whatever somebody writes into a file, the last atlas goes on
            return None, [f"{address(self._folder)}: cannot be used ({error!r}); restore it (git)"]

    @property
    def serving(self) -> Atlas | None:
        """The last sound atlas, if there has been one; no file is read."""
        return self._held.atlas if self._held else None

    def held(self) -> Held:
        """The last sound atlas with what belongs to it; the files are read where there is none yet.

        Raises
        ------
        Unsound
            There has not been one since the program began.
        """
        if self._held is None:
            self.look()
        if self._held is None:
            raise Unsound(self.findings)
        return self._held

    def atlas(self) -> Atlas:
        """The last sound atlas; raises Unsound as `held` does."""
        return self.held().atlas

    def package(self) -> dict[str, bytes]:
        """The files that `atlas` was read from, by name: `data.package.files`; raises Unsound."""
        return self.held().package


def read(folder: Path) -> Atlas:
    """The atlas of the tables of a folder, once they keep to schema, keys and every other rule.

    Raises
    ------
    DataError, BoundaryError
        Every finding, with address and repair. A warning is none.
    """
    found = check.problems(folder, today())
    if faults := [one for one in found if not one.text.startswith(WARNING)]:
        raise DataError(*faults)
    return Atlas.load(folder)


def held() -> Held:
    """What this process serves: `Keeper.held`."""
    return KEEPER.held()


def atlas() -> Atlas:
    """The atlas of this process; raises Unsound as `held` does."""
    return held().atlas


def taken() -> int:
    """Which of those that this process has taken over its atlas is, for keys of what is made of it.

    Raises Unsound as `held` does.
    """
    return held().number


def _seen(folder: Path) -> Seen:
    files = [schema.DESCRIPTOR, *sorted(folder.glob("*.csv")), boundaries.DISTRICTS]
    return tuple(map(_look_of, files))


def _look_of(file: Path) -> tuple[str, int, int, int, int] | None:
    try:
        there = file.stat()
    except OSError:
        return None
    return str(file), there.st_ino, there.st_mtime_ns, there.st_ctime_ns, there.st_size


#: The one of this process.
KEEPER = Keeper()
