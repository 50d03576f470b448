"""Starts what is measured on 127.0.0.1, and ends it: atlas, rivals, nginx before two of one."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from benchmarks import processes
from benchmarks.rows import Unmeasured
from deploy.trial import front

ROOT = Path(__file__).parents[1]
START_LIMIT_S, END_LIMIT_S = 180, 20
#: How each subject is started behind `streamlit run`.
SCRIPTS = {
    "floor": ["benchmarks/pages/floor.py"],
    "naive": ["--server.enableStaticServing", "true", "benchmarks/pages/naive.py"],
    "atlas": ["app.py"],
}
PROCESSES = 2
HEALTH = "/_stcore/health"
#: What nginx tells the app to be let in, if it asks for it; here nothing does.
KEY = "0" * 64


class Site(NamedTuple):
    """Where a subject is served, and by which processes."""

    address: str
    pids: tuple[int, ...]


@contextmanager
def served(subject: str, at_rest: bool = False) -> Iterator[Site]:
    """A subject, started for as long as it is measured; `at_rest` once it has made all it makes.

    Raises
    ------
    Unmeasured
        It does not answer in time, or ends by itself.
    """
    with _processes(subject, 1) as (site,):
        if at_rest:
            _let_rest(subject, site.pids)
        yield site


@contextmanager
def behind_nginx(subject: str) -> Iterator[Site]:
    """A subject in two processes behind nginx as `deploy/` has it; Unmeasured also without one."""
    with _processes(subject, PROCESSES) as sites, TemporaryDirectory() as folder:
        _let_rest(subject, [pid for site in sites for pid in site.pids])
        port = _free_port()
        ports = [urlsplit(site.address).port for site in sites]
        try:
            command = front.written(Path(folder), port, ports, {"KIZ_ATLAS_PROXY_KEY": KEY})
        except front.TrialError as error:
            raise Unmeasured(str(error)) from None
        with _running(command) as process:
            address = f"http://127.0.0.1:{port}"
            _await_answer("nginx", process, address + HEALTH)
            yield Site(address, tuple(pid for site in sites for pid in site.pids))


def _let_rest(subject: str, pids: Sequence[int]) -> None:
    if subject == "atlas":
        processes.await_rest(pids)


@contextmanager
def _processes(subject: str, count: int) -> Iterator[list[Site]]:
    """So many processes of a subject, started at the same time."""
    with ExitStack() as ending:
        ports = [_free_port() for _ in range(count)]
        running = [ending.enter_context(_running(_command(subject, port))) for port in ports]
        for process, port in zip(running, ports, strict=True):
            health = "" if subject == "dash" else HEALTH
            _await_answer(subject, process, f"http://127.0.0.1:{port}{health}")
        yield [
            Site(f"http://127.0.0.1:{port}", (process.pid,))
            for process, port in zip(running, ports, strict=True)
        ]


def _command(subject: str, port: int) -> list[str]:
    if subject == "dash":
        return [sys.executable, "-m", "benchmarks.pages.dash_page", str(port)]
    where = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    return [sys.executable, "-m", "streamlit", "run", *where, *SCRIPTS[subject]]


@contextmanager
def _running(command: Sequence[str]) -> Iterator[subprocess.Popen]:
    """A process that is ended in any case, by its own id."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, **quiet)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(END_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await_answer(subject: str, process: subprocess.Popen, address: str) -> None:
    end = time.monotonic() + START_LIMIT_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    ended = process.poll() is not None
    how = "ended at its start" if ended else f"does not answer within {START_LIMIT_S} s"
    raise Unmeasured(f"{subject} {how}; start it to see why")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
