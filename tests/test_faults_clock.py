"""Midnight is that of Nordrhein-Westfalen, in summer and winter, wherever the machine stands."""

import ast
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from curated import atlas

from commands import options
from components.base.choice import Choice, read
from components.page import cache, stage, state
from data import check, clock
from server import api, embed, feeds, files, lifespan

ROOT = Path(__file__).parents[1]
#: Where a day is read from the machine's own clock all the same: the report on accessibility.
ELSEWHERE = {"docs/accessibility.py"}
OURS = ("adoption", "commands", "components", "data", "docs", "edition", "geo", "server")
#: Moments by UTC on both sides of a midnight in Nordrhein-Westfalen, and its day.
MOMENTS = {
    "winter, before": ("2026-01-14 22:59:59", "2026-01-14"),
    "winter, after": ("2026-01-14 23:00:00", "2026-01-15"),
    "summer, before": ("2026-07-14 21:59:59", "2026-07-14"),
    "summer, after": ("2026-07-14 22:00:00", "2026-07-15"),
    "the night summer begins, before": ("2026-03-28 22:59:59", "2026-03-28"),
    "the night summer begins, after": ("2026-03-28 23:00:00", "2026-03-29"),
    "the end of the short day": ("2026-03-29 21:59:59", "2026-03-29"),
    "after the short day": ("2026-03-29 22:00:00", "2026-03-30"),
    "the night summer ends, before": ("2026-10-24 21:59:59", "2026-10-24"),
    "the night summer ends, after": ("2026-10-24 22:00:00", "2026-10-25"),
    "the hour that comes twice": ("2026-10-25 01:30:00", "2026-10-25"),
    "the end of the long day": ("2026-10-25 22:59:59", "2026-10-25"),
    "after the long day": ("2026-10-25 23:00:00", "2026-10-26"),
    "the turn of the year": ("2026-12-31 23:00:00", "2027-01-01"),
}


@pytest.fixture
def at(monkeypatch):
    """Sets the clock of the program to a moment by UTC."""

    def set_to(moment):
        class Fixed(datetime):
            @classmethod
            def now(cls, tz):
                return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(tz)

        monkeypatch.setattr(clock, "datetime", Fixed)

    return set_to


@pytest.mark.parametrize(("moment", "day"), MOMENTS.values(), ids=MOMENTS)
def test_the_day_begins_at_midnight_in_nordrhein_westfalen(at, moment, day):
    at(moment)
    assert clock.today() == date.fromisoformat(day)


@pytest.mark.parametrize("place", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_where_the_machine_stands_changes_nothing(place):
    """Of the two ends of the world, one has another day than Berlin at any hour."""
    before = clock.today()
    told = subprocess.run(
        [sys.executable, "-c", "from data.clock import today; print(today())"],
        cwd=ROOT, env=os.environ | {"TZ": place}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert before.isoformat() <= told.stdout.strip() <= clock.today().isoformat()


@pytest.mark.parametrize(
    "module", [api, cache, embed, feeds, files, lifespan, options, stage, state]
)
def test_all_that_asks_for_the_day_asks_the_one_clock(module):
    assert module.today is clock.today


def test_the_check_judges_by_the_same_day(at, monkeypatch):
    asked = []
    monkeypatch.setattr(check, "dates", lambda frames, today: asked.append(today) or ())
    monkeypatch.setattr(check, "structure", lambda frames: ())
    at("2026-01-14 23:30:00")
    check.problems()
    assert asked == [date(2026, 1, 15)]


def machine_days(code):
    """The lines on which a day or hour is read from the machine's own clock."""
    asks = ("today", "now", "utcnow", "localtime", "fromtimestamp")
    calls = (node for node in ast.walk(code) if isinstance(node, ast.Call))
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in asks
        and getattr(call.func.value, "id", "") in ("date", "datetime", "time")
        and not (call.func.attr == "now" and call.args)
        and not (call.func.attr == "fromtimestamp" and len(call.args) > 1)
    ]


def test_nothing_asks_the_machine_for_its_day():
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in OURS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if machine_days(ast.parse(path.read_text("utf-8")))
    }
    assert found == ELSEWHERE


@pytest.mark.parametrize("text", ["date.today()", "datetime.now()", "time.localtime()"])
def test_the_day_of_the_machine_would_be_found(text):
    assert machine_days(ast.parse(text)) == [1]


def test_an_address_of_tomorrow_is_told_and_shows_today_once_the_clock_is_set_back(at):
    at("2026-07-14 22:00:00")
    entered, problems = read({"tag": "2026-07-15"}, clock.today(), atlas().names)
    assert (entered.day, problems) == (date(2026, 7, 15), [])
    at("2026-07-14 21:59:59")
    assert entered.until(clock.today()).day == date(2026, 7, 14)
    again, problems = read({"tag": "2026-07-15"}, clock.today(), atlas().names)
    assert again == Choice(date(2026, 7, 14)) and [one.key for one in problems] == ["problem.day"]


def test_the_files_of_the_day_follow_the_clock_forwards_and_back(at):
    def day():
        made = files.tables(atlas(), clock.today(), "")["status.csv"]
        return made.splitlines()[1:2], made

    at("2015-09-24 21:59:59")
    first = day()
    at("2015-09-24 22:00:00")
    second = day()
    at("2015-09-24 21:59:59")
    assert day() == first and second != first
