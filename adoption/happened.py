"""What happened, and what of it changed a status: events, confirmations, steps of the law.

An event changes the status of its district where the certain reading gives it another one on
the day on which the event comes to bear. Every other event keeps it: a second refusal, a
committee behind a council's decision, talk after an approval, what towns and churches say.

Source: data/README.md, section Status.
"""

from bisect import bisect_right
from datetime import date

import pandas as pd

from adoption.status import Act, histories, standing

TURN_COLUMNS = ["day", "ags", "event_id", "status_before", "status_after"]
HAPPENED_COLUMNS = [
    *("entry", "id", "ags", "date", "first_day", "last_day", "event", "body", "shows"),
    *("basis", "confidence", "effect", "status_before", "status_after", "changed_on"),
    *("summary_de", "summary_en", "source_id", "further_source_ids"),
]
_DAYS = ["first_day", "last_day", "changed_on"]


def turns(events: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Every change of a status in the certain reading, with the event that brought it about.

    `changes` is what `adoption.series.episodes` returns. Of several events that come to bear on
    one day, those are named without which the status would be another; an approval on the day
    of the opening is not.

    Returns one row per change and event in the order of the days: `day`, `ags`, `event_id`,
    `status_before` (at the end of the day before), `status_after` (at the end of the day).
    """
    acts = histories(events)
    certain = changes[changes["reading"].eq("certain")]
    before = certain.groupby("ags")["status"].shift()
    moved = certain.assign(before=before)[before.notna() & before.ne(certain["status"])]
    rows = [
        (row.first_day, row.ags, act.id, row.before, row.status)
        for row in moved.itertuples(index=False)
        for act in _causes(acts[row.ags], row.first_day, row.status)
    ]
    return pd.DataFrame(rows, columns=TURN_COLUMNS)


def happened(
    events: pd.DataFrame,
    confirmations: pd.DataFrame,
    milestones: pd.DataFrame,
    changes: pd.DataFrame,
) -> pd.DataFrame:
    """All three kinds of entries in the order of time: first day, last day, id.

    Returns HAPPENED_COLUMNS. `entry` is one of ENTRIES, `effect` one of EFFECTS: `none` for
    confirmations and steps of the law. `status_before` and `status_after` are the certain status
    of the district around the event, the same where it keeps it: then that at the end of its
    last day. `changed_on` is the day from which the change counts, else missing. Text that does
    not apply is empty.
    """
    parts = [
        events.assign(entry="event").join(_effects(events, changes), on="id"),
        confirmations.assign(entry="confirmation", effect="none"),
        milestones.assign(entry="milestone", effect="none"),
    ]
    rows = pd.concat([part.reindex(columns=HAPPENED_COLUMNS) for part in parts])
    text = rows.columns.difference(_DAYS)
    rows[text] = rows[text].astype("string").fillna("")
    rows[_DAYS] = rows[_DAYS].astype("datetime64[s]")
    return rows.sort_values(["first_day", "last_day", "id"], ignore_index=True)


def between(rows: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """What happened, or may have, from one day to another, both included.

    `rows` is what `happened` returns; an entry that is dated imprecisely belongs where its span
    and the days overlap.

    Raises
    ------
    ValueError
        The second day is before the first.
    """
    if last < first:
        raise ValueError(f"{last} is before {first}; swap the two days")
    begun = rows["first_day"].le(pd.Timestamp(last))
    return rows[begun & rows["last_day"].ge(pd.Timestamp(first))].reset_index(drop=True)


def _causes(history: list[Act], day: date, status: str) -> list[Act]:
    """The acts of this day without which the status at its end would be another one."""
    causes = [act for act in history if day in act[:2]]
    for act in reversed(causes):
        fewer = [one for one in causes if one is not act]
        seen = [one if one in fewer else _as_before(one, day) for one in history]
        if standing([one for one in seen if one], day, "certain").status == status:
            causes = fewer
    return causes


def _as_before(act: Act, day: date) -> Act | None:
    """The act as it stood before this day: unbegun, or begun and not over."""
    if act.first == day:
        return None
    return act._replace(firm=False) if act.last == day else act


def _effects(events: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Per id of an event: `effect`, `status_before`, `status_after`, `changed_on`.

    A council's refusal within a span can change the status twice: from its first day on what was
    decided is in doubt, after its last it is refused. Told is from what and to what in all.
    """
    kept = _kept(events, changes)
    turned = turns(events, changes).groupby("event_id")
    ends = {"status_before": turned["status_before"].first()}
    ends |= {"status_after": turned["status_after"].last(), "changed_on": turned["day"].last()}
    changed = pd.DataFrame({"effect": "changes", **ends})
    return pd.concat([kept.drop(changed.index), changed])


def _kept(events: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """What `_effects` returns if each of these events kept the status of its last day."""
    certain = changes[changes["reading"].eq("certain")]
    known = {ags: rows for ags, rows in certain.groupby("ags")}
    status = []
    for ags, day in zip(events["ags"], events["last_day"].dt.date, strict=True):
        place = bisect_right(known[ags]["first_day"].tolist(), day) - 1
        status.append(known[ags]["status"].iloc[place])
    told = {"effect": "keeps", "status_before": status, "status_after": status}
    return pd.DataFrame(told, index=events["id"]).assign(changed_on=None)
