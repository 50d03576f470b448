"""Visitors without a browser: they speak Streamlit's own protocol over its WebSocket.

A visitor does what the page in a browser does: opens `/` for its cookies, then the WebSocket, asks
for the first run, and at every rest tells the server which day it has moved to, with the messages
that it has kept. All visitors live in this one process, on one thread; what they cost is measured
by `Step.busy`, for it is taken from the same cores as the server's.
"""

import asyncio
import calendar
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

#: Seconds between two rests, and how long a visitor waits for an answer before giving up.
REST_S, PATIENCE_S = 2, 30
#: How many may be on their way in at once.
AT_THE_DOOR = 10
#: The months whose last days a reader comes to rest on.
YEARS = range(2012, 2026)
_STREAM = "/_stcore/stream"
#: A trigger of a component: its own id in this, and the name of the event.
_TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


class VisitError(RuntimeError):
    """The server has not answered as a page needs it; the text says what was wrong."""


@dataclass
class Kept:
    """Messages that a browser keeps, by their hashes, with the runs since each was last needed."""

    ages: dict[str, int] = field(default_factory=dict)

    def note(self, message: ForwardMsg) -> None:
        """A message that may be kept, or one that stands for such a message."""
        if message.metadata.cacheable:
            self.ages[message.hash] = 0
        elif message.ref_hash:
            self.ages[message.ref_hash] = 0

    def grow_older(self, most: int) -> None:
        """A run is over: forget what none of so many runs has needed."""
        self.ages = {name: age + 1 for name, age in self.ages.items() if age < most}


class Visitor:
    """One reader's page: its connection, and what a browser would know of it."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket, self._kept = socket, Kept()
        self.query = query  # what stands behind the question mark of the address
        self._page, self._most_age = "", 2
        self._stage, self._slider, self._options = "", "", []
        self._moves = 0

    @classmethod
    async def arrive(cls, address: str, query: str = "") -> "Visitor":
        """A visitor whose page has run once; raises VisitError when it cannot."""
        cookies = await asyncio.to_thread(_cookies, address)
        place = f"ws://{urlsplit(address).netloc}{_STREAM}"
        headers = {"Cookie": cookies} if cookies else {}
        try:
            socket = await connect(
                place,
                additional_headers=headers,
                compression=None,
                max_size=None,
                open_timeout=PATIENCE_S,
                proxy=None,
                subprotocols=["streamlit"],
            )
        except (OSError, TimeoutError, WebSocketException) as error:
            raise VisitError(f"no connection: {error!r}") from error
        visitor = cls(socket, query)
        await visitor._run([])
        return visitor

    async def move(self, day: str) -> float:
        """Seconds until the server has answered that the reader rests on this day.

        On a page with a slider instead of a stage it goes to the slider's mark of that month.
        """
        self._moves += 1
        begun = time.perf_counter()
        await self._run([self._told(day)])
        return time.perf_counter() - begun

    async def leave(self) -> None:
        """Close the page."""
        await self._socket.close()

    def _told(self, day: str) -> WidgetState:
        if self._stage:
            event = {"event": "moved", "value": {"count": self._moves, "day": day}}
            name = _TRIGGER.format(self._stage)
            return WidgetState(id=name, json_trigger_value=json.dumps([event]))
        month = f"{day[:-2]}01"
        if month not in self._options:
            raise VisitError(f"the page has neither a stage nor a slider with {month}")
        return WidgetState(id=self._slider, string_array_value={"data": [month]})

    async def _run(self, widgets: Sequence[WidgetState]) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_script_hash = self._page
        asked.rerun_script.widget_states.widgets.extend(widgets)
        asked.rerun_script.cached_message_hashes.extend(self._kept.ages)
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._socket.send(asked.SerializeToString())
                while not self._over(ForwardMsg.FromString(await self._socket.recv(decode=False))):
                    pass
        except TimeoutError:
            raise VisitError(f"no answer in {PATIENCE_S} s") from None
        except (OSError, WebSocketException, DecodeError) as error:
            raise VisitError(f"connection lost: {error!r}") from error
        self._kept.grow_older(self._most_age)

    def _over(self, message: ForwardMsg) -> bool:
        """Whether this message is the last one of the run that was asked for."""
        self._kept.note(message)
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._page = message.metadata.active_script_hash
            self._look_at(message.delta)
        elif kind == "new_session":
            self._most_age = message.new_session.config.max_cached_message_age
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        if kind != "script_finished":
            return False
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            raise VisitError("the script cannot be run")
        return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY

    def _look_at(self, delta: Delta) -> None:
        kind = delta.new_element.WhichOneof("type")
        if kind == "exception":
            raise VisitError(f"the page shows an error: {delta.new_element.exception.message}")
        if kind == "bidi_component" and delta.new_element.bidi_component.id.endswith("-stage"):
            self._stage = delta.new_element.bidi_component.id
        elif kind == "slider":
            self._slider = delta.new_element.slider.id
            self._options = list(delta.new_element.slider.options)


def days(start: int = 0) -> Iterator[str]:
    """The last days of the months in turn, as text, for ever, from one of them on."""
    known = [_last_day(year, month) for year in YEARS for month in range(1, 13)][2:]
    while True:
        yield known[start % len(known)]
        start += 1


@dataclass(frozen=True)
class Step:
    """What so many visitors have met within some seconds."""

    visitors: int
    seconds: float
    answers: tuple[float, ...]
    errors: tuple[str, ...]
    busy: float

    @property
    def wanted(self) -> float:
        """Moves a second that the visitors would make."""
        return self.visitors / REST_S

    @property
    def done(self) -> float:
        """Moves a second that were answered."""
        return len(self.answers) / self.seconds


class Crowd:
    """Visitors of one address, who come in groups, read at the same time and leave together."""

    def __init__(self, address: str, query: str = "") -> None:
        self._address, self._query = address, query
        self._here: list[Visitor] = []
        self._failed: list[str] = []
        self._chance = random.Random(1)

    async def __aenter__(self) -> "Crowd":
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.gather(*(one.leave() for one in self._here), return_exceptions=True)

    async def grow(self, count: int) -> None:
        """Let visitors come until they are so many; who cannot is an error of the next step."""
        door = asyncio.Semaphore(AT_THE_DOOR)
        await asyncio.gather(*(self._enter(door) for _ in range(count - len(self._here))))

    async def read(self, seconds: float) -> Step:
        """Let all of them read and move: each rests every two seconds.

        Who has to wait longer than that for an answer moves on once it is there.
        """
        wanting, failed = len(self._here) + len(self._failed), self._failed
        self._failed = []
        begun, cpu = time.perf_counter(), time.process_time()
        found = await asyncio.gather(*(self._stay(one, begun + seconds) for one in self._here))
        took = max(seconds, time.perf_counter() - begun)
        busy = (time.process_time() - cpu) / took
        self._here = [one for one, (_, error) in zip(self._here, found, strict=True) if not error]
        answers = tuple(answer for answers, _ in found for answer in answers)
        errors = (*failed, *(error for _, error in found if error))
        return Step(wanting, took, answers, errors, busy)

    async def _enter(self, door: asyncio.Semaphore) -> None:
        async with door:
            try:
                self._here.append(await Visitor.arrive(self._address, self._query))
            except VisitError as error:
                self._failed.append(str(error))

    async def _stay(self, visitor: Visitor, end: float) -> tuple[list[float], str]:
        """The answers to a visitor's moves, and what ended the visit before its time."""
        way, answers = days(self._chance.randrange(1000)), []
        rest = time.perf_counter() + self._chance.uniform(0, REST_S)
        while rest < end:
            await asyncio.sleep(max(0, rest - time.perf_counter()))
            try:
                answers.append(await visitor.move(next(way)))
            except VisitError as error:
                return answers, str(error)
            rest = max(rest + REST_S, time.perf_counter())
        return answers, ""


def _cookies(address: str) -> str:
    """The cookies that the site sets, as a browser sends them back."""
    try:
        with urlopen(Request(address, headers={"Accept": "text/html"}), timeout=PATIENCE_S) as page:
            lines = page.headers.get_all("Set-Cookie", [])
    except HTTPError as error:
        raise VisitError(f"{address} answers {error.code}") from error
    except (URLError, OSError) as error:
        raise VisitError(f"{address} does not answer: {error}") from error
    return "; ".join(line.partition(";")[0] for line in lines)


def _last_day(year: int, month: int) -> str:
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"
