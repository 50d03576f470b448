"""The real directory: 54 names; seats and sites only as far as a source gives them."""

import re

import curated
import pytest

#: Districts whose seat, and whose site, no source gives.
NO_SEAT = {"05170", "05770", "05958", "05970", "05974", "05978"}
NO_SITE = {"05120", "05122", "05162", "05334", "05358", "05378", "05914", "05958", "05966"}


@pytest.fixture(scope="module")
def centres():
    return curated.tables().centres


def test_every_district_has_one_centre_with_a_name(centres):
    assert centres["ags"].tolist() == curated.tables().districts["ags"].tolist()
    assert centres["name"].str.contains("ntegrationszentrum").all()


def test_what_is_unknown_is_empty(centres):
    assert set(centres.loc[centres["seat"].eq(""), "ags"]) == NO_SEAT
    assert set(centres.loc[centres["website"].eq(""), "ags"]) == NO_SITE


def test_a_seat_says_nothing_of_its_time_itself(centres):
    dated = r"\b(?:19|20)\d\d\b|seit|angekündigt|stand"
    assert not centres["seat"].str.contains(dated, flags=re.IGNORECASE).any()
    assert centres.loc[centres["seat"].eq(""), "as_of"].eq("").all()


@pytest.mark.parametrize(
    ("ags", "seat", "as_of"),
    [
        ("05113", "Gildehofcenter, Hollestraße 3, Essen", "2019"),
        ("05122", "Friedrichstraße 46, 42655 Solingen", "2025-08"),
        ("05154", "Welcome-Center, Nassauerallee 22, 47533 Kleve", "2025-08"),
        ("05162", "Oberstr. 91, 41460 Neuss", "2016-06"),
        ("05378", "An der Gohrsmühle 25, Bergisch Gladbach", "2017-12"),
        ("05954", "Schwelm (Kreishaus)", "2014"),
    ],
)
def test_the_date_of_a_seat_is_its_source_s(centres, ags, seat, as_of):
    row = centres.set_index("ags").loc[ags]
    assert (row["seat"], row["as_of"]) == (seat, as_of)


def test_an_announced_move_is_no_seat(centres):
    row = centres.set_index("ags").loc["05978"]
    assert (row["seat"], row["as_of"]) == ("", "")


def test_no_column_says_that_an_address_was_checked(centres):
    assert centres.columns.tolist() == ["ags", "name", "seat", "as_of", "website", "source_id"]
