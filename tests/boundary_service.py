"""An invented state of 396 squares, and a local service that gives it out, well or badly."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from shapely.geometry import box, mapping

WIDTH, HEIGHT = 0.08, 0.05


def square(column: int, row: int) -> dict:
    """GeoJSON of a square-ish area in the state, counted from its south-west corner.

    Rounded, so that neighbouring squares have the very same corners.
    """
    west, east = (round(6.0 + line * WIDTH, 2) for line in (column, column + 1))
    south, north = (round(51.0 + line * HEIGHT, 2) for line in (row, row + 1))
    return mapping(box(west, south, east, north))


def municipality(column: int, row: int, **overrides: object) -> dict:
    """A feature as VG250 has it; each column of the grid is a district, the last is 05334."""
    district = "05334" if column == 21 else f"05{100 + column}"
    properties = {"AGS": f"{district}{row + 1:03}", "GEN": f"Ort {column}/{row}", "BEZ": "Stadt"}
    properties |= {"GF": 4, "NBD": "ja"} | overrides
    return {"type": "Feature", "properties": properties, "geometry": square(column, row)}


def state() -> list[dict]:
    """The features of all 396 municipalities: 22 columns of 18."""
    return [municipality(column, row) for column in range(22) for row in range(18)]


def collection(features: list[dict]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def district_keys() -> list[str]:
    """The 23 districts of the invented state, the city of Aachen among them."""
    return [*(f"05{100 + column}" for column in range(21)), "05334", "05334002"]


def project(folder: Path) -> Path:
    """A folder laid out like the repository, with names and the marks of an older build."""
    for name in ("data", "geo/source"):
        (folder / name).mkdir(parents=True)
    names = "".join(f"{key},Kreis {key}\n" for key in district_keys())
    (folder / "data/districts.csv").write_text(f"ags,name\n{names}", encoding="utf-8")
    (folder / "geo/districts.geojson").write_text("old", encoding="utf-8")
    (folder / "geo/source/vg250_gemeinden_nrw.geojson.xz").write_text("old", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in the folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Answer(NamedTuple):
    """What the service says, with a `pause` (s) before each of its `pieces`.

    `missing`: how many bytes more it announces than it gives; None announces no length.
    `chunked`: in HTTP's own chunks, of which the last never comes if bytes are missing.
    `location`: where the asker is sent. `trickled`: the headers come a byte at a time too.
    """

    body: bytes
    status: int = 200
    kind: str | None = "application/json;charset=UTF-8"
    missing: int | None = 0
    pause: float = 0
    pieces: int = 1
    packed: bool = False
    chunked: bool = False
    location: str = ""
    trickled: bool = False


class Service(NamedTuple):
    url: str
    asked: list[str]


@contextmanager
def service(*answers: Answer) -> Iterator[Service]:
    """A server on this machine that gives the answers in turn, the last one for ever."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            try:
                _give(self, answers[min(len(asked), len(answers)) - 1])
            except OSError:  # the client has given up, as it should
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.ending = threading.Event()  # ends the pauses too
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Service(f"http://127.0.0.1:{server.server_port}/wfs", asked)
    finally:
        server.ending.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _give(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    body = gzip.compress(answer.body) if answer.packed else answer.body
    handler.protocol_version = "HTTP/1.1" if answer.chunked else "HTTP/1.0"
    handler.send_response(answer.status)
    for name, value in _headers(answer, len(body)).items():
        handler.send_header(name, value)
    if answer.trickled:
        _trickle(handler, answer.pause)
    handler.end_headers()
    step = -(-len(body) // answer.pieces)
    for start in range(0, len(body), step):
        handler.server.ending.wait(answer.pause)
        piece = body[start : start + step]
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if answer.chunked else piece)
        handler.wfile.flush()
    if answer.chunked and not answer.missing:
        handler.wfile.write(b"0\r\n\r\n")
    handler.close_connection = True


def _trickle(handler: BaseHTTPRequestHandler, pause: float) -> None:
    """Begin a header whose end is long in coming."""
    handler.flush_headers()
    for byte in b"X-Slow: " + 500 * b"x":
        handler.server.ending.wait(pause)
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
    handler.wfile.write(b"\r\n")


def _headers(answer: Answer, length: int) -> dict[str, str]:
    headers = {"Content-Type": answer.kind} if answer.kind else {}
    if answer.location:
        headers["Location"] = answer.location
    if answer.packed:
        headers["Content-Encoding"] = "gzip"
    if answer.chunked:
        headers["Transfer-Encoding"] = "chunked"
    elif answer.missing is not None:
        headers["Content-Length"] = str(length + answer.missing)
    return headers
