"""Making the files of an edition, in this process or in several: the bytes are the same."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from threading import Thread

from edition.model import Edition, Job

#: The edition that a worker process works on; set once when it starts.
_own: list[Edition] = []


def contents(edition: Edition, jobs: list[Job], workers: int) -> Iterator[bytes]:
    """The content of each file, in the order of the jobs.

    After an interruption the other processes finish the file that each is at, and none of
    them writes anything. With several of them this is for the main thread only, which is the
    one that is interrupted.
    """
    if workers < 2:
        yield from (job.make(edition, *job.arguments) for job in jobs)
        return
    # Started afresh instead of forked: a fork may copy locks that other threads hold.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (edition,)) as pool:
        try:
            for future in _begun(pool, jobs):
                yield future.result()
        except BaseException:
            # Not ended by force: a process that dies while it hands over a file leaves the
            # pool waiting for the rest of it.
            pool.shutdown(cancel_futures=True)
            raise


def _begun(pool: ProcessPoolExecutor, jobs: list[Job]) -> list[Future]:
    """The contents to come; the processes that are started here do not hear Ctrl-C.

    It reaches every process of a terminal, and only the first one has to clean up. Blocked,
    not ignored: it stays so in the new processes, and here it is heard at the end of the block.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return [pool.submit(_make, job) for job in jobs]
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _start(edition: Edition) -> None:
    _own[:] = [edition]
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """If the first process is killed, nobody tells the others that there is nothing more to do."""
    multiprocessing.parent_process().join()
    os._exit(1)


def _make(job: Job) -> bytes:
    return job.make(_own[0], *job.arguments)
