"""Programs and servers in processes of their own, which a test may end by force."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
#: For a busy machine; what takes longer hangs.
LIMIT_S = 240
#: The server as `make run` starts it, with looks in quick succession. SIGUSR1 turns its clock to
#: the day after.
SERVER = """
import resource, signal, sys
from datetime import datetime, timedelta

from data import clock

class Tomorrow(datetime):
    @classmethod
    def now(cls, tz):
        return datetime.now(tz) + timedelta(days=1)

signal.signal(signal.SIGUSR1, lambda *_: setattr(clock, "datetime", Tomorrow))

from streamlit.web import cli

from server import lifespan

lifespan.LOOK_S = 0.3
if sys.argv[2] != "any":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
flags = f"--server.port={sys.argv[1]} --server.address=127.0.0.1 --server.headless=true"
sys.argv = ["streamlit", "run", "app.py", *flags.split(), "--browser.gatherUsageStats=false"]
cli.main()
"""


class Server(NamedTuple):
    """A running server: its process, its address and the lines of its log so far."""

    process: subprocess.Popen
    address: str
    log: list[str]

    def ask(self, path: str) -> tuple[int, bytes]:
        """Status and content."""
        try:
            with urlopen(f"{self.address}{path}", timeout=LIMIT_S) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()


def until(asked: Callable[[], T], what: str = "it") -> T:
    """What is asked for, as soon as there is something; fails where that takes too long."""
    end, never = time.monotonic() + LIMIT_S, threading.Event()
    while not (found := asked()):
        assert time.monotonic() < end, f"{what} did not come about"
        never.wait(0.05)
    return found


def bound() -> tuple[str, ...]:
    """How a command begins that keeps to the permissions of files, also where root runs it."""
    return ("setpriv", "--bounding-set=-dac_override") if os.getuid() == 0 else ()


def copied(tree: Path) -> Path:
    """A folder with all of the program that the server needs."""
    for name in ("adoption", "components", "data", "geo", "server", "static", ".streamlit"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("source"))
    for name in ("app.py", "dashboard.py", "datapackage.json"):
        shutil.copy2(ROOT / name, tree)
    return tree


@contextmanager
def server(
    tree: Path = ROOT, *, keeps: bool = False, room: str = "any", **said: str
) -> Iterator[Server]:
    """A server from a folder with the program, ended by force.

    It `keeps` to the permissions of files, also where root runs it; `room` is how many bytes a
    file may have, and `said` is in its environment.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    first = bound() if keeps else ()
    own = {"PYTHONPATH": str(tree), "PYTHONUNBUFFERED": "1", "HOME": str(tree)}
    process = subprocess.Popen(
        [*first, sys.executable, "-c", SERVER, f"{port}", room],
        cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | own | said,
    )  # fmt: skip
    running = Server(process, f"http://127.0.0.1:{port}", [])
    reader = threading.Thread(target=lambda: running.log.extend(process.stdout), daemon=True)
    reader.start()
    try:
        until(lambda: _answers(running), "an answer of the server")
        yield running
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stdout.close()


def _answers(running: Server) -> bool:
    assert running.process.poll() is None, "".join(running.log)
    try:
        return running.ask("/_stcore/health")[0] == 200
    except (URLError, OSError):
        return False


def next_day(running: Server) -> None:
    """Turn the clock of a server to the day after."""
    running.process.send_signal(signal.SIGUSR1)


def children(process: subprocess.Popen) -> list[int]:
    """The processes that one has started."""
    told = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("utf-8")
    return [int(number) for number in told.split()]


def runs(number: int) -> bool:
    """Whether a process runs: one that has ended and that nobody asks for is none."""
    try:
        told = Path(f"/proc/{number}/stat").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"
