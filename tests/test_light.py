"""What a page does without: what draws pictures is not loaded for it, and nothing is done twice."""

import gc
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from page_driver import opened, sound
from streamlit import config

from components.base.sound import atlas
from components.facts import compare, dossier, holdouts
from components.html import totals
from components.words import headline
from server import lifespan

ROOT = Path(__file__).parents[1]
#: Opens the page of the map as a visitor does, after what the server loads before the first one.
VISIT = """
import sys
sys.path[:0] = ["tests", "."]
from server import lifespan, routes
lifespan._import_parts()
from page_driver import opened
opened("karte")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_what_draws_pictures_is_not_loaded_for_the_first_page():
    told = subprocess.run(
        [sys.executable, "-c", VISIT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(told.stdout.split())
    assert "pandas" in loaded
    assert not loaded & {"matplotlib", "pypdf"}


def counted(monkeypatch, module, name):
    """The list of all calls of a function, with its arguments."""
    calls, function = [], getattr(module, name)

    def call(*args, **named):
        calls.append(args)
        return function(*args, **named)

    monkeypatch.setattr(module, name, call)
    return calls


@pytest.mark.parametrize(
    ("page", "query", "module", "name"),
    [
        ("karte", {}, headline, "headline"),
        ("kreis", {"kreis": "05566"}, dossier, "told_by"),
        ("ohne", {}, holdouts.rules, "latecomers"),
        ("vergleich", {"vergleich": "2014-04-25"}, compare, "joined"),
        # A choice that no other test makes: the table is the same on all days.
        ("abgleich", {"kreis": "05978", "definition": "granted"}, totals, "contradiction"),
    ],
)
def test_the_second_visitor_of_a_day_waits_for_nothing_that_the_first_has_waited_for(
    page, query, module, name, monkeypatch
):
    day = date(2013, 11, 7)
    calls = counted(monkeypatch, module, name)
    opened(page, tag=day.isoformat(), **query)
    assert calls
    calls.clear()
    opened(page, tag=day.isoformat(), **query)
    assert not calls


def test_a_move_of_the_day_tells_no_total_anew(monkeypatch):
    page = opened("abgleich", tag="2013-11-08")
    calls = counted(monkeypatch, totals, "contradiction")
    page.query_params["tag"] = "2014-02-03"
    sound(page.run())
    assert not calls


@pytest.fixture
def whole_heap():
    """Nothing is set apart for the tests after this one."""
    yield
    gc.unfreeze()


def test_no_search_for_garbage_looks_at_what_all_visitors_share(whole_heap):
    shared = atlas()
    assert any(one is shared for one in gc.get_objects())
    lifespan.set_apart()
    assert not any(one is shared for one in gc.get_objects())
    assert config.get_option("runner.postScriptGC") is False
