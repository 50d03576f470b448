"""The page "Für Programme" tells what the API answers, with examples that run."""

import contextlib
import io
import re
import shlex
from datetime import date

import curated
import page_driver
import pytest
from asking import ask, served
from markup import texts
from page_driver import links, seen
from starlette.applications import Starlette

from components.api.endpoints import ENDPOINTS, ROOT
from components.api.openapi import document
from components.base import settings, sound
from components.base.wording import LANGUAGES, Wording
from components.page.panels.programs import EXAMPLES, snippets
from server import routes

SITE = "https://atlas.example.org"
DAY = {"tag": "2015-09-24", "lang": "de"}
APP = Starlette(routes=routes.routes())


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests."""
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())


def opened(**query):
    return page_driver.opened("programme", **query)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_of_the_document_stands_there_with_its_parameters_and_formats(language):
    shown = seen(opened(lang=language))
    (addresses, _) = shown.select("table.machines")
    paths = document(Wording(language), ROOT)["paths"]
    assert texts(addresses, "th code") == list(paths)
    rows = dict(zip(paths, texts(addresses, "td"), strict=True))
    assert "day, definition, reading, lang" in rows["/status"]
    assert "json, csv, geojson" in rows["/status"]
    for endpoint in ENDPOINTS.values():
        assert all(word in rows[endpoint.path] for word in (*endpoint.asked, *endpoint.formats))


def test_every_link_of_an_address_is_answered():
    for link in seen(opened(**DAY)).select("table.machines a"):
        assert ask(APP, f"/{link['href']}").status == 200, link["href"]


def test_every_parameter_is_explained_once():
    (_, parameters) = seen(opened(**DAY)).select("table.machines")
    assert texts(parameters, "th code") == [
        *("day", "definition", "reading", "lang", "from", "to", "ags")
    ]
    assert "Möglich: decided, approved, granted, open · ohne Angabe approved" in parameters.text


def test_the_examples_name_the_address_of_the_site_and_the_day_of_the_reader(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), SITE)
    page = opened(**DAY)
    fields = [one.proto.json for one in page.get("bidi_component") if "copy_" in one.proto.id]
    fields = [one for one in fields if "api/v1" in one]
    assert len(fields) == len(EXAMPLES)
    assert all(f"{SITE}/api/v1/status?day=2015-09-24&format=csv" in one for one in fields)


def test_the_other_addresses_are_answered_and_the_tables_of_today_are_a_part_of_their_page():
    addresses = [link["href"] for link in seen(opened(**DAY)).select("#further ~ ul a")]
    for start in (f"{ROOT[1:]}/openapi.json", "data/datapackage.json", "app/static/data/index"):
        (found,) = [one for one in addresses if one.startswith(start)]
        assert ask(APP, f"/{found}").status == 200
    (machines,) = [one for one in addresses if one.endswith("#machines")]
    assert machines.startswith("mitnehmen?tag=2015-09-24")
    assert seen(page_driver.opened("mitnehmen", **DAY)).select_one("#machines")


def test_the_page_is_reached_from_the_foot_of_every_other_and_from_the_tables():
    page = page_driver.opened("mitnehmen", **DAY)
    assert list(links(page, "programs")["links"]) == ["programme"]
    assert "programme" in [link["href"] for link in seen(page).select("nav.ways a")]


def test_the_example_in_python_runs():
    said = io.StringIO()
    with served(APP) as site, contextlib.redirect_stdout(said):
        exec(written("python", site), {})  # what a reader would paste
    counts = dict(re.findall(r"^(\w+) +(\d+)$", said.getvalue(), re.MULTILINE))
    assert sum(map(int, counts.values())) == 54 and "rejected" in counts


def test_the_example_for_the_command_line_is_answered():
    program, *_, address = shlex.split(written("curl", ""))
    answer = ask(APP, address)
    assert (program, answer.status, answer.media_type) == ("curl", 200, "text/csv")


def written(name, site):
    described = document(Wording("en"), f"{site}{ROOT}")
    return snippets(described, date(2015, 9, 24))[name]
