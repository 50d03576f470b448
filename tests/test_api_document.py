"""The API keeps to its own document: valid OpenAPI, and no answer that it does not declare."""

from datetime import timedelta
from functools import cache

import curated
import pytest
from asking import address, ask
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.applications import Starlette

from components.api.openapi import document
from components.base import sound
from components.base.choice import FIRST_DAY, today
from components.base.wording import LANGUAGES, Wording
from server import routes

APP = Starlette(routes=routes.routes())
EXAMPLES = 60
#: Names and texts that no parameter has, or that break what does not look at them.
ODD = st.sampled_from(
    ["", "x", "day[]", "%00", "\x00", "ä", "2015-02-30", "null", "1e9", "'", "﹣1"]
)


@pytest.fixture(autouse=True, scope="module")
def real():
    """The real tables, read once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sound, "read", lambda folder: curated.atlas())
        yield


@cache
def told():
    """The document as it is answered."""
    return ask(APP, "/api/v1/openapi.json").told


def operations():
    """Every operation of the document with its path."""
    return [(path, one["get"]) for path, one in told()["paths"].items()]


def validator(schema):
    """One that finds what the schema refers to."""
    return Draft202012Validator({**schema, "components": told()["components"]})


def fitting(parameter):
    """Texts that the schema of a parameter allows."""
    schema = parameter["schema"]
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "pattern" in schema:
        keys = curated.tables().districts["ags"].tolist()
        return st.sampled_from(keys) | st.from_regex(schema["pattern"], fullmatch=True)
    return st.dates(FIRST_DAY - timedelta(9), today() + timedelta(9)).map(str)


@st.composite
def requests(draw):
    """An operation, and an address that asks for it: well-formed, or with something odd in it."""
    path, operation = draw(st.sampled_from(operations()))
    pairs = []
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", draw(fitting(parameter)))
        elif draw(st.booleans()):
            pairs.append((parameter["name"], draw(fitting(parameter))))
    names = st.sampled_from(["day", "from", "to", "lang", "format"]) | ODD | st.text(max_size=9)
    odd = st.lists(st.tuples(names, ODD | st.text(max_size=20)), max_size=2)
    if draw(st.integers(0, 3)) == 0:
        pairs += draw(odd)
    return operation, f"{told()['servers'][0]['url']}{path}", pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_valid(language):
    OpenAPIV31SpecValidator(document(Wording(language), "/api/v1")).validate()


def test_every_schema_of_the_document_is_one():
    for schema in told()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_endpoint_can_be_asked_for_without_parameters_and_fits_its_schema():
    for path, operation in operations():
        answer = ask(APP, f"/api/v1{path.replace('{ags}', '05154')}")
        assert answer.status == 200, path
        declared(operation, answer)


@settings(max_examples=EXAMPLES, deadline=None)
@given(requests())
def test_no_answer_is_one_that_the_document_does_not_declare(request):
    operation, path, pairs = request
    answer = ask(APP, address(path, *pairs))
    assert answer.status < 500
    declared(operation, answer)
    known = [parameter["name"] for parameter in operation["parameters"]]
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names) or not set(names) <= set(known):
        assert answer.status == 400


def declared(operation, answer):
    """The answer has a status, a media type and a form that its operation declares."""
    response = operation["responses"][str(answer.status)]
    schema = response["content"][answer.media_type]["schema"]
    content = answer.content.decode() if answer.media_type == "text/csv" else answer.told
    found = next(validator(schema).iter_errors(content), None)
    assert found is None, f"{found.json_path}: {found.message[:200]}"


def test_an_answer_of_another_form_would_be_found():
    answer = ask(APP, "/api/v1/curve")
    (operation,) = [one for path, one in operations() if path == "/curve"]
    wrong = answer._replace(content=answer.content.replace(b'"certain":', b'"sure":'))
    with pytest.raises(AssertionError, match="certain"):
        declared(operation, wrong)
