"""The tables and the boundaries as a Data Package that lies in one folder, to be sent as it is."""

import hashlib
import json
from pathlib import Path
from typing import Any

from data import schema
from data.problems import DataError, Problem, address

DESCRIPTOR = schema.DESCRIPTOR.name


def files(folder: Path = schema.DATA) -> dict[str, bytes]:
    """Every file of the package by its name, as its bytes are now; the descriptor first.

    The tables are those of `folder`. The descriptor is ours, with each path as seen from beside
    it, with size and hash.

    Raises
    ------
    DataError
        A file cannot be read.
    """
    described = schema.descriptor()
    paths = [_path(resource, folder) for resource in described["resources"]]
    contents = {path.name: _content(path) for path in paths}
    told = zip(described["resources"], contents.items(), strict=True)
    resources = [resource | _sent(name, content) for resource, (name, content) in told]
    text = json.dumps({**described, "resources": resources}, ensure_ascii=False, indent=1)
    return {DESCRIPTOR: f"{text}\n".encode(), **contents}


def _path(resource: dict[str, Any], folder: Path) -> Path:
    """Where a file of the package is: a table in the folder, all else beside the descriptor."""
    path = schema.DESCRIPTOR.parent / resource["path"]
    return folder / path.name if resource["type"] == "table" else path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        finding = f"cannot be read ({error.strerror}); restore it (git checkout)"
        raise DataError(Problem(address(path), None, finding)) from error


def _sent(name: str, content: bytes) -> dict[str, Any]:
    """What is said of a file that is sent: its name alone, its size, what it hashes to."""
    digest = hashlib.sha256(content).hexdigest()
    return {"path": name, "bytes": len(content), "hash": f"sha256:{digest}"}
