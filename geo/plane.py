"""The areas in the plane: in metres, with the point of the mark."""

import geopandas as gpd

#: ETRS89 / UTM zone 32N, the state's own map projection; lengths come out in metres.
METRIC = "EPSG:25832"
#: Half a millimetre on the wide picture; the areas stay a coverage without gaps.
TOLERANCE_M = 700


def simplified(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas as they are drawn here: in metres, with fewer corners, and a point for the mark.

    Parameters
    ----------
    areas
        Columns ags, label_lon, label_lat, geometry, in any reference system.

    Returns ags, x, y (metres, the label point) and geometry in EPSG:25832.
    """
    drawn = flat(areas)
    return drawn.set_geometry(drawn.geometry.simplify_coverage(TOLERANCE_M))


def flat(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas in metres, with the point of the mark: columns ags, x, y, geometry."""
    plane = areas.to_crs(METRIC)
    where = gpd.GeoSeries.from_xy(areas["label_lon"], areas["label_lat"], crs="EPSG:4326")
    marks = where.to_crs(METRIC)
    return plane[["ags", "geometry"]].assign(x=marks.x.to_numpy(), y=marks.y.to_numpy())
