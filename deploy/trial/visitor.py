"""A visitor who speaks Streamlit's own protocol, and a crowd of them beside what is tried."""

import asyncio
import json
import threading
from itertools import cycle
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from deploy.trial.asking import ask

#: How long a visitor reads between two moves, rests before the next try to be connected, and
#: waits for an answer.
READ_S, REST_S, LIMIT_S = 4.0, 0.5, 60
#: The days that visitors move to.
DAYS = ("2014-06-30", "2015-02-28", "2015-08-31", "2016-12-31", "2019-03-31")
#: What is left of a view when the day moves.
VIEWS = ({"definition": "approved", "kreis": "05154"}, {"definition": "decided"}, {})
#: A trigger of a component: its own id in this, and the name of the event.
_TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


class Visitor:
    """One browser: its own address of the net, its view, and the cookie of its way.

    `runs`, `connections`, `failed` (page loads without a page), `lost` (runs that did not show the
    view of the address) and `longest` (seconds without an answer) are what came of the visit.
    """

    def __init__(self, port: int, number: int) -> None:
        self._port, self._number = port, number
        self._from = {"X-Forwarded-For": f"10.0.{number // 250}.{number % 250 + 1}"}
        self._days = cycle(DAYS[number % len(DAYS) :] + DAYS[: number % len(DAYS)])
        self._page, self._stage, self._moves = "", "", 0
        self.day, self.way = next(self._days), ""
        self.runs = self.connections = self.failed = self.lost = 0
        self.longest = 0.0

    @property
    def view(self) -> dict[str, str]:
        """What the page shall show, as it stands in the address."""
        return {"tag": self.day, **VIEWS[self._number % len(VIEWS)]}

    def load(self) -> None:
        """Load the page, which sets the cookie the first time."""
        cookie = {"Cookie": self.way} if self.way else {}
        try:
            answer = ask(self._port, f"/?{urlencode(self.view)}", self._from | cookie)
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
        asked.rerun_script.query_string = urlencode(self.view)
        asked.rerun_script.page_script_hash = self._page
        asked.rerun_script.widget_states.widgets.extend(widgets)
        began = asyncio.get_running_loop().time()
        await socket.send(asked.SerializeToString())
        async with asyncio.timeout(LIMIT_S):
            shown = await self._shown(socket)
        self.longest = max(self.longest, asyncio.get_running_loop().time() - began)
        self.runs += 1
        self.lost += not self.view.items() <= shown.items()

    async def _shown(self, socket: ClientConnection) -> dict[str, str]:
        """What a run tells the browser to show, by the names of an address."""
        shown: dict[str, str] = {}
        while True:
            told = ForwardMsg.FromString(await socket.recv(decode=False))
            kind = told.WhichOneof("type")
            if kind == "script_finished":
                if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return shown
            elif kind == "delta":
                self._page = told.metadata.active_script_hash
                shown |= self._said(told.delta.new_element.bidi_component)

    def _said(self, component: BidiComponent) -> dict[str, str]:
        """What a component is told of the view; the stage and what it shows have one each."""
        if component.id.endswith("-stage"):
            self._stage = component.id
        if not component.id.endswith("-stage_chosen"):
            return {}
        said = json.loads(component.json)
        return {"tag": said["day"], "kreis": said["ags"], **said["query"]}


class Crowd:
    """Visitors who are there while something else is tried: `with Crowd(port, 20) as crowd`."""

    def __init__(self, port: int, count: int) -> None:
        self.visitors = [Visitor(port, number) for number in range(count)]
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
