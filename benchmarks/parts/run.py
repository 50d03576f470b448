"""What a run of the script costs the server: CPU of its process while one visitor moves the day.

Every day is new to the process, so that nothing it keeps of a day helps. Dash has no script; of it
the answer to the same move is measured.
"""

import asyncio
import json
import time
from collections.abc import Callable
from itertools import islice
from statistics import median
from urllib.request import Request, urlopen

from benchmarks.processes import cpu_s
from benchmarks.rows import SUBJECTS, Row, percentile
from benchmarks.serving import Site, served
from benchmarks.visitors import Visitor, days

PART = "run"
RUNS, WARM_UPS, START = 30, 3, 40
#: What a server still does after its answer belongs to the run.
AFTER_S = 0.1


def measure(quick: bool) -> list[Row]:
    """Let one visitor of each subject move from day to day."""
    runs = 5 if quick else RUNS
    costs = {}
    for subject in SUBJECTS:
        with served(subject, at_rest=True) as site:
            costs[subject] = _dash(site, runs) if subject == "dash" else _streamlit(site, runs)
    middle = {subject: median(found) for subject, found in costs.items()}
    slow = {subject: percentile(found, 0.95) for subject, found in costs.items()}
    return [Row(PART, "CPU, median", "ms", **middle), Row(PART, "CPU, p95", "ms", **slow)]


def _streamlit(site: Site, runs: int) -> list[float]:
    """Milliseconds of CPU of each run."""
    way = list(islice(days(START), WARM_UPS + runs))
    with asyncio.Runner() as runner:
        visitor = runner.run(Visitor.arrive(site.address))
        costs = [_cost(site, lambda day=day: runner.run(visitor.move(day))) for day in way]
        runner.run(visitor.leave())
    return costs[WARM_UPS:]


def _dash(site: Site, runs: int) -> list[float]:
    """Milliseconds of CPU of each answer to a move."""
    return [_cost(site, lambda mark=mark: _ask_dash(site, mark)) for mark in _marks(runs)][
        WARM_UPS:
    ]


def _marks(runs: int) -> range:
    return range(START, START + WARM_UPS + runs)


def _ask_dash(site: Site, mark: int) -> None:
    """Ask as the page of Dash does when its slider has moved."""
    line, figure = {"id": "line", "property": "children"}, {"id": "map", "property": "figure"}
    asked = {
        "output": "..line.children...map.figure..",
        "outputs": [line, figure],
        "inputs": [{"id": "month", "property": "value", "value": mark}],
        "changedPropIds": ["month.value"],
    }
    kind = {"Content-Type": "application/json"}
    place = f"{site.address}/_dash-update-component"
    with urlopen(Request(place, json.dumps(asked).encode(), kind), timeout=30) as answer:
        answer.read()


def _cost(site: Site, act: Callable[[], object]) -> float:
    before = cpu_s(site.pids)
    act()
    time.sleep(AFTER_S)
    return (cpu_s(site.pids) - before) * 1000
