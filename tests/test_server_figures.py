"""Figures for Prometheus: off unless they are set, by few labels, and by no visitor."""

import asyncio
import re

import asking
import curated
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.responses import PlainTextResponse
from starlette.routing import Match
from whole_site import ask

from components.base import VERSION, settings, sound
from components.base.sound import Keeper
from server import figures, routes, templates, watch


@pytest.fixture
def counted(monkeypatch):
    """Switches the figures on; returns the value of one."""
    monkeypatch.setenv(settings.variable("metrics"), "true")

    def value(name, **labels):
        return figures.REGISTRY.get_sample_value(name, labels)

    return value


def families():
    answer = ask("/metrics")
    assert (answer.status, answer.media_type) == (200, "text/plain")
    assert answer.headers["cache-control"] == "no-store"
    return {one.name: one for one in text_string_to_metric_families(answer.text)}


def test_without_the_setting_there_are_none():
    assert ask("/metrics").status == 404


def test_they_are_in_the_form_that_prometheus_reads(counted):
    ask("/robots.txt")
    told = families()
    assert {"kiz_atlas_requests", "kiz_atlas_request_seconds", "kiz_atlas_visitors"} <= {*told}
    assert {"kiz_atlas_info", "kiz_atlas_sound", "kiz_atlas_visitors_most"} <= {*told}
    assert told["process_resident_memory_bytes"].samples[0].value > 1e6


def test_an_answer_is_counted_by_its_pattern_and_its_status(counted):
    of = {"method": "GET", "route": "/app/static/fonts/{name}", "status": "404"}
    before = counted("kiz_atlas_requests_total", **of) or 0
    took = counted("kiz_atlas_request_seconds_count", route=of["route"]) or 0
    for name in ("a.woff2", "b.woff2"):
        assert ask(f"/app/static/fonts/{name}").status == 404
    assert counted("kiz_atlas_requests_total", **of) == before + 2
    assert counted("kiz_atlas_request_seconds_count", route=of["route"]) == took + 2


def test_whatever_is_asked_there_are_few_labels(counted):
    for number in range(30):
        ask(f"/nix/{number}?{number}", f"M{number}")
        ask(f"/api/v1/districts/{number}")
        ask(f"/static/{number}.js")
    samples = families()["kiz_atlas_requests"].samples
    known = {path for _, path in templates._known("")} | {templates.OTHER}
    assert {one.labels["route"] for one in samples} <= known
    assert {one.labels["method"] for one in samples} <= {*watch.METHODS, "other"}
    assert not re.search(r"atlas\.example|05154|127\.0", ask("/metrics").text)


def test_open_websockets_are_counted_as_visitors_and_one_that_is_refused_is_an_answer(counted):
    seen = []

    async def inner(scope, receive, send):
        await send({"type": "websocket.accept"})
        seen.append(counted("kiz_atlas_visitors"))
        raise ConnectionError

    async def refusing(scope, receive, send):
        await send({"type": "websocket.close"})

    scope = {"type": "websocket", "path": "/_stcore/stream", "query_string": b"", "headers": []}
    refused = {"method": "GET", "route": "/_stcore/stream", "status": "403"}
    before = counted("kiz_atlas_requests_total", **refused) or 0

    async def nothing(message):
        pass

    with pytest.raises(ConnectionError):
        asyncio.run(watch.Watch(inner)(scope, None, nothing))
    asyncio.run(watch.Watch(refusing)(scope, None, nothing))
    assert (seen, counted("kiz_atlas_visitors")) == ([1], 0)
    assert counted("kiz_atlas_requests_total", **refused) == before + 1


def test_versions_and_soundness_are_told(counted, monkeypatch):
    monkeypatch.setattr(sound, "KEEPER", Keeper())
    assert counted("kiz_atlas_info", program=VERSION, data="") == 1
    monkeypatch.setattr(sound, "_seen", lambda folder: ())
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())
    sound.KEEPER.look()
    assert counted("kiz_atlas_info", program=VERSION, data=curated.atlas().version) == 1
    assert counted("kiz_atlas_sound") == 1
    sound.KEEPER.findings = ["data/events.csv:1: empty"]
    assert counted("kiz_atlas_sound") == 0
    assert counted("kiz_atlas_visitors_most") == 500


def test_every_route_has_its_pattern():
    for path in ("/", "/kreis", "/embed", "/healthz", "/bild/karte.png", "/app/static/data/x.csv"):
        scope = {"type": "http", "path": path, "method": "GET", "root_path": ""}
        (own,) = [one.path for one in routes.routes() if one.matches(scope)[0] is not Match.NONE]
        assert templates.template(path) == own
    assert templates.template("/api/v1/districts/05154") == "/api/v1/districts/{ags}"
    assert templates.template("/static/js/index.js") == "/static/{path:path}"


def test_a_question_costs_the_watch_no_answer():
    assert asking.ask(watch.Watch(PlainTextResponse("x")), "/robots.txt").text == "x"
