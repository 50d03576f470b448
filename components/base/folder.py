"""The folder that the processes of a site share: what one has published, all can answer with.

A name tells the hash of its content, so a file never changes: it is there, whole, or it is not.
Nothing here raises OSError. Of a disk that is full, read-only or gone the log hears once, and once
when it works again; until then each process goes on with what it has in memory.
"""

import errno
import hashlib
import logging
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

LOG = logging.getLogger("kiz_atlas")
#: So many digits of the hash: whoever can write to the folder finds no other content for a name.
DIGITS = 32
#: What is kept in all, and of one file; what nobody has asked for goes after so long.
MOST_BYTES, LARGEST, KEPT_S = 256_000_000, 20_000_000, 30 * 86_400
#: A draft that is older belongs to a process that was ended; one that lives is done in no time.
DRAFT_S = 60
_NAME = re.compile(rf"[\w-]{{1,80}}-([0-9a-f]{{{DIGITS}}})\.[a-z0-9]{{1,8}}", re.ASCII)
_DRAFT = ".part"


class _Lying(NamedTuple):
    """A file in the folder: when it was last asked for, its bytes, its path."""

    asked: float
    size: int
    path: Path


def named(name: str, content: bytes, suffix: str) -> str:
    """The name of a file with the hash of its content."""
    return f"{name}-{_digest(content)}.{suffix}"


class Folder:
    """Files by names of `named`, the last that were published or asked for."""

    def __init__(self, path: str, most_bytes: int = MOST_BYTES) -> None:
        self._path, self._most_bytes, self._lock = Path(path), most_bytes, Lock()
        #: Since the last `tidy`: what was seen to be there, and the bytes that were written.
        self._seen: set[str] = set()
        self._written = 0
        self._working = True

    def put(self, name: str, content: bytes) -> None:
        """See to it that a file is there, and counts as asked for; its name tells its content."""
        if name in self._seen:
            return
        with self._tells():
            place = self._path / name
            if place.is_file() and place.lstat().st_size == len(content):
                os.utime(place)
            else:
                self._write(place, content)
            self._seen.add(name)
        if self._written > self._most_bytes // 4:
            self.tidy()

    def get(self, name: str) -> bytes | None:
        """The content of a file; None where there is none, or another than its name tells."""
        said = _NAME.fullmatch(name)
        if not said:
            return None
        with self._tells():
            content = _read(self._path / name)
            if content is None:
                return None
            if _digest(content) == said[1]:
                self.put(name, content)
                return content
            (self._path / name).unlink()
            LOG.error("%s: %s is not what its name tells; removed", self._path, name)
        return None

    def tidy(self) -> None:
        """Remove drafts of processes that were ended, what nobody asks for, and what is too much.

        Only what is named as we name files is ever removed.
        """
        now = time.time()
        with self._tells():
            self._seen, self._written = set(), 0
            files, drafts = self._all()
            for draft in drafts:
                if draft.asked < now - DRAFT_S:
                    draft.path.unlink(missing_ok=True)
            room = self._most_bytes
            for file in sorted(files, reverse=True):
                room -= file.size
                if room < 0 or file.asked < now - KEPT_S:
                    file.path.unlink(missing_ok=True)

    def _write(self, place: Path, content: bytes) -> None:
        """Written beside its place and moved there; on the disk it may be later than this returns.

        A file that a power cut has left without its content is not what its name tells.
        """
        number, draft = tempfile.mkstemp(_DRAFT, f".{place.stem}.", self._path)
        try:
            with os.fdopen(number, "wb") as file:
                os.fchmod(number, 0o644)
                file.write(content)
            os.replace(draft, place)
        except BaseException:
            with suppress(OSError):
                Path(draft).unlink()
            raise
        self._written += len(content)
        if self._turned(working=True):
            LOG.warning("%s: can be written to again", self._path)

    def _all(self) -> tuple[list[_Lying], list[_Lying]]:
        files, drafts = [], []
        with os.scandir(self._path) as entries:
            for entry in entries:
                ours = files if _NAME.fullmatch(entry.name) else drafts
                if ours is files or (entry.name.startswith(".") and entry.name.endswith(_DRAFT)):
                    with suppress(FileNotFoundError):  # another process tidies too
                        there = entry.stat(follow_symlinks=False)
                        ours.append(_Lying(there.st_mtime, there.st_size, Path(entry.path)))
        return files, drafts

    @contextmanager
    def _tells(self) -> Iterator[None]:
        """Tell the log when the folder stops working, which lasts until a file is written."""
        try:
            yield
        except OSError as error:
            if self._turned(working=False):
                finding = error.strerror or type(error).__name__
                repair = "make room, or let the server write there"
                LOG.error("%s: %s; goes on from memory; %s", self._path, finding, repair)

    def _turned(self, working: bool) -> bool:
        """Note whether it works; whether that is another state than before."""
        with self._lock:
            before, self._working = self._working, working
        return before != working


def _read(path: Path) -> bytes | None:
    """The content of a plain file, if it is none too large; None of anything else or nothing."""
    try:
        # Neither is a link followed, nor does a pipe keep anybody waiting.
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ELOOP):
            return None
        raise
    with os.fdopen(number, "rb") as file:
        there = os.fstat(number)
        plain = stat.S_ISREG(there.st_mode) and there.st_size <= LARGEST
        return file.read(LARGEST) if plain else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]
