"""The tables and the boundaries as a Data Package that lies in one folder, to be sent as it is."""

import hashlib
import json
from pathlib import Path
from typing import Any

from data import schema
from data.problems import DataError, Problem

DESCRIPTOR = schema.DESCRIPTOR.name


def files() -> dict[str, bytes]:
    """Every file of the package by its name, as its bytes are now; the descriptor first.

    The descriptor is ours, with each path as seen from beside it, with size and hash.

    Raises
    ------
    DataError
        A file cannot be read.
    """
    described = schema.descriptor()
    contents = {resource["path"]: _content(resource["path"]) for resource in described["resources"]}
    resources = [
        resource | _sent(resource["path"], contents[resource["path"]])
        for resource in described["resources"]
    ]
    text = json.dumps({**described, "resources": resources}, ensure_ascii=False, indent=1)
    named = {Path(path).name: content for path, content in contents.items()}
    return {DESCRIPTOR: f"{text}\n".encode(), **named}


def _content(path: str) -> bytes:
    try:
        return (schema.DESCRIPTOR.parent / path).read_bytes()
    except OSError as error:
        finding = f"cannot be read ({error.strerror}); restore it: git checkout {path}"
        raise DataError(Problem(path, None, finding)) from error


def _sent(path: str, content: bytes) -> dict[str, Any]:
    """What is said of a file that is sent: its name alone, its size, what it hashes to."""
    digest = hashlib.sha256(content).hexdigest()
    return {"path": Path(path).name, "bytes": len(content), "hash": f"sha256:{digest}"}
