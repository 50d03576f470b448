"""How much of the state has a KIZ adds up, and says on which day its people were counted."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standing_builders import standings

from adoption.coverage import by, population_share
from adoption.vocabulary import GROUPS

DAY = date(2016, 3, 4)
MIXED = standings(*({"group": group} for group in ("with", "undetermined", "without", "with")))
YEARS = {"2015-12-31": (10, 20, 30, 40), "2019-12-31": (40, 30, 20, 10)}


def people(shown=MIXED, years=YEARS, **cells):
    rows = [
        {"ags": ags, "metric": "population", "area": "district", "date": day, "value": value}
        for day, values in years.items()
        for ags, value in zip(shown["ags"], values, strict=True)
    ]
    return pd.DataFrame(rows).assign(**cells)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=20))
def test_the_groups_of_every_kind_add_up_to_its_districts(groups):
    shown = standings(*({"group": group} for group in groups))
    counts = by(shown, "kind")
    assert counts[list(GROUPS)].sum(axis=1).tolist() == counts["of"].tolist()
    assert counts["of"].sum() == len(groups)
    assert counts["with"].sum() == groups.count("with")


def test_n_of_m_is_counted_by_kind_in_order_of_appearance():
    counts = by(MIXED, "kind")
    assert counts.index.tolist() == ["kreisfreie Stadt", "Kreis"]
    assert counts[["with", "undetermined", "without", "of"]].to_numpy().tolist() == [
        [1, 0, 1, 2],
        [1, 1, 0, 2],
    ]


def test_a_group_that_nobody_is_in_counts_nothing():
    assert by(standings(count=3), "regierungsbezirk").loc["Köln"].to_dict() == {
        "with": 3,
        "undetermined": 0,
        "without": 0,
        "of": 3,
    }


def test_the_share_of_the_people_counts_the_undetermined_ones_only_as_possible():
    share = population_share(MIXED, people(), DAY)
    assert (share.certain, share.possible) == (0.5, 0.7)


@pytest.mark.parametrize(
    ("day", "counted_on"),
    [
        ("2012-02-08", "2015-12-31"),
        ("2015-12-31", "2015-12-31"),
        ("2019-12-30", "2015-12-31"),
        ("2019-12-31", "2019-12-31"),
        ("2026-11-21", "2019-12-31"),
    ],
)
def test_the_latest_count_up_to_the_day_is_used_or_else_the_first(day, counted_on):
    share = population_share(MIXED, people(), date.fromisoformat(day))
    assert share.counted_on.isoformat() == counted_on


def test_a_day_on_which_a_district_was_not_counted_is_not_used():
    missing = people().drop(index=4)  # the first district's number of 2019
    assert population_share(MIXED, missing, date(2026, 1, 1)).counted_on.year == 2015


@pytest.mark.parametrize("cells", [{"metric": "share_foreigners_pct"}, {"area": "other"}])
def test_without_a_comparable_number_there_is_no_share(cells):
    assert population_share(MIXED, people(**cells), DAY) is None


def test_a_district_without_any_number_leaves_no_share():
    assert population_share(MIXED, people().query("ags != '05001'"), DAY) is None


def test_all_is_exactly_all():
    shown = standings(count=3)
    numbers = people(shown, {"2015-12-31": (0.1, 0.2, 0.3)})
    assert population_share(shown, numbers, DAY).certain == 1
