"""nginx with the configuration of `deploy/nginx`, in a folder and on a port of its own."""

import contextlib
import getpass
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from deploy.nginx import render
from deploy.trial.programs import find

NGINX = Path(render.__file__).parent
START_LIMIT_S, STOP_LIMIT_S, PAUSE_S = 20, 20, 0.1
#: Where Debian's nginx keeps what passes through it is not ours.
KEPT = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class TrialError(RuntimeError):
    """The trial cannot go on; what is missing or did not happen, in one line."""


def written(
    folder: Path, port: int, processes: Sequence[int], said: Mapping[str, str]
) -> list[str]:
    """The command that starts it, once its configuration is in the folder.

    It listens at `port` for the processes at their ports; `said` are further variables of
    nginx.env.example. Raises TrialError: there is no nginx.
    """
    if (found := find("nginx")) is None:
        raise TrialError("nginx is not installed; on Debian or Ubuntu: sudo apt install nginx")
    ours = {
        "ATLAS_HOST": "127.0.0.1",
        "ATLAS_SERVERS": " ".join(f"server 127.0.0.1:{one} fail_timeout=2s;" for one in processes),
        "ATLAS_MODE": "plain",
        "ATLAS_LISTEN": f"127.0.0.1:{port}",
        "ATLAS_CACHE_FOLDER": f"{folder}/cache",
        "ATLAS_PAGES": f"{NGINX}/pages",
        "ATLAS_LOG": f"{folder}/access.log",
    }
    usual = render.values(render.EXAMPLE.read_text("utf-8"))
    render.write(usual | ours | said, folder / "conf.d")
    folders = [f"{kind}_temp_path {folder}/{kind};" for kind in KEPT]
    (folder / "conf.d" / "folders.conf").write_text("\n".join(folders), "utf-8")
    shutil.copy(NGINX / "nginx.conf", folder)
    besides = f"daemon off; pid {folder}/nginx.pid; user {getpass.getuser()};"
    return [found, "-p", f"{folder}", "-c", f"{folder}/nginx.conf", "-g", besides]


@contextlib.contextmanager
def running(command: Sequence[str], answers: Callable[[], object]) -> Iterator[None]:
    """Run it until the end; raises TrialError where it does not start to answer."""
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if checked.returncode:
        raise TrialError(f"nginx does not take its configuration: {checked.stderr.strip()}")
    nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait(answers, "nginx to answer", START_LIMIT_S)
        yield
    finally:
        nginx.terminate()
        nginx.wait(STOP_LIMIT_S)


def wait(until: Callable[[], object], what: str, limit_s: float) -> float:
    """Seconds until it is so; raises TrialError with what was waited for."""
    began = time.monotonic()
    while not until():
        if time.monotonic() - began > limit_s:
            raise TrialError(f"waited {limit_s:.0f} s in vain for {what}")
        time.sleep(PAUSE_S)
    return time.monotonic() - began
