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
from browser import FLAGS, complaints, watched
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[1]
#: One folder for each worker of a run, so that none empties another's.
ARTEFACTS = ROOT / "test-artefacts" / os.environ.get("PYTEST_XDIST_WORKER", "main")
START_LIMIT_S = 60
FIRST_PAGE_LIMIT_S = 180
FAILED = pytest.StashKey[bool]()

#: For `make test`: the same examples in every run. A bare `pytest` looks for new ones.
settings.register_profile("same", derandomize=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the browser, and run it last: Playwright keeps an event loop running."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure, so that the fixture can take a picture before the page closes."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """Streamlit's caches outlive a test; start each one without them."""
    if streamlit := sys.modules.get("streamlit"):
        streamlit.cache_data.clear()
        streamlit.cache_resource.clear()


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


def start(port: int, output: object) -> subprocess.Popen:
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *flags]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env=environment
    )


def await_health(process: subprocess.Popen, port: int, log: Path) -> None:
    end = time.monotonic() + START_LIMIT_S
    while process.poll() is None and time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    state = f"ended with {process.poll()}" if process.poll() is not None else "gave no answer"
    pytest.fail(f"`streamlit run app.py` {state}; it said:\n{tail(log)}", pytrace=False)


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
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
def contexts(browser: Browser, server: str) -> Iterator[Callable[[str], BrowserContext]]:
    """A context for each locale, shared by all tests, so that scripts are loaded once.

    The first page waits for the server to read its tables, so that no test has to.
    """
    found: dict[str, BrowserContext] = {}

    def of(locale: str) -> BrowserContext:
        if locale not in found:
            found[locale] = browser.new_context(locale=locale, timezone_id="Europe/Berlin")
        return found[locale]

    first = of("de-DE").new_page()
    first.goto(server)
    first.locator("h1").wait_for(timeout=FIRST_PAGE_LIMIT_S * 1000)
    first.close()
    yield of
    for context in found.values():
        context.close()


@pytest.fixture
def open_page(
    contexts: Callable[[str], BrowserContext], server: str, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens watched pages; afterwards none may have asked a foreign host or logged an error."""
    pages: list[Page] = []

    def visit(path: str = "", width: int = 1440, height: int = 900, locale: str = "de-DE") -> Page:
        page = watched(contexts(locale))
        page.set_viewport_size({"width": width, "height": height})
        pages.append(page)
        page.goto(f"{server}/{path.lstrip('/')}")
        return page

    yield visit
    found = [line for page in pages for line in complaints(page)]
    for number, page in enumerate(pages):
        if found or request.node.stash.get(FAILED, False):
            picture = re.sub(r"\W+", "-", f"{request.node.name}-{number}").strip("-")
            page.screenshot(path=ARTEFACTS / f"{picture}.png")
        for opened in page.context.pages:  # windows that a link has opened are closed with it
            opened.close()
    if found:
        pytest.fail("\n".join(found), pytrace=False)
