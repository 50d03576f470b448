"""The history of one district as a list, every event with its date as known and its source."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

import pandas as pd

from adoption.status import is_act
from components.base.wording import Wording
from components.html.parts import caveat_html, cited_html


def history_html(
    events: pd.DataFrame, sources: pd.DataFrame, words: Wording, address: Mapping[str, str]
) -> str:
    """An ordered list of the district's events, in the order in which each was over.

    "By 3 June 2015" stands at June 2015, not where nothing bounds it from below.

    Parameters
    ----------
    events
        The district's rows of the events table.
    sources
        All sources; an empty url is said as "not online".
    address
        What the link to report a correction takes along; without the day, so that the
        history stays the same when the day moves.
    """
    cited = sources.set_index("id")
    told = events.sort_values(["last_day", "first_day"], kind="stable")
    items = [_item(event, cited, words, address) for event in told.itertuples(index=False)]
    return f'<ol class="history">{"".join(items)}</ol>'


def _item(event: tuple, cited: pd.DataFrame, words: Wording, address: Mapping[str, str]) -> str:
    tag = caveat_html(event.basis, event.confidence, words)
    ids = [event.source_id, *event.further_source_ids.split()]
    links = "".join(f"<li>{cited_html(cited.loc[source_id], words)}</li>" for source_id in ids)
    summary, note = (getattr(event, f"{name}_{words.language}") for name in ("summary", "note"))
    noted = f'<p class="note">{escape(note)}</p>' if note else ""
    confidence = words("history.confidence", level=words(f"confidence.{event.confidence}"))
    return (
        f'<li class="{"own" if is_act(event.event, event.body) else "voice"}" id="{event.id}">'
        f"<p><strong>{escape(words.known(event.date))}</strong> · "
        f"{escape(words(f'event.{event.event}'))} · {escape(words(f'body.{event.body}'))}{tag}</p>"
        f"<p>{escape(summary)}</p>{noted}"
        f'<p class="source">{escape(confidence)} · {_report_link(event, address, words)}</p>'
        f'<ul class="source">{links}</ul></li>'
    )


def _report_link(event: tuple, address: Mapping[str, str], words: Wording) -> str:
    """To the page of the sources, with the text for this event filled in."""
    query = urlencode({**address, "kreis": event.ags, "ereignis": event.id})
    label = escape(words("history.report"))
    return f'<a class="report" href="quellen?{escape(query)}#korrektur">{label}</a>'
