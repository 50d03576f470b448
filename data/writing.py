"""The one way in which files are written: whole, or as they were before.

The content is written beside its place and moved there in one step once it is on the disk:
whoever reads sees the old file or the new one, also where several programs write at once.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

#: What else than a file can stand under a name.
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}
#: Standard output and standard error, by the numbers under which every program has them open.
_PRINTED = (1, 2)


class WriteError(OSError):
    """A file that cannot be written; address, finding and repair in one line."""


class _Draft(NamedTuple):
    """A file to come: where it is asked for, where that leads to, and where it is made."""

    path: Path
    place: Path
    draft: Path
    permissions: int | None


def write(path: Path, content: bytes) -> None:
    """Give a file this content: it is there at once and whole, or nothing has changed.

    A link stays a link, and the file that it leads to is written. A file that was there
    keeps its permissions.

    Raises
    ------
    WriteError
        Something else than a file stands there, or it cannot be written.
    """
    write_together({path: content})


def write_together(files: Mapping[Path, bytes]) -> None:
    """The same for several files: all lie complete beside their places before the first moves."""
    drafts = [_draft(path) for path in files]
    try:
        for path, _, draft, permissions in drafts:
            with _named(path):
                fill(draft, files[path], permissions)
        for path, place, draft, _ in drafts:
            with _named(path):
                os.replace(draft, place)
    finally:
        for _, _, draft, _ in drafts:
            with suppress(OSError):
                draft.unlink()


def fill(path: Path, content: bytes, permissions: int | None = None) -> None:
    """Write a new file, which is on the disk when this returns.

    Without `permissions` it has those of every new file.

    Raises
    ------
    OSError
        Something stands there already, or it cannot be written.
    """
    with path.open("xb") as file:
        if permissions is not None:
            path.chmod(permissions)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_folder(path: Path) -> None:
    """See to it that there is a folder, with those above it; WriteError where there cannot be."""
    with _named(path):
        path.mkdir(parents=True, exist_ok=True)


def beside(place: Path, ending: str = "part") -> Path:
    """A hidden name in the folder of `place` that nobody else takes, for what is to stand there.

    A long name is cut, since none can have more than 255 bytes.
    """
    return place.with_name(f".{place.name[:40]}.{token_hex(4)}.{ending}")


def _draft(path: Path) -> _Draft:
    """What writing a file takes; raises WriteError where something else than a file stands."""
    with _named(path):
        there = _there(path)
    if there and (kind := _no_file(there)):
        raise WriteError(f"{path}: is {kind}, not a file that can be replaced; name a file")
    place = Path(os.path.realpath(path))
    return _Draft(path, place, beside(place), stat.S_IMODE(there.st_mode) if there else None)


def _there(path: Path) -> os.stat_result | None:
    """What stands at the end of all links; None where nothing does."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _no_file(there: os.stat_result) -> str:
    """What stands there instead of a file; empty for a file."""
    for number in _PRINTED:
        # `/dev/stdout` leads to a file where output goes to one; what is in it must stay.
        with suppress(OSError):
            if os.path.samestat(there, os.fstat(number)):
                return "where this program prints"
    return _KINDS.get(stat.S_IFMT(there.st_mode), "")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Says of which file the system complains, and what to do."""
    try:
        yield
    except OSError as error:
        finding = f"{path}: cannot be written ({error.strerror or error})"
        raise WriteError(f"{finding}; name a file in a folder that can be") from error
