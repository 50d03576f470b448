"""Parquet: typed columns, each with its explanation, and what the file says in its metadata."""

import json
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from components.base.wording import Wording
from components.downloads import about, geodata
from components.downloads.column import Column
from components.downloads.tables import Table

#: The key of the file's metadata under which `about.facts` stand, as JSON.
KEY = b"kiz_atlas"
_TYPES = {
    "day": pa.date32(),
    "count": pa.int64(),
    "percent": pa.float64(),
    "flag": pa.bool_(),
}


def parquet(table: Table, words: Wording) -> bytes:
    """The table as Parquet; the status with the areas, as GeoParquet."""
    fields = [_field(column, words) for column in table.columns]
    columns = pa.Table.from_pandas(table.frame, pa.schema(fields), preserve_index=False)
    metadata = columns.schema.metadata or {}
    facts = about.facts(table, words)
    if table.name == "status":
        geometry, geo = _areas(table)
        columns = columns.append_column("geometry", geometry)
        metadata = {b"geo": geo}
        facts["licence"] = about.licence(table, words, drawn=True)
        facts["attribution"] = table.stamp.attribution
    metadata = {**metadata, KEY: json.dumps(facts, ensure_ascii=False).encode()}
    file = BytesIO()
    pq.write_table(columns.replace_schema_metadata(metadata), file)
    return file.getvalue()


def _field(column: Column, words: Wording) -> pa.Field:
    kind = _TYPES.get(column.kind, pa.string())
    return pa.field(column.name, kind, metadata={"description": column.explanation(words)})


def _areas(table: Table) -> tuple[pa.ChunkedArray, bytes]:
    """The areas in the order of the rows as GeoParquet keeps them, and what it says of them."""
    file = BytesIO()
    geodata.on_areas(table)[["geometry"]].to_parquet(file, index=False)
    areas = pq.read_table(file)
    return areas.column("geometry"), areas.schema.metadata[b"geo"]
