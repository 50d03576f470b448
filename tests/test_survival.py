"""The worked example of docs/survival.md: from the exported table to shares that hold."""

from datetime import timedelta
from pathlib import Path

import curated
import numpy as np
import pandas as pd
import pytest

from adoption.first_days import ONE, origin
from adoption.series import counts_on_changes
from adoption.vocabulary import DEFINITIONS
from components import downloads
from components.base.choice import FIRST_DAY, Choice
from components.base.wording import Wording
from docs import survival, survival_picture

DOCUMENT = (Path(__file__).parents[1] / "docs" / "survival.md").read_text("utf-8")
#: Of the estimate, which is found step by step.
CLOSE = 1e-5


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The table history as a reader downloads it."""
    path = tmp_path_factory.mktemp("survival") / "history.csv"
    table = downloads.table("history", curated.atlas(), Choice(FIRST_DAY))
    path.write_bytes(downloads.written(table, "csv", Wording("en")))
    return path


def rows(*bounds):
    """Districts with these bounds, in days from the origin."""
    frame = pd.DataFrame(bounds, columns=["days_lower", "days_upper"], dtype=float)
    return frame.assign(origin=pd.Timestamp(2012, 6, 25))


def shares(found, column):
    return dict(found[column].round(4))


@pytest.mark.parametrize("kind", ["", "Kreis", "kreisfreie Stadt"])
@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_envelope_is_what_the_curve_counts_on_every_day_of_change(file, definition, kind):
    atlas, found = curated.atlas(), survival.read(file, definition)
    kinds = atlas.tables.districts.set_index("ags")["kind"]
    mine = [ags for ags in kinds.index if kind in ("", kinds[ags])]
    band = survival.envelope(found[found["ags"].isin(mine)])
    changes = atlas.changes[atlas.changes["ags"].isin(mine)]
    counted = counts_on_changes(changes, definition).iloc[1:]
    assert len(counted) > 1
    for step in counted.itertuples():
        day = (step.first_day - origin(definition) + ONE) // timedelta(days=1)
        assert band.loc[day, "earliest"] == pytest.approx(1 - step.possible / len(mine))
        assert band.loc[day, "latest"] == pytest.approx(1 - step.certain / len(mine))


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_the_estimate_lies_within_the_envelope_and_never_rises(file, definition):
    for _, found in survival.read(file, definition).groupby("kind"):
        band, line = survival.envelope(found), survival.turnbull(found)
        assert (line["lower"] >= band["earliest"] - CLOSE).all()
        assert (line["upper"] <= band["latest"] + CLOSE).all()
        assert (line["lower"] <= line["upper"] + CLOSE).all()
        assert (line.diff().iloc[1:] <= CLOSE).all(axis=None)
        assert line.iloc[0].tolist() == [1, 1]


def test_a_known_day_is_the_first_with_a_kiz_and_the_day_before_is_without():
    known = rows((3, 3), (5, 5))
    counted = {0: 1, 1: 1, 2: 1, 3: 0.5, 4: 0.5, 5: 0}
    for column in ("earliest", "latest"):
        assert shares(survival.envelope(known), column) == counted
    for column in ("lower", "upper"):
        assert shares(survival.turnbull(known), column) == counted


def test_an_interval_has_both_of_its_days_in_it():
    line = survival.turnbull(rows((2, 4), (6, 6)))
    assert shares(line, "upper") == {0: 1, 1: 1, 2: 1, 3: 1, 4: 0.5, 5: 0.5, 6: 0}
    assert shares(line, "lower") == {0: 1, 1: 1, 2: 0.5, 3: 0.5, 4: 0.5, 5: 0.5, 6: 0}


def test_a_day_that_two_intervals_have_in_common_explains_both():
    line = survival.turnbull(rows((1, 3), (3, 6), (8, 8)))
    assert (shares(line, "upper")[2], shares(line, "upper")[3]) == (1, round(1 / 3, 4))


def test_who_has_not_reached_it_stays_in_the_share():
    found = rows((2, 2), (4, np.inf))
    assert shares(survival.envelope(found), "latest")[4] == 0.5
    assert shares(survival.turnbull(found), "upper")[4] == 0.5
    assert shares(survival.envelope(found), "earliest")[4] == 0


def test_the_document_shows_what_the_example_prints(file, capsys):
    survival.main(str(file))
    assert f"```\n{capsys.readouterr().out.rstrip()}\n```" in DOCUMENT


def test_the_document_names_every_bound_of_the_table_and_the_days_between_which_all_is_known(file):
    for column in survival.read(file).filter(regex=r"^(days|first)_|^without|^censoring|^origin"):
        assert f"`{column}`" in DOCUMENT
    band = survival.envelope(survival.read(file))
    assert "closed from 25 April 2014 on, but for Kleve" in DOCUMENT
    begin = origin("approved") - ONE
    unsure = {
        begin + timedelta(days=int(day)) for day in band.index[band.diff(axis=1)["latest"] > 0]
    }
    (kleve,) = survival.read(file).query("ags == '05154'").itertuples()
    between = kleve.first_possible_day.date(), kleve.first_certain_day.date()
    later = {day for day in unsure if day.isoformat() >= "2014-04-25"}
    assert later and all(between[0] <= day < between[1] for day in later)


def test_the_picture_is_of_the_data_as_they_stand_and_shows_both_kinds(file):
    sheet = survival_picture.drawn(survival.read(file))
    counts = curated.tables().districts["kind"].value_counts()
    titles = [axes.get_title("left") for axes in sheet.figure.axes]
    assert [int(title.split()[0]) for title in titles] == [
        counts[kind] for kind in survival_picture.KINDS
    ]
    kept = survival_picture.PICTURE.read_text("utf-8")
    for picture in (survival_picture.written(sheet).decode(), kept):
        assert curated.atlas().version in picture, "run python docs/survival_picture.py"
