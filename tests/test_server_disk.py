"""No page and no answer of the server writes a file: a full or read-only disk changes nothing."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from curated import atlas
from page_driver import opened

from components.page.nav import PAGES
from server import files

ROOT = Path(__file__).parents[1]
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
#: What the interpreter itself writes where it may.
COMPILED = "__pycache__"


class Watch:
    """Notes what is opened to be written, below the root, while it is on."""

    def __init__(self):
        self.on, self.seen = False, []
        sys.addaudithook(self.note)

    def note(self, event, arguments):
        if not self.on:
            return
        if event == "open" and isinstance(arguments[0], str | bytes):
            path, _, flags = arguments
            if flags & WRITES:
                self.keep(os.fsdecode(path))
        elif event in ("os.mkdir", "os.rename", "os.remove"):
            self.keep(os.fsdecode(arguments[0]))

    def keep(self, path):
        if Path(path).absolute().is_relative_to(ROOT) and COMPILED not in path:
            self.seen.append(path)


@pytest.fixture(scope="module")
def hook():
    return Watch()


@pytest.fixture
def written(hook):
    hook.seen, hook.on = [], True
    yield hook.seen
    hook.on = False


def test_the_watch_sees_a_file_that_is_written(written, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    (tmp_path / "a").write_text("x")
    assert written == [str(tmp_path / "a")]


@pytest.mark.usefixtures("unread")
def test_no_page_writes_a_file(written):
    for page in PAGES:
        opened(page, tag="2015-09-24", kreis="05154")
    assert written == []


def test_the_tables_for_programs_are_made_without_a_file(written):
    assert files.tables(atlas(), date(2015, 9, 24), "")["status.csv"].startswith(b"ags,")
    assert written == []
