"""A WebSocket is opened by pages of this site alone, and passes on what such a page has to say."""

import asyncio

import pytest
from markup import parsed
from streamlit.proto.BackMsg_pb2 import BackMsg
from whole_site import ask

from components.base import settings
from server import sockets
from server.seats import SEATS
from server.sockets import Sockets


class Inner:
    """Streamlit's place: keeps what it is passed on until the socket ends."""

    def __init__(self):
        self.reached, self.heard, self.headers = False, [], []

    async def __call__(self, scope, receive, send):
        self.reached, self.headers = True, dict(scope["headers"])
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)
        self.heard.append(message)


GONE = {"type": "websocket.disconnect"}
#: How uvicorn lets an application answer a handshake with a status of its own.
ANSWERED = {"websocket.http.response": {}}


def opened(origin, frames=(), host="atlas.example:8501", last=GONE, within_s=None, **more):
    """What Streamlit and the visitor are told when a page of `origin` opens a WebSocket.

    After its frames it leaves, or says nothing more where there is no `last`;
    TimeoutError where the socket is open still after `within_s`.
    """
    inner, sent = Inner(), []
    received = [{"type": "websocket.connect"}, *frames, *([last] if last else [])]
    named = {"host": host, **({"origin": origin} if origin else {}), **more}
    headers = [(name.replace("_", "-").encode(), said.encode()) for name, said in named.items()]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    scope["extensions"] = ANSWERED

    async def receive():
        return received.pop(0) if received else await asyncio.Future()

    async def send(message):
        sent.append(message)

    asyncio.run(asyncio.wait_for(Sockets(inner)(scope, receive, send), within_s))
    return inner, sent


def told(message):
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://atlas.example",
        "http://atlas.example:8501.evil.example",
        "null",
        "http://",
        "//",
        "http://[::1",
        "ftp://atlas.example:8501",
    ],
)
def test_a_foreign_page_is_refused_before_streamlit_looks_anything_up(origin):
    inner, sent = opened(origin)
    assert not inner.reached
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    "origin", ["http://atlas.example:8501", "https://atlas.example:8501", None]
)
def test_a_page_of_the_site_is_let_in(origin):
    inner, sent = opened(origin)
    assert inner.reached and sent == []


def test_a_page_at_the_address_of_the_site_is_let_in_where_a_proxy_calls_the_host_otherwise(
    monkeypatch,
):
    monkeypatch.setenv(settings.variable("address"), "https://kiz.example.org/atlas")
    assert opened("https://kiz.example.org", host="app:8501")[0].reached
    assert not opened("https://other.example.org", host="app:8501")[0].reached


@pytest.mark.parametrize("origin", ["https://kiz.example.org", "https://KIZ.example.org"])
def test_streamlit_has_no_origin_to_look_up(monkeypatch, origin):
    monkeypatch.setenv(settings.variable("address"), "https://Kiz.example.org")
    inner, _ = opened(origin, host="app:8501")
    assert inner.headers == {b"host": b"app:8501"}


def test_no_visitor_can_empty_the_caches_of_all():
    run = told(BackMsg(app_heartbeat=True))
    orders = [
        told(BackMsg(clear_cache=True)),
        told(BackMsg(debug_shutdown_runtime=True)),
        told(BackMsg(set_run_on_save=True)),
        told(BackMsg(load_git_info=True)),
        told(BackMsg()),
        told(BackMsg(backend_operation_request={"install_skills": {}})),
        told(BackMsg(backend_operation_request={})),
        told(BackMsg(file_urls_request={"file_names": ["a.csv"]})),
    ]
    inner, _ = opened(None, [*orders, run])
    assert [message.get("bytes") for message in inner.heard[1:-1]] == [run["bytes"]]


def test_what_pages_say_is_passed_on():
    file = {"request_id": "a", "deferred_file": {"file_id": "b"}}
    frames = [
        told(BackMsg(stop_script=True)),
        told(BackMsg(app_heartbeat=True)),
        told(BackMsg(backend_operation_request=file)),
    ]
    inner, _ = opened(None, frames)
    assert inner.heard[1:-1] == frames


@pytest.mark.parametrize(
    "junk",
    [
        {"type": "websocket.receive", "bytes": b"\xff" * 40},
        {"type": "websocket.receive", "text": "hello"},
        told(BackMsg(rerun_script={"fragment_id": "a\nall is well"})),
        told(BackMsg(rerun_script={"fragment_id": "a" * 1000})),
        told(BackMsg(backend_operation_request={"request_id": "\x1b[31m", "deferred_file": {}})),
    ],
)
def test_junk_ends_the_socket_without_a_word_in_the_log(junk):
    inner, sent = opened(None, [junk])
    assert inner.heard[1:] == [{"type": "websocket.disconnect", "code": 1002}]
    assert sent == [{"type": "websocket.close", "code": 1002}]


def test_a_message_longer_than_a_page_has_any_ends_the_socket(monkeypatch):
    monkeypatch.setattr(sockets, "MOST_BYTES", 10)
    assert opened(None, [told(BackMsg(app_heartbeat=True))])[1] == []
    run = told(BackMsg(rerun_script={"query_string": "tag=2015-09-24"}))
    assert opened(None, [run])[1] == [{"type": "websocket.close", "code": 1009}]


def test_a_socket_that_says_nothing_is_closed(monkeypatch):
    monkeypatch.setattr(sockets, "SILENT_S", 0.01)
    inner, sent = opened(None, [told(BackMsg())], last=None)
    assert inner.heard[1:] == [{"type": "websocket.disconnect", "code": 1008}]
    assert sent == [{"type": "websocket.close", "code": 1008}]
    assert SEATS.taken == 0


@pytest.mark.parametrize(
    ("frames", "named"),
    [([told(BackMsg(app_heartbeat=True))], "streamlit, token"), ([], "streamlit, token, session")],
    ids=["who has spoken", "who comes back"],
)
def test_a_reader_at_rest_is_left_alone(monkeypatch, frames, named):
    monkeypatch.setattr(sockets, "SILENT_S", 0.01)
    with pytest.raises(TimeoutError):
        opened(None, frames, last=None, within_s=0.2, sec_websocket_protocol=named)


def test_who_leaves_while_something_is_sent_is_gone_without_an_error():
    """As uvicorn has it: what is sent fails, then the socket is told to be closed."""
    heard = []

    async def inner(scope, receive, send):
        for _ in range(2):
            await send({"type": "websocket.send", "bytes": b""})
        heard.append(await receive())

    async def lost(message):
        raise ConnectionResetError

    async def receive():
        return GONE

    asyncio.run(Sockets(inner)({"type": "websocket", "headers": []}, receive, lost))
    assert heard == [GONE]


def test_who_speaks_without_end_is_heard_as_often_as_a_reader_speaks(monkeypatch):
    rests = []

    async def noted(seconds):
        rests.append(seconds)

    frames = [told(BackMsg(app_heartbeat=True))] * (sockets.BURST + 4)
    monkeypatch.setattr("server.sockets.asyncio.sleep", noted)
    opened(None, frames)
    first, later = rests[: sockets.BURST], rests[sockets.BURST :]
    assert set(first) == {0.0}
    assert [round(rest / sockets.REST_S) for rest in later] == [1, 2, 3, 4]


@pytest.fixture
def full(monkeypatch):
    """A process that has one seat, which is taken."""
    monkeypatch.setenv(settings.variable("visitors"), "1")
    with SEATS.one():
        yield


@pytest.mark.usefixtures("full")
def test_who_finds_no_seat_is_asked_to_come_again():
    inner, (start, body) = opened(None)
    assert not inner.reached
    assert (start["status"], dict(start["headers"])[b"retry-after"]) == (503, b"60")
    assert body["body"] == b""


@pytest.mark.usefixtures("full")
def test_where_a_server_has_no_word_for_that_the_socket_is_closed(monkeypatch):
    monkeypatch.setitem(globals(), "ANSWERED", {})
    assert opened(None)[1] == [{"type": "websocket.close", "code": 1013}]


def test_a_seat_is_free_again_once_its_socket_is_closed_however_it_ended(monkeypatch):
    monkeypatch.setenv(settings.variable("visitors"), "1")

    async def broken(scope, receive, send):
        assert not SEATS.free
        raise RuntimeError

    with pytest.raises(RuntimeError):
        asyncio.run(Sockets(broken)({"type": "websocket", "headers": []}, None, None))
    assert SEATS.free and opened(None)[0].reached and SEATS.free


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("language", "told_why"), [("de", "Gerade sind sehr viele hier."), ("en", "Very many are here")]
)
def test_while_no_seat_is_free_a_page_is_read_without_scripts(language, told_why):
    answer = ask(f"/kreis?kreis=05154&tag=2015-09-24&lang={language}")
    page = parsed(answer.text)
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")
    assert answer.headers["cache-control"] == "no-store"
    assert told_why in page.body.get_text() and "JavaScript" not in page.body.get_text()
    assert len(page.select("tbody tr")) == 54 and not page.select("noscript, script[type=module]")
