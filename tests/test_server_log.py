"""The log has a line for each thing that happened, and nothing of who asked."""

import json
import logging
import os
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import asking
import pytest
from conftest import await_health, free_port, start, stop
from starlette.responses import PlainTextResponse
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from components.base import VERSION, settings
from data import tables
from server import log, watch
from server.gate import HEADER

ROOT = Path(__file__).parents[1]
KEY = "0123456789abcdef0123"
#: What no line may have: a search, an address, a browser, a cookie, where a reader comes from.
PERSONAL = {
    "search": "Geheimsuche",
    "X-Forwarded-For": "203.0.113.77",
    "X-Real-IP": "203.0.113.78",
    "User-Agent": "Geheimbrowser/1.0",
    "Cookie": "sitzung=Geheimkeks",
    "Referer": "https://geheim.example/seite",
    "Authorization": "Basic Z2VoZWlt",
}
#: The fields of a question that are the same in every run.
TOLD = ("route", "status", "tag", "day", "definition", "kreis")
QUERY = "tag=2015-09-24&definition=granted&kreis=05154"


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """What a server has told by the time it ends that people with something to hide have asked."""
    port, file = free_port(), tmp_path_factory.mktemp("log") / "server.log"
    set_to = {"log": "json", "proxy_key": KEY, "metrics": "true"}
    given = {settings.variable(name): value for name, value in set_to.items()}
    with pytest.MonkeyPatch.context() as patch, file.open("wb") as output:
        for name, value in given.items():
            patch.setenv(name, value)
        process = start(port, output)
        try:
            await_health(process, port, file)
            asked_of(port)
            visited(port)
        finally:
            stop(process)
    return file.read_text("utf-8").splitlines()


def asked_of(port):
    """Asks pages, files, an address of nobody and what is refused, as somebody with a past."""
    search, given = PERSONAL["search"], dict(list(PERSONAL.items())[1:])
    for path, proved in (
        (f"/?{QUERY}&suche={search}&tabelle.suche={search}", True),
        (f"/{search}/x?tag={search}&kreis={search}&definition={search}", True),
        (f"/api/v1/status?day=2015-09-24&format={search}", True),
        (f"/feed/05154.atom?{search}={search}", True),
        (f"/robots.txt?{search}", False),
        ("/metrics", False),
        ("/healthz", False),
    ):
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path, headers=given | ({HEADER: KEY} if proved else {}))
        connection.getresponse().read()
        connection.close()


def visited(port):
    """Opens a page as a browser does, with a search, and leaves when it has been made."""
    given = {
        name: value for name, value in PERSONAL.items() if name not in ("search", "User-Agent")
    }
    with pytest.raises(InvalidStatus, match="403"):
        connect(f"ws://127.0.0.1:{port}/_stcore/stream", additional_headers=given)
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream?{PERSONAL['search']}",
        subprotocols=["streamlit"],
        additional_headers=given | {HEADER: KEY},
        user_agent_header=PERSONAL["User-Agent"],
        max_size=None,
    ) as page:
        run = BackMsg(rerun_script={"query_string": f"{QUERY}&suche={PERSONAL['search']}"})
        page.send(run.SerializeToString())
        while ForwardMsg.FromString(page.recv(timeout=60)).WhichOneof("type") != "script_finished":
            pass


def test_every_line_is_an_object_with_time_level_and_message(lines):
    for line in map(json.loads, lines):
        assert {"time", "level", "logger", "message"} <= line.keys()


def test_no_line_has_anything_of_who_asked(lines):
    whole = "\n".join(lines)
    for name, value in PERSONAL.items():
        assert value not in whole, name
    assert "Geheim" not in whole and "127.0.0.1" not in whole and KEY not in whole


def test_the_start_tells_versions_limits_and_what_is_set_without_values(lines):
    (begun,) = [line for line in map(json.loads, lines) if line["message"] == "started"]
    assert (begun["program"], begun["data"]) == (VERSION, tables.version())
    assert begun["visitors"] == 500
    assert begun["set"] == ["proxy_key", "log", "metrics"]


def test_each_question_is_told_by_its_pattern_with_what_may_be_told_of_its_query(lines):
    asked = [line for line in map(json.loads, lines) if line["message"] == "asked"]
    assert all(line["ms"] >= 0 and line["method"] == "GET" for line in asked)
    assert {json.loads(line)["logger"] for line in lines} == {"kiz_atlas"}
    told = [{name: line[name] for name in line if name in TOLD} for line in asked]
    assert told == [
        {
            "route": "/",
            "status": 200,
            "tag": "2015-09-24",
            "definition": "granted",
            "kreis": "05154",
        },
        {"route": "other", "status": 404},
        {"route": "/api/v1/status", "status": 400, "day": "2015-09-24"},
        {"route": "/feed/{ags}.atom", "status": 400},
        {"route": "/robots.txt", "status": 403},
        {"route": "/_stcore/stream", "status": 403},
    ]


def test_a_visit_is_told_by_the_number_of_visitors_alone(lines):
    visit = [line for line in map(json.loads, lines) if "visitors" in line]
    named = [(line["message"], line["visitors"]) for line in visit if line["message"] != "started"]
    assert named == [("opened", 1), ("closed", 0)]
    assert visit[-1].keys() == {"time", "level", "logger", "message", "visitors"}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tag=2015-09-24&definition=open", {"tag": "2015-09-24", "definition": "open"}),
        ("tag=2015-09-31&day=1999-01-01", {}),
        ("tag=&definition=OPEN&kreis=0515", {}),
        ("tag=2015-09-24%0AGeheim", {}),
        ("lang=de&suche=x", {}),
        ("tag=2015-09-24&" + "x" * watch.LONGEST, {}),
        ("%ff%fe=%00", {}),
    ],
)
def test_of_a_query_only_what_is_a_day_a_definition_or_a_district_is_told(query, told):
    assert watch.query(query.encode()) == told


#: What loggers, threads, warnings and a program that fails say once `set_up` has been called.
FAILING = """
import logging, threading, warnings
from server import log
logging.getLogger("uvicorn.error").addHandler(logging.StreamHandler())
log.set_up({kind!r})
from streamlit.logger import get_logger
get_logger("streamlit.later").warning("of %s", "Streamlit")
logging.getLogger("uvicorn.error").info("203.0.113.77:1 connected")
logging.getLogger("uvicorn.error").error("of uvicorn")
warnings.warn("of Python")
log.tell(logging.INFO, "ours", day="2015-09-24", path=object)
def fail():
    raise ValueError("two\\nlines")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
fail()
"""


def told_by_failing(kind):
    command = [sys.executable, "-c", FAILING.format(kind=kind)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def test_whoever_writes_it_every_line_is_an_object_and_a_traceback_a_field():
    told = [json.loads(line) for line in told_by_failing("json").splitlines()]
    assert [(line["level"], line["logger"]) for line in told] == [
        ("warning", "streamlit.later"),
        ("error", "uvicorn.error"),
        ("warning", "py.warnings"),
        ("info", "kiz_atlas"),
        ("critical", "kiz_atlas"),
        ("critical", "kiz_atlas"),
    ]
    assert told[0]["message"] == "of Streamlit" and told[3]["day"] == "2015-09-24"
    for line in told[-2:]:
        assert line["traceback"].startswith("Traceback ")
        assert line["traceback"].endswith("ValueError: two\nlines")


def test_for_people_a_line_has_its_fields_behind_what_happened():
    told = told_by_failing("text")
    assert " WARNING streamlit.later: of Streamlit\n" in told
    assert " INFO kiz_atlas: ours day=2015-09-24 path=<class 'object'>\n" in told
    assert "203.0.113.77" not in told and "ValueError: two\nlines\n" in told


def test_for_people_only_faults_are_told_of_questions(caplog):
    caplog.set_level(logging.INFO, log.LOG.name)
    for status in (200, 404, 503):
        asking.ask(watch.Watch(PlainTextResponse("", status)), "/robots.txt")
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_fault_before_an_answer_is_told_as_one(caplog):
    async def failing(scope, receive, send):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        asking.ask(watch.Watch(failing), "/robots.txt")
    (record,) = caplog.records
    assert " asked method=GET route=/robots.txt status=500 ms=" in log.Text().format(record)


def test_probes_are_not_told_even_while_health_is_red(caplog):
    asking.ask(watch.Watch(PlainTextResponse("", 503)), "/healthz")
    assert not caplog.records
