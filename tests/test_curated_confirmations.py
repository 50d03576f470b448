"""The real confirmations: each district has one, none says more than its source can."""

from datetime import date
from pathlib import Path

import curated
import pandas as pd
import pytest

from adoption.dates import span

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def known():
    return curated.tables()


@pytest.fixture(scope="module")
def latest(known):
    """The latest day from which each district is known to have lasted."""
    return known.confirmations.groupby("ags")["first_day"].max()


def test_every_district_is_confirmed(known):
    assert set(known.confirmations["ags"]) == set(known.districts["ags"])


def test_an_id_names_its_district(known):
    for row in known.confirmations.itertuples():
        assert row.id.startswith(f"{row.ags}-confirmation-")


def test_every_confirmation_has_a_first_day_since_only_that_is_proved(known):
    assert known.confirmations["first_day"].notna().all()


def test_no_source_is_older_than_what_it_shows(known):
    published = known.sources.set_index("id")["published"]
    for row in known.confirmations.itertuples():
        ids = [row.source_id, *row.further_source_ids.split()]
        last = [span(published[id])[1] if published[id] else date.max for id in ids]
        assert row.first_day.date() <= max(last), row.id


def test_what_is_confirmed_may_have_been_open_by_then(known):
    openings = known.events[known.events["event"].eq("opening")]
    earliest = openings.groupby("ags")["first_day"].min()
    first = earliest.loc[known.confirmations["ags"]].to_numpy()
    assert (known.confirmations["last_day"].to_numpy() >= first).all()


def test_nothing_is_confirmed_after_the_day_of_the_research(known):
    assert known.confirmations["last_day"].le(pd.Timestamp("2026-11-24")).all()


def test_nothing_later_than_2018_is_invented_for_the_four_without(known, latest):
    names = known.districts.set_index("ags")["short_name"]
    old = {names[ags] for ags in latest.index[latest.lt(pd.Timestamp("2019-01-01"))]}
    assert old == {"Hamm", "Warendorf", "Märkischer Kreis", "Olpe"}


@pytest.mark.parametrize(
    ("ags", "day"),
    [
        ("05111", "2023-03-13"),
        ("05122", "2025-08-12"),
        ("05154", "2025-08-08"),
        ("05358", "2025-10-23"),
        ("05362", "2020-11-01"),
        ("05570", "2018-06-07"),
        ("05774", "2025-01-01"),
        ("05974", "2025-09-18"),
    ],
)
def test_the_latest_day_of_well_known_districts_is_their_source_s(latest, ags, day):
    assert latest[ags] == pd.Timestamp(day)


def test_what_is_only_indirect_or_was_not_found_again_says_so(known):
    notes = known.confirmations.set_index("id")["note_de"]
    assert "mittelbar" in notes["05362-confirmation-1"]
    assert "nicht wiedergefunden" in notes["05162-confirmation-2"]


def test_no_rule_of_a_status_reads_them():
    told = {"happened", "lasting", "vocabulary"}  # what tells them; no status follows
    modules = [path for path in (ROOT / "adoption").glob("*.py") if path.stem not in told]
    assert len(modules) > 5
    assert [path.name for path in modules if "confirmation" in path.read_text("utf-8")] == []
