"""What an edition says of itself: a list of its files, and their checksums."""

import hashlib
import json

from components.base.wording import LANGUAGES, Wording
from edition.model import Edition


def manifest(edition: Edition, sizes: dict[str, int]) -> bytes:
    """Day, definition, data version, licence and files (bytes by path) as JSON."""
    choice = edition.choice
    stamp = {language: edition.stamp(Wording(language)) for language in LANGUAGES}
    content = {
        "title": Wording(LANGUAGES[0])("title"),
        "day": choice.day.isoformat(),
        "definition": choice.definition,
        "data_version": edition.atlas.version,
        "languages": list(LANGUAGES),
        "districts": list(edition.keys),
        "site": edition.site,
        "links": {language: stamp[language].link for language in LANGUAGES if edition.site},
        "licence": {
            language: Wording(language)("foot.licence", attribution=edition.atlas.attribution)
            for language in LANGUAGES
        },
        "files": dict(sorted(sizes.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def digest(content: bytes) -> str:
    """The SHA-256 of a file in hex digits."""
    return hashlib.sha256(content).hexdigest()


def listed(digests: dict[str, str]) -> bytes:
    """The checksums by path, as `sha256sum -c` reads them."""
    lines = (f"{checksum}  {path}\n" for path, checksum in sorted(digests.items()))
    return "".join(lines).encode()
