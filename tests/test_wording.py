"""Sentences, dates and numbers read as a newspaper in that language would print them."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.base.wording import Wording

DE, EN = Wording("de"), Wording("en")


@pytest.mark.parametrize(
    ("edtf", "german", "english"),
    [
        ("2012-09-13", "13.09.2012", "13 September 2012"),
        ("2015-03", "März 2015", "March 2015"),
        ("2013", "2013", "2013"),
        ("../2013-01-28", "spätestens 28.01.2013", "by 28 January 2013"),
        ("../2013-05", "spätestens Mai 2013", "by May 2013"),
        (
            "2012-09/2012-09-13",
            "September 2012, spätestens 13.09.2012",
            "September 2012, by 13 September 2012",
        ),
        ("2012/2012-09", "2012, spätestens September 2012", "2012, by September 2012"),
        (
            "2012-09-13/2013-05",
            "zwischen 13.09.2012 und Mai 2013",
            "between 13 September 2012 and May 2013",
        ),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf, german, english):
    assert (DE.date(edtf), EN.date(edtf)) == (german, english)


def test_a_day_and_a_month_are_said_in_full():
    day = date(2014, 3, 5)
    assert (DE.day(day), EN.day(day)) == ("05.03.2014", "5 March 2014")
    assert (DE.month(day), EN.month(day)) == ("März 2014", "March 2014")


def test_numbers_have_the_separators_of_the_language():
    assert (DE.number(1234.5), EN.number(1234.5)) == ("1.234,5", "1,234.5")
    assert (DE.percent(0.908), EN.percent(0.908)) == ("90,8 %", "90.8 %")


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0"), (0.00001, "0,1"), (0.99999, "99,9"), (1, "100"), (1.0, "100")]
)
def test_nothing_and_all_are_said_only_when_it_is_that(share, said):
    assert DE.percent(share) == f"{said} %"


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_part_is_never_said_to_be_nothing_or_all(share):
    assert DE.percent(share) not in ("0,0 %", "0 %", "100,0 %", "100 %")


def test_a_sentence_is_filled_with_its_values():
    assert DE("coverage.of", n=5, of=31) == "5 von 31"


@pytest.mark.parametrize(
    ("key", "n", "german", "english"),
    [
        ("holdouts.law", 1, "1 Tag nach dem Gesetz", "1 day after the law"),
        ("holdouts.law", 1324, "1.324 Tage nach dem Gesetz", "1,324 days after the law"),
        ("changes.caption", 0, "0 Änderungen vom", "0 changes from"),
        ("changes.caption", np.int64(1), "1 Änderung vom", "1 change from"),
        ("compare.list.caption", 1, "1 von 54 unterscheidet sich", "1 of 54 differs"),
        ("compare.list.caption", 2, "2 von 54 unterscheiden sich", "2 of 54 differ"),
        ("table.hits", 1, "0 von 1 Zeile", "0 of 1 row"),
        ("intro.events", 1, "1 Ereignis", "1 event"),
        ("move.many", 4, "4 Kreise und Städte", "4 districts"),
        ("coverage.of", 1, "1 von 54", "1 of 54"),
    ],
)
def test_a_number_chooses_the_form_of_the_sentence(key, n, german, english):
    blanks = {"of": 54, "law": "…", "first": "…", "last": "…", "hits": 0}
    for words, start in ((DE, german), (EN, english)):
        sentence = words(key, n=n, **blanks)
        assert sentence == start or sentence.startswith(f"{start} ")


@pytest.mark.parametrize("blanks", [{}, {"n": "1"}])
def test_a_sentence_of_two_forms_needs_a_number(blanks):
    with pytest.raises(KeyError, match=r"en\.po: factsheet\.further has two forms; give it"):
        EN("factsheet.further", link="…", **blanks)


def test_a_blank_that_a_script_fills_may_stand_where_the_number_would():
    assert DE("since.of_these", n="{n}") == "davon {n} vielleicht früher"


def test_a_key_without_a_sentence_is_an_error_that_names_the_catalogue():
    with pytest.raises(KeyError, match=r"components/base/locale/de\.po: no sentence for nonsense"):
        DE("nonsense")
