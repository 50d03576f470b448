"""The dashboard without a browser: a page opened at an address, looked at for exceptions."""

import json
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from markup import parsed, texts
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[1] / "dashboard.py")


def sound(page: AppTest) -> AppTest:
    """The page, after a look that no exception stands on it."""
    assert [error.value for error in page.exception] == []
    return page


def opened(file: str, **query: str) -> AppTest:
    """The page of a file in components/page/pages, opened by its own address."""
    page = AppTest.from_file(APP, default_timeout=60)
    page.switch_page(f"components/page/pages/{file}.py")
    page.query_params.update(query)
    return sound(page.run())


def turned_to(file: str, **query: str) -> AppTest:
    """The same with the choice made on the page of the map, from which the reader turns."""
    page = opened("karte", **query)
    return sound(page.switch_page(f"components/page/pages/{file}.py").run())


def html(page: AppTest) -> str:
    """All the page's HTML in one text, that of map and time included."""
    parts = [element.proto.body for element in page.get("html")]
    return "".join([*(stage["markup"] for stage in given(page, "stage")), *parts])


def chosen(page: AppTest) -> dict[str, Any]:
    """What the page tells its map, or its control of the time, to be chosen."""
    return given(page, "chosen")[0]


def given(page: AppTest, name: str) -> list[dict[str, Any]]:
    """What the components of this name are given, in the order of the page."""
    return [json.loads(one.proto.json) for one in _components(page, name)]


def tell(
    page: AppTest, name: str, event: str, value: dict[str, Any], key: str | None = None
) -> AppTest:
    """The page after its one component of this name, and of this key where there are several,
    has told the server of an event.

    AppTest knows no components: what the browser would send is added to what the page sends.
    """
    (one,) = _components(page, name, key)
    states = page._tree.get_widget_states()
    told = states.widgets.add(id=_make_trigger_id(one.proto.id, "events"))
    told.json_trigger_value = json.dumps([{"event": event, "value": value}])
    return sound(page._run(states))


def _components(page: AppTest, name: str, key: str | None = None) -> list[Any]:
    named = [one for one in page.get("bidi_component") if one.proto.component_name == name]
    return [one for one in named if key is None or one.proto.id.endswith(f"-{key}")]


def fields(page: AppTest) -> dict[str, dict[str, Any]]:
    """What the fields of the page are given, by their keys."""
    found = _components(page, "field")
    return {one.proto.id.rpartition("-")[2]: json.loads(one.proto.json) for one in found}


def options(page: AppTest, key: str) -> dict[str, str]:
    """What can be chosen in the field of this key: the values by what they are called."""
    return {text: value for value, text in fields(page)[key]["options"]}


def choose(page: AppTest, key: str, value: object) -> AppTest:
    """The page after this has been chosen in the field of this key."""
    return tell(page, "field", "changed", {"value": value, "count": 1}, key)


def searched(page: AppTest, text: str) -> dict[str, Any]:
    """What the search field is answered for this text."""
    tell(page, "place_field", "asked", {"text": text, "count": 7})
    (field,) = given(page, "place_field")
    return field["answer"]


def take(page: AppTest, ags: str) -> AppTest:
    """The page after a hit of the search that leads to this district was taken; "" gives up."""
    return tell(page, "place_field", "taken", {"ags": ags})


def moved_to(page: AppTest, day: str) -> AppTest:
    """The page after "back" or "forward" has led to another day: no test here moves the control."""
    page.query_params["tag"] = day
    return sound(page.run())


def seen(page: AppTest) -> BeautifulSoup:
    """All the page's HTML as elements."""
    return parsed(html(page))


def links(page: AppTest, key: str = "pages") -> dict:
    """What the links of this key are drawn from; of "pages" the whole navigation."""
    (drawn,) = [one for one in page.get("bidi_component") if one.proto.id.endswith(f"-{key}")]
    return json.loads(drawn.proto.json)


def warnings(page: AppTest) -> list[str]:
    """What the page says is wrong; first of all what the address or a search got wrong."""
    return texts(seen(page), ".notice")
