"""The municipalities that the districts are dissolved from: read, check, pack."""

import json
import lzma
import re
from pathlib import Path

import geopandas as gpd
from shapely.errors import ShapelyError
from shapely.geometry import mapping

from geo.boundaries import BoundaryError, address

#: How many municipalities Nordrhein-Westfalen has (since 1975).
COUNT = 396
#: The line that the licence asks for, for a source that does not bring its own.
ATTRIBUTION = "© GeoBasis-DE / BKG (2017), Daten verändert"
#: West, south, east, north of the state, generously: swapped axes and metres fall outside.
EXTENT = (5.0, 50.0, 10.0, 53.0)
LAND = 4
REPAIR = "give the municipalities of VG250 (layer vg250_gem) as GeoJSON in WGS84"


def read(path: Path) -> gpd.GeoDataFrame:
    """The municipalities in a GeoJSON file, plain or packed (`.xz`); see `parse`."""
    where = address(path)
    try:
        content = path.read_bytes()
        if path.suffix == ".xz":
            content = lzma.decompress(content)
    except (OSError, lzma.LZMAError) as error:
        raise BoundaryError(f"{where}: cannot be read ({error}); {REPAIR}") from error
    return parse(content, where)


def parse(content: bytes, where: str) -> gpd.GeoDataFrame:
    """The state's municipalities, sorted by key, from GeoJSON in the form of VG250.

    Kept are the land areas (GF = 4) whose key begins with 05; the names of the
    properties may be upper case (files) or lower case (the live service).

    Returns
    -------
    GeoDataFrame
        Columns ags (8 digits), name, designation, geometry (EPSG:4326);
        `attrs["attribution"]` is the source's own line, else `ATTRIBUTION`.

    Raises
    ------
    BoundaryError
        Anything but 396 valid areas with unique keys, addressed with `where`.
    """
    try:
        document = json.loads(content)
    except ValueError as error:
        raise BoundaryError(f"{where}: no complete JSON ({error}); {REPAIR}") from error
    try:
        rows = [row for feature in document["features"] if (row := _row(feature))]
        frame = gpd.GeoDataFrame.from_features(rows, crs="EPSG:4326")
    except (AttributeError, KeyError, TypeError, ValueError, ShapelyError) as error:
        finding = f"not features with AGS, GEN, BEZ, GF and a shape ({error!r})"
        raise BoundaryError(f"{where}: {finding}; {REPAIR}") from error
    finding = _finding(frame)
    if finding:
        raise BoundaryError(f"{where}: {finding}; {REPAIR}")
    frame = frame.sort_values("ags", ignore_index=True)
    frame.attrs["attribution"] = document.get("attribution", ATTRIBUTION)
    return frame


def pack(municipalities: gpd.GeoDataFrame) -> bytes:
    """The municipalities as packed GeoJSON, coordinates as precise as they came.

    Other properties of VG250 than AGS, GEN, BEZ and GF are dropped. The same
    municipalities give the same bytes: `.xz` holds no time and no name.
    """
    features = [
        {
            "type": "Feature",
            "properties": {"AGS": row.ags, "GEN": row.name, "BEZ": row.designation, "GF": LAND},
            "geometry": mapping(row.geometry),
        }
        for row in municipalities.itertuples(index=False, name="Row")
    ]
    document = {
        "type": "FeatureCollection",
        "attribution": municipalities.attrs["attribution"],
        "features": features,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


def _row(feature: dict) -> dict | None:
    """The feature with our names of the properties; None where it is not the state's land."""
    given = {name.lower(): value for name, value in feature["properties"].items()}
    if given["gf"] != LAND or not given["ags"].startswith("05"):
        return None
    names = {"ags": given["ags"], "name": given["gen"], "designation": given["bez"]}
    return {"type": "Feature", "properties": names, "geometry": feature["geometry"]}


def _finding(frame: gpd.GeoDataFrame) -> str | None:
    """What is wrong with the municipalities, the first of it; None where nothing is."""
    if len(frame) != COUNT:
        return f"{len(frame)} municipalities of the state instead of {COUNT}"
    if not frame["ags"].map(lambda key: bool(re.fullmatch(r"05\d{6}", key))).all():
        return "keys that are not eight digits"
    if frame["ags"].duplicated().any():
        return f"doubled key {frame['ags'][frame['ags'].duplicated()].iloc[0]}"
    shapes = frame.geometry
    good = shapes.geom_type.isin(["Polygon", "MultiPolygon"]) & shapes.is_valid & ~shapes.is_empty
    if not good.all():
        return f"invalid shape of {frame['ags'][~good].iloc[0]}"
    west, south, east, north = shapes.total_bounds
    if west < EXTENT[0] or south < EXTENT[1] or east > EXTENT[2] or north > EXTENT[3]:
        return "coordinates outside the state (longitude and latitude swapped, or metres?)"
    return None
