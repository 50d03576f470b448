"""The rules on whose row it is: id, district, kind and summary say the same.

Where they differ, what else the row says decides which of them is wrong; where nothing does,
the finding says so, since writing one of them anew would move the row to another district.
"""

import re
from collections import Counter

import pandas as pd

from adoption.vocabulary import EVENTS
from data.body_rules import ACTORS
from data.findings import Finding, Findings, Row, by_line, rule

_ID = re.compile(r"(05\d{3}(?:\d{3})?)-([a-z]+)-([1-9]\d*)")
#: An authority that is called after a place does not make it the place of the row.
_AUTHORITY = r"(?<!Bezirksregierung )(?<!Regierungsbezirk )(?<!\w)"


@rule("districts", "events")
def event_ids_name_district_and_kind(districts: pd.DataFrame, events: pd.DataFrame) -> Findings:
    """An event's id is `<ags>-<event>-<n>`, so that it can be cited."""
    for line, row in by_line(events):
        if text := _fault(row, row["event"], districts):
            yield Finding("events", line, text)


@rule("districts", "confirmations")
def confirmation_ids_name_the_district(
    districts: pd.DataFrame, confirmations: pd.DataFrame
) -> Findings:
    """A confirmation's id is `<ags>-confirmation-<n>`."""
    for line, row in by_line(confirmations):
        if text := _fault(row, "confirmation", districts):
            yield Finding("confirmations", line, text)


@rule("districts", "events", "confirmations")
def summaries_name_their_own_district(
    districts: pd.DataFrame, events: pd.DataFrame, confirmations: pd.DataFrame
) -> Findings:
    """A summary that names a district names the row's own, whoever else is in it."""
    names = _names(districts)
    for table, frame in (("events", events), ("confirmations", confirmations)):
        for line, row in by_line(frame[frame["ags"].isin(districts["ags"])]):
            named = _named(row, names)
            form = _ID.fullmatch(row["id"])
            if form and form[1] == row["ags"] and named and row["ags"] not in named:
                others = " and ".join(f"{name} ({ags})" for ags, name in named.items())
                text = f"id and ags say {row['ags']}, the summaries name {others}; "
                text += _moved_back(named, form[2], form[3])
                yield Finding(table, line, text)


def _moved_back(named: dict[str, str], kind: str, number: str) -> str:
    (ags, _), *more = named.items()
    if more:
        return "correct ags and id, or name the row's own district there"
    return f"write ags {ags} and id {ags}-{kind}-{number}, or name the row's own district there"


def _fault(row: Row, kind: str, districts: pd.DataFrame) -> str | None:
    """What is wrong with the id of a row of this kind; None also for what the keys say."""
    stem = f"{row['ags']}-{kind}-"
    if not row["id"] or re.fullmatch(re.escape(stem) + r"[1-9]\d*", row["id"]):
        return None
    known = set(districts["ags"])
    form = _ID.fullmatch(row["id"].strip())
    if form and form[1] != row["ags"] and {form[1], row["ags"]} <= known:
        return _two_districts(row, form[1], districts)
    if form and (row["ags"] not in known or kind not in (*EVENTS, "confirmation")):
        return None
    if form and form[1] == row["ags"] and form[2] in EVENTS and kind in EVENTS:
        return _two_kinds(row, form[2])
    number = re.search(r"[1-9]\d*$", row["id"].strip())
    written = f"{stem}{number[0]}" if number else f"{stem}1 or higher"
    return f'id "{row["id"]}" does not fit ags and event; write {written}'


def _two_districts(row: Row, of_id: str, districts: pd.DataFrame) -> str:
    text = f'id "{row["id"]}" says {of_id}, ags says {row["ags"]}; '
    named = _named(row, _names(districts))
    if of_id in named and row["ags"] not in named:
        return f"{text}the summaries name {named[of_id]}: write {of_id} in ags"
    if row["ags"] in named and of_id not in named:
        wanted = row["ags"] + row["id"][len(of_id) :]
        return f"{text}the summaries name {named[row['ags']]}: write {wanted} in id"
    return f"{text}find out from the source which is right (git diff shows what changed)"


def _two_kinds(row: Row, of_id: str) -> str:
    """The body tells which kind it is where only one of the two can be its act."""
    kind = row["event"]
    text = f'id "{row["id"]}" says {of_id}, event says {kind}; '
    can = [row["body"] in ACTORS[word] for word in (of_id, kind)]
    if can == [True, False]:
        return f"{text}{row['body']} does not go with {kind}: write {of_id} in event"
    if can == [False, True]:
        wanted = row["id"].replace(of_id, kind)
        return f"{text}{row['body']} does not go with {of_id}: write {wanted} in id"
    return f"{text}correct the one that the summary does not bear out (git diff shows it)"


def _names(districts: pd.DataFrame) -> tuple[re.Pattern, dict[str, str]]:
    """A pattern for the names of all districts, longest first, and whose each of them is; a
    name that two of them have by mistake is none.
    """
    pairs = zip(districts["name"], districts["short_name"], districts["ags"], strict=True)
    own = [(name, ags) for long, short, ags in pairs for name in {long, short} - {""}]
    told = Counter(name for name, _ in own)
    owner = {name: ags for name, ags in own if told[name] == 1}
    longest = "|".join(map(re.escape, sorted(owner, key=len, reverse=True)))
    return re.compile(rf"{_AUTHORITY}({longest})(?!\w)"), owner


def _named(row: Row, names: tuple[re.Pattern, dict[str, str]]) -> dict[str, str]:
    """The districts that the summaries of a row name: AGS and name."""
    pattern, owner = names
    found = pattern.findall(f"{row['summary_de']}\n{row['summary_en']}")
    return {owner[name]: name for name in found}
