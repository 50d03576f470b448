"""What a process has cost by now, as Linux knows it."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

#: Of a clock of a process: its whole CPU time, threads that have ended included.
_CPU_CLOCK = 2
#: Longer than the pause after which the atlas makes the rest; the share of a core that is work.
QUIET_S, STEP_S, BUSY, REST_LIMIT_S = 12, 0.5, 0.3, 90


def cpu_s(pids: Sequence[int]) -> float:
    """Seconds of CPU that the processes have used since they began, to the microsecond.

    /proc/PID/stat says the same in steps of 10 ms, which is too coarse for one run of a script.
    """
    return sum(time.clock_gettime(~pid << 3 | _CPU_CLOCK) for pid in pids)


def await_rest(pids: Sequence[int]) -> None:
    """Return once the processes have used next to no CPU for a while, or REST_LIMIT_S are over.

    The atlas makes some things after it has begun to answer; they are no cost of a visitor.
    """
    end, quiet, before = time.monotonic() + REST_LIMIT_S, time.monotonic(), cpu_s(pids)
    while time.monotonic() < min(end, quiet + QUIET_S):
        time.sleep(STEP_S)
        now = cpu_s(pids)
        if now - before > BUSY * STEP_S:
            quiet = time.monotonic()
        before = now


def memory_mb(pids: Sequence[int]) -> float:
    """Megabytes of memory that the processes hold (resident)."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1]) for pid in pids)
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
