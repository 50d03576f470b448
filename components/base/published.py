"""Files that the browser fetches once: named by their content, so they can be kept for ever.

They lie in memory, so that a disk that is full or read-only changes nothing, and where the
operators have set a folder, there as well: a page that one process has answered finds its files
at every other (`components.base.folder`). `server/files.py` answers with them.
"""

import json
import math
from collections import OrderedDict
from functools import cache
from threading import Lock

from components.base import folder, settings
from components.base.folder import Folder

#: Where they are fetched, and where the tables for programs and the Data Package are
#: (`server/files.py`); relative, so that all survive a base path.
ADDRESS, TABLES, PACKAGE = "app/static/generated", "app/static/data", "data"
#: As many are kept, those asked for last: more than several days need.
MOST = 400
#: As many pictures, and as many bytes of them; one that is gone is published with the next look.
MOST_PICTURES, MOST_BYTES = 100, 64_000_000


class Store:
    """Files by address, the last `most` that were written or asked for, of `most_bytes` in all."""

    def __init__(self, most: int, most_bytes: float = math.inf) -> None:
        self._most, self._most_bytes, self._lock = most, most_bytes, Lock()
        self._files: OrderedDict[str, bytes] = OrderedDict()

    def put(self, address: str, content: bytes) -> None:
        """Keep a file."""
        with self._lock:
            self._files[address] = content
            self._files.move_to_end(address)
            while len(self._files) > self._most or self.size > self._most_bytes:
                self._files.popitem(last=False)

    @property
    def size(self) -> int:
        """Bytes of all that are kept."""
        return sum(map(len, self._files.values()))

    def get(self, address: str) -> bytes | None:
        """The content of a file; None where there is none."""
        with self._lock:
            if address in self._files:
                self._files.move_to_end(address)
            return self._files.get(address)


STORE = Store(MOST)
#: The scripts and styles of the program, which stay as long as it runs.
CODE = Store(MOST)
#: The pictures that readers ask for, of which there are many: none of them ousts anything else.
PICTURES = Store(MOST_PICTURES, MOST_BYTES)


def publish(name: str, content: object) -> str:
    """Keep `content` as JSON under a name with its hash, and return its address."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return publish_bytes(name, text, "json")


def publish_bytes(name: str, content: bytes, suffix: str) -> str:
    """Keep a file under a name with the hash of its content, and return its address."""
    return _put(STORE, name, content, suffix)


def publish_code(name: str, content: bytes, suffix: str) -> str:
    """The same for a script or a style of the program: none of what visitors ask for ousts it."""
    address = publish_bytes(name, content, suffix)
    CODE.put(address, content)
    return address


def publish_picture(name: str, content: bytes, suffix: str) -> str:
    """The same for a picture that is published again with every look at its page."""
    return _put(PICTURES, name, content, suffix)


def file(name: str) -> bytes | None:
    """The content of a file by its name; None where there is none."""
    address, shared = f"{ADDRESS}/{name}", _shared()
    content = CODE.get(address) or STORE.get(address) or PICTURES.get(address)
    if shared and content is None:
        return shared.get(name)
    if shared and content is not None:
        shared.put(name, content)
    return content


def tidy() -> None:
    """Clear the folder of the site, if it has one, of what nobody needs: `Folder.tidy`."""
    if shared := _shared():
        shared.tidy()


def _put(store: Store, name: str, content: bytes, suffix: str) -> str:
    full = folder.named(name, content, suffix)
    address = f"{ADDRESS}/{full}"
    store.put(address, content)
    if shared := _shared():
        shared.put(full, content)
    return address


def _shared() -> Folder | None:
    """The folder of the site; None without the setting."""
    place = settings.current().folder
    return _folder(place) if place else None


@cache
def _folder(place: str) -> Folder:
    return Folder(place)
