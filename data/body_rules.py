"""The rules on who acted: what each body can do, and which bodies a district has."""

import pandas as pd

from adoption.vocabulary import BODIES, EVENTS, OWN_BODIES
from data.findings import Finding, Findings, Row, by_line, rule

#: Who can act in each kind of event. Source: data/README.md, Vocabulary and Status.
ACTORS = {
    "motion": ("party", "committee", "mayors", "town", "church", "other"),
    "debate": BODIES,
    "rejection": (*OWN_BODIES, "town"),
    "decision": ("council",),
    "application": ("administration",),
    "approval": ("ministry",),
    "grant": ("ministry",),
    "opening": ("administration", "ministry"),
    "closure": ("administration", "council", "ministry"),
    "planned": (*OWN_BODIES, "ministry"),
}
#: A kreisfreie Stadt has no municipalities within it.
OF_A_KREIS = ("mayors", "town")


@rule("events")
def bodies_can_do_what_they_did(events: pd.DataFrame) -> Findings:
    """Only the state approves and grants, only the Kreistag or Rat decides, the state refuses
    nothing, and so on. Where the id tells of another event, `identity_rules` says which is right.
    """
    for line, row in by_line(events):
        actors = ACTORS.get(row["event"], BODIES)
        if row["body"] in BODIES and row["body"] not in actors and not _is_another(row):
            text = f"body {row['body']} does not go with {row['event']}; write {_one_of(actors)}"
            yield Finding("events", line, text)


@rule("districts", "events")
def bodies_are_of_the_district(districts: pd.DataFrame, events: pd.DataFrame) -> Findings:
    """Only in a Kreis are there towns and a conference of their mayors."""
    cities = districts.loc[districts["kind"] == "kreisfreie Stadt", "ags"]
    outside = events[events["ags"].isin(cities) & events["body"].isin(OF_A_KREIS)]
    for line, row in by_line(outside):
        actors = [body for body in ACTORS.get(row["event"], BODIES) if body not in OF_A_KREIS]
        text = f"{row['ags']} is a kreisfreie Stadt and has no {row['body']}; "
        yield Finding("events", line, f"{text}write {_one_of(actors)}")


def _one_of(actors: tuple[str, ...] | list[str]) -> str:
    return actors[0] if len(actors) == 1 else f"one of: {', '.join(actors)}"


def _is_another(row: Row) -> bool:
    told = row["id"].split("-")[1:2]
    return told != [row["event"]] and {*told} <= {*EVENTS}
