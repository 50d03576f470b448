"""The document of the API (OpenAPI 3.1), made from the tables that it answers by."""

from typing import Any

from components.api.endpoints import ENDPOINTS, Endpoint
from components.api.parameters import MEDIA, Parameter
from components.api.schemas import of_answer, ref, schemas
from components.base.choice import FIRST_DAY
from components.base.wording import Wording
from data import schema

#: The version of what can be asked; that of the data stands in every answer.
VERSION = "1.0.0"
#: The name of the document below the root of the API.
NAME = "openapi.json"
#: How an answer is refused, by status code; the sentence is `api.response.<code>`.
REFUSED = ("400", "503")


def document(words: Wording, server: str) -> dict[str, Any]:
    """The document in the language of `words`; all paths lie below the address `server`."""
    (licence,) = schema.descriptor()["licenses"]
    info = {
        "title": words("title"),
        "version": VERSION,
        "summary": words("page.tagline"),
        "description": words("api.told", first=words.day(FIRST_DAY)),
        "license": {"name": licence["title"], "url": licence["path"]},
    }
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": server}],
        "paths": {one.path: {"get": _get(name, one, words)} for name, one in ENDPOINTS.items()},
        "components": {"schemas": schemas(words)},
    }


def summary(name: str, endpoint: Endpoint, words: Wording) -> str:
    """What an endpoint answers, in a few words."""
    return words(f"take.table.{name}" if endpoint.table else f"api.endpoint.{name}")


def _get(name: str, endpoint: Endpoint, words: Wording) -> dict[str, Any]:
    """The one operation of a path."""
    asked = [_parameter(one, words) for one in endpoint.parameters.values()]
    refused, key = REFUSED, []
    if "{ags}" in endpoint.path:
        refused, key = (*REFUSED, "404"), [_key(words)]
    content = {MEDIA[k]: {"schema": of_answer(name, endpoint, k)} for k in endpoint.formats}
    problem = {"application/problem+json": {"schema": ref("Problem")}}
    told = {code: words(f"api.response.{code}") for code in ("200", "304", *refused)}
    responses = {code: {"description": text} for code, text in told.items()}
    responses["200"] |= {"headers": _headers(words), "content": content}
    for code in refused:
        responses[code]["content"] = problem
    said = {"operationId": name, "summary": summary(name, endpoint, words)}
    return {**said, "parameters": key + asked, "responses": responses}


def _parameter(one: Parameter, words: Wording) -> dict[str, Any]:
    """A parameter of the query; a day has no default that stands still."""
    kind: dict[str, Any] = {"type": "string"}
    kind |= {"enum": list(one.possible)} if one.possible else {"format": "date"}
    if one.default:
        kind["default"] = one.default
    told = {"name": one.name, "in": "query", "description": words(f"api.parameter.{one.name}")}
    return {**told, "schema": kind}


def _key(words: Wording) -> dict[str, Any]:
    """The parameter of the path: the key of a district as the descriptor has it."""
    (districts,) = [one for one in schema.descriptor()["resources"] if one["name"] == "districts"]
    (field,) = [one for one in districts["schema"]["fields"] if one["name"] == "ags"]
    kind = {"type": "string", "pattern": f"^{field['constraints']['pattern']}$"}
    told = {
        "name": "ags",
        "in": "path",
        "required": True,
        "description": words("api.parameter.ags"),
    }
    return {**told, "schema": kind, "example": field["example"]}


def _headers(words: Wording) -> dict[str, Any]:
    return {"ETag": {"description": words("api.header.etag"), "schema": {"type": "string"}}}
