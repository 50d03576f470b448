"""Tries the site behind nginx and prints a table of faults: what happened, and what was lost.

`python -m deploy.trial` starts three processes and nginx on 127.0.0.1; exit code 1 where one thing
is not as it must be, 2 where the trial cannot be held.
"""

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright import sync_api as playwright
from websockets.exceptions import WebSocketException

from deploy.trial import (
    affinity,
    answers,
    killed,
    limits,
    nobody,
    policy,
    refusals,
    rolling,
)
from deploy.trial.fault import Fault, row, table
from deploy.trial.front import TrialError
from deploy.trial.site import Site, served

FIRST_PORT, PROCESSES = 8610, 3
CASES: dict[str, Callable[[Site], list[Fault]]] = {
    "answers": answers.faults,
    "refusals": refusals.faults,
    "limits": limits.faults,
    "affinity": affinity.faults,
    "policy": policy.faults,
    "killed": killed.faults,
    "rolling": rolling.faults,
    "nobody": nobody.faults,
}


def main() -> int:
    """Hold the trial, all cases or those that are named."""
    asked = _read()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is ended
    began, found = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="kiz-atlas-trial-") as folder:
        try:
            with served(Path(folder), asked.port, asked.processes) as site:
                started = time.monotonic() - began
                print(f"{asked.processes} processes behind nginx after {started:.0f} s")
                for name in asked.cases or CASES:
                    found += _tried(name, site)
        except TrialError as error:
            print(error, file=sys.stderr)
            return 2
    print(f"\n{table(found)}\n\n{time.monotonic() - began:.0f} s")
    return int(not all(fault.fine for fault in found))


def _read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deploy.trial", description=__doc__)
    parser.add_argument("cases", nargs="*", help=f"of: {', '.join(CASES)}; all without one")
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="of nginx; the next are taken")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    asked = parser.parse_args()
    if unknown := {*asked.cases} - {*CASES}:
        parser.error(f"{', '.join(unknown)}: no case; write one of: {', '.join(CASES)}")
    return asked


def _tried(name: str, site: Site) -> list[Fault]:
    """What a case found; one that could not go on is a fault of its own."""
    began = time.monotonic()
    try:
        found = CASES[name](site)
    except (TrialError, OSError, AssertionError, WebSocketException, playwright.Error) as error:
        found = [Fault(name, f"{type(error).__name__} {error}", "unknown", fine=False)]
    print(f"{name}: {time.monotonic() - began:.0f} s")
    print("\n".join(map(row, found)), flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
