"""GeoJSON (RFC 7946) and GeoPackage: the rows on their areas, in degrees (EPSG:4326)."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyogrio

from components.base.wording import Wording
from components.downloads import about
from components.downloads.tables import Table

#: GDAL keeps its settings for the whole process: one GeoPackage at a time.
_ONE_AT_A_TIME = Lock()


def on_areas(table: Table) -> gpd.GeoDataFrame:
    """The rows of a table of districts with the area of each; index as in the table."""
    shapes = table.areas.set_index("ags")["geometry"]
    geometry = gpd.GeoSeries(table.frame["ags"].map(shapes), crs=table.areas.crs)
    return gpd.GeoDataFrame(table.frame.copy(), geometry=geometry, crs=table.areas.crs)


def geojson(table: Table, words: Wording) -> bytes:
    """One feature per row, `id` is the key of the district; days are ISO, missing is null.

    Beside the features stand `attribution`, the line to show wherever the map is,
    `metadata` (`about.facts`) and `columns`, which explains the properties.
    """
    frame = on_areas(table)
    for column in table.columns:
        if column.kind == "day":
            days = frame[column.name].dt.strftime("%Y-%m-%d").astype(object)
            frame[column.name] = days.where(days.notna(), None)
        elif column.kind in ("count", "percent", "flag"):
            cells = frame[column.name].astype(object)
            frame[column.name] = cells.where(cells.notna(), None)
    features = json.loads(frame.set_index("ags", drop=False).to_json(na="null"))["features"]
    document = {
        "type": "FeatureCollection",
        "name": table.name,
        "attribution": table.stamp.attribution,
        "metadata": _facts(table, words),
        "columns": _explained(table, words),
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def gpkg(table: Table, words: Wording) -> bytes:
    """A GeoPackage with one layer, called as the table; its metadata are `about.facts`.

    The time that a GeoPackage keeps of its last change is the day of the data.
    """
    frame = on_areas(table)
    for column in table.columns:
        if column.kind == "day":
            frame[column.name] = frame[column.name].astype(pd.ArrowDtype(pa.date32()))
    facts = _facts(table, words)
    explained = {"columns": json.dumps(_explained(table, words), ensure_ascii=False)}
    description = f"{facts['citation']} {facts['licence']}"
    changed = f"{table.stamp.version[:10]}T00:00:00.000Z"
    with _ONE_AT_A_TIME, TemporaryDirectory() as folder:
        path = Path(folder) / f"{table.name}.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": changed})
        try:
            pyogrio.write_dataframe(
                frame,
                path,
                layer=table.name,
                driver="GPKG",
                # Some areas have two parts; all are written as such, so that the type is one.
                geometry_type="MultiPolygon",
                promote_to_multi=True,
                use_arrow=True,
                dataset_metadata=facts,
                layer_metadata=explained,
                layer_options={"IDENTIFIER": facts["title"], "DESCRIPTION": description},
            )
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def _facts(table: Table, words: Wording) -> dict[str, str]:
    """What the file says of itself, with the boundaries and their licence."""
    facts = about.facts(table, words)
    licence = about.licence(table, words, drawn=True)
    return facts | {"licence": licence, "attribution": table.stamp.attribution}


def _explained(table: Table, words: Wording) -> dict[str, str]:
    return {column.name: column.explanation(words) for column in table.columns}
