"""The sentences of the dossier of one district: headline, way, rank, waits, neighbours."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from adoption.comparison import Median
from adoption.dates import edtf_of
from components.base.wording import Wording
from components.facts.dossier import Dossier, Wait
from components.facts.way import Step
from components.words import names
from components.words.counts import between
from components.words.headline import Headline
from components.words.holdouts import body
from components.words.status import label


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
        Its row of `adoption.known.reached_by` under the definition: earliest, latest.
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


def way(steps: Sequence[Step], kind: str, words: Wording) -> str:
    """Steps in one line: "Antrag (2012) → abgelehnt (Kreistag, 15.12.2014) → …".

    `kind` is the district's: its council has its own name.
    """
    told = " → ".join(_step(step, kind, words) for step in steps)
    return told[:1].upper() + told[1:]


def rank(dossier: Dossier, words: Wording) -> str:
    """The place in the order in which they came, as of the day: one, none yet, or how many came
    certainly before and of how many it cannot be said.
    """
    place, counted = dossier.place, words(f"definition.{dossier.definition}")
    blanks = {"day": words.day(dossier.day), "definition": counted}
    if pd.isna(place["best"]):
        return words("dossier.rank.none", **blanks)
    earlier = int(place["best"]) - 1
    before = words("dossier.rank.before" if earlier else "dossier.rank.before.none", n=earlier)
    if pd.isna(place["worst"]):
        return words("dossier.rank.unsure", before=before, **blanks)
    unclear = int(place["worst"] - place["best"])
    if unclear:
        return words("dossier.rank.unclear", n=unclear, before=before, **blanks)
    return words("dossier.rank", n=dossier.came, place=words.number(earlier + 1), **blanks)


def wait(wait: Wait, words: Wording) -> str:
    """How many days it took, at least how many, how many so far, or what there is no proof of."""
    if wait.running:
        return words("dossier.wait.running", days=between(*wait.running, words))
    if wait.least is None:
        return words(f"dossier.wait.none.{wait.start}")
    if wait.most is None:
        return words("dossier.wait.least", n=wait.least)
    return between(wait.least, wait.most, words)


def median(median: Median | None, words: Wording) -> str:
    """The median in whole days, or between which two it lies; a dash where there is none."""
    return between(median.least, median.most, words) if median else "–"


def neighbours_now(dossier: Dossier, words: Wording) -> str:
    """How many neighbours have a KIZ on the day, and of how many it is undetermined."""
    groups, day = dossier.neighbours["group"], words.day(dossier.day)
    held, unsure = (int(groups.eq(name).sum()) for name in ("with", "undetermined"))
    if unsure and not held:
        has = words(f"has.{dossier.definition}")
        return words("dossier.now.undetermined", n=len(groups), day=day, has=has)
    sentence = _neighbours("now", held, dossier, words, day=day)
    return f"{sentence} {words('dossier.now.unsure', n=unsure)}" if unsure else sentence


def neighbours_then(dossier: Dossier, words: Wording) -> str:
    """How many neighbours had one when the district decided; empty unless it had by the day."""
    if dossier.then is None:
        return ""
    held, decision = dossier.then
    date, has = words.date(decision["date"]), words(f"has.{dossier.definition}")
    if held.least == held.most:
        return _neighbours("then", held.most, dossier, words, date=date)
    if held.of == 1:
        return words("dossier.then.perhaps", date=date, has=has)
    span = {"least": held.least, "most": held.most, "has": has}
    among = words("dossier.neighbours.of", n=held.of)
    return words("dossier.then.between", date=date, neighbours=among, **span)


def neighbour(row: tuple, words: Wording) -> str:
    """A neighbour on the day: since when it has a KIZ, else where it stands."""
    if row.group == "with":
        return words.date(edtf_of(row.earliest, row.latest))
    if row.group == "undetermined":
        return words("dossier.when.unsure")
    status = label(row.status, row.body, row.kind, words)
    if not row.since:
        return words("dossier.when.none", status=status)
    return words("dossier.when.none.dated", status=status, date=words.date(row.since))


def perhaps(event: tuple, words: Wording) -> str:
    """That an event may have happened by the day already; else nothing. It has `when`."""
    return words("dossier.perhaps") if event.when == "perhaps" else ""


def centre(entry: pd.Series | None, words: Wording) -> dict[str, str]:
    """Name, seat with the date of its source, and site of the KIZ; each empty if not recorded."""
    if entry is None:
        return dict.fromkeys(("name", "seat", "website"), "")
    seat = entry["seat"] and words("district.seat", seat=entry["seat"])
    if seat and entry["as_of"]:
        seat = f"{seat} {words('district.seat.as_of', date=words.date(entry['as_of']))}"
    return {"name": entry["name"], "seat": seat, "website": entry["website"]}


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


def _step(step: Step, kind: str, words: Wording) -> str:
    first = step.events[0]
    dates = [words.date(event.date) for event in step.events]
    if step.kind == "rejection":
        refused = [f"{body(event.body, kind, words)}, {date}"
                   for event, date in zip(step.events, dates, strict=True)]  # fmt: skip
        told = words("dossier.way.refused", by="; ".join(refused))
    elif len(dates) == 2:
        told = words("dossier.way.motions.two", first=dates[0], last=dates[1])
    elif len(dates) > 2:
        told = words("dossier.way.motions", n=len(dates), first=dates[0], last=dates[-1])
    else:
        told = words("dossier.step", event=words(f"event.{first.event}"), date=dates[0])
    return words("dossier.way.perhaps", step=told) if step.perhaps else told


def _neighbours(when: str, held: int, dossier: Dossier, words: Wording, **blanks: str) -> str:
    """That all, none or some of the neighbours had one; an only neighbour is called that."""
    of, definition = len(dossier.neighbours), dossier.definition
    if held == 0:
        return words(f"dossier.{when}.none", n=of, none=words(f"none.{definition}"), **blanks)
    has = words(f"has.{definition}")
    if held == of:
        return words(f"dossier.{when}.all", n=of, has=has, **blanks)
    among = words("dossier.neighbours.of", n=of)
    return words(f"dossier.{when}.some", n=held, neighbours=among, has=has, **blanks)
