"""The rules that hold the events against what was published of all districts: the lists of
who is in and who is out, and the totals.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd

from adoption.reconcile import Ours, held_against, ours
from adoption.series import episodes
from adoption.status import holders_on
from adoption.vocabulary import DEFINITIONS
from data import schema
from data.event_rules import FUNDED
from data.findings import Finding, Findings, by_line, rule
from data.problems import DataError
from data.table_rules import KINDS
from data.tables import typed

#: All districts; a table that lacks one is no measure of the totals.
ALL = sum(KINDS.values())
#: How many districts a finding names before it only counts them.
FEW = 3


class Contradiction(NamedTuple):
    """A line of the status lists that the events speak against, and the day on which they do."""

    line: int
    ags: str
    listed: str
    day: date


@rule("districts", "events", "status_lists")
def status_lists_hold(
    districts: pd.DataFrame, events: pd.DataFrame, lists: pd.DataFrame
) -> Findings:
    """Who is listed `in` has a KIZ for certain on the last day of the list's date, and who
    is listed `out` cannot have one on its first, under the definition `approved`.

    A list that other lists speak against too is named itself, else the event that comes
    before a list of those without one. Where none proves what a list says, an event is gone
    or came later, and the list's line is all there is to name.
    """
    try:
        dated = typed(events, schema.tables()["events"], "")
        listed = typed(lists, schema.tables()["status_lists"], "")
    except DataError:
        return
    contradictions = _contradictions(districts, dated, listed)
    for found in contradictions:
        if other := _other_list(found, listed):
            yield Finding("status_lists", found.line, other)
        elif found.listed == "in":
            yield Finding("status_lists", found.line, _unproved(found, dated))
    for line, against in _too_early(contradictions, dated, listed).items():
        yield Finding("events", line, _against_lists(dated.loc[line], against))


def _too_early(
    contradictions: list[Contradiction], events: pd.DataFrame, lists: pd.DataFrame
) -> dict[int, list[Contradiction]]:
    """The lines of the events that come before lists of those without, and these lists."""
    early: dict[int, list[Contradiction]] = {}
    for found in contradictions:
        if found.listed == "out" and not _other_list(found, lists):
            for line in _begun(events, found.ags, found.day):
                early.setdefault(line, []).append(found)
    return early


def _contradictions(
    districts: pd.DataFrame, events: pd.DataFrame, lists: pd.DataFrame
) -> list[Contradiction]:
    found = []
    for listed, end, group in (("in", "last_day", "with"), ("out", "first_day", "without")):
        for day, rows in lists[lists["listed"] == listed].dropna(subset=end).groupby(end):
            held = holders_on(events, districts, day.date(), "approved")
            groups = held.set_index("ags")["group"]
            for line, ags in rows["ags"].items():
                if groups.get(ags, group) != group:
                    found.append(Contradiction(line, ags, listed, day.date()))
    return sorted(found)


def _other_list(found: Contradiction, lists: pd.DataFrame) -> str | None:
    """Who is in once stays in: what a list says against an earlier or later one."""
    own = lists[(lists["ags"] == found.ags) & (lists["listed"] != found.listed)]
    if found.listed == "in":
        others = own[own["first_day"].dt.date > found.day]
    else:
        others = own[own["last_day"].dt.date < found.day]
    if others.empty:
        return None
    other = others.iloc[0]
    text = f"{found.ags} is listed {found.listed} on {found.day}, but {other['listed']} on the "
    return f"{text}list of {other['date']} and by its events; write {other['listed']}"


def _unproved(found: Contradiction, events: pd.DataFrame) -> str:
    own = events[(events["ags"] == found.ags) & events["event"].isin(FUNDED)]
    there = _addresses(own.sort_values("last_day")[:FEW]) or "there is none"
    text = f"{found.ags} is listed in, but no approval, grant or opening proves it by {found.day} "
    text += f"({there}); restore the event that is gone or correct its date or confidence (git "
    return f"{text}diff shows it), or the list if its source says otherwise"


def _begun(events: pd.DataFrame, ags: str, day: date) -> list[int]:
    """The lines of the events by which a district may have a KIZ on a day."""
    kind = events["event"].where(events["event"] != "planned", events["announces"])
    own = (events["ags"] == ags) & kind.isin(FUNDED)
    return events.index[own & (events["first_day"].dt.date <= day)].tolist()


def _against_lists(event: pd.Series, against: list[Contradiction]) -> str:
    lists = ", ".join(f"status_lists.csv:{found.line} (out on {found.day})" for found in against)
    text = f'{event["id"]} "{event["date"]}" contradicts {lists}; correct the event, or the '
    return f"{text}list{'s' if len(against) > 1 else ''} if the source says otherwise"


def _addresses(events: pd.DataFrame) -> str:
    rows = zip(events.index, events["id"], events["date"], strict=True)
    return ", ".join(f'events.csv:{line} {id} "{date}"' for line, id, date in rows)


@rule("totals")
def only_totals_of_all_bind(totals: pd.DataFrame) -> Findings:
    """A total that binds names its definition and is out of all districts."""
    for line, row in by_line(totals[totals["binds"] == "yes"]):
        if not row["definition"]:
            text = "binds without a definition; fill it in (git diff shows what is gone), or write "
            yield Finding("totals", line, f"{text}no in binds if it counts something else")
        if row["of"].isdecimal() and int(row["of"]) != ALL:
            text = f"binds, but is out of {row['of']}, not {ALL}; correct of, or write no in binds "
            text += "if the source says so"
            yield Finding("totals", line, text)


@rule("districts", "events", "totals", "status_lists")
def binding_totals_agree(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame, lists: pd.DataFrame
) -> Findings:
    """A total that binds contradicts neither the events nor another total that binds."""
    read = _comparable(districts, events, totals)
    if read is None:
        return
    comparable, own = read
    verdicts = _verdicts(comparable[comparable["binds"].eq("yes")], own)
    wrong = verdicts[verdicts["verdict"] == "contradicts"]
    early = "" if wrong.empty else _early_events(districts, events, lists)
    for line, row in wrong.iterrows():
        against = ", ".join(row["against"]) or "the events"
        text = f"binds, but contradicts {against} on {row['day']} ({row['certain']} to "
        text += f"{row['possible']} by name); {early or _turns_on(row['difference'], events)}"
        yield Finding("totals", line, text)


@rule("districts", "events", "totals")
def exceptions_hold_no_longer_than_their_reason(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame
) -> Findings:
    """A total that binds nothing counts something else, is not out of all districts, or
    contradicts the events or a total that binds: as soon as it could bind, it has to.
    """
    read = _comparable(districts, events, totals)
    if read is None:
        return
    comparable, own = read
    binding = comparable["binds"].eq("yes")
    before = _contradicting(comparable[binding], own)
    whole = comparable["of"].eq(ALL) | comparable["of"].isna()
    excepted = comparable[comparable["binds"].eq("no") & whole.fillna(False)]
    for line in excepted.index:
        if _contradicting(comparable[binding | (comparable.index == line)], own) <= before:
            text = f"binds nothing, but counts all {ALL} and contradicts neither "
            text += "the events nor a total that binds; write yes, or empty its definition"
            yield Finding("totals", line, f"{text} if it counts something else")


def _early_events(districts: pd.DataFrame, events: pd.DataFrame, lists: pd.DataFrame) -> str:
    """Repair where events contradict the lists too: these come first."""
    try:
        dated = typed(events, schema.tables()["events"], "")
        listed = typed(lists, schema.tables()["status_lists"], "")
    except DataError:
        return ""
    early = _too_early(_contradictions(districts, dated, listed), dated, listed)
    if not early:
        return ""
    return f"correct {_addresses(events.loc[[*early]])} first, which contradicts the lists too"


def _turns_on(districts: tuple[str, ...], events: pd.DataFrame) -> str:
    """Repair: first the events of the districts that it turns on, then the total."""
    own = events[events["ags"].isin(districts) & events["event"].isin(FUNDED)]
    if own.empty or len(districts) > FEW:
        return "correct the event or total that is wrong, or write no"
    return f"look first at {_addresses(own)}; write no only if these are right"


def _comparable(
    districts: pd.DataFrame, events: pd.DataFrame, totals: pd.DataFrame
) -> tuple[pd.DataFrame, Ours] | None:
    """The totals that name a definition, typed, and what they are held against.

    None where a cell cannot be read or a district is missing, which other rules say.
    """
    if len(districts) != ALL:
        return None
    try:
        dated = typed(events, schema.tables()["events"], "")
        counted = typed(totals, schema.tables()["totals"], "")
    except DataError:
        return None
    return counted[counted["definition"].isin(DEFINITIONS)], ours(episodes(dated, districts))


def _verdicts(totals: pd.DataFrame, own: Ours) -> pd.DataFrame:
    """`reconcile` with the lines of the totals as index, as if all of these bound."""
    return held_against(totals.assign(binds="yes"), own).set_axis(totals.index)


def _contradicting(totals: pd.DataFrame, own: Ours) -> set[int]:
    """The lines of the totals that would contradict something if all of these bound."""
    verdicts = _verdicts(totals, own)["verdict"]
    return set(verdicts.index[verdicts.eq("contradicts")])
