"""What the atlas keeps is computed once, bounded, and never changed by who reads it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date

import pandas as pd
import pytest
from curated import atlas
from page_driver import opened

from components.base.choice import Choice
from components.base.memory import kept
from components.facts.curve import adoption, points_of
from components.facts.dossier import dossier
from components.facts.holdouts import holdouts
from components.page import cache
from components.page.nav import PAGES
from edition.build import plan

DAY = date(2015, 9, 24)


def test_what_is_kept_is_computed_once_and_only_the_last_few():
    asked = []

    @kept(2)
    def square(n):
        asked.append(n)
        return n * n

    assert [square(n) for n in (1, 2, 2, 1, 3, 1, 2)] == [1, 4, 4, 1, 9, 1, 4]
    assert asked == [1, 2, 3, 2]


def test_a_reader_who_writes_into_a_frame_writes_into_a_copy():
    @kept(1)
    def numbers():
        return pd.DataFrame({"n": [1, 2, 3]})

    taken = numbers()
    taken["n"] = 0
    taken.loc[1, "n"] = 7
    taken["more"] = True
    assert list(numbers()["n"]) == [1, 2, 3] and list(numbers().columns) == ["n"]


def kept_frames(shared):
    """Every frame that the atlas shares with its readers, by its name."""
    tables = {field.name: getattr(shared.tables, field.name) for field in fields(shared.tables)}
    once = ("changes", "first_days", "joined", "neighbours", "verdicts")
    made = {name: getattr(shared, name) for name in once} | {"panel": shared.panel(DAY)}
    for name in ("reached", "arrivals"):
        made[name] = getattr(shared, name)("approved")
    made["ranks"] = shared.ranks(DAY, "approved")
    made["standings"] = shared.standings(DAY, "approved")
    made["workbench"] = shared.workbench(DAY, "approved")
    made["changed"] = shared.changed(date(2013, 6, 12), DAY, "approved")
    curve = adoption(shared, "approved", "number", DAY)
    made |= {"curve": curve.steps, **curve.kinds, "points": points_of(shared, "approved")}
    made["areas"] = pd.DataFrame(shared.areas.drop(columns="geometry"))
    return tables | made


def copies(shared):
    return {name: frame.copy(deep=True) for name, frame in kept_frames(shared).items()}


def unchanged(before, shared):
    for name, frame in kept_frames(shared).items():
        pd.testing.assert_frame_equal(frame, before[name], obj=name)


def test_no_page_changes_what_it_was_given():
    before = copies(cache.atlas())
    for page in PAGES:
        opened(page, tag="2015-09-24", kreis="05154")
    unchanged(before, cache.atlas())


def test_neither_records_nor_an_edition_change_what_they_were_given():
    before = copies(atlas())
    dossier(atlas(), "05154", DAY, "approved")
    holdouts(atlas(), DAY, "approved")
    edition, planned = plan(atlas(), Choice(DAY), ("05154",), "", ("pages", "tables"))
    for job in planned["pages"] + planned["tables"]:
        job.make(edition, *job.arguments)
    unchanged(before, atlas())


@pytest.mark.parametrize("readers", [8])
def test_many_threads_are_given_the_same(readers):
    shared = atlas()
    with ThreadPoolExecutor(readers) as threads:
        days = [DAY, date(2013, 6, 12)] * readers
        found = list(threads.map(lambda day: shared.standings(day, "approved"), days))
    for day, standings in zip(days, found, strict=True):
        pd.testing.assert_frame_equal(standings, shared.standings(day, "approved"))
