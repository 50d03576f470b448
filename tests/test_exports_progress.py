"""A terminal sees how long a command has been at work; nobody else does."""

import io
import sys
from threading import Event

import pytest

from commands import progress


class Screen(io.StringIO):
    """A terminal that tells when something was written to it."""

    def __init__(self, terminal=True):
        super().__init__()
        self.terminal, self.seen = terminal, Event()

    def isatty(self):
        return self.terminal

    def write(self, text):
        written = super().write(text)
        self.seen.set()
        return written


def watched(monkeypatch, patience_s=0):
    """Standard error as a terminal, within the test: a fixture's would be taken back before it."""
    shown = Screen()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress, "PATIENCE_S", patience_s)
    return shown


def test_what_takes_its_time_is_counted_in_a_line_that_is_gone_at_the_end(monkeypatch):
    screen = watched(monkeypatch)
    with progress.seconds("film.gif"):
        assert screen.seen.wait(60)
        assert screen.getvalue() == "\r\x1b[Kfilm.gif: 0 s"
    assert screen.getvalue() == "\r\x1b[Kfilm.gif: 0 s\r\x1b[K"


def test_what_is_quick_says_nothing(monkeypatch):
    screen = watched(monkeypatch, patience_s=600)
    with progress.seconds("map.svg"):
        pass
    assert "map.svg" not in screen.getvalue()


def test_the_line_is_gone_before_a_fault_is_told(monkeypatch):
    screen = watched(monkeypatch)
    with pytest.raises(KeyboardInterrupt), progress.seconds("film.gif"):
        screen.seen.wait(60)
        raise KeyboardInterrupt
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("nobody", [Screen(terminal=False), None], ids=["a log", "nothing"])
def test_what_is_no_terminal_gets_nothing(monkeypatch, nobody):
    monkeypatch.setattr(sys, "stderr", nobody)
    monkeypatch.setattr(progress, "PATIENCE_S", 0)
    with progress.seconds("film.gif"):
        progress.show("1/7 pages: 1 of 2")
    assert nobody is None or nobody.getvalue() == ""
