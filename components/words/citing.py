"""How a source is named to a reader: publisher, title, date as the reader's language writes it."""

from collections.abc import Mapping

from components.base.wording import Wording


def cited(source: Mapping[str, str], words: Wording) -> str:
    """A source in one line; exports write the same with a date for machines."""
    return f"{named(source)}{dated(source, words)}"


def named(source: Mapping[str, str]) -> str:
    """Publisher and title, which are German."""
    return f"{source['publisher']}: {source['title']}"


def dated(source: Mapping[str, str], words: Wording) -> str:
    """The date behind them, in brackets; nothing for a source without one."""
    return f" ({words.date(source['published'])})" if source["published"] else ""


def day(published: str, words: Wording) -> str:
    """The date behind the publisher alone; nothing for a source without one."""
    return f", {words.date(published)}" if published else ""
