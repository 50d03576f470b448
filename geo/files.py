"""The files that a build leaves behind: their bytes, and writing them all or none."""

import json
from hashlib import sha256
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import mapping

from geo.boundaries import BoundaryError

#: What the browser fetches once may not weigh more (bytes, uncompressed).
MAX_BROWSER_BYTES = 160_000


def for_everybody(simple: gpd.GeoSeries, about: pd.DataFrame, attribution: str) -> bytes:
    """GeoJSON after RFC 7946 (exterior rings counter-clockwise), a feature per line.

    `about` has the index of `simple`; after ags its columns become the properties.
    """
    properties = {row["ags"]: row for row in about.reset_index().to_dict("records")}
    features = [
        {"type": "Feature", "properties": properties[ags], "geometry": shape}
        for ags, shape in _oriented(simple, clockwise=False)
    ]
    return _collection(features, {"attribution": attribution})


def for_browser(simple: gpd.GeoSeries) -> bytes:
    """GeoJSON as Plotly draws it: exterior rings clockwise, `id` = ags, no properties."""
    features = [
        {"type": "Feature", "id": ags, "properties": {}, "geometry": shape}
        for ags, shape in _oriented(simple, clockwise=True)
    ]
    content = _collection(features, {})
    if len(content) > MAX_BROWSER_BYTES:
        finding = f"the browser's file would have {len(content)} bytes of {MAX_BROWSER_BYTES}"
        raise BoundaryError(f"{finding}; raise TOLERANCE_M in geo/shapes.py")
    return content


def browser_path(content: bytes) -> Path:
    """Where the browser's file lies: a new content is a new address, so caches never lie."""
    return Path("static") / f"districts-{sha256(content).hexdigest()[:8]}.json"


def described(descriptor: bytes, resources: dict[str, tuple[Path, bytes]]) -> bytes:
    """The data package with path, hash and bytes of the named resources as they are now."""
    try:
        package = json.loads(descriptor)
        for resource in package["resources"]:
            if resource["name"] in resources:
                path, content = resources[resource["name"]]
                digest = f"sha256:{sha256(content).hexdigest()}"
                resource |= {"path": path.as_posix(), "hash": digest, "bytes": len(content)}
    except (KeyError, TypeError, ValueError) as error:
        finding = f"not a data package ({error!r})"
        raise BoundaryError(f"datapackage.json: {finding}; restore it") from error
    if package == json.loads(descriptor):
        return descriptor
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()


def write_together(files: dict[Path, bytes]) -> None:
    """Write each file whole: all lie complete beside their places before the first moves."""
    staged = {path.with_name(f".{path.name}.part"): path for path in files}
    try:
        for part, path in staged.items():
            part.write_bytes(files[path])
        for part, path in staged.items():
            part.replace(path)
    finally:
        for part in staged:
            part.unlink(missing_ok=True)


def _oriented(simple: gpd.GeoSeries, clockwise: bool) -> list[tuple[str, dict]]:
    turned = shapely.orient_polygons(simple.to_numpy(), exterior_cw=clockwise)
    return [(ags, mapping(shape)) for ags, shape in zip(simple.index, turned, strict=True)]


def _collection(features: list[dict], members: dict) -> bytes:
    """A FeatureCollection with one feature per line, so that a diff names the district."""
    head = json.dumps({"type": "FeatureCollection"} | members, ensure_ascii=False)
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features]
    return (head[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n").encode()
