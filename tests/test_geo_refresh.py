"""The live refresh: a good answer is packed and built, a bad one is one line and no change."""

import json
import lzma
import re
import socket
import time

import pytest
from boundary_service import Answer, collection, contents, municipality, project, service, state
from shapely.geometry import mapping, shape

from data import clock
from geo import build

ONCE_MORE = build.Limits(retries=1, backoff=0)
GOOD = Answer(collection(state()))


@pytest.fixture
def root(tmp_path):
    return project(tmp_path)


def refresh(root, url, limits=ONCE_MORE):
    return build.main(["--wfs", url], root=root, limits=limits)


def refused(root, url, capsys, limits=ONCE_MORE):
    """The one line that a failed refresh prints; nothing else may have happened."""
    before = contents(root)
    assert refresh(root, url, limits) == 1
    assert contents(root) == before
    printed = capsys.readouterr()
    assert printed.out == ""
    line = printed.err.removesuffix("\n")
    assert re.fullmatch(rf"{re.escape(url)}: [^\n]+; [^\n]+", line)
    return line.removeprefix(f"{url}: ")


def test_a_good_answer_is_packed_and_built(root):
    with service(GOOD) as live:
        assert refresh(root, live.url) == 0
    packed = json.loads(lzma.decompress((root / build.PACKED).read_bytes()))
    assert len(packed["features"]) == 396
    assert packed["attribution"] == f"© GeoBasis-DE / BKG ({clock.today().year}), Daten verändert"
    built = json.loads((root / build.DISTRICTS).read_text(encoding="utf-8"))
    assert built["attribution"] == packed["attribution"]
    assert len(built["features"]) == 23


def test_a_refresh_and_a_build_from_what_it_packed_give_the_same(root):
    with service(GOOD) as live:
        refresh(root, live.url)
    refreshed = contents(root)
    assert build.main([], root=root) == 0
    assert contents(root) == refreshed


def test_the_service_is_asked_for_the_land_of_the_state_in_degrees(root):
    with service(GOOD) as live:
        refresh(root, live.url)
    for part in ("typeNames=vg250%3Avg250_gem", "srsName=EPSG%3A4326", "outputFormat=application"):
        assert part in live.asked[0]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("chunked", [False, True])
def test_an_answer_may_come_packed_and_in_chunks(root, packed, chunked):
    with service(GOOD._replace(packed=packed, chunked=chunked, pieces=7)) as live:
        assert build.fetch(live.url, ONCE_MORE) == GOOD.body


def test_what_the_service_sends_beyond_the_state_is_left_out(root):
    sea = municipality(0, 0, GF=2)
    abroad = municipality(0, 0, AGS="03454014")
    lower = [
        {**one, "properties": {name.lower(): value for name, value in one["properties"].items()}}
        for one in [*state(), sea, abroad]
    ]
    with service(Answer(collection(lower))) as live:
        assert refresh(root, live.url) == 0


def test_one_failure_of_the_server_is_tried_again(root):
    with service(Answer(b"oh", status=500), GOOD) as live:
        assert refresh(root, live.url) == 0
        assert len(live.asked) == 2


def test_a_server_that_keeps_failing_is_given_up(root, capsys):
    with service(Answer(b"oh", status=503)) as live:
        assert "answered 503" in refused(root, live.url, capsys)
        assert len(live.asked) == ONCE_MORE.retries + 1


def test_a_refusal_is_not_tried_again(root, capsys):
    with service(Answer(b"no", status=404)) as live:
        assert "answered 404 Not Found" in refused(root, live.url, capsys)
        assert len(live.asked) == 1


def test_a_server_that_says_nothing_is_given_up(root, capsys):
    with service(GOOD._replace(pause=1)) as live:
        hasty = ONCE_MORE._replace(pause=0.2)
        assert "timed out" in refused(root, live.url, capsys, hasty)


def test_a_trickle_is_given_up(root, capsys):
    with service(GOOD._replace(pause=0.1, pieces=60)) as live:
        hasty = ONCE_MORE._replace(total=0.5)
        assert "not done after 0.5 seconds" in refused(root, live.url, capsys, hasty)


def test_headers_that_trickle_are_given_up(root, capsys):
    with service(GOOD._replace(trickled=True, pause=0.05)) as live:
        hasty = ONCE_MORE._replace(total=0.5)
        began = time.monotonic()
        assert "not done after 0.5 seconds" in refused(root, live.url, capsys, hasty)
        assert time.monotonic() - began < 5


def test_a_server_that_fails_slowly_again_and_again_is_given_up_in_the_whole_time(root, capsys):
    with service(Answer(b"oh", status=503, trickled=True, pause=0.001)) as live:
        hasty = build.Limits(retries=1000, backoff=0, total=1)
        assert "not done after 1 seconds" in refused(root, live.url, capsys, hasty)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("kind", ["other host", "http", "same host"])
def test_nobody_follows_where_an_answer_leads(root, capsys, status, kind):
    with service(GOOD) as other:
        to = {"other host": other.url, "http": "http://geodatenzentrum.example/", "same host": "/b"}
        with service(Answer(b"gone", status=status, location=to[kind])) as live:
            said = refused(root, live.url, capsys)
            assert said == f"leads to {to[kind]}; give that address if it is the service's own"
            assert (len(live.asked), other.asked) == (1, [])


def test_where_an_answer_leads_is_told_so_that_no_terminal_obeys_it(root, capsys):
    with service(
        Answer(b"gone", status=302, location="http://a.example/\x1b[31m" + 500 * "x")
    ) as live:
        said = refused(root, live.url, capsys)
    assert said.startswith(r"leads to http://a.example/\u001b[31mxxx") and len(said) < 200


def test_an_answer_too_big_is_given_up(root, capsys):
    with service(GOOD) as live:
        small = ONCE_MORE._replace(size=10_000)
        assert "more than 10000 bytes" in refused(root, live.url, capsys, small)


def test_nobody_at_the_address_is_said(root, capsys):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/wfs"
        assert "refused" in refused(root, url, capsys)


def test_something_that_is_no_address_is_said(root, capsys):
    assert "Invalid URL" in refused(root, "sgx.geodatenzentrum.de", capsys)


HALF = GOOD.body[: len(GOOD.body) // 2]
SWAPPED = re.sub(rb"\[(\d+\.\d+), (\d+\.\d+)\]", rb"[\2, \1]", GOOD.body)
OVERLAP = [*state()[:-1], {**state()[-1], "geometry": state()[0]["geometry"]}]
SHRUNK = {**state()[99], "geometry": mapping(shape(state()[99]["geometry"]).buffer(-0.001))}
GAP = [*state()[:99], SHRUNK, *state()[100:]]


@pytest.mark.parametrize(
    ("answer", "finding"),
    [
        (Answer(HALF, missing=len(HALF)), "no complete answer (IncompleteRead"),
        (Answer(HALF, missing=1, chunked=True, pieces=3), "no complete answer (IncompleteRead"),
        (Answer(HALF, missing=1, packed=True, chunked=True), "no complete answer (IncompleteRead"),
        (Answer(HALF, missing=None), "no complete JSON"),
        (Answer(b"<html>", kind="text/html"), "answered with text/html instead of JSON"),
        (Answer(b"{}", kind=None), "answered with no content type instead of JSON"),
        (Answer(b"<html>"), "no complete JSON"),
        (Answer(b"\xff\xfe\xff"), "no complete JSON"),
        (Answer(b"[]"), "not features with AGS"),
        (Answer(b'{"features": [{"properties": {"name": "Rhein"}}]}'), "not features with AGS"),
        (Answer(collection([])), "0 municipalities of the state instead of 396"),
        (Answer(collection(state()[1:])), "395 municipalities"),
        (Answer(collection([*state()[1:], state()[1]])), "doubled key 05100002"),
        (Answer(collection([*state()[1:], municipality(0, 0, AGS="0510")])), "not eight digits"),
        (Answer(collection([*state()[1:], municipality(0, 0, AGS="05999001")])), "05999"),
        (Answer(collection([*state()[1:], {**state()[0], "geometry": None}])), "invalid shape"),
        (Answer(collection(OVERLAP)), "gaps or overlaps"),
        (Answer(collection(GAP)), "gaps or overlaps"),
        (Answer(SWAPPED), "outside the state"),
    ],
)
def test_a_wrong_answer_is_named_and_changes_nothing(root, capsys, answer, finding):
    with service(answer) as live:
        assert finding in refused(root, live.url, capsys)
