"""A search finds a district by its own name or a municipality's, however it is typed."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.base.places import find, places, spellings

DISTRICTS = pd.DataFrame(
    [
        ("05111", "Düsseldorf"),
        ("05154", "Kreis Kleve"),
        ("05334", "StädteRegion Aachen"),
        ("05334002", "Aachen"),
        ("05515", "Münster"),
        ("05566", "Kreis Steinfurt"),
    ],
    columns=["ags", "name"],
)
MUNICIPALITIES = pd.DataFrame(
    [
        ("Düsseldorf", "05111"),
        ("Kleve", "05154"),
        ("Weeze", "05154"),
        ("Aachen", "05334002"),
        ("Würselen", "05334"),
        ("Münster", "05515"),
        ("Rheine", "05566"),
        ("Neuenkirchen", "05566"),
        ("Neuss", "05111"),
        ("Neuß an der Ems", "05566"),
    ],
    columns=["name", "ags"],
)
KNOWN = places(DISTRICTS, MUNICIPALITIES)


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Rheine", "05566"),
        ("rheine", "05566"),
        (" Rheine ", "05566"),
        ("Rheine (Kreis Steinfurt)", "05566"),
        ("Munster", "05515"),
        ("Muenster", "05515"),
        ("münster", "05515"),
        ("Mu\u0308nster", "05515"),
        ("MÜNSTER", "05515"),
        ("Wuerselen", "05334"),
        ("Aachen", "05334002"),
        ("Städteregion Aachen", "05334"),
        ("staedteregion aachen", "05334"),
        ("Kreis Kleve", "05154"),
        ("Klev", "05154"),
    ],
)
def test_a_place_leads_to_its_district(text, ags):
    assert find(text, KNOWN)["ags"].unique().tolist() == [ags]


@pytest.mark.parametrize("text", ["Entenhausen", "", "  ", "?", "...", "()"])
def test_what_is_no_place_finds_nothing(text):
    assert find(text, KNOWN).empty


def test_a_beginning_finds_all_that_begin_with_it():
    assert set(find("Neu", KNOWN)["name"]) == {"Neuenkirchen", "Neuss", "Neuß an der Ems"}


def test_an_exact_name_goes_before_what_only_begins_with_it():
    assert find("Neuss", KNOWN)["name"].tolist() == ["Neuss"]


def test_a_city_that_is_its_own_district_stands_once_and_districts_stand_first():
    assert KNOWN["name"].eq("Münster").sum() == 1
    assert KNOWN["label"].head(len(DISTRICTS)).tolist() == DISTRICTS["name"].tolist()


def test_municipalities_stand_in_the_order_of_the_alphabet():
    towns = KNOWN["name"].tail(-len(DISTRICTS)).tolist()
    assert towns[:4] == ["Kleve", "Neuenkirchen", "Neuß an der Ems", "Neuss"]
    assert towns[4:] == ["Rheine", "Weeze", "Würselen"]


@given(st.text(max_size=20))
def test_any_text_can_be_searched_for(text):
    find(text, KNOWN)


@given(st.text("abcäöüßÄÖÜ -", max_size=12))
def test_upper_case_changes_no_spelling(name):
    assert spellings(name.upper()) == spellings(name)
