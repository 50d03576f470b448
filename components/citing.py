"""How a source is named to a reader: publisher, title, date as the reader's language writes it."""

from html import escape

import pandas as pd

from components.wording import Wording


def cited(source: pd.Series, words: Wording) -> str:
    """A source in one line; exports write the same with a date for machines."""
    date = f" ({words.known(source['published'])})" if source["published"] else ""
    return f"{source['publisher']}: {source['title']}{date}"


def cited_html(source: pd.Series, words: Wording) -> str:
    """A source in one line, linked to where it stands; or that it is not online."""
    line = escape(cited(source, words))
    if not source["url"]:
        return f"{line} · {escape(words('source.offline'))}"
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{line}</a>'
