"""Which Chromium the browser tests drive; `python tests/chromium.py` installs one if need be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOAD = [sys.executable, "-m", "playwright", "install", "chromium"]
# Only root can use these; the last one completes a downloaded browser that lacks system libraries.
PACKAGES = (
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "chromium"],
    [sys.executable, "-m", "playwright", "install-deps", "chromium"],
)
LIMIT_S = 600
MISSING = f"""The browser tests need Chromium: none was found, and none could be installed.
Install one, whichever suits this machine, and run the tests again:
  Debian:         sudo apt-get install chromium
  Fedora:         sudo dnf install chromium
  macOS:          brew install --cask chromium
  anywhere else:  {Path(sys.executable)} -m playwright install --with-deps chromium
or name the one you have: CHROMIUM=/path/to/chromium make test"""


class BrowserError(RuntimeError):
    """No browser to test with; the text says how to get one."""


def starts(path: str) -> bool:
    """Whether the program says its version: a stub or one without its libraries does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def candidates() -> Iterator[str]:
    """The programs on the PATH, then Playwright's own download."""
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    yield downloaded


def find() -> str | None:
    """Path of a Chromium that starts: $CHROMIUM, one on the PATH, Playwright's; None without one.

    Raises BrowserError when $CHROMIUM names something that does not start.
    """
    if named := os.environ.get("CHROMIUM"):
        if not starts(named):
            raise BrowserError(f"CHROMIUM={named} does not start; correct or unset it")
        return named
    return next(filter(starts, candidates()), None)


def installers() -> Iterator[list[str]]:
    """The commands to try in this order until one of them leaves a browser that starts."""
    yield DOWNLOAD
    if os.geteuid() == 0 and shutil.which("apt-get"):
        yield from PACKAGES


def attempt(command: list[str], lacking: Sequence[str] = ("Chromium",)) -> None:
    """Run a command for its effect; that it failed shows in what is still missing."""
    print(f"No {', '.join(lacking)} yet, trying:", " ".join(command), flush=True)
    try:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, timeout=LIMIT_S, check=False, env=quiet)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, flush=True)


def ensure() -> str:
    """Path of a Chromium that starts, installed if need be; raises BrowserError without one."""
    path = find()
    for command in installers():
        if path:
            break
        attempt(command)
        path = find()
    if not path:
        raise BrowserError(MISSING)
    return path


if __name__ == "__main__":
    try:
        print("browser:", ensure())
    except BrowserError as error:
        sys.exit(str(error))
