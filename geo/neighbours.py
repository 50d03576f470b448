"""The boundaries joined with each other: who is whose neighbour."""

import geopandas as gpd
import pandas as pd
import shapely

from geo.plane import METRIC


def neighbours(boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Who borders whom: columns ags, neighbour (text) and border_m (metres, simplified line).

    Districts are neighbours where they share more than a point. The areas share their
    vertices, so the common line is exact. Every pair stands in both directions, sorted.
    """
    shapes = boundaries.geometry.to_crs(METRIC).to_numpy()
    keys = boundaries["ags"].to_numpy()
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    one, other = one[one < other], other[one < other]
    lines = shapely.intersection(shapely.boundary(shapes[one]), shapely.boundary(shapes[other]))
    pairs = pd.DataFrame({"ags": keys[one], "neighbour": keys[other]}, dtype="string")
    pairs["border_m"] = shapely.length(lines)
    pairs = pairs[pairs["border_m"] > 0]
    mirrored = pairs.rename(columns={"ags": "neighbour", "neighbour": "ags"})
    both = pd.concat([pairs, mirrored])
    return both.sort_values(["ags", "neighbour"], ignore_index=True)
