"""What happened between two days, told in sentences."""

from adoption.status import is_act
from components.base.wording import Wording
from components.facts.happened import Happened
from components.words.holdouts import body


def introduction(happened: Happened, words: Wording) -> str:
    """What stands in the table, and which of it may lie outside the days."""
    days = {"first": words.day(happened.first), "last": words.day(happened.last)}
    told = words("happened.told", **days)
    unsure = int(happened.rows["unsure"].sum())
    return f"{told} {words('happened.unsure', n=unsure)}" if unsure else told


def what(row: tuple, words: Wording) -> str:
    """What kind of thing it is: "Ablehnung, Kreistag", "Bestätigung: umgezogen", the law."""
    if row.entry == "event":
        acted = body(row.body, row.kind, words)
        return words("holdouts.acted", event=words(f"event.{row.event}"), body=acted)
    label = words(f"entry.{row.entry}")
    if row.entry == "milestone":
        return label
    return words("happened.confirmed", entry=label, shown=words(f"shows.{row.shows}"))


def why_not(row: tuple, words: Wording) -> str:
    """Why an event keeps the status, where it is not what the district did before."""
    if row.event == "planned":
        return words("happened.why.planned")
    if not is_act(row.event, row.body):
        return words("happened.why.voice")
    return words("happened.why.low") if row.confidence == "low" else ""
