"""Who is not let in: past the proxy, under another name, from a page of somebody else."""

import asyncio
import time

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from deploy.trial.asking import ask
from deploy.trial.fault import Fault
from deploy.trial.site import Site

#: Whoever is refused is told so at once: no name is looked up for it.
AT_ONCE_S = 1.0
PROXY = "X-Kiz-Atlas-Proxy"


def faults(site: Site) -> list[Fault]:
    """Each is refused by its own status, page and WebSocket, at once."""
    direct, key = site.processes[0].port, {PROXY: site.key}
    foreign = {"Host": "evil.example"}
    tried = {
        "a process asked past the proxy": [
            (ask(direct, "/").code, 403),
            (ask(direct, "/", {PROXY: "0" * 64}).code, 403),
            (_handshake(direct, {}), 403),
        ],
        "another host named": [
            (ask(site.port, "/", foreign).code, 421),
            (ask(direct, "/", key | foreign).code, 421),
            (_handshake(direct, key | foreign), 421),
        ],
        "a page of another site opens a WebSocket": [
            (_handshake(site.port, {"Origin": "http://evil.example"}), 403),
            (_handshake(site.port, {"Origin": f"{site.address}.evil.example"}), 403),
        ],
        "the site's own page opens one": [
            (_handshake(site.port, {"Origin": site.address}), 101),
        ],
    }
    began = time.monotonic()
    ask(site.port, "/healthz")
    _handshake(site.port, {"Origin": "http://evil.example"})
    took = time.monotonic() - began
    return [
        *(
            Fault(
                name, ", ".join(str(code) for code, _ in codes), fine=all(a == b for a, b in codes)
            )
            for name, codes in tried.items()
        ),
        Fault("how long that takes", f"{took:.2f} s", fine=took < AT_ONCE_S),
    ]


def _handshake(port: int, headers: dict[str, str]) -> int:
    """The status with which a WebSocket is answered; 101 where it is opened."""
    host = headers.get("Host")
    besides = {name: value for name, value in headers.items() if name != "Host"}

    async def opened() -> int:
        address = f"ws://{host or f'127.0.0.1:{port}'}/_stcore/stream"
        try:
            async with connect(
                address, additional_headers=besides, proxy=None, host="127.0.0.1", port=port
            ):
                return 101
        except InvalidStatus as error:
            return error.response.status_code

    return asyncio.run(opened())
