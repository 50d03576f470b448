"""From municipalities to districts: dissolve, simplify as one coverage, label."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.boundaries import BoundaryError
from geo.plane import METRIC

#: Its own centre and its own area inside the StädteRegion (05334), which is the rest.
CITY_OF_AACHEN = "05334002"
#: About 145 kB as GeoJSON, and no area off by half a percent (geo/README.md).
TOLERANCE_M = 300
#: Degrees; four decimals are 7 m from west to east and 11 m from south to north.
DECIMALS = 4
MAX_AREA_ERROR = 0.01
LABEL_PRECISION_M = 50
LOWER = "lower TOLERANCE_M in geo/shapes.py"


def district_key(municipality: str) -> str:
    """The district of a municipality's 8-digit key: the one place that cuts a key."""
    return municipality if municipality == CITY_OF_AACHEN else municipality[:5]


def dissolve(municipalities: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """The districts at full resolution, index ags (sorted), EPSG:25832.

    Raises
    ------
    BoundaryError
        The municipalities overlap or leave gaps; without address.
    """
    metric = municipalities.to_crs(METRIC)
    if not _is_coverage(metric.geometry.to_numpy()):
        raise BoundaryError("gaps or overlaps between municipalities; use VG250 unedited")
    return metric.dissolve(metric["ags"].map(district_key), method="coverage").geometry


def simplify(districts: gpd.GeoSeries) -> gpd.GeoSeries:
    """The districts for a map of the state, index ags, EPSG:4326, four decimals.

    Common lines are simplified once for both sides, and rounding moves a common vertex
    alike, so no gap and no overlap opens. Rings begin where `shapely.normalize` says.

    Raises
    ------
    BoundaryError
        The result is no valid coverage, or an area is off by more than one percent;
        without address.
    """
    coarse = districts.simplify_coverage(TOLERANCE_M).to_crs("EPSG:4326").to_numpy()
    rounded = shapely.normalize(shapely.transform(coarse, lambda xy: np.round(xy, DECIMALS)))
    simple = gpd.GeoSeries(rounded, index=districts.index, crs="EPSG:4326")
    if not (shapely.is_valid(rounded).all() and _is_coverage(rounded)):
        raise BoundaryError(f"simplified areas overlap or leave gaps; {LOWER}")
    worst = area_error(simple, districts)
    if worst.max() > MAX_AREA_ERROR:
        finding = f"simplified area of {worst.idxmax()} is off by {worst.max():.2%}"
        raise BoundaryError(f"{finding}; {LOWER}")
    return simple


def area_error(simple: gpd.GeoSeries, full: gpd.GeoSeries) -> pd.Series:
    """How far each simplified area is off the full one, as a share of it (0.01 = 1 %)."""
    return (simple.to_crs(METRIC).area / full.area - 1).abs()


def label_points(simple: gpd.GeoSeries) -> pd.DataFrame:
    """Where a label sits well inside: columns label_lon, label_lat (degrees), index ags.

    The centre of the largest circle that fits into the district's largest part.
    """
    parts = simple.to_crs(METRIC).explode()
    largest = parts.iloc[np.argsort(-parts.area, stable=True)].groupby(level=0).first()
    radii = shapely.maximum_inscribed_circle(largest.to_numpy(), tolerance=LABEL_PRECISION_M)
    centres = gpd.GeoSeries(shapely.get_point(radii, 0), index=largest.index, crs=METRIC)
    degrees = centres.to_crs("EPSG:4326")
    return pd.DataFrame(
        {"label_lon": degrees.x.round(DECIMALS), "label_lat": degrees.y.round(DECIMALS)}
    )


def _is_coverage(areas: np.ndarray) -> bool:
    """No overlap and no gap; GEOS takes a wide gap for a hole, and the state has none."""
    if not shapely.coverage_is_valid(areas):
        return False
    parts = shapely.get_parts(shapely.coverage_union_all(areas))
    return not shapely.get_num_interior_rings(parts).any()
