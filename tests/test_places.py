"""A search finds a district by all that it is called, however that is typed."""

import random
import string

import curated
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.base import places
from components.base.places import find, meant, spellings

TABLES = curated.tables()
KNOWN = places.places(TABLES)
NAMES = TABLES.districts.set_index("ags")["name"]
PLACES = KNOWN[KNOWN["kind"].eq("name")].drop_duplicates("place")
OWN = list(zip(PLACES["name"], PLACES["ags"], strict=True))
LETTERS = string.ascii_lowercase + "äöüß"


def best(text):
    return find(text, KNOWN).iloc[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kleeve", "Kreis Kleve"),
        ("Kreis Kleve", "Kreis Kleve"),
        ("Klev", "Kreis Kleve"),
        ("KLE", "Kreis Kleve"),
        ("gel", "Kreis Kleve"),
        ("05154", "Kreis Kleve"),
        ("5154", "Kreis Kleve"),
        ("05154036", "Kreis Kleve"),
        ("DEA1B", "Kreis Kleve"),
        ("St. Augustin", "Rhein-Sieg-Kreis"),
        ("Skt Augustin", "Rhein-Sieg-Kreis"),
        ("Stadt Aachen", "Aachen"),
        ("Aachen", "Aachen"),
        ("05334002", "Aachen"),
        ("Kreis Aachen", "StädteRegion Aachen"),
        ("Landkreis Aachen", "StädteRegion Aachen"),
        ("staedteregion aachen", "StädteRegion Aachen"),
        ("05334", "StädteRegion Aachen"),
        ("HSK", "Hochsauerlandkreis"),
        ("Hochsauerland", "Hochsauerlandkreis"),
        ("Bergischer Rheinisch", "Rheinisch-Bergischer Kreis"),
        ("Bergischr Rheinisch", "Rheinisch-Bergischer Kreis"),
        ("Kreis Neuss", "Rhein-Kreis Neuss"),
        ("Neuß", "Rhein-Kreis Neuss"),
        ("Wittgenstein", "Kreis Siegen-Wittgenstein"),
        ("Rheine", "Kreis Steinfurt"),
        ("Rheine (Kreis Steinfurt)", "Kreis Steinfurt"),
        ("  RHEINE ", "Kreis Steinfurt"),
        ("Munster", "Münster"),
        ("Muenster", "Münster"),
        ("MÜNSTER", "Münster"),
        ("Mu\u0308nster", "Münster"),
        ("Mülheim Ruhr", "Mülheim an der Ruhr"),
        ("Dusseldrof", "Düsseldorf"),
        ("kamplintfort", "Kreis Wesel"),
        ("Werther", "Kreis Gütersloh"),
        ("JUEL", "Kreis Düren"),
        ("wan", "Herne"),
    ],
)
def test_what_a_district_is_called_leads_to_it(text, name):
    found = find(text, KNOWN)
    assert NAMES[found.iloc[0]["ags"]] == name
    assert NAMES[meant(found)] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AC", ["StädteRegion Aachen", "Aachen"]),
        ("LH", ["Kreis Coesfeld", "Kreis Unna"]),
        ("SLE", ["Kreis Düren", "Kreis Euskirchen"]),
        ("0515", ["Kreis Kleve", "Kreis Mettmann"]),
    ],
)
def test_what_several_share_is_offered_and_means_none_of_them(text, names):
    found = find(text, KNOWN)
    assert found["name"].tolist() == names and meant(found) == ""


@pytest.mark.parametrize("text", ["Entenhausen", "Gotham", "51545", "47533", "Kreis Rheine"])
def test_where_nothing_fits_the_three_nearest_districts_are_offered_and_none_is_meant(text):
    found = find(text, KNOWN)
    assert len(found) == found["ags"].nunique() == 3
    assert found["score"].lt(places.SLIP).all() and meant(found) == ""


def test_the_nearest_key_stands_first():
    assert best("51545")["ags"] == "05154"
    assert best("05155")["ags"] == "05154"


@pytest.mark.parametrize("text", ["", "  ", "?", "...", "()", "\u0301"])
def test_a_text_without_letters_and_digits_finds_nothing(text):
    assert find(text, KNOWN).empty


def test_a_town_and_the_kreis_of_its_name_are_two_hits_that_lead_to_one_district():
    found = find("Kleve", KNOWN)
    assert found[["name", "designation"]].to_numpy().tolist() == [
        ["Kreis Kleve", ""],
        ["Kleve", "Stadt"],
    ]
    assert meant(found) == "05154"


def test_a_beginning_finds_the_shortest_name_first_and_not_what_only_sounds_so():
    found = find("Rhein", KNOWN)
    assert best("Rhein")["name"] == "Rheine" and len(found) == places.MOST
    assert all("hein" in name for name in found["name"])


def test_a_name_goes_before_a_plate_only_where_it_is_whole():
    assert best("ST")["kind"] == "plate" and best("Ste")["kind"] == "name"


def test_every_plate_and_every_key_is_found():
    codes = KNOWN[KNOWN["kind"].isin(["plate", "key"])]
    lost = [
        (row.way, row.ags)
        for row in codes.itertuples()
        if row.ags not in set(find(row.way.upper(), KNOWN).query("score == 100")["ags"])
    ]
    assert len(codes) > 500 and lost == []


def test_every_place_finds_itself_first():
    assert [name for name, ags in OWN if meant(find(name, KNOWN)) != ags] == []


@settings(deadline=None)
@given(st.sampled_from(OWN), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_place_is_found_in_any_spelling(place, case):
    name, ags = place
    assert {meant(find(case(text), KNOWN)) for text in (name, *spellings(name))} == {ags}


@settings(deadline=None)
@given(st.sampled_from(OWN), st.randoms(use_true_random=False))
def test_a_name_with_one_slip_is_among_the_first_three(place, chance):
    name, ags = place
    if sum(letter.isalpha() for letter in name) >= 5:
        text = slipped(name, chance)
        assert ags in set(find(text, KNOWN).head(3)["ags"]), text


def slipped(name: str, chance: random.Random) -> str:
    """The name with a letter too many, missing, wrong, or changed with the next one."""
    at, letter = chance.randrange(len(name)), chance.choice(LETTERS)
    before, after = name[:at], name[at + 1 :]
    turned = after[:1] + name[at] + after[1:]
    return before + chance.choice([letter + name[at:], after, letter + after, turned])


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_searched_for(text):
    found = find(text, KNOWN)
    assert found["score"].is_monotonic_decreasing and found["score"].between(0, 100).all()
    assert len(found) <= places.MOST and meant(found) in {"", *NAMES.index}


@settings(deadline=None)
@given(st.text(string.digits, min_size=1, max_size=9))
def test_digits_find_keys_alone_and_mean_a_district_only_where_they_are_its_own(digits):
    found = find(digits, KNOWN)
    assert found["kind"].eq("key").all()
    if ags := meant(found):
        keys = KNOWN.loc[KNOWN["kind"].eq("key") & KNOWN["ags"].eq(ags), "way"]
        assert any(key.startswith((digits, f"0{digits}")) for key in keys)


@given(st.text("abcäöüßÄÖÜ -", max_size=12))
def test_upper_case_changes_no_spelling(name):
    assert spellings(name.upper()) == spellings(name)


def test_letters_behind_the_hundredth_are_not_read():
    assert find("x" * 100 + "Kleve", KNOWN).equals(find("x" * 100, KNOWN))
