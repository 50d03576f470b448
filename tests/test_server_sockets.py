"""A WebSocket is opened by pages of this site alone, and passes on what such a page has to say."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.base import settings
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


def opened(origin, frames=(), host="atlas.example:8501"):
    """What Streamlit and the visitor are told when a page of `origin` opens a WebSocket."""
    inner, sent = Inner(), []
    received = [{"type": "websocket.connect"}, *frames, {"type": "websocket.disconnect"}]
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin else [])
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}

    async def receive():
        return received.pop(0)

    async def send(message):
        sent.append(message)

    asyncio.run(Sockets(inner)(scope, receive, send))
    return inner, sent


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


def told(message):
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


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
    ],
)
def test_junk_ends_the_socket_without_a_word_in_the_log(junk):
    inner, sent = opened(None, [junk])
    assert inner.heard[1:] == [{"type": "websocket.disconnect", "code": 1002}]
    assert sent == [{"type": "websocket.close", "code": 1002}]
