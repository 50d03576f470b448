"""The atlas that is served: checked as a whole before it is taken, kept until another is sound.

It lies in this module and in no cache of Streamlit's, which any visitor can empty. What is broken
on the disk while the program runs changes nothing but `findings`.
"""

from itertools import count
from pathlib import Path
from threading import Lock

from components.base.atlas import Atlas
from components.base.choice import today
from data import check, package, schema
from data.problems import DataError
from geo import boundaries
from geo.boundaries import BoundaryError

#: As many findings are told; the rest is for `python -m data.check`.
TOLD = 5
#: How a finding begins that keeps no table from being served.
WARNING = "warning: "
#: What each file looked like: path, time of the last change (ns), bytes; nothing where it is gone.
Seen = tuple[tuple[str, int, int] | None, ...]


_NUMBERS = count(1)


class Unsound(Exception):
    """There is no atlas to serve; `findings` says why, a line each."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


class Keeper:
    """Holds the last sound atlas, and what is wrong with the files as they are now."""

    def __init__(self, folder: Path = schema.DATA) -> None:
        self._folder, self._lock = folder, Lock()
        self._seen: Seen | None = None
        self._atlas: Atlas | None = None
        self._package: dict[str, bytes] = {}
        self.taken = 0
        self.findings: list[str] = []

    def look(self) -> bool:
        """Read the files again if one has changed; whether there is another atlas now."""
        with self._lock:
            seen = _seen(self._folder)
            if seen == self._seen:
                return False
            try:
                self._atlas, self._package = read(self._folder), package.files(self._folder)
                # The number after the atlas: what is kept by it is never of an atlas before.
                self.taken, self.findings = next(_NUMBERS), []
            except (DataError, BoundaryError) as error:
                self.findings = str(error).splitlines()[:TOLD]
            # What has changed while it was read is read again at the next look.
            self._seen = seen if _seen(self._folder) == seen else None
            return not self.findings

    @property
    def serving(self) -> Atlas | None:
        """The last sound atlas, if there has been one; no file is read."""
        return self._atlas

    def atlas(self) -> Atlas:
        """The last sound atlas; the files are read where there is none yet.

        Raises
        ------
        Unsound
            There has not been one since the program began.
        """
        if self._atlas is None:
            self.look()
        if self._atlas is None:
            raise Unsound(self.findings)
        return self._atlas

    def package(self) -> dict[str, bytes]:
        """The files that `atlas` was read from, by name: `data.package.files`.

        Raises
        ------
        Unsound
            There has not been a sound atlas since the program began.
        """
        self.atlas()
        return self._package


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


def atlas() -> Atlas:
    """The atlas of this process: `Keeper.atlas`."""
    return KEEPER.atlas()


def taken() -> int:
    """Which of those that this process has taken over its atlas is, for keys of what is made of it.

    Raises Unsound as `atlas` does.
    """
    KEEPER.atlas()
    return KEEPER.taken


def _seen(folder: Path) -> Seen:
    files = [schema.DESCRIPTOR, *sorted(folder.glob("*.csv")), boundaries.DISTRICTS]
    return tuple(map(_look_of, files))


def _look_of(file: Path) -> tuple[str, int, int] | None:
    try:
        there = file.stat()
    except OSError:
        return None
    return str(file), there.st_mtime_ns, there.st_size


#: The one of this process.
KEEPER = Keeper()
