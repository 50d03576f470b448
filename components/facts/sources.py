"""A source in one line, as files cite it."""

import pandas as pd


def citation(source: pd.Series) -> str:
    """A source in one line: publisher, title, date as far as known."""
    date_part = f" ({source['published']})" if source["published"] else ""
    return f"{source['publisher']}: {source['title']}{date_part}"
