"""The licences of what is in an edition, as files."""

from pathlib import Path

from components.printed import fonts
from edition.data_page import LICENCES
from edition.model import Edition, Job

ROOT = Path(__file__).parents[1]
#: Where each text comes from.
TEXTS = dict(zip(LICENCES, (ROOT / "LICENSE-DATA.md", fonts.FOLDER / "LICENSE.md"), strict=True))


def jobs(edition: Edition) -> list[Job]:
    """One file per licence."""
    return [Job(name, text, (name,)) for name in TEXTS]


def text(edition: Edition, name: str) -> bytes:
    """The licence as it stands in the project."""
    return TEXTS[name].read_bytes()
