"""Build the boundaries from the municipalities: `python -m geo.build`.

Writes `geo/districts.geojson` (RFC 7946) and records it in `datapackage.json`. With `--wfs`
the municipalities come fresh from the federal service and are packed into `geo/source/` as well.
"""

import argparse
import sys
from collections.abc import Callable
from concurrent.futures import Future, wait
from functools import partial
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import geopandas as gpd
import pandas as pd
import requests
import urllib3

from data import clock, writing
from data.problems import SHOWN, visible
from geo import files, municipalities, shapes
from geo.boundaries import ROOT, BoundaryError, address

DISTRICTS = Path("geo/districts.geojson")
PACKED = Path("geo/source/vg250_gemeinden_nrw.geojson.xz")
NAMES = Path("data/districts.csv")
DESCRIPTOR = Path("datapackage.json")

WFS = "https://sgx.geodatenzentrum.de/wfs_vg250"
QUERY = {
    "service": "WFS",
    "version": "2.0.0",
    "request": "GetFeature",
    "typeNames": "vg250:vg250_gem",
    "outputFormat": "application/json",
    "srsName": "EPSG:4326",
    "cql_filter": "sn_l='05' AND gf=4",
}
AGAIN = "try again later, or build from a file with --source"


class Limits(NamedTuple):
    """How long (seconds), how much (bytes) and how often a download may take."""

    connect: float = 10
    pause: float = 60
    total: float = 300
    size: int = 200_000_000
    retries: int = 3
    backoff: float = 1


LIMITS = Limits()


def main(arguments: list[str] | None = None, root: Path = ROOT, limits: Limits = LIMITS) -> int:
    """The command line; 0, or 1 after one line on what failed (nothing is written then)."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--source", type=Path, default=root / PACKED, help="GeoJSON, plain or .xz")
    where.add_argument("--wfs", metavar="URL", nargs="?", const=WFS, help=f"default: {WFS}")
    chosen = parser.parse_args(arguments)
    try:
        written = refresh(chosen.wfs, root, limits) if chosen.wfs else build(chosen.source, root)
    except (BoundaryError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(f"{address(path)}: {path.stat().st_size} bytes")
    return 0


def build(source: Path, root: Path = ROOT) -> list[Path]:
    """Build from a file; the paths written.

    Raises
    ------
    BoundaryError
        The source, the names or the result are not as they must be.
    """
    return _put(_built(municipalities.read(source), address(source), root), root)


def refresh(url: str, root: Path = ROOT, limits: Limits = LIMITS) -> list[Path]:
    """Fetch the municipalities from a WFS, check, pack and build; the paths written.

    The licence asks for the year of the last delivery, so the attribution takes today's.
    """
    source = municipalities.parse(fetch(url, limits), url)
    source.attrs["attribution"] = f"© GeoBasis-DE / BKG ({clock.today().year}), Daten verändert"
    return _put(_built(source, url, root), root, municipalities.pack(source))


def fetch(url: str, limits: Limits = LIMITS) -> bytes:
    """The answer of the WFS to `QUERY`, whole.

    Connection errors and 5xx are tried again; the pause between two pieces, the whole
    time and the size are bounded.

    Raises
    ------
    BoundaryError
        No answer, a status other than 200, another content type than JSON, too slow or big.
    """
    retry = urllib3.Retry(
        limits.retries,
        status_forcelist=range(500, 600),
        backoff_factor=limits.backoff,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    try:
        with requests.Session() as session:
            session.mount(url, requests.adapters.HTTPAdapter(max_retries=retry))
            return _within(limits.total, url, partial(_asked, session, url, limits))
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        raise BoundaryError(f"{url}: {_reason(error)}; {AGAIN}") from error


def _within(seconds: float, url: str, ask: Callable[[], bytes]) -> bytes:
    """What is asked for, if it is there in time: pauses alone do not bound a trickle of headers.

    What takes longer is left to a thread that ends with the program.
    """
    asked: Future[bytes] = Future()
    Thread(target=_settle, args=(asked, ask), daemon=True).start()
    if not wait([asked], seconds).done:
        raise BoundaryError(f"{url}: not done after {seconds:g} seconds; {AGAIN}")
    return asked.result()


def _settle(asked: Future[bytes], ask: Callable[[], bytes]) -> None:
    try:
        asked.set_result(ask())
    except Exception as error:
        asked.set_exception(error)


def _asked(session: requests.Session, url: str, limits: Limits) -> bytes:
    """One answer; to where another leads nobody follows, be it another host or not encrypted."""
    pauses = (limits.connect, limits.pause)
    how = {"params": QUERY, "stream": True, "timeout": pauses, "allow_redirects": False}
    with session.get(url, **how) as response:
        return _body(response, url, limits)


def _body(response: requests.Response, url: str, limits: Limits) -> bytes:
    """Read piece by piece as it comes (`read1`), so that its size is bounded."""
    kind = response.headers.get("Content-Type", "no content type")
    if response.is_redirect:
        finding = f"leads to {visible(response.headers['Location'][:SHOWN])}"
        raise BoundaryError(f"{url}: {finding}; give that address if it is the service's own")
    if response.status_code != requests.codes.ok:
        raise BoundaryError(f"{url}: answered {response.status_code} {response.reason}; {AGAIN}")
    if "json" not in kind:
        raise BoundaryError(f"{url}: answered with {kind} instead of JSON; check the address")
    content = bytearray()
    while piece := response.raw.read1(1 << 16, decode_content=True):
        content += piece
        if len(content) > limits.size:
            raise BoundaryError(f"{url}: more than {limits.size} bytes; check the address")
    return bytes(content)


def _reason(error: BaseException) -> str:
    """What the network said itself, without the layers that were wrapped around it."""
    while error.__context__ and not isinstance(error, HTTPException):
        error = error.__context__
    return f"no complete answer ({error or type(error).__name__})"


def _built(source: gpd.GeoDataFrame, where: str, root: Path) -> bytes:
    """The boundaries that follow from the municipalities; writes nothing."""
    names = _names(root / NAMES)
    try:
        full = shapes.dissolve(source)
        if set(full.index) != set(names.index):
            wrong = " ".join(sorted(set(full.index) ^ set(names.index)))
            raise BoundaryError(f"other districts than in {NAMES}: {wrong}; correct the keys there")
        simple = shapes.simplify(full)
    except BoundaryError as error:
        raise BoundaryError(f"{where}: {error}") from error
    about = names.join(shapes.label_points(simple))
    return files.geojson(simple, about, source.attrs["attribution"])


def _names(path: Path) -> pd.DataFrame:
    """The names of the districts (column name, index ags): VG250 names municipalities only."""
    try:
        table = pd.read_csv(path, dtype="string", keep_default_na=False, usecols=["ags", "name"])
    except (OSError, ValueError) as error:
        raise BoundaryError(f"{address(path)}: {error}; run: python -m data.check") from error
    return table.set_index("ags")


def _put(built: bytes, root: Path, packed: bytes | None = None) -> list[Path]:
    """Write everything, the record in the data package included."""
    contents = {root / DISTRICTS: built}
    if packed:
        contents[root / PACKED] = packed
    descriptor = root / DESCRIPTOR
    if descriptor.exists():
        contents[descriptor] = files.described(descriptor.read_bytes(), DISTRICTS, built)
    writing.write_together(contents)
    return list(contents)


if __name__ == "__main__":
    sys.exit(main())
