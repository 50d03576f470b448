"""A folder that is whole or not there: built beside its place, put there at the end."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.writing import beside
from edition.model import MANIFEST


class FolderError(Exception):
    """The folder cannot be used; address, finding and repair in one line."""


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A new folder to write to, which takes the place of `target` once the block has ended well.

    Whatever ends the block otherwise, an interruption included, leaves `target` as it was
    and nothing beside it. An edition that stands there is replaced in the last moment; a link
    stays one, and the folder that it leads to is replaced.

    Raises
    ------
    FolderError
        `target` is no edition and not empty, or it cannot be written.
    """
    place = Path(os.path.realpath(target))
    _check(place)
    draft = beside(place)
    try:
        draft.mkdir()
        yield draft
        _put(draft, place)
    except OSError as error:
        finding = f"{place}: cannot be written ({error.strerror})"
        raise FolderError(f"{finding}; name a folder in a place that can") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


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
        return
    old = beside(target, "old")
    try:
        target.rename(old)
        draft.rename(target)
    finally:
        if not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)
