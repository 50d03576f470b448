"""Files that the browser fetches once: named by their content, so they can be kept for ever."""

import hashlib
import json
from pathlib import Path

from data import writing

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
#: The tables at addresses that stay, for machines (`components.downloads.addresses`).
TABLES = STATIC / "data"
#: Where Streamlit serves `static/`; relative, so that it survives a base path.
ADDRESS = "app/static"


def publish(name: str, content: object, folder: Path = STATIC / "generated") -> str:
    """Write `content` as JSON under a name with its hash, and return its address."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return publish_bytes(name, text, "json", folder)


def publish_bytes(
    name: str, content: bytes, suffix: str, folder: Path = STATIC / "generated"
) -> str:
    """Write a file under a name with the hash of its content, and return its address.

    Raises
    ------
    WriteError
        The folder cannot be written.
    """
    target = folder / f"{name}-{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"
    if not target.exists():
        writing.make_folder(folder)
        writing.write(target, content)
    return f"{ADDRESS}/{target.relative_to(STATIC).as_posix()}"
