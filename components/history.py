"""The history of one district as a list, every event with its date as known and its source."""

from datetime import date
from html import escape

import pandas as pd

from adoption.status import MINISTRY_ACTS
from adoption.vocabulary import OWN_BODIES
from components.exports import citation
from components.table_data import caveat
from components.wording import Wording


def history_html(events: pd.DataFrame, sources: pd.DataFrame, words: Wording) -> str:
    """An ordered list of the district's events, in the order in which each was over.

    "By 3 June 2015" stands at June 2015, not where nothing bounds it from below.

    Parameters
    ----------
    events
        The district's rows of the events table.
    sources
        All sources; an empty url is said as "not online".
    """
    cited = sources.set_index("id")
    told = events.sort_values(["last_day", "first_day"], kind="stable")
    items = [_item(event, cited, words) for event in told.itertuples(index=False)]
    return f'<ol class="history">{"".join(items)}</ol>'


def latest_evidence(events: pd.DataFrame, day: date) -> pd.Series | None:
    """The district's latest event whose whole span has passed on that day, or None."""
    past = events[events["last_day"].dt.date <= day]
    return None if past.empty else past.sort_values("last_day", kind="stable").iloc[-1]


def _item(event: tuple, cited: pd.DataFrame, words: Wording) -> str:
    own = event.body in OWN_BODIES or (event.body == "ministry" and event.event in MINISTRY_ACTS)
    mark = caveat(event.basis, event.confidence, words)
    tag = f' <span class="caveat">{escape(mark)}</span>' if mark else ""
    ids = [event.source_id, *event.further_source_ids.split()]
    links = "".join(f"<li>{_source(cited.loc[source_id], words)}</li>" for source_id in ids)
    summary, note = (getattr(event, f"{name}_{words.language}") for name in ("summary", "note"))
    noted = f'<p class="note">{escape(note)}</p>' if note else ""
    confidence = words("history.confidence", level=words(f"confidence.{event.confidence}"))
    return (
        f'<li class="{"own" if own else "voice"}" id="{event.id}">'
        f"<p><strong>{escape(words.known(event.date))}</strong> · "
        f"{escape(words(f'event.{event.event}'))} · {escape(words(f'body.{event.body}'))}{tag}</p>"
        f"<p>{escape(summary)}</p>{noted}"
        f'<p class="source">{escape(confidence)}</p><ul class="source">{links}</ul></li>'
    )


def _source(source: pd.Series, words: Wording) -> str:
    line = escape(citation(source))
    if not source["url"]:
        return f"{line} · {escape(words('source.offline'))}"
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{line}</a>'
