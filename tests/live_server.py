"""A server of its own, for tests that mean it harm or give it other tables."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT, await_health, free_port, start, stop


class Live(NamedTuple):
    """A server that runs."""

    port: int
    process: subprocess.Popen
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """What it has said so far."""
        return self.log.read_text("utf-8", "replace")

    @property
    def memory_mb(self) -> float:
        """What it holds in memory now."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGESIZE") / 1e6

    @property
    def connections(self) -> int:
        """How many sockets it holds open."""
        held = Path(f"/proc/{self.process.pid}/fd").iterdir()
        return sum(f"{one.readlink()}".startswith("socket:") for one in held)


@contextmanager
def live(
    log: Path, folder: Path = ROOT, files: int | None = None, port: int = 0, **settings: str
) -> Iterator[Live]:
    """A server of the program in a folder, with settings as variables of the environment.

    `files` is how many files it may open where it does not ask for more; without a `port` it takes
    a free one.
    """
    port = port or free_port()
    with log.open("wb") as output:
        process = start(port, output, folder, files, **settings)
        try:
            await_health(process, port, log)
            yield Live(port, process, log)
        finally:
            stop(process)
