"""Junk over the WebSocket, connections that lead nowhere and random addresses: the log has no
word of it, memory is bounded, and all others are served meanwhile.

One server for all of it, with few seats, and with 1,024 files unless it asks for more.
"""

import random
import resource
import socket
import string
import time
from contextlib import ExitStack, contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from live_server import live
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

SEATS, FILES, HALF_OPEN = 12, 1024, 2000
#: In which others are served meanwhile, on a busy machine.
PATIENCE_S = 60
MOST_MB = 100
NUMBERS = random.Random(54)


@pytest.fixture(scope="module", autouse=True)
def room():
    """As many connections for this process as it makes."""
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most < HALF_OPEN + 200:
        pytest.fail(f"{most} open files are too few for {HALF_OPEN} connections; raise ulimit -Hn")
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, most))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server that has been visited once."""
    log = tmp_path_factory.mktemp("junk") / "server.log"
    with live(log, files=FILES, KIZ_ATLAS_VISITORS=f"{SEATS}") as running:
        assert served(running)
        yield running


@pytest.fixture(autouse=True)
def others(place):
    """Whatever a test does: the log says nothing of it, and others are served after it."""
    before = place.memory_mb
    yield
    assert served(place) < PATIENCE_S
    assert place.memory_mb - before < MOST_MB
    assert "Traceback" not in place.said and "Exception" not in place.said, place.said[-3000:]


def opened(place, **options):
    """A socket as a page opens one."""
    address = f"ws://127.0.0.1:{place.port}/_stcore/stream"
    settings = {"origin": place.address, "compression": None, "proxy": None, "max_size": None}
    settings["open_timeout"] = PATIENCE_S
    return connect(address, **settings | options)


def asked_for(page="", query="tag=2015-09-24&lang=de", **more):
    return BackMsg(rerun_script={"query_string": query, "page_name": page, **more})


def finished(socket):
    """What the page is sent until its script has run."""
    while message := ForwardMsg.FromString(socket.recv(PATIENCE_S)):
        if message.WhichOneof("type") == "script_finished":
            return message.script_finished
    return None


def served(place):
    """The seconds in which a visitor has a page and its script has run, a seat being free."""
    begun = time.monotonic()
    with urlopen(f"{place.address}/?tag=2015-09-24", timeout=PATIENCE_S) as page:
        assert page.status == 200
    with opened(place) as visitor:
        visitor.send(asked_for().SerializeToString())
        assert finished(visitor) == ForwardMsg.FINISHED_SUCCESSFULLY
    return time.monotonic() - begun


def closed(place, *frames, text=False):
    """The code with which a socket ends that is sent these frames."""
    with opened(place) as junk:
        try:
            for frame in frames:
                junk.send(frame, text=text)
            while True:
                junk.recv(PATIENCE_S)
        except ConnectionClosed as end:
            return end.rcvd.code if end.rcvd else None
        except OSError:
            return None


def test_a_thousand_malformed_frames(place):
    frames = [NUMBERS.randbytes(NUMBERS.randrange(1, 200)) + b"\xff" for _ in range(1000)]
    assert {closed(place, frame) for frame in frames[:200]} == {1002}
    assert closed(place, *frames) in (1002, None)


def test_text_and_frames_longer_than_any_page_sends(place):
    assert closed(place, "hello", text=True) == 1002
    assert closed(place, b"x" * 1_500_000) == 1009
    # This one is not read to its end, so how it ends may be lost on the way.
    assert closed(place, b"x" * 15_000_000) in (1009, None)


ABSURD = {
    "widgets that are not there": asked_for(
        widget_states={"widgets": [{"id": f"$$ID-{n}-nix", "int_value": 2**62} for n in range(900)]}
    ),
    "a component that is not there": asked_for(
        widget_states={"widgets": [{"id": "$$ID-x-stage", "json_trigger_value": '[{"event":1}]'}]}
    ),
    "an unknown fragment": asked_for(fragment_id="nix"),
    "an unknown page by its hash": asked_for(page_script_hash="f" * 64),
    "an unknown page by its name": asked_for("../../etc/passwd"),
    "a query of 300,000 letters": asked_for(query="tag=" + "x" * 300_000),
    "a query of 5,000 parts": asked_for(query="&".join(f"a{n}=1" for n in range(5000))),
    "a query of junk": asked_for(query="%00%ff=%&&==;;\u202e"),
    "the same widget twice": asked_for(
        widget_states={"widgets": [{"id": "a", "string_value": "\0"}] * 2}
    ),
    "a time zone of its own": asked_for(
        context_info={"timezone": "../../etc", "locale": "\x1b", "timezone_offset": 2**31 - 1}
    ),
    "an unknown file": BackMsg(
        backend_operation_request={"request_id": "a", "deferred_file": {"file_id": "../x"}}
    ),
}


@pytest.mark.parametrize("message", ABSURD.values(), ids=ABSURD)
def test_what_is_well_formed_and_absurd(place, message):
    with opened(place) as visitor:
        visitor.send(message.SerializeToString())
        visitor.send(asked_for().SerializeToString())
        while finished(visitor) != ForwardMsg.FINISHED_SUCCESSFULLY:
            pass


def test_text_that_is_none(place):
    with opened(place) as junk, pytest.raises(ConnectionClosed):
        with junk.send_context():
            junk.protocol.send_text(b"\xff\xfe")
        junk.recv(PATIENCE_S)


def test_visitors_who_never_read_what_they_are_sent(place):
    with ExitStack() as stack:
        for day in range(1, SEATS // 2):
            deaf = stack.enter_context(opened(place, max_queue=1, close_timeout=1))
            for month in range(1, 11):
                asked = asked_for(query=f"tag=2015-{month:02}-{day:02}&lang=de")
                deaf.send(asked.SerializeToString())
        assert served(place) < PATIENCE_S
        assert served(place) < PATIENCE_S


#: How far a connection gets that is never finished.
BEGUN = {
    "says nothing": b"",
    "in the middle of a line": b"GET /?ta",
    "without an end of its headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    "an upgrade without an end": b"GET /_stcore/stream HTTP/1.1\r\nUpgrade: websocket\r\n",
    "a body that does not come": b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n",
}


@contextmanager
def begun(place, count):
    """So many connections, each as far as one of BEGUN."""
    with ExitStack() as stack:
        there = []
        for number in range(count):
            made = socket.create_connection(("127.0.0.1", place.port), timeout=PATIENCE_S)
            there.append(stack.enter_context(made))
            made.sendall([*BEGUN.values()][number % len(BEGUN)])
        yield there


def test_two_thousand_connections_that_are_never_finished(place):
    with begun(place, HALF_OPEN) as there:
        assert served(place) < PATIENCE_S
        # A byte more of each every now and then, as slow writers have it.
        for one in there[2 :: len(BEGUN)]:
            one.sendall(b"a")
        assert served(place) < PATIENCE_S
    assert place.process.poll() is None


def paths(count):
    """Addresses as nobody would write them, always the same."""
    signs = [*string.printable.strip(), "%00", "%0a", "%ff", "%c3", "%2e%2e", "..", "/", "//", "\\"]
    signs += [
        "%u202e",
        "%e2%80%ae",
        "?",
        "&",
        "=",
        "#",
        ";",
        "%",
        "ä",
        "<script>",
        "${7*7}",
        "{{7*7}}",
    ]
    known = [
        "",
        "kreis",
        "api/v1/status",
        "embed",
        "bild/karte.png",
        "oembed",
        "feed.atom",
        "_stcore/",
    ]
    known += ["app/static/data/", "data/", "static/", "verlauf", "feed/05154.atom", "sitemap.xml"]
    names = ["tag", "definition", "kreis", "lang", "day", "url", "was", "form", "neben", "format"]
    for _ in range(count):
        junk = "".join(NUMBERS.choices(signs, k=NUMBERS.randrange(1, 40)))
        named = f"{NUMBERS.choice(known)}?{NUMBERS.choice(names)}={junk}"
        yield "/" + NUMBERS.choice([junk, f"{NUMBERS.choice(known)}/{junk}", named, named * 2])


@pytest.mark.parametrize("headers", [b"", b"Content-Length: 5\r\n\r\njunk!"], ids=["", "a body"])
def test_a_thousand_random_addresses(place, headers):
    found = {}
    for path in paths(500):
        asked = path.encode("utf-8" if NUMBERS.random() < 0.8 else "latin-1", "replace")
        found.setdefault(status(place, asked.replace(b" ", b"%20"), headers), []).append(path)
    assert {code for code in found if code in (500, 502, 504)} == set(), found


def status(place, path, headers=b""):
    """The status with which a path is answered, byte for byte as it is."""
    with socket.create_connection(("127.0.0.1", place.port), timeout=PATIENCE_S) as asked:
        start = b"GET " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        asked.sendall(start + (headers or b"\r\n"))
        return int(asked.makefile("rb").readline().split()[1])


@pytest.mark.parametrize(
    ("path", "headers", "told"),
    [
        ("/" + "x" * 200_000, b"", {400, 414}),
        ("/?tag=" + "x" * 200_000, b"", {400, 414}),
        ("/", b"X-Long: " + b"x" * 200_000 + b"\r\n\r\n", {400, 431}),
        ("/", b"X: y\r\n" * 20_000 + b"\r\n", {200, 400, 431}),
        ("/", b"Host: evil.example\r\n\r\n", {200, 400, 421}),
    ],
    ids=["path", "query", "header", "headers", "two hosts"],
)
def test_what_is_longer_than_any_request_is_refused(place, path, headers, told):
    assert status(place, path.encode(), headers) in told


def test_an_upload_is_refused_before_it_is_read(place):
    headers = {"Content-Type": "text/csv", "Content-Length": "900000000"}
    where = f"{place.address}/_stcore/upload_file/session/file"
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(where, b"x", headers, method="PUT"), timeout=PATIENCE_S)
    assert refused.value.code == 404
