"""`/metrics`: figures of this process for Prometheus, where the settings ask for them.

Every label is one of a few: addresses are patterns, and nothing is counted by visitor.
"""

from collections.abc import Iterator

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.base import VERSION, settings, sound

#: In seconds: from a file of the memory to what a reader gives up on.
BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
REGISTRY = CollectorRegistry()
disable_created_metrics()
REQUESTS = Counter(
    "kiz_atlas_requests",
    "Answers, by method, address and status; no WebSocket that was opened.",
    ("method", "route", "status"),
    registry=REGISTRY,
)
SECONDS = Histogram(
    "kiz_atlas_request_seconds",
    "How long an answer took, by address.",
    ("route",),
    buckets=BUCKETS,
    registry=REGISTRY,
)
VISITORS = Gauge(
    "kiz_atlas_visitors", "Open WebSockets: one for each open page.", registry=REGISTRY
)
ProcessCollector(registry=REGISTRY)


class _Data(Collector):
    """What is served: which versions, whether the files are sound, how many may come."""

    def collect(self) -> Iterator[InfoMetricFamily | GaugeMetricFamily]:
        atlas = sound.KEEPER.serving
        versions = {"program": VERSION, "data": atlas.version if atlas else ""}
        yield InfoMetricFamily("kiz_atlas", "Versions of program and data.", versions)
        told = "Whether tables and boundaries are sound: 1, or 0."
        yield GaugeMetricFamily("kiz_atlas_sound", told, 0 if sound.KEEPER.findings else 1)
        told, most = "How many visitors are served at once.", settings.current().visitors
        yield GaugeMetricFamily("kiz_atlas_visitors_most", told, most)


REGISTRY.register(_Data())


def metrics(request: Request) -> Response:
    """All figures; 404 unless they are asked for."""
    if not settings.current().metrics:
        raise HTTPException(404)
    headers = {"Cache-Control": "no-store"}
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST, headers=headers)
