"""A folder that is whole or not there: built beside its place, put there at the end."""

import ctypes
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.writing import beside
from edition.model import MANIFEST

#: Of `renameat2` (Linux): paths are as they are, and what they lead to is exchanged.
_HERE, _EXCHANGE = -100, 2


class FolderError(Exception):
    """The folder cannot be used; address, finding and repair in one line."""


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A new folder to write to, which takes the place of `target` once the block has ended well.

    Whatever ends the block otherwise, an interruption included, leaves `target` as it was
    and nothing beside it. An edition that stands there is replaced in the last moment; a link
    stays one, and the folder that it leads to is replaced. What a program that was killed has
    left beside it is removed.

    Raises
    ------
    FolderError
        `target` is no edition and not empty, or it cannot be written.
    """
    place = Path(os.path.realpath(target))
    _clear(place)
    _check(place)
    draft = beside(place)
    try:
        draft.mkdir()
        with _locked(draft):
            yield draft
            _put(draft, place)
    except OSError as error:
        finding = f"{place}: cannot be written ({error.strerror})"
        raise FolderError(f"{finding}; name a folder in a place that can") from error
    finally:
        _remove(draft)


def _remove(folder: Path) -> None:
    """Remove it to the end, also where an interruption comes while that is being done."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except KeyboardInterrupt:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _clear(target: Path) -> None:
    """Remove the drafts that nobody works on any more, and put back an edition set aside last."""
    for draft in _left(target, "part"):
        with suppress(OSError), _locked(draft):
            shutil.rmtree(draft)
    for old in _left(target, "old"):
        with suppress(OSError):
            if target.exists():
                shutil.rmtree(old)
            else:
                old.rename(target)


def _left(target: Path, ending: str) -> list[Path]:
    """What stands beside the target under a name of `beside`."""
    own = beside(target, ending).name
    first, random, last = own.rsplit(".", 2)
    left = re.compile(rf"{re.escape(first)}\.[0-9a-f]{{{len(random)}}}\.{last}")
    return [path for path in target.parent.glob(".*") if left.fullmatch(path.name)]


@contextmanager
def _locked(draft: Path) -> Iterator[None]:
    """Hold a draft, which ends with the process, however it ends; OSError where another does."""
    number = os.open(draft, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(number)


def _check(target: Path) -> None:
    """Raise FolderError where something stands that is no edition."""
    if not target.exists():
        if not target.parent.is_dir():
            raise FolderError(f"{target}: there is no folder {target.parent}; make it first")
    elif not target.is_dir():
        raise FolderError(f"{target}: is a file; name a new folder or an edition to replace")
    elif any(target.iterdir()) and not (target / MANIFEST).is_file():
        finding = f"{target}: holds files that are not an edition (no {MANIFEST})"
        raise FolderError(f"{finding}; name a new folder, an empty one or an edition to replace")


def _put(draft: Path, target: Path) -> None:
    """Move the new folder to its place; the old one goes only once that has worked."""
    if not target.exists():
        draft.rename(target)
    elif not _exchanged(draft, target):
        _replaced(draft, target)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step, at no moment of which a place is empty; False where the
    system cannot (what is not Linux, some network drives).
    """
    swap = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = os.fsencode(one), os.fsencode(other)
    return swap is not None and swap(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0


def _replaced(draft: Path, target: Path) -> None:
    """The same in two steps; if it is killed between them, `_clear` puts the old one back."""
    old = beside(target, "old")
    try:
        target.rename(old)
        draft.rename(target)
    finally:
        if not target.exists():
            old.rename(target)
        _remove(old)
