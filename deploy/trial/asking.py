"""One HTTP request to 127.0.0.1, as it is sent, and what came back."""

import http.client
import time
from typing import NamedTuple

LIMIT_S = 30


class Answer(NamedTuple):
    """`headers` are told apart by their names in lower case; of two of a name all values."""

    code: int
    headers: dict[str, list[str]]
    body: bytes
    seconds: float

    def header(self, name: str) -> str:
        """What a header says; empty where it is not there."""
        return ", ".join(self.headers.get(name, []))

    @property
    def way(self) -> str:
        """The cookie of the way, as a browser sends it back; empty where none was set."""
        set_ups = self.headers.get("set-cookie", [])
        return next((one.split(";")[0] for one in set_ups if "kiz_atlas_way" in one), "")


def ask(
    port: int,
    path: str,
    headers: dict[str, str] | None = None,
    method: str = "GET",
    body: bytes | None = None,
) -> Answer:
    """The answer to a request; raises OSError or http.client.HTTPException where there is none."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT_S)
    try:
        connection.request(method, path, body, headers or {})
        said = connection.getresponse()
        told: dict[str, list[str]] = {}
        for name, value in said.getheaders():
            told.setdefault(name.lower(), []).append(value)
        return Answer(said.status, told, said.read(), time.monotonic() - began)
    finally:
        connection.close()
