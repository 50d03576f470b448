"""A visitor who speaks Streamlit's own protocol, and a crowd of them beside what is tried."""

import asyncio
import json
import re
import threading
from itertools import cycle
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from deploy.trial.asking import ask

#: How long a visitor reads between two moves, rests before the next try to be connected, and
#: waits for an answer.
READ_S, REST_S, LIMIT_S = 2.0, 0.5, 30
#: The days that visitors move to, each with another headline.
DAYS = ("2014-06-30", "2015-02-28", "2015-08-31", "2016-12-31", "2019-03-31")
#: What is left of a view when the day moves.
VIEWS = ({"definition": "approved", "kreis": "05154"}, {"definition": "decided"}, {})
_HEADLINE = re.compile(rb"<h1[^>]*>(.*?)</h1>", re.DOTALL)
#: A trigger of a component: its own id in this, and the name of the event.
_TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


class Visitor:
    """One browser: its own address of the net, its view, and the cookie of its way.

    `runs`, `connections`, `failed` (page loads without a page), `lost` (runs that did not show the
    view of the address) and `longest` (seconds without an answer) are what came of the visit.
    `known` has the headline of every address, for all visitors together.
    """

    def __init__(self, port: int, number: int, known: dict[str, bytes]) -> None:
        self._port, self._number, self._known = port, number, known
        self._from = {"X-Forwarded-For": f"10.0.{number // 250}.{number % 250 + 1}"}
        self._days = cycle(DAYS[number % len(DAYS) :] + DAYS[: number % len(DAYS)])
        self._stage, self._moves = "", 0
        self.day, self.way = next(self._days), ""
        self.runs = self.connections = self.failed = self.lost = 0
        self.longest = 0.0

    @property
    def query(self) -> str:
        """The view, as it stands in the address."""
        return urlencode({"tag": self.day, **VIEWS[self._number % len(VIEWS)]})

    def load(self) -> None:
        """Load the page, which sets the cookie the first time."""
        cookie = {"Cookie": self.way} if self.way else {}
        try:
            answer = ask(self._port, f"/?{self.query}", self._from | cookie)
        except OSError:
            self.failed += 1
            return
        self.way = self.way or answer.way
        self.failed += answer.code != 200

    def open(self) -> connect:
        """The connection over which the page is drawn."""
        return connect(
            f"ws://127.0.0.1:{self._port}/_stcore/stream",
            origin=f"http://127.0.0.1:{self._port}",
            subprotocols=["streamlit"],
            additional_headers=self._from | {"Cookie": self.way},
            max_size=None,
            open_timeout=LIMIT_S,
            proxy=None,
        )

    async def show(self, socket: ClientConnection) -> None:
        """Have the page drawn as the address says."""
        await self._run(socket, [])

    async def move(self, socket: ClientConnection) -> None:
        """Move to the next day, as the time on the page does."""
        self.day, self._moves = next(self._days), self._moves + 1
        event = {"event": "moved", "value": {"count": self._moves, "day": self.day}}
        name = _TRIGGER.format(self._stage)
        await self._run(socket, [WidgetState(id=name, json_trigger_value=json.dumps([event]))])

    async def stay(self, ended: threading.Event) -> None:
        """Read and move until it is over; whoever loses the connection comes back to their view."""
        while not ended.is_set():
            try:
                await asyncio.to_thread(self.load)
                async with self.open() as socket:
                    self.connections += 1
                    await self.show(socket)
                    while not ended.is_set():
                        await asyncio.sleep(READ_S)
                        await self.move(socket)
            except (OSError, TimeoutError, WebSocketException):
                await asyncio.sleep(REST_S)

    async def _run(self, socket: ClientConnection, widgets: list[WidgetState]) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.widget_states.widgets.extend(widgets)
        began = asyncio.get_running_loop().time()
        await socket.send(asked.SerializeToString())
        async with asyncio.timeout(LIMIT_S):
            headline = await self._headline(socket)
        self.longest = max(self.longest, asyncio.get_running_loop().time() - began)
        self.runs += 1
        self.lost += not headline or headline != self._known.setdefault(self.query, headline)

    async def _headline(self, socket: ClientConnection) -> bytes:
        """The headline that a run draws; empty where it draws none."""
        headline = b""
        while True:
            content = await socket.recv(decode=False)
            told = ForwardMsg.FromString(content)
            kind = told.WhichOneof("type")
            if kind == "script_finished":
                if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return headline
            elif kind == "delta":
                headline = found[1] if (found := _HEADLINE.search(content)) else headline
                component = told.delta.new_element.bidi_component.id
                self._stage = component if component.endswith("-stage") else self._stage


class Crowd:
    """Visitors who are there while something else is tried: `with Crowd(port, 20) as crowd`."""

    def __init__(self, port: int, count: int) -> None:
        known: dict[str, bytes] = {}
        self.visitors = [Visitor(port, number, known) for number in range(count)]
        self._ended = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._all()))

    def __enter__(self) -> "Crowd":
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        self._thread.join()

    def runs(self) -> int:
        """How many runs the visitor with the fewest has had."""
        return min(visitor.runs for visitor in self.visitors)

    def total(self, name: str) -> int:
        """What came of all visits together: `lost`, `failed`, …"""
        return sum(getattr(visitor, name) for visitor in self.visitors)

    async def _all(self) -> None:
        await asyncio.gather(*(visitor.stay(self._ended) for visitor in self.visitors))
