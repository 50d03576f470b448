"""The history of one district as a list, every event with its date as known and its source."""

import htpy as h
import pandas as pd

from adoption.status import is_act
from components.base.links import Links
from components.base.wording import Wording
from components.html import parts


def history(events: pd.DataFrame, sources: pd.DataFrame, links: Links, words: Wording) -> h.Element:
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
    ordered = events.sort_values(["last_day", "first_day"], kind="stable")
    return h.ol(".history")[
        [_item(event, cited, links, words) for event in ordered.itertuples(index=False)]
    ]


def _item(event: tuple, cited: pd.DataFrame, links: Links, words: Wording) -> h.Element:
    what = f" · {words(f'event.{event.event}')} · {words(f'body.{event.body}')}"
    mark = parts.caveat(event.basis, event.confidence, words)
    ids = [event.source_id, *event.further_source_ids.split()]
    summary, note = (getattr(event, f"{name}_{words.language}") for name in ("summary", "note"))
    confidence = words("history.confidence", level=words(f"confidence.{event.confidence}"))
    return h.li(class_="own" if is_act(event.event, event.body) else "voice", id=event.id)[
        h.p[h.strong[words.date(event.date)], what, mark],
        h.p[summary],
        note and h.p(".note")[note],
        h.p(".source")[confidence, _report(event, links, words)],
        h.ul(".source")[[h.li[parts.cited(cited.loc[one], words)] for one in ids]],
    ]


def _report(event: tuple, links: Links, words: Wording) -> h.Node:
    """The way to report a correction of this event, with what parts it; nothing without one."""
    address = links.report(event.ags, event.id)
    return address and h.fragment[" · ", h.a(".report", href=address)[words("history.report")]]
