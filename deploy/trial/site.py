"""Processes of the app and nginx in front of them, started from nothing and ended again."""

import contextlib
import getpass
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.nginx import render
from deploy.trial.asking import ask

ROOT = Path(__file__).parents[2]
NGINX = ROOT / "deploy" / "nginx"
START_LIMIT_S, STOP_LIMIT_S, PAUSE_S = 300, 20, 0.1
#: A line of nginx's log: time, method, path, status, bytes, seconds, then processes and statuses.
_LINE = re.compile(r"\S+ (?P<method>\S+) (?P<path>\S+) (?P<code>\d+) \d+ [\d.]+ (?P<asked>.*)")


class TrialError(RuntimeError):
    """The trial cannot go on; what is missing or did not happen, in one line."""


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
        wait(self._sound, f"process {self.port} to be sound (see {self._log})", START_LIMIT_S)

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
            raise TrialError(f"process {self.port} ended with {self._running.poll()}; {self._log}")
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
        ask(self.port, "/healthz", {"Cookie": way})
        port = self.asked("/healthz")[-1]
        return next(process for process in self.processes if process.port == port)

    def asked(self, path: str) -> list[int]:
        """The port that answered each request for a path in the end, in order."""
        lines = map(_LINE.fullmatch, self.log.read_text("utf-8").splitlines())
        told = [line["asked"] for line in lines if line and line["path"] == path]
        return [int(ports[-1]) for one in told if (ports := re.findall(r"127\.0\.0\.1:(\d+)", one))]

    def codes(self, path: str) -> list[int]:
        """The status of each answer at a path, in order."""
        lines = map(_LINE.fullmatch, self.log.read_text("utf-8").splitlines())
        return [int(line["code"]) for line in lines if line and line["path"] == path]


def wait(until: Callable[[], object], what: str, limit_s: float) -> float:
    """Seconds until it is so; raises TrialError with what was waited for."""
    began = time.monotonic()
    while not until():
        if time.monotonic() - began > limit_s:
            raise TrialError(f"waited {limit_s:.0f} s in vain for {what}")
        time.sleep(PAUSE_S)
    return time.monotonic() - began


@contextlib.contextmanager
def served(folder: Path, first_port: int, count: int) -> Iterator[Site]:
    """The running site, for as long as it is tried; raises TrialError."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise TrialError("nginx is not installed; on Debian or Ubuntu: sudo apt install nginx")
    site = Site(folder, first_port, count)
    command = configured(site, program)
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if checked.returncode:
        raise TrialError(f"nginx does not take its configuration: {checked.stderr.strip()}")
    nginx = None
    try:
        for process in site.processes:
            process.start()
        for process in site.processes:
            process.ready()
        nginx = subprocess.Popen(command, stderr=(folder / "nginx.log").open("wb"))
        wait(lambda: answers(site), f"nginx to answer (see {folder}/nginx.log)", STOP_LIMIT_S)
        yield site
    finally:
        if nginx:
            nginx.terminate()
            nginx.wait(STOP_LIMIT_S)
        for process in site.processes:
            if process.started:
                process.stop()


def answers(site: Site) -> bool:
    """Whether the site answers its visitors with a page."""
    with contextlib.suppress(OSError):
        return ask(site.port, "/healthz").code == 200
    return False


def configured(site: Site, program: str) -> list[str]:
    """The command that starts nginx with the configuration of the site, written into its folder."""
    servers = " ".join(
        f"server 127.0.0.1:{process.port} fail_timeout=2s;" for process in site.processes
    )
    said = {
        "ATLAS_HOST": "127.0.0.1",
        "ATLAS_SERVERS": servers,
        "ATLAS_MODE": "plain",
        "ATLAS_LISTEN": f"127.0.0.1:{site.port}",
        "KIZ_ATLAS_PROXY_KEY": site.key,
        "ATLAS_CACHE_FOLDER": f"{site.folder}/cache",
        "ATLAS_PAGES": f"{NGINX}/pages",
        "ATLAS_LOG": f"{site.log}",
    }
    usual = render.values(render.EXAMPLE.read_text("utf-8"))
    render.write(usual | said, site.folder / "conf.d")
    shutil.copy(NGINX / "nginx.conf", site.folder)
    # Where Debian's nginx keeps what it is sent is not ours.
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = [f"{kind}_temp_path {site.folder}/{kind};" for kind in kinds]
    (site.folder / "conf.d" / "folders.conf").write_text("\n".join(folders), "utf-8")
    besides = f"daemon off; pid {site.folder}/nginx.pid; user {getpass.getuser()};"
    return [program, "-p", f"{site.folder}", "-c", f"{site.folder}/nginx.conf", "-g", besides]
