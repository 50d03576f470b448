"""The one way in which files are written: whole, or as they were before.

The content is written beside its place and moved there in one step once it is on the disk:
whoever reads sees the old file or the new one, also where several programs write at once.
What is no file but takes bytes, such as a terminal or a pipe, is written through, never replaced.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, NamedTuple

#: What else than a file can stand under a name.
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}
#: Of these, what bytes only go through. A disk is none: it would lose what is on it.
_STREAMS = (stat.S_IFCHR, stat.S_IFIFO)
#: Standard output and standard error, by the numbers under which every program has them open.
_OUTPUT, _ERROR = 1, 2


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

    A link stays a link, and what it leads to is written. A file that was there keeps its
    permissions. A device and a pipe get the content, and so does what this program prints
    into, be it a file: `/dev/stdout` leads to one where output goes to one.

    Raises
    ------
    WriteError
        A folder, a disk or a socket stands there, or it cannot be written.
    """
    with _named(path):
        stream = _stream(path)
    if stream is None:
        write_together({path: content})
    else:
        with _named(path), stream:
            stream.write(content)


def check(path: Path) -> None:
    """Raise the WriteError of `write` where it is plain before there is any content."""
    with _named(path):
        there = _there(path)
        Path(os.path.realpath(path)).parent.stat()
    if there and not _takes(there):
        _draft(path)


def print_out(content: bytes) -> None:
    """Write to standard output, at once and as it is; WriteError where that cannot be."""
    with _named("standard output", "name a file with -o"), _open_again(_OUTPUT) as stream:
        stream.write(content)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Several files: all lie complete beside their places before the first moves.

    Raises
    ------
    WriteError
        Something else than a file stands under one of the names, or it cannot be written.
    """
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


def _stream(path: Path) -> BinaryIO | None:
    """What stands at the end of all links, opened, if bytes go through it; None for all else."""
    there = _there(path)
    if there is None or not _takes(there):
        return None
    if number := _printed(there):
        return _open_again(number)
    # Opened as it is: nothing is made or cut, also if it has become a file in between.
    return os.fdopen(os.open(path, os.O_WRONLY), "wb")


def _open_again(number: int) -> BinaryIO:
    """What is open under a number, where it stands; closing it leaves the number open."""
    return os.fdopen(os.dup(number), "wb")


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


def _takes(there: os.stat_result) -> bool:
    """Whether it takes bytes without being a file to be replaced."""
    return bool(_printed(there)) or stat.S_IFMT(there.st_mode) in _STREAMS


def _no_file(there: os.stat_result) -> str:
    """What stands there instead of a file; empty for a file."""
    if _printed(there):
        return "where this program prints"
    return _KINDS.get(stat.S_IFMT(there.st_mode), "")


def _printed(there: os.stat_result) -> int:
    """The number under which this program prints into it; 0 where it does not."""
    for number in (_OUTPUT, _ERROR):
        with suppress(OSError):
            if os.path.samestat(there, os.fstat(number)):
                return number
    return 0


@contextmanager
def _named(path: Path | str, repair: str = "name a file in a folder that can be") -> Iterator[None]:
    """Says of which file the system complains, and what to do."""
    try:
        yield
    except OSError as error:
        finding = f"{path}: cannot be written ({error.strerror or error})"
        raise WriteError(f"{finding}; {repair}") from error
