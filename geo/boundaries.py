"""The boundaries of the districts as committed in `districts.geojson`."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
from shapely.errors import ShapelyError

ROOT = Path(__file__).resolve().parent.parent
DISTRICTS = ROOT / "geo" / "districts.geojson"
REBUILD = "run: python -m geo.build"


class BoundaryError(Exception):
    """Geometry that cannot be used; one line with address, finding and repair."""


def address(path: Path) -> str:
    """The path as an error names it: from the top of the repository where it lies in it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def load(keys: Iterable[str], path: Path = DISTRICTS) -> gpd.GeoDataFrame:
    """The areas of exactly the districts `keys`, sorted by key.

    Returns
    -------
    GeoDataFrame
        Columns ags and name (text), label_lon and label_lat (degrees, a point well
        inside the area), geometry (valid Polygon or MultiPolygon, EPSG:4326);
        `attrs["attribution"]` is the line to show wherever the map is.

    Raises
    ------
    BoundaryError
        No such file, not such GeoJSON, an invalid shape, a key missing, doubled or unknown.
    """
    where = address(Path(path))
    frame, attribution = _read(Path(path), where)
    findings = _wrong_keys(frame["ags"], set(keys)) + _wrong_shapes(frame)
    if findings:
        raise BoundaryError(f"{where}: {len(frame)} areas, {', '.join(findings)}; {REBUILD}")
    frame = frame.astype({"ags": "string", "name": "string"}).sort_values("ags", ignore_index=True)
    frame.attrs["attribution"] = attribution
    return frame


def _read(path: Path, where: str) -> tuple[gpd.GeoDataFrame, str]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BoundaryError(f"{where}: missing; {REBUILD}") from error
    except OSError as error:
        raise BoundaryError(f"{where}: cannot be read ({error.strerror}); {REBUILD}") from error
    except (ValueError, RecursionError) as error:
        raise BoundaryError(f"{where}: not JSON ({error}); {REBUILD}") from error
    columns = ["ags", "name", "label_lon", "label_lat", "geometry"]
    try:
        frame = gpd.GeoDataFrame.from_features(document["features"], crs="EPSG:4326")
        return frame[columns], document["attribution"]
    except (AttributeError, KeyError, TypeError, ValueError, ShapelyError) as error:
        finding = "not the GeoJSON of the districts"
        raise BoundaryError(f"{where}: {finding} ({error!r}); {REBUILD}") from error


def _wrong_keys(found: Iterable[str], expected: set[str]) -> list[str]:
    counts = Counter(found)
    wrong = {
        "missing": expected - counts.keys(),
        "unknown": counts.keys() - expected,
        "doubled": {key for key, count in counts.items() if count > 1},
    }
    return [f"{word} {' '.join(sorted(map(str, keys)))}" for word, keys in wrong.items() if keys]


def _wrong_shapes(frame: gpd.GeoDataFrame) -> list[str]:
    shapes = frame.geometry
    good = shapes.geom_type.isin(["Polygon", "MultiPolygon"]) & shapes.is_valid & ~shapes.is_empty
    return [f"invalid shape of {' '.join(map(str, frame['ags'][~good]))}"] if not good.all() else []
