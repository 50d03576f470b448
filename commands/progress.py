"""What a terminal sees of a command that takes its time: one line, written over.

It stands on standard error, and only where that is a terminal: a log and a mail of cron stay empty.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

#: What is quicker than this says nothing; then it is counted in steps.
PATIENCE_S, STEP_S = 2, 1
#: To the first column, and nothing in the rest of the line.
_ANEW = "\r\x1b[K"


def show(text: str, end: str = "") -> None:
    """Write the line anew; with a line end it stays."""
    if _seen():
        print(f"{_ANEW}{text}", end=end, file=sys.stderr, flush=True)


@contextmanager
def seconds(what: str) -> Iterator[None]:
    """Show for how long a block has been running; the line is gone when it ends."""
    if not _seen():
        yield
        return
    ended = Event()
    counter = Thread(target=_count, args=(what, ended), daemon=True)
    counter.start()
    try:
        yield
    finally:
        ended.set()
        counter.join()


def _count(what: str, ended: Event) -> None:
    begun, wait = monotonic(), PATIENCE_S
    while not ended.wait(wait):
        show(f"{what}: {monotonic() - begun:.0f} s")
        wait = STEP_S
    show("")


def _seen() -> bool:
    """Whether standard error is a terminal; without one it is None."""
    return sys.stderr is not None and sys.stderr.isatty()
