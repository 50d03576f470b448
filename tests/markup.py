"""HTML read as a browser reads it: tests ask for elements and their words, not for spellings."""

from bs4 import BeautifulSoup, Tag


def parsed(html: str) -> BeautifulSoup:
    """The elements of a page or of a part of one; `select` takes CSS selectors."""
    return BeautifulSoup(html, "html.parser")


def text(element: Tag) -> str:
    """What is written in an element, with one space between its parts."""
    return " ".join(element.get_text(" ").split())


def texts(html: str | Tag, selector: str) -> list[str]:
    """What is written in every element that a CSS selector names."""
    inside = parsed(html) if isinstance(html, str) else html
    return [text(element) for element in inside.select(selector)]
