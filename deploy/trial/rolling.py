"""All processes are started anew, one after the other, while visitors move."""

from deploy.trial.fault import Fault
from deploy.trial.front import wait
from deploy.trial.site import Site
from deploy.trial.visitor import Crowd

VISITORS, RUNS, LIMIT_S = 20, 2, 240


def faults(site: Site) -> list[Fault]:
    """No view is lost, and no page load sees an error."""
    with Crowd(site.port, VISITORS) as crowd:
        wait(lambda: crowd.runs() >= RUNS, "the crowd to look", LIMIT_S)
        for process in site.processes:
            process.stop()
            process.start()
            process.ready()
        reached = crowd.runs() + RUNS
        wait(lambda: crowd.runs() >= reached, "the crowd to go on", LIMIT_S)
    lost, failed = crowd.total("lost"), crowd.total("failed")
    longest = max(one.longest for one in crowd.visitors)
    reconnected = crowd.total("connections") - VISITORS
    errors = [code for code in site.codes("/") if code >= 500]
    return [
        Fault(
            f"{len(site.processes)} processes started anew under load ({VISITORS} visitors)",
            f"{crowd.total('runs')} moves, {reconnected} reconnections to the same view, "
            f"{failed} page loads failed, longest answer {longest:.1f} s",
            f"{lost} views" if lost else "seconds; no view",
            not lost and not failed and not errors,
        )
    ]
