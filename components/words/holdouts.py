"""The sentences about those without a KIZ."""

import pandas as pd

from adoption.lasting import Evidence
from adoption.vocabulary import STATUSES
from components.base.choice import FIRST_DAY, Choice
from components.base.collation import by_name
from components.base.wording import Wording
from components.words.headline import MOST_NAMES, Headline


def headline(
    standings: pd.DataFrame, choice: Choice, words: Wording, known: Evidence | None = None
) -> Headline:
    """How many are without a KIZ on that day; who is undetermined is never counted among them.

    The detail names the holdouts by status, and says how long ago the law was passed. Where the
    evidence ends before the day, with what is `known`, it says up to when it is known.
    """
    without = standings[standings["group"].eq("without")]
    undetermined = int(standings["group"].eq("undetermined").sum())
    blanks = {"day": words.day(choice.day), "of": len(standings)}
    after = known is not None and choice.day > known.day
    if after:
        blanks["date"] = words.date(known.until)
    if without.empty and not undetermined:
        key = "headline.known.all" if after else "headline.all"
        sentence = words(key, has=words(f"has.{choice.definition}"), **blanks)
    else:
        called = words(f"holdouts.without.{choice.definition}")
        key = "holdouts.headline.known" if after else "holdouts.headline"
        if without.empty:
            key = "holdouts.headline.known.none" if after else "holdouts.headline.none"
        sentence = words(key, n=len(without), without=called, **blanks)
    detail = by_status(without, words) if len(without) <= MOST_NAMES else []
    if undetermined:
        names = listed(standings[standings["group"].eq("undetermined")], words)
        detail.append(words("holdouts.undetermined", n=undetermined, names=names))
    days = (choice.day - FIRST_DAY).days
    return Headline(sentence, [*detail, words("holdouts.law", n=days, law=words.day(FIRST_DAY))])


def by_status(standings: pd.DataFrame, words: Wording) -> list[str]:
    """A short sentence per status: "Abgelehnt: Kleve, Steinfurt." """
    grouped = standings.groupby("status")["short_name"]
    names = {status: words.names(by_name(districts)) for status, districts in grouped}
    present = [status for status in STATUSES if status in names]
    return [f"{words(f'status.{status}')}: {names[status]}." for status in present]


def listed(standings: pd.DataFrame, words: Wording) -> str:
    """The names in brackets, as far as a sentence holds them."""
    if len(standings) > MOST_NAMES:
        return ""
    return f" ({words.names(by_name(standings['short_name']))})"


def body(name: str, kind: str, words: Wording) -> str:
    """Who acted, the council by its own name: Kreistag, Rat."""
    return words(f"council.{kind}" if name == "council" else f"body.{name}")
