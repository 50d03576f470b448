"""The sentences of the dossier of one district: headline, way, rank, neighbours then."""

from datetime import date

import pandas as pd

from adoption.comparison import Held
from adoption.dates import edtf_of
from components.base.wording import Wording
from components.facts.dossier import Dossier, Wait, steps
from components.words import names
from components.words.counts import between
from components.words.headline import Headline


def of(dossier: Dossier, words: Wording) -> Headline:
    """The `headline` of a dossier."""
    return headline(dossier.standing, dossier.reached, dossier.day, dossier.definition, words)


def headline(
    district: pd.Series, reached: pd.Series, day: date, definition: str, words: Wording
) -> Headline:
    """What the district has since when, or that it has none and who refused.

    Parameters
    ----------
    district
        Its row of the standings of the day, with its names.
    reached
        Its row of `adoption.series.reached` under the definition: earliest, latest.
    """
    name, detail = names.subject(district, words), []
    if district["group"] == "with":
        since = words.since(edtf_of(reached["earliest"], reached["latest"]))
        has = words(f"has.{definition}")
        sentence = words("dossier.since", name=name, has=has, since=since)
        if district["status"] == "open" and definition != "open":
            detail.append(words("dossier.open", since=words.since(district["since"])))
    elif district["group"] == "undetermined":
        has = words(f"has.{definition}")
        sentence = words("dossier.unsure", name=name, day=words.day(day), has=has)
    else:
        none, where = words(f"none.{definition}"), _where(district, words)
        sentence = words("dossier.none", name=name, day=words.day(day), none=none, where=where)
    return Headline(names.begin(sentence), detail)


def way(events: pd.DataFrame, words: Wording) -> str:
    """The district's steps from its first motion to the start, as far as they are proved."""
    return " → ".join(
        words("dossier.step", event=words(f"event.{step.event}"), date=words.date(step.date))
        for step in steps(events).itertuples(index=False)
    )


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
    sentence = words("dossier.rank", places=places, of=of, definition=counted)
    exact = place["best"] == place["worst"]
    return sentence if exact else f"{sentence} {words('dossier.rank.range')}"


def wait(wait: Wait, words: Wording) -> str:
    """How many days it took, at least how many, or what there is no proof of."""
    if wait.least is None:
        return words(f"dossier.wait.none.{wait.start}")
    if wait.most is None:
        return words("dossier.wait.least", n=wait.least)
    return between(wait.least, wait.most, words)


def held_sentence(held: Held, decision: pd.Series | None, definition: str, words: Wording) -> str:
    """How many neighbours had a KIZ when this district decided; `decision` is its event."""
    if decision is None:
        return words("dossier.neighbours.undecided")
    blanks = {"date": words.date(decision["date"]), "has": words(f"has.{definition}")}
    blanks["neighbours"] = words("dossier.neighbours.of", n=held.of)
    if held.least == held.most:
        return words("dossier.neighbours.held", n=held.most, **blanks)
    span = {"least": held.least, "most": held.most}
    return words("dossier.neighbours.held.between", **span, **blanks)


def centre(entry: pd.Series | None, words: Wording) -> dict[str, str]:
    """Name, seat with the date of its source, and site of the KIZ; each empty if not recorded."""
    if entry is None:
        return dict.fromkeys(("name", "seat", "website"), "")
    seat = entry["seat"] and words("district.seat", seat=entry["seat"])
    if seat and entry["as_of"]:
        seat = f"{seat} {words('district.seat.as_of', date=words.date(entry['as_of']))}"
    return {"name": entry["name"], "seat": seat, "website": entry["website"]}


def when(earliest: date | None, latest: date | None, words: Wording) -> str:
    """When a district got its KIZ, as far as known."""
    if pd.isna(earliest):
        return words("dossier.when.none")
    if pd.isna(latest):
        return words("dossier.when.unsure")
    return words.date(edtf_of(earliest, latest))


def _where(district: pd.Series, words: Wording) -> str:
    """How far it is instead: nothing known, the last talk, or who refused."""
    if not district["since"]:
        return words("dossier.where.unknown")
    since = words.date(district["since"])
    if district["status"] == "rejected":
        council = district["body"] == "council"
        by = words(
            f"dossier.by.council.{district['kind']}"
            if council
            else f"dossier.by.{district['body']}"
        )
        return words("dossier.where.rejected", by=by, date=since)
    if district["status"] == "debated":
        return words("dossier.where.debated", date=since)
    status = words(f"status.{district['status']}")
    return words("dossier.where.other", status=status, date=since)
