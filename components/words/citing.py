"""How a source is named to a reader: publisher, title, date as the reader's language writes it."""

import pandas as pd

from components.base.wording import Wording


def cited(source: pd.Series, words: Wording) -> str:
    """A source in one line; exports write the same with a date for machines."""
    date = f" ({words.date(source['published'])})" if source["published"] else ""
    return f"{source['publisher']}: {source['title']}{date}"


def shortly(publisher: str, published: str, words: Wording) -> str:
    """Who published a source and when, without its title."""
    return words.names([publisher, words.date(published)] if published else [publisher])
