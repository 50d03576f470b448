"""The sentences of the dossier of one district: headline, way, rank, neighbours then."""

from datetime import date

import pandas as pd

from adoption.comparison import Held
from components.base.wording import Wording
from components.facts.dossier import WAY, edtf_of, own_acts
from components.words.headline import Headline


def headline(
    district: pd.Series, reached: pd.Series, day: date, definition: str, words: Wording
) -> Headline:
    """What the district has since when, or that it has none and who refused.

    Parameters
    ----------
    district
        Its row of the standings of the day.
    reached
        Its row of `adoption.series.reached` under the definition: earliest, latest.
    """
    told = {"name": district["name"], "day": words.day(day)}
    detail = []
    if district["group"] == "with":
        sentence = _since(reached, words, has=words(f"has.{definition}"), **told)
        if district["status"] == "open" and definition != "open":
            detail.append(words("dossier.open", date=words.known(district["since"])))
    elif district["group"] == "undetermined":
        sentence = words("dossier.unsure", has=words(f"has.{definition}"), **told)
    else:
        where = _where(district, words)
        sentence = words("dossier.none", none=words(f"none.{definition}"), where=where, **told)
    return Headline(sentence, detail)


def way(events: pd.DataFrame, words: Wording) -> str:
    """The district's steps from its first motion to the start, as far as they are proved."""
    own = events[own_acts(events) & events["confidence"].ne("low")]
    steps = [own[own["event"].isin(kinds)] for kinds in WAY]
    first = pd.concat([taken.sort_values(["last_day", "first_day"]).head(1) for taken in steps])
    told = [
        words("dossier.step", event=words(f"event.{step.event}"), date=words.known(step.date))
        for step in first.sort_values("last_day", kind="stable").itertuples(index=False)
    ]
    return " → ".join(told)


def rank(place: pd.Series, of: int, definition: str, words: Wording) -> str:
    """The place in the order of adoption: one, a range, or that there is none yet.

    `place` is the district's row of `comparison.ranks`.
    """
    counted = words(f"definition.{definition}")
    if pd.isna(place["best"]):
        return words("dossier.rank.none", definition=counted)
    if pd.isna(place["worst"]):
        return words("dossier.rank.best", best=place["best"], of=of, definition=counted)
    places = between(place["best"], place["worst"], words)
    told = words("dossier.rank", places=places, of=of, definition=counted)
    exact = place["best"] == place["worst"]
    return told if exact else f"{told} {words('dossier.rank.range')}"


def held_sentence(held: Held, decision: pd.Series | None, definition: str, words: Wording) -> str:
    """How many neighbours had a KIZ when this district decided; `decision` is its event."""
    if decision is None:
        return words("dossier.neighbours.undecided")
    counted = words(f"has.{definition}")
    told = {"date": words.known(decision["date"]), "of": held.of, "has": counted}
    return words("dossier.neighbours.held", n=between(held.least, held.most, words), **told)


def when(earliest: date | None, latest: date | None, words: Wording) -> str:
    """When a district got its KIZ, as far as known."""
    if pd.isna(earliest):
        return words("dossier.when.none")
    if pd.isna(latest):
        return words("dossier.when.unsure")
    return words.known(edtf_of(earliest, latest))


def between(least: float, most: float, words: Wording) -> str:
    """A number, or "a to b" where it lies between two."""
    if least == most:
        return words.number(least)
    return words("dossier.between", least=words.number(least), most=words.number(most))


def _since(reached: pd.Series, words: Wording, **told: str) -> str:
    start, _, end = edtf_of(reached["earliest"], reached["latest"]).rpartition("/")
    if not start:
        return words("dossier.since", date=words.known(end), **told)
    if start == "..":
        return words("dossier.since.latest", date=words.known(end), **told)
    days = {"start": words.known(start), "end": words.known(end)}
    return words("dossier.since.between", **days, **told)


def _where(district: pd.Series, words: Wording) -> str:
    """How far it is instead: nothing known, the last talk, or who refused."""
    if not district["since"]:
        return words("dossier.where.unknown")
    known = words.known(district["since"])
    if district["status"] == "rejected":
        council = district["body"] == "council"
        by = words(
            f"dossier.by.council.{district['kind']}"
            if council
            else f"dossier.by.{district['body']}"
        )
        return words("dossier.where.rejected", by=by, date=known)
    if district["status"] == "debated":
        return words("dossier.where.debated", date=known)
    status = words(f"status.{district['status']}")
    return words("dossier.where.other", status=status, date=known)
