"""Processes of the app and nginx in front of them, started from nothing and ended again."""

import contextlib
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.trial import front
from deploy.trial.asking import ask
from deploy.trial.front import TrialError, wait

ROOT = Path(__file__).parents[2]
START_LIMIT_S, STOP_LIMIT_S, LOG_LIMIT_S = 300, 20, 10
#: A line of nginx's log: time, method, path, status, bytes, seconds, then processes and statuses.
_LINE = re.compile(r"\S+ (?P<method>\S+) (?P<path>\S+) (?P<code>\d+) \d+ [\d.]+ (?P<asked>.*)")


class Process:
    """One process of the app on its port."""

    def __init__(self, port: int, environment: dict[str, str], log: Path) -> None:
        self.port, self._environment, self._log = port, environment, log
        self._running: subprocess.Popen | None = None

    def start(self) -> None:
        """Start it; `ready` waits for it."""
        options = {"server.port": self.port, "server.address": "127.0.0.1"}
        flags = [f"--{name}={value}" for name, value in options.items()]
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *flags],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def started(self) -> bool:
        """Whether it was started and has not ended."""
        return self._running is not None and self._running.poll() is None

    def ready(self) -> None:
        """Wait until it says that it is sound; raises TrialError."""
        wait(self._sound, f"process {self.port} to be sound", START_LIMIT_S)

    def kill(self) -> None:
        """End it at once, as if its machine were gone."""
        self._running.kill()
        self._running.wait()

    def stop(self) -> None:
        """Ask it to end, as a restart does, and wait for that."""
        self._running.terminate()
        try:
            self._running.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def _sound(self) -> bool:
        if self._running.poll() is not None:
            said = self._log.read_text("utf-8").strip()
            raise TrialError(f"process {self.port} ended with {self._running.poll()}: {said}")
        with contextlib.suppress(OSError):
            return ask(self.port, "/healthz").code == 200
        return False


class Site:
    """The site at `address`: `processes` behind nginx, which writes its log into `folder`."""

    def __init__(self, folder: Path, first_port: int, count: int) -> None:
        self.folder, self.port, self.key = folder, first_port, secrets.token_hex(32)
        self.address = f"http://127.0.0.1:{first_port}"
        self.log = folder / "access.log"
        shared = folder / "shared"
        shared.mkdir()
        ours = {name: value for name, value in os.environ.items() if "KIZ_ATLAS" not in name}
        environment = ours | {
            "KIZ_ATLAS_ADDRESS": self.address,
            "KIZ_ATLAS_PROXY_KEY": self.key,
            "KIZ_ATLAS_FOLDER": f"{shared}",
            "PYTHONUNBUFFERED": "1",
        }
        ports = range(first_port + 1, first_port + 1 + count)
        self.processes = [Process(port, environment, folder / f"{port}.log") for port in ports]

    def process_of(self, way: str) -> Process:
        """The process to which a way leads now."""
        port = self.reached("/healthz", lambda: ask(self.port, "/healthz", {"Cookie": way}))
        return next(process for process in self.processes if process.port == port)

    def reached(self, path: str, act: Callable[[], object]) -> int:
        """The port that answered what `act` asks at a path: nginx logs it once it is over."""
        before = len(self.asked(path))
        act()
        wait(lambda: len(self.asked(path)) > before, f"{path} to be logged", LOG_LIMIT_S)
        return self.asked(path)[-1]

    def asked(self, path: str) -> list[int]:
        """The port that answered each request for a path in the end, in order."""
        lines = map(_LINE.fullmatch, self.log.read_text("utf-8").splitlines())
        told = [line["asked"] for line in lines if line and line["path"] == path]
        return [int(ports[-1]) for one in told if (ports := re.findall(r"127\.0\.0\.1:(\d+)", one))]

    def codes(self, path: str) -> list[int]:
        """The status of each answer at a path, in order."""
        lines = map(_LINE.fullmatch, self.log.read_text("utf-8").splitlines())
        return [int(line["code"]) for line in lines if line and line["path"] == path]


@contextlib.contextmanager
def served(folder: Path, first_port: int, count: int) -> Iterator[Site]:
    """The running site, for as long as it is tried; raises TrialError."""
    site = Site(folder, first_port, count)
    ports = [process.port for process in site.processes]
    command = front.written(folder, first_port, ports, {"KIZ_ATLAS_PROXY_KEY": site.key})
    try:
        for process in site.processes:
            process.start()
        for process in site.processes:
            process.ready()
        with front.running(command, lambda: answers(site)):
            yield site
    finally:
        for process in site.processes:
            if process.started:
                process.stop()


def answers(site: Site) -> bool:
    """Whether the site answers its visitors with a page."""
    with contextlib.suppress(OSError):
        return ask(site.port, "/healthz").code == 200
    return False
