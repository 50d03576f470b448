"""What lies in deploy/, read for the tests that look at it."""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
LOCK = DEPLOY / "requirements.lock"
#: Of an image: a tag that says a version, and maybe a digest. `latest` and no tag are none.
PINNED = re.compile(r"[\w./-]+:v?\d[\w.-]*(@sha256:[0-9a-f]{64})?")


class Locked(NamedTuple):
    """A package of the lock file."""

    version: str
    hashes: frozenset[str]


def locked(text: str) -> dict[str, Locked]:
    """The packages of a lock file by their names."""
    pattern = r"^([a-z0-9-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})*)$"
    return {
        name: Locked(version, frozenset(re.findall(r"sha256:(\w+)", hashes)))
        for name, version, hashes in re.findall(pattern, text, re.MULTILINE)
    }


def documents(path: Path) -> list[dict]:
    """The documents of a YAML file."""
    return [*yaml.safe_load_all(path.read_text("utf-8"))]


def instructions(path: Path) -> list[tuple[str, str]]:
    """The instructions of a container file with what follows them, without comments."""
    lines = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [tuple(line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]


def blanks(text: str) -> str:
    """A text with ${NAME:-value} filled in as compose does without an environment."""
    return re.sub(r"\$\{\w+(?::[-?]([^}]*))?\}", lambda blank: blank[1] or "", text)
