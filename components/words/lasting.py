"""The sentences on how long it is known to have lasted, and how old that knowledge is."""

from datetime import date, timedelta

import pandas as pd

from adoption.dates import precision, span
from adoption.lasting import Evidence
from components.base.wording import Wording
from components.facts.lasting import Lasting

#: Of a year that is counted: so many months more are "a good year", the others "almost two".
FEW_MONTHS = 6


def since(lasting: Lasting, words: Wording) -> str:
    """Since which month all have one for certain; empty where not all do.

    As the ministry counts it is plainly a KIZ, by another definition what that asks for.
    """
    if not lasting.since:
        return ""
    month = lasting.since.rpartition("/")[2][: len("2018-09")]
    plain = lasting.definition == "approved"
    has = words("has") if plain else words(f"has.{lasting.definition}")
    return words("lasting.since", date=words.date(month), of=lasting.of, has=has)


def closures(lasting: Lasting, words: Wording) -> str:
    """That no closure is known, or whose."""
    if not lasting.closed:
        return words("lasting.no_closure")
    return words("lasting.closed", names=words.names(lasting.closed))


def counted(lasting: Lasting, now: date | None, words: Wording) -> str:
    """When all were counted last and by whom, with its age on the day `now`, if there is one."""
    total = lasting.total
    if total is None:
        return ""
    own = total["counted_by"] == "ministry"
    by = words("lasting.by.ministry") if own else total["publisher"]
    blanks = {"date": words.date(total["date"]), "by": by}
    aged = f", {age(total['date'], now, words)}" if now else ""
    if lasting.fits:
        return words("lasting.counted", age=aged, **blanks)
    as_what = words(f"definition.{total['definition']}")
    return words("lasting.counted.other", definition=as_what, age=aged, **blanks)


def told(lasting: Lasting, day: date, words: Wording) -> list[str]:
    """What is said of a day besides its headline, without an age; before the last change nothing.

    For pictures and sheets, which may be read at any time.
    """
    if day < lasting.start:
        return []
    return list(filter(None, [closures(lasting, words), counted(lasting, None, words)]))


def reach(evidence: Evidence, day: date, words: Wording) -> list[str]:
    """Up to when there is evidence, where a day lies after that; else nothing."""
    if day <= evidence.day:
        return []
    return [words("lasting.reach", date=words.date(evidence.until))]


def confirmed(confirmation: pd.Series, now: date | None, words: Wording) -> str:
    """When a KIZ was shown last, with its age on the day `now`, if there is one."""
    blanks = {"date": words.date(confirmation["date"])}
    if now is None:
        return words("lasting.confirmed", **blanks)
    return words("lasting.confirmed.aged", age=age(confirmation["date"], now, words), **blanks)


def age(edtf: str, now: date, words: Wording) -> str:
    """How long ago a date is in words: "vor gut einem Jahr".

    Of a month or a year its middle counts; of a longer period, where it matters, its beginning:
    then it is at most so long ago.
    """
    first, last = span(edtf)
    first = first or last
    if precision(edtf) != "interval":
        return _ago(first + (last - first) // 2, now, words)
    one, other = _ago(first, now, words), _ago(last, now, words)
    if one == other:
        return one
    return words("age.most", n=_months(first + timedelta(1), now) // 12 + 1)


def _ago(day: date, now: date, words: Wording) -> str:
    months = _months(day, now)
    if months < 1:
        return words("age.days")
    years, more = divmod(months, 12)
    if not years:
        return words("age.months", n=months)
    if not more:
        return words("age.years", n=years)
    if more <= FEW_MONTHS:
        return words("age.over", n=years)
    return words("age.almost", n=years + 1)


def _months(day: date, now: date) -> int:
    """The whole months from one day to the other; none if it is later."""
    months = (now.year - day.year) * 12 + now.month - day.month - (now.day < day.day)
    return max(0, months)
