"""The dashboard without a browser: a page opened at an address, looked at for exceptions."""

from pathlib import Path

from bs4 import BeautifulSoup
from markup import parsed
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[1] / "app.py")


def sound(page: AppTest) -> AppTest:
    """The page, after a look that no exception stands on it."""
    assert [error.value for error in page.exception] == []
    return page


def opened(file: str, **query: str) -> AppTest:
    """The page of a file in components/pages, opened by its own address."""
    page = AppTest.from_file(APP, default_timeout=60)
    page.switch_page(f"components/pages/{file}.py")
    page.query_params.update(query)
    return sound(page.run())


def turned_to(file: str, **query: str) -> AppTest:
    """The same with the choice made on the page of the map, from which the reader turns."""
    page = opened("karte", **query)
    return sound(page.switch_page(f"components/pages/{file}.py").run())


def html(page: AppTest) -> str:
    """All the page's HTML in one text."""
    return "".join(element.proto.body for element in page.get("html"))


def seen(page: AppTest) -> BeautifulSoup:
    """All the page's HTML as elements."""
    return parsed(html(page))


def warnings(page: AppTest) -> list[str]:
    """What the page says is wrong."""
    return [warning.value for warning in page.warning]
