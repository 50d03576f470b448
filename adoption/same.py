"""Which rows of the events tell one happening: the same grant or opening, proved twice.

A row says so in its note, "Dieselbe Eröffnung wie 05116-opening-1." Naming another row alone
joins nothing: notes also say of two that they are not the same.

Source: data/README.md, section events.csv, column note_de.
"""

import re

import pandas as pd

from adoption.dates import edtf_of
from adoption.vocabulary import APPROVALS

#: What happens once to a district, and may be told twice.
STARTS = (*APPROVALS, "opening")
_SAME = re.compile(r"\bDieselbe \w+ wie (\d+-[a-z]+-\d+)")
_TRUST = ("high", "medium", "low")


def leads(events: pd.DataFrame) -> pd.Series:
    """For each event the id of the row that leads what it tells: mostly its own.

    Only approvals, grants and openings of one district and one kind are joined. The lead is the
    row of the highest confidence, then the one that is over first, then the one with the lower id.
    """
    kinds = events.set_index("id")[["ags", "event"]].apply(tuple, axis=1).to_dict()
    groups = {id: {id} for id in kinds}
    for row in events[events["event"].isin(STARTS)].itertuples(index=False):
        for other in _SAME.findall(row.note_de):
            if kinds.get(other) == kinds[row.id]:
                joint = groups[row.id] | groups[other]
                groups |= dict.fromkeys(joint, joint)
    trust = events["confidence"].map(_TRUST.index)
    order = events.assign(trust=trust).sort_values(["trust", "last_day", "id"])["id"]
    rank = {id: place for place, id in enumerate(order)}
    found = [min(groups[id], key=rank.get) for id in events["id"]]
    return pd.Series(found, index=events.index, dtype="string")


def joined(events: pd.DataFrame) -> pd.DataFrame:
    """The events with `lead`, and each lead dated by what all firm rows of it have in common.

    A row of low confidence bounds nothing: it is told beside the lead, with its own date. Where
    two firm rows contradict each other the lead keeps its own.
    """
    told = events.assign(lead=leads(events))
    for lead, rows in told[told["lead"].duplicated(keep=False)].groupby("lead"):
        firm = rows[rows["confidence"].ne("low")]
        if len(firm) < 2:
            continue
        first, last = firm["first_day"].max(), firm["last_day"].min()
        if first <= last:
            date = edtf_of(first.date(), last.date())
            told.loc[told["id"].eq(lead), ["date", "first_day", "last_day"]] = [date, first, last]
    return told
