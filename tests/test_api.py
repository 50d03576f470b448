"""The API answers any day with the files of the command line, and refuses what it cannot answer."""

import json
from datetime import timedelta

import curated
import pytest
from asking import address, ask
from starlette.applications import Starlette

import export
from components.api import query
from components.api.endpoints import ENDPOINTS, ROOT
from components.base import settings, sound
from components.base.choice import FIRST_DAY, today
from components.base.sound import Keeper
from server import routes

APP = Starlette(routes=routes.routes())
DAY = "2015-09-24"
TABLES = {name: one for name, one in ENDPOINTS.items() if one.table}
#: An answer of every table in every format, other than without parameters.
ASKED = {
    "day": DAY,
    "from": "2014-04-25",
    "to": DAY,
    "definition": "open",
    "reading": "possible",
    "lang": "en",
}


@pytest.fixture(autouse=True)
def real(monkeypatch):
    """The real tables, read once for all tests."""
    monkeypatch.setattr(sound, "read", lambda folder: curated.atlas())


def got(path, *pairs, **query):
    return ask(APP, address(f"{ROOT}{path}", *pairs, **query))


def refusal(path, *pairs, **query):
    """What a refused query is told, by parameter."""
    answer = got(path, *pairs, **query)
    assert (answer.status, answer.media_type) == (400, "application/problem+json")
    assert answer.headers["cache-control"] == "no-store"
    return {
        one["parameter"]: one["finding"] + "; " + one["repair"] for one in answer.told["errors"]
    }


def command(name, kind, query, file):
    """What `export.py table` writes for the same query."""
    day = query.get("day") or query.get("to") or today().isoformat()
    options = ["table", "--table", name, "--day", day, "--format", kind, "-o", str(file)]
    for option in ("from", "definition", "reading", "lang"):
        if option in query:
            options += [f"--{option}", query[option]]
    assert export.main(options) == 0
    return file.read_bytes()


@pytest.mark.parametrize("name", TABLES)
def test_an_answer_is_the_file_that_the_command_line_writes(name, tmp_path, monkeypatch):
    known = curated.atlas()
    monkeypatch.setattr(export.Atlas, "load", lambda: known)
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    endpoint = TABLES[name]
    query = {part: ASKED[part] for part in endpoint.asked}
    for kind in endpoint.formats:
        answer = got(endpoint.path, *query.items(), format=kind)
        assert answer.status == 200
        assert answer.content == command(name, kind, query, tmp_path / f"{name}.{kind}"), kind


def test_without_a_day_it_is_today_and_without_a_format_json():
    answer = got("/status")
    assert answer.media_type == "application/json"
    assert answer.told["day"] == today().isoformat()
    assert len(answer.told["rows"]) == 54
    assert got("/changes").told["from"] == FIRST_DAY.isoformat()


def test_each_format_has_its_media_type():
    kinds = {kind: got("/status", format=kind).media_type for kind in ENDPOINTS["status"].formats}
    assert kinds == {
        "json": "application/json",
        "csv": "text/csv",
        "geojson": "application/geo+json",
    }


def test_one_district_is_told_with_its_standing_on_the_day_its_events_and_first_days(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    kleve = got("/districts/05154", day=DAY).told
    assert kleve["district"]["name"] == "Kreis Kleve"
    assert (kleve["standing"]["status"], kleve["day"]) == ("rejected", DAY)
    events = curated.tables().events
    assert len(kleve["events"]) == (events["ags"] == "05154").sum()
    assert {row["ags"] for row in kleve["events"] + kleve["first_days"]} == {"05154"}
    assert [row["definition"] for row in kleve["first_days"]] == [
        *("decided", "approved", "granted", "open")
    ]
    assert kleve["link"].startswith("https://atlas.example.org/") and "kreis=05154" in kleve["link"]


def test_without_a_setting_an_answer_leads_back_to_where_it_was_asked_for(monkeypatch):
    monkeypatch.delenv(settings.variable("address"), raising=False)
    assert got("/status", day=DAY).told["link"].startswith(f"http://atlas.example.org/?tag={DAY}")


@pytest.mark.parametrize("key", ["05999", "5154", "Kleve"])
def test_a_key_that_no_district_has_is_not_found(key):
    answer = got(f"/districts/{key}")
    assert (answer.status, answer.media_type) == (404, "application/problem+json")
    assert answer.told["detail"] == "no district has this key; /api/v1/districts lists all"


def test_the_boundaries_are_the_file_as_it_was_read():
    answer = got("/geometry")
    assert answer.media_type == "application/geo+json"
    assert len(answer.told["features"]) == 54
    assert answer.told["attribution"] == curated.atlas().attribution


def test_a_day_in_the_future_or_before_the_law_is_refused_with_its_reason():
    tomorrow, before = today() + timedelta(1), FIRST_DAY - timedelta(1)
    for day in (tomorrow, before):
        told = refusal("/status", day=day.isoformat())["day"]
        assert told.startswith(f"{day} is outside {FIRST_DAY} (the law is passed) to {today()}")
        assert told.endswith("; choose a day within")


@pytest.mark.parametrize("day", ["2015-9-24", "24.09.2015", "2015-02-30", "", "x" * 5000])
def test_what_is_no_day_is_refused_and_repeated_in_short(day):
    told = refusal("/status", day=day)["day"]
    assert told.endswith("is not a day; write 2014-04-25") and len(told) < 100


def test_a_parameter_that_is_not_known_is_refused_with_those_that_are():
    told = refusal("/totals", day=DAY, x="1")
    assert told == dict.fromkeys(("day", "x"), "is not known here; possible: lang, format")


def test_a_parameter_given_twice_is_refused_even_if_both_say_the_same():
    told = refusal("/status", ("day", DAY), ("day", DAY))
    assert told == {"day": "is given 2 times; give it once"}


def test_a_word_that_is_not_possible_is_refused_with_those_that_are():
    told = refusal("/status", definition="approve", format="xlsx")
    assert told == {
        "definition": '"approve" is not possible; use one of decided, approved, granted, open',
        "format": '"xlsx" is not possible; use one of json, csv, geojson',
    }


def test_a_span_that_ends_before_it_begins_is_refused():
    told = refusal("/changes", from_="2015-09-24", to="2014-04-25")
    assert told == {"to": "2014-04-25 is before 2015-09-24; swap the two days"}


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/x", f"{ROOT}/x", f"{ROOT}/status/", "/api/v2/x"]
)
def test_what_is_not_there_is_a_problem_that_names_the_list(path):
    answer = ask(APP, path)
    assert (answer.status, answer.media_type) == (404, "application/problem+json")
    assert answer.told["detail"].endswith("/api/v1/openapi.json lists what there is")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
@pytest.mark.parametrize("path", [f"{ROOT}/status", f"{ROOT}/x"])
def test_what_would_write_is_refused(path, method):
    answer = ask(APP, path, method)
    assert (answer.status, answer.media_type) == (405, "application/problem+json")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_page_of_another_site_may_read():
    asked = {"origin": "https://example.org", "access_control_request_method": "GET"}
    answer = ask(APP, f"{ROOT}/status", "OPTIONS", **asked)
    assert answer.status == 204
    assert "GET" in answer.headers["access-control-allow-methods"]
    for one in (answer, got("/status"), got("/status", x="1"), got("/x")):
        assert one.headers["access-control-allow-origin"] == "*"


def test_what_has_not_changed_is_not_sent_again():
    first = got("/curve")
    again = ask(APP, f"{ROOT}/curve", if_none_match=first.headers["etag"])
    assert (again.status, again.content) == (304, b"")
    assert got("/curve", definition="open").headers["etag"] != first.headers["etag"]


def test_tables_that_are_not_sound_are_a_problem_of_the_server(monkeypatch):
    def broken(folder):
        raise sound.DataError('data/events.csv:17: date "x" is not EDTF; write 2015-03-19')

    monkeypatch.setattr(sound, "read", broken)
    monkeypatch.setattr(sound, "KEEPER", Keeper())
    below = [f"{ROOT}/{path}" for path in ("status", "geometry", "districts/05154")]
    for path in (*below, "/app/static/data/status.csv", "/data/events.csv"):
        answer = ask(APP, path)
        assert (answer.status, answer.media_type) == (503, "application/problem+json")
        assert "data/events.csv:17: " in answer.told["detail"]


def test_a_fault_of_ours_is_a_problem_without_its_trace(monkeypatch):
    def fails(*asked):
        raise RuntimeError("of the house")

    monkeypatch.setattr("server.api.content_of", fails)
    answer = got("/status")
    assert (answer.status, answer.media_type) == (500, "application/problem+json")
    assert "of the house" not in answer.told["detail"]


def test_a_refusal_tells_the_first_faults_alone():
    answer = got("/status", **{f"a{number}": "1" for number in range(900)})
    assert answer.status == 400 and len(answer.told["errors"]) == query.MOST
    assert len(answer.content) < 3000


def test_what_a_visitor_writes_is_kept_nowhere(monkeypatch):
    asked = []

    def keeping(*query):
        asked.append(query)
        return b""

    monkeypatch.setattr("server.api.content_of", keeping)
    got("/status", day=DAY)
    got("/status", day="2015-09-24x")
    got("/districts/0515x")
    ((_, query, _),) = asked
    assert f"{query.day}" == DAY and not isinstance(query.day, str)


def test_the_document_is_in_the_language_that_is_asked_for():
    german, english = got("/openapi.json"), got("/openapi.json", lang="en")
    assert "für jeden Tag" in german.told["info"]["description"]
    assert "for any day" in english.told["info"]["description"]
    assert refusal("/openapi.json", day=DAY) == {"day": "is not known here; possible: lang"}


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        (f"status.csv?day={DAY}", f"status?day={DAY}&format=csv"),
        ("status.json?reading=possible", "status?reading=possible&format=json"),
        ("curve.csv?definition=open&format=json", "curve?definition=open&format=json"),
    ],
)
def test_a_stable_address_refuses_a_parameter_and_names_the_address_that_answers_it(asked, used):
    answer = ask(APP, f"/app/static/data/{asked}")
    assert (answer.status, answer.media_type) == (400, "application/problem+json")
    assert f"use /api/v1/{used}" in answer.told["detail"]
    assert ask(APP, f"/api/v1/{used}").status == 200


@pytest.mark.parametrize(
    "asked", ["index.json?day=2015-09-24", "status.csv?x=1", "events.csv?day=2015-09-24"]
)
def test_a_stable_address_refuses_what_no_address_answers(asked):
    answer = ask(APP, f"/app/static/data/{asked}")
    assert (answer.status, answer.media_type) == (400, "application/problem+json")
    assert "use /api" not in answer.told["detail"]


def test_a_stable_address_without_parameters_answers_as_before(monkeypatch):
    monkeypatch.setenv(settings.variable("address"), "https://atlas.example.org")
    answer = ask(APP, "/app/static/data/status.csv")
    assert answer.status == 200
    assert answer.content == got("/status", format="csv").content
    index = json.loads(ask(APP, "/app/static/data/index.json").content)
    assert [table["name"] for table in index["tables"]] == list(TABLES)


def test_below_a_path_all_addresses_begin_with_it(monkeypatch):
    monkeypatch.setattr(routes.address, "base", lambda: "/atlas")
    below = Starlette(routes=routes.routes())
    assert ask(below, "/atlas/api/v1/curve").status == 200
    told = ask(below, "/atlas/api/v1/x").told["detail"]
    assert told.endswith("; /atlas/api/v1/openapi.json lists what there is")
    document = ask(below, "/atlas/api/v1/openapi.json").told
    assert document["servers"] == [{"url": "/atlas/api/v1"}]
    refused = ask(below, f"/atlas/app/static/data/status.csv?day={DAY}").told["detail"]
    assert f"use /atlas/api/v1/status?day={DAY}&format=csv" in refused
