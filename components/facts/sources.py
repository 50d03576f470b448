"""A source in one line, as files cite it."""

from collections.abc import Mapping

import pandas as pd

from components.base.atlas import Atlas
from components.base.memory import kept


@kept(2)
def cited(atlas: Atlas) -> pd.DataFrame:
    """The sources by their ids, with each in one line as `line`."""
    return lined(atlas.tables.sources)


def lined(sources: pd.DataFrame) -> pd.DataFrame:
    """Sources by their ids, with each in one line as `line`."""
    lines = [citation(source) for source in sources.to_dict("records")]
    return sources.set_index("id").assign(line=pd.Series(lines, sources["id"], dtype="string"))


def citation(source: Mapping[str, str]) -> str:
    """A source in one line: publisher, title, date as far as known."""
    date_part = f" ({source['published']})" if source["published"] else ""
    return f"{source['publisher']}: {source['title']}{date_part}"
