"""`python -m benchmarks [part …]`: measure all parts or some, and print the table.

A whole run is kept in results.json and in README.md. With --check it is held against the one that
is kept instead, and the exit code is 1 where a ratio has become worse by more than a quarter.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module

from benchmarks.compare import findings
from benchmarks.machine import machine, versions
from benchmarks.results import RESULTS, ResultsError, Run, committed
from benchmarks.rows import Row, Unmeasured
from benchmarks.table import between_markers, report
from data.writing import write_together

README = RESULTS.with_name("README.md")
#: Each part with its module and what in it measures. What computes is first, and then the loads:
#: nothing else is running beside them.
PARTS = {
    "rules": ("rules", "measure"),
    "growth": ("growth", "measure"),
    "load": ("load", "one_process"),
    "load-nginx": ("load", "two_behind_nginx"),
    "run": ("run", "measure"),
    "start": ("start", "measure"),
    "first-map": ("first_map", "measure"),
    "move": ("move", "measure"),
    "playing": ("playing", "measure"),
    "embed": ("embed", "measure"),
    "pictures": ("pictures", "measure"),
    "downloads": ("downloads", "measure"),
}


def main(arguments: Sequence[str]) -> int:
    """Do as the command line says: 0, or 1 where something is worse or could not be measured."""
    said = _parser().parse_args(arguments)
    parts = said.parts or list(PARTS)
    if said.check:
        return _check(parts, said.quick)
    run = measured(parts, said.quick)
    print(report(run))
    if said.quick or set(parts) != set(PARTS):
        print("\nNot kept: only a whole run is, without --quick.", file=sys.stderr)
    else:
        _keep(run)
    return 1 if run.missing else 0


def measured(parts: Sequence[str], quick: bool) -> Run:
    """A run of these parts; one that fails leaves the others as they are."""
    rows: list[Row] = []
    missing: dict[str, str] = {}
    for part in parts:
        begun = time.monotonic()
        print(f"{part} ...", end=" ", file=sys.stderr, flush=True)
        try:
            rows += [row.rounded() for row in _measure(part)(quick)]
        except Unmeasured as reason:
            missing[part] = str(reason)
        except Exception as error:
            missing[part] = f"{type(error).__name__}: {error}".splitlines()[0]
        ended = missing.get(part, f"{time.monotonic() - begun:.0f} s")
        print(ended, file=sys.stderr, flush=True)
    return Run(date.today().isoformat(), machine(), versions(_chromium()), tuple(rows), missing)


def _measure(part: str) -> Callable[[bool], list[Row]]:
    """What measures a part; imported late, so that a package that it lacks fails it alone."""
    module, name = PARTS[part]
    return getattr(import_module(f"benchmarks.parts.{module}"), name)


def _check(parts: Sequence[str], quick: bool) -> int:
    try:
        kept = committed()
    except ResultsError as error:
        print(error, file=sys.stderr)
        return 1
    run = measured(parts, quick)
    if worse := {found.part for found in findings(kept, run, parts)}:
        print("once more, for another program may have been busy:", file=sys.stderr)
        run = run.renewed(measured([part for part in parts if part in worse], quick))
    print(report(run), end="\n\n")
    found = findings(kept, run, parts)
    print(*[one.line for one in found] or ["No ratio is worse by more than a quarter."], sep="\n")
    return 1 if found else 0


def _keep(run: Run) -> None:
    readme = README.read_text("utf-8")
    kept = {RESULTS: run.text(), README: between_markers(readme, report(run))}
    write_together({file: text.encode() for file, text in kept.items()})


def _chromium() -> str | None:
    """The path of the browser; None without one, which the parts that need it say."""
    try:
        from benchmarks.in_browser import found

        return found()
    except (ImportError, Unmeasured):
        return None


def _part(text: str) -> str:
    if text not in PARTS:
        raise argparse.ArgumentTypeError(f"{text!r} is no part; write some of: {', '.join(PARTS)}")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", type=_part, metavar="part", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="measure little, to see that it works")
    parser.add_argument("--check", action="store_true", help="compare with results.json")
    return parser


if __name__ == "__main__":
    # What was started is ended, whoever ends this.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended; nothing is kept"))
    sys.exit(main(sys.argv[1:]))
