"""The schemas of all answers as JSON Schema (2020-12), from the columns of the tables."""

from typing import Any

from components.api.endpoints import ENDPOINTS, Endpoint
from components.base import taken
from components.base.wording import LANGUAGES, Wording
from components.downloads.columns import COLUMNS, KINDS, Column

Schema = dict[str, Any]

#: How a cell of each kind of column is written; `columns.KINDS` says what it holds.
CELLS: dict[str, Schema] = {
    "text": {"type": ["string", "null"]},
    "key": {"type": ["string", "null"]},
    "url": {"type": ["string", "null"], "format": "uri"},
    "edtf": {"type": ["string", "null"], "description": "EDTF"},
    "day": {"type": ["string", "null"], "format": "date"},
    "count": {"type": ["integer", "null"]},
    "percent": {"type": ["number", "null"], "minimum": 0, "maximum": 100},
    "flag": {"type": ["boolean", "null"]},
}
_TEXT = {"type": "string"}
_SCOPE = {name: _TEXT for name in ("definition", "reading")} | {
    name: {"type": "string", "format": "date"} for name in ("from", "day")
}


def ref(name: str) -> Schema:
    """Where the schema of this name is found in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def schemas(words: Wording) -> dict[str, Schema]:
    """All of them by name: `status`, its row, its areas; the columns explained by `words`."""
    found = {"InBothLanguages": _all(dict.fromkeys(LANGUAGES, _TEXT)), "Column": _column()}
    for name in COLUMNS:
        found[f"{name}_row"] = _row(COLUMNS[name], words)
        found[name] = _document(name)
        if "geojson" in ENDPOINTS[name].formats:
            found[f"{name}_areas"] = _areas(ref(f"{name}_row"))
    return found | {"district": _district(), "geometry": _areas({"type": "object"}), **_refusal()}


def of_answer(name: str, endpoint: Endpoint, kind: str) -> Schema:
    """The schema of what an endpoint answers in a format."""
    if kind == "csv":
        return _TEXT
    return ref(f"{name}_areas" if kind == "geojson" and endpoint.table else name)


def _all(properties: dict[str, Schema], further: bool = False) -> Schema:
    """An object with exactly these properties, or with `further` ones too."""
    required = {"required": list(properties), "additionalProperties": further}
    return {"type": "object", "properties": properties, **required}


def _column() -> Schema:
    kinds = {"type": "string", "enum": list(KINDS)}
    return _all({"name": _TEXT, "kind": kinds, "description": ref("InBothLanguages")})


def _row(columns: tuple[Column, ...], words: Wording) -> Schema:
    """A row: every column, null where it is empty."""
    return _all({one.name: CELLS[one.kind] | _told(one, words) for one in columns})


def _told(column: Column, words: Wording) -> Schema:
    said = column.explanation(words)
    return {"description": f"{said} (EDTF)" if column.kind == "edtf" else said}


def _facts(scope: tuple[str, ...]) -> dict[str, Schema]:
    """What an answer says of itself: `about.facts`."""
    both = dict.fromkeys(("licence", "citation"), ref("InBothLanguages"))
    return {name: _SCOPE[name] for name in scope} | {"version": _TEXT, "link": _TEXT, **both}


def _document(name: str) -> Schema:
    """A table in JSON: `records.json`."""
    facts = {"name": {"const": name}, "title": ref("InBothLanguages")}
    columns = {"type": "array", "items": ref("Column")}
    rows = {"type": "array", "items": ref(f"{name}_row")}
    return _all({**facts, **_facts(taken.TABLES[name].scope), "columns": columns, "rows": rows})


def _district() -> Schema:
    rows = {name: {"type": "array", "items": ref(f"{name}_row")} for name in ("events", "history")}
    told = {"district": ref("districts_row"), "standing": ref("status_row")}
    told |= {"events": rows["events"], "first_days": rows["history"]}
    return _all({**_facts(("day", "definition", "reading")), **told})


def _areas(properties: Schema) -> Schema:
    """GeoJSON (RFC 7946) with one feature for each district."""
    shape = _all({"type": {"enum": ["Polygon", "MultiPolygon"]}, "coordinates": {"type": "array"}})
    feature = {"type": {"const": "Feature"}, "properties": properties, "geometry": shape}
    features = {"type": "array", "items": _all(feature, further=True)}
    kind = {"const": "FeatureCollection"}
    return _all({"type": kind, "attribution": _TEXT, "features": features}, further=True)


def _refusal() -> dict[str, Schema]:
    """Problem details (RFC 9457); `errors` name parameter, finding and repair."""
    error = _all(dict.fromkeys(("parameter", "finding", "repair"), _TEXT))
    errors = {"type": "array", "items": ref("Fault")}
    told = _all({"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT})
    told["properties"]["errors"] = errors
    return {"Fault": error, "Problem": told}
