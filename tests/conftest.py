"""The running dashboard and a browser in front of it, for all tests that ask for `open_page`."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import chromium
import pytest
from browser import FLAGS, WIDE, complaints, settled
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright
from tabs import Tabs

ROOT = Path(__file__).parents[1]
#: One folder for each worker of a run, so that none empties another's.
ARTEFACTS = ROOT / "test-artefacts" / os.environ.get("PYTEST_XDIST_WORKER", "main")
START_LIMIT_S = 180
STOP_LIMIT_S = 10
#: Between two questions whether the server is up.
PAUSE_S = 0.1
FIRST_PAGE_LIMIT_S = 180
FAILED = pytest.StashKey[bool]()
#: How the lines of `complaints` begin: what no page may do once is no matter of steadiness.
COMPLAINTS = ["request to another host", "console error"]

#: For `make test`: the same examples in every run, however long one takes. A bare `pytest` looks
#: for new ones.
settings.register_profile("same", derandomize=True, deadline=None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the browser, and run its files last: Playwright keeps an event loop running.

    Such a test is run once more when it fails, and then named: see `pytest_terminal_summary`.
    """
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1, rerun_except=COMPLAINTS))
    last = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: item.path in last)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why tests were run again, and their names as the last line but pytest's own."""
    failed = {report.nodeid for report in terminalreporter.getreports("failed")}
    again = {report.nodeid: report for report in terminalreporter.getreports("rerun")}
    for name, report in again.items():
        terminalreporter.write_sep("_", f"the first run of {name}")
        terminalreporter.write_line(report.longreprtext)
    told = [f"{name} (failed twice)" if name in failed else name for name in sorted(again)]
    terminalreporter.write_line(f"flaky: {', '.join(told) or 'none'}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """Remember a failure, so that the fixture can take a picture before the page closes."""
    report = yield
    before = item.stash.get(FAILED, False) and call.when != "setup"
    item.stash[FAILED] = before or report.failed
    return report


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No atlas read yet, and Streamlit's caches emptied before the test and after it: for tables
    that are not ours.

    Other tests of pages keep them; what is read of the real tables is always the same.
    """
    import streamlit as st

    from components.base import sound

    monkeypatch.setattr(sound, "KEEPER", sound.Keeper())

    caches = (st.cache_data, st.cache_resource)
    for cache in caches:
        cache.clear()
    yield
    for cache in caches:
        cache.clear()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of the dashboard, started for the tests from this interpreter."""
    shutil.rmtree(ARTEFACTS, ignore_errors=True)
    ARTEFACTS.mkdir(parents=True)
    port = free_port()
    log = ARTEFACTS / "server.log"
    with log.open("wb") as output:
        process = start(port, output)
        try:
            await_health(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(process)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(
    port: int, output: object, folder: Path = ROOT, files: int | None = None, **settings: str
) -> subprocess.Popen:
    """The server of the program in a folder, allowed so many open files; settings as variables."""
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *flags]
    if files:
        command = ["prlimit", f"--nofile={files}:", *command]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"} | settings
    return subprocess.Popen(
        command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=environment
    )


def await_health(process: subprocess.Popen, port: int, log: Path) -> None:
    end = time.monotonic() + START_LIMIT_S
    while not ended(process, PAUSE_S) and time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except (URLError, OSError):
            continue
    state = f"ended with {process.poll()}" if process.poll() is not None else "gave no answer"
    pytest.fail(f"`streamlit run app.py` {state}; it said:\n{tail(log)}", pytrace=False)


def ended(process: subprocess.Popen, within_s: float) -> bool:
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        return False
    return True


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    if not ended(process, STOP_LIMIT_S):
        process.kill()
        process.wait()


def tail(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-40:])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, shared by all tests."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser, server: str) -> Iterator[Tabs]:
    """The tabs of all tests; in the first the server has read its tables, so no test waits."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin")
    shared = Tabs(context, server)
    first = shared.open("", WIDE)
    first.locator("h1").wait_for(timeout=FIRST_PAGE_LIMIT_S * 1000)
    shared.give_back([first])
    yield shared
    context.close()


@pytest.fixture(scope="module")
def looked_at(tabs: Tabs) -> Iterator[None]:
    """Ends with the tests of a file: see `look_at`. No page may have complaints until then."""
    yield
    found = [line for page in tabs.looked_at.values() for line in complaints(page)]
    tabs.look_away()
    assert found == []


@pytest.fixture
def visited(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[list[Page]]:
    """The pages of a test; none may have asked a foreign host or logged an error in the end."""
    pages: list[Page] = []
    yield pages
    found = [line for page in pages for line in complaints(page)]
    if found or request.node.stash.get(FAILED, False):
        picture(pages, request.node.name)
        tabs.throw_away(pages)
    else:
        tabs.give_back(pages)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def picture(pages: list[Page], test: str) -> None:
    """Keep what each page of a test shows."""
    for number, page in enumerate(pages):
        name = re.sub(r"\W+", "-", f"{test}-{number}").strip("-")
        if not page.is_closed():
            page.screenshot(path=ARTEFACTS / f"{name}.png")


@pytest.fixture
def open_page(tabs: Tabs, visited: list[Page]) -> Callable[..., Page]:
    """Opens a page for this test alone."""

    def visit(path: str = "", size: tuple[int, int] = WIDE) -> Page:
        visited.append(tabs.open(path, size))
        return visited[-1]

    return visit


@pytest.fixture
def look_at(tabs: Tabs, visited: list[Page], looked_at: None) -> Callable[..., Page]:
    """Shows a page to a test that changes nothing on it; it is opened once for all of a file."""

    def look(path: str = "", size: tuple[int, int] = WIDE, areas: int = 54) -> Page:
        visited.append(tabs.look_at(path, size))
        return settled(visited[-1], areas)

    return look
