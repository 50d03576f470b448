"""The bytes of the files that a build leaves behind."""

import json
from hashlib import sha256
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import mapping

from geo.boundaries import BoundaryError


def geojson(simple: gpd.GeoSeries, about: pd.DataFrame, attribution: str) -> bytes:
    """GeoJSON after RFC 7946 (exterior rings counter-clockwise), a feature per line.

    `about` has the index of `simple`; after ags its columns become the properties.
    """
    properties = {row["ags"]: row for row in about.reset_index().to_dict("records")}
    turned = shapely.orient_polygons(simple.to_numpy(), exterior_cw=False)
    features = [
        {"type": "Feature", "properties": properties[ags], "geometry": mapping(shape)}
        for ags, shape in zip(simple.index, turned, strict=True)
    ]
    # One feature per line, so that a diff names the district.
    head = {"type": "FeatureCollection", "attribution": attribution}
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features]
    opened = json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n'
    return (opened + ",\n".join(lines) + "\n]}\n").encode()


def described(descriptor: bytes, path: Path, content: bytes) -> bytes:
    """The data package with hash and bytes of the file at `path` as they are now."""
    try:
        package = json.loads(descriptor)
        for resource in package["resources"]:
            if resource["path"] == path.as_posix():
                digest = f"sha256:{sha256(content).hexdigest()}"
                resource |= {"hash": digest, "bytes": len(content)}
    except (KeyError, TypeError, ValueError) as error:
        finding = f"not a data package ({error!r})"
        raise BoundaryError(f"datapackage.json: {finding}; restore it") from error
    if package == json.loads(descriptor):
        return descriptor
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()
