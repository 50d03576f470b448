"""Who asks too much, too slowly, or sends too much, and the others meanwhile."""

import http.client
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from deploy.trial.asking import ask
from deploy.trial.fault import Fault
from deploy.trial.front import wait
from deploy.trial.site import Site

#: Each of so many connections asks so often, as fast as it is answered.
FLOODING, TIMES = 8, 200
SLOW, CUT_WITHIN_S, MEANWHILE_S = 200, 15, 3.0
FLOOD = {"X-Forwarded-For": "10.66.0.1"}


def faults(site: Site) -> list[Fault]:
    """A flood gets 429, the slow are cut off, two megabytes are refused; others are served."""
    return [_slow(site), _flood(site), _large(site)]


def _flood(site: Site) -> Fault:
    with ThreadPoolExecutor(FLOODING) as pool:
        floods = [pool.submit(_asked, site.port) for _ in range(FLOODING)]
        others = [*_others(site, lambda: all(flood.done() for flood in floods))]
    codes = sum((flood.result() for flood in floods), Counter())
    worst = max(others)
    happened = f"{codes[200]} answered, {codes[429]} told 429; others {worst:.2f} s at most"
    fine = codes[429] > 0 and codes[200] + codes[429] == FLOODING * TIMES and worst < MEANWHILE_S
    return Fault(f"a flood of {FLOODING * TIMES} requests from one address", happened, fine=fine)


def _asked(port: int) -> Counter:
    """The statuses that one connection gets."""
    connection, codes = http.client.HTTPConnection("127.0.0.1", port, timeout=30), Counter()
    for _ in range(TIMES):
        connection.request("GET", "/robots.txt", headers=FLOOD)
        answer = connection.getresponse()
        answer.read()
        codes[answer.status] += 1
    connection.close()
    return codes


def _others(site: Site, over: Callable[[], bool]) -> Iterator[float]:
    """How long others wait for a page until it is over; at least one does."""
    while True:
        answer = ask(site.port, "/?tag=2015-08-31", {"X-Forwarded-For": "10.66.0.2"})
        yield answer.seconds if answer.code == 200 else float("inf")
        if over():
            return


def _slow(site: Site) -> Fault:
    """Connections that begin a request and never end it."""
    slow = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(SLOW)]
    for one in slow:
        one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        one.setblocking(False)
    (worst,) = _others(site, lambda: True)
    cut = wait(lambda: all(map(_ended, slow)), "slow connections to be cut", CUT_WITHIN_S)
    for one in slow:
        one.close()
    happened = f"all cut off after {cut:.0f} s; others {worst:.2f} s"
    return Fault(f"{SLOW} half-open connections", happened, fine=worst < MEANWHILE_S)


def _ended(connection: socket.socket) -> bool:
    try:
        return connection.recv(1024) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def _large(site: Site) -> Fault:
    code = ask(site.port, "/_stcore/upload_file/a/b", method="PUT", body=bytes(2_000_000)).code
    return Fault("two megabytes sent", f"{code}", fine=code == 413)
